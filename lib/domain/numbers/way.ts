// The way of one lead through the stages: which it entered, how long it stayed, and how it ended. DOMAIN.md §5.
import { dayOf, type Day } from '../day';
import type { Evidence } from '../tie/evidence';
import { isClosedStage } from '../lead/closed';
import { wonOn } from '../tie/purchases';
import { dayNumber } from '../workdays';

/** A stage that was entered, or left for none (`stage` empty); `on` null is a day nobody knows. */
interface Step {
  stage: string;
  on: Day | null;
}

export interface Way {
  /** In which month the first stage was entered; empty where nobody knows. */
  month: string;
  /** Ids of the stages that were entered, each once, in the order of their ids: the rep may order them anew. */
  stages: string[];
  end: 'won' | 'lost' | '';
}

type Given = Pick<Evidence, 'contact' | 'marks' | 'deals' | 'zone'>;

/** The way of a contact; null for one that never was in a stage. The stages in which nobody is a lead any more are its end. */
export function wayOf(given: Given): Way | null {
  const steps = stepsOf(given);
  const first = steps.find(({ stage }) => isOpen(stage));
  if (!first) return null;
  const { on } = first;
  const stages = [...new Set(steps.flatMap(({ stage }) => (isOpen(stage) ? stage : [])))].sort();
  return { month: on === null ? '' : on.slice(0, 7), stages, end: endOf(given, on, steps[steps.length - 1]!) };
}

const isOpen = (stage: string): boolean => stage !== '' && !isClosedStage(stage);

/** Won by a deal or by the rep's word; lost when that is the last that happened. */
function endOf({ deals }: Given, since: Day | null, last: Step): Way['end'] {
  const ended = deals
    .filter(({ status }) => status !== 'open')
    .map((deal) => ({ status: deal.status, on: wonOn(deal) ?? deal.closedOn ?? deal.openedOn }))
    .filter(({ on }) => since === null || on >= since);
  if (last.stage === 'won' || ended.some(({ status }) => status === 'won')) return 'won';
  const isLost = ended.some(({ on }) => !isOpen(last.stage) || last.on === null || on >= last.on);
  return last.stage === 'lost' || isLost ? 'lost' : '';
}

/** How many days the contact stayed in stages it has left again: for another, for none, or because the deal was won. */
export function stayed(given: Given): { stage: string; left: Day; days: number }[] {
  const steps = stepsOf(given);
  const won = given.deals.flatMap((deal) => wonOn(deal) ?? []).sort();
  return steps.flatMap(({ stage, on }, i) => {
    if (!isOpen(stage) || on === null) return [];
    const next = steps[i + 1]?.on ?? null;
    const bought = won.find((day) => day >= on) ?? null;
    const left = next === null ? bought : bought === null || next <= bought ? next : bought;
    return left === null ? [] : [{ stage, left, days: Math.min(LONGEST, dayNumber(left) - dayNumber(on)) }];
  });
}

const LONGEST = 999;

/** All steps in their order, from the history that the rep's own choices left behind. */
function stepsOf({ contact, marks, zone }: Given): Step[] {
  const moved = marks
    .filter(({ what }) => what === 'stage')
    .sort((a, b) => (a.on !== b.on ? (a.on < b.on ? -1 : 1) : a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1)));
  const steps: Step[] = moved.map(({ to, on }) => ({ stage: to, on }));
  const first = moved[0];
  if (first && first.from !== '') steps.unshift({ stage: first.from, on: null });
  const now = contact.stage ?? '';
  // Imported, or chosen before there was a history.
  if ((steps.at(-1)?.stage ?? '') !== now) steps.push({ stage: now, on: now === '' ? dayOf(contact.updatedAt, zone) : contact.stageSince });
  return steps;
}
