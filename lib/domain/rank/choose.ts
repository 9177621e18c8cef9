// Which replies to offer beside the open conversation: the message, the contact and the day, and what was answered before. Or none.
import type { Tier } from '../kinds';
import { said, saidOf, type Said } from '../said';
import { tierLabel } from '../tie/tier';
import { beliefOf, type Belief, type Tally } from './answered';
import { fit, type Fit, type Fitted } from './fit';
import type { Match } from './match';
import type { ReplyScene } from './scene';

/** What became of one reply: on the whole, and with contacts of each tier. */
export interface Tallies {
  all: Tally;
  tiers: Partial<Record<Tier, Tally>>;
}

export interface Choosing {
  replies: readonly Fitted[];
  /** Of the last message, if it is theirs and unanswered, see matchMessage; null without one: then the day alone decides. */
  matches: readonly Match[] | null;
  scene: ReplyScene;
  /** By reply id; who is missing was never sent. */
  tallies: ReadonlyMap<string, Tallies>;
  /** How many at most. */
  most?: number;
}

/** A reply to offer. */
export interface Suggestion {
  id: string;
  /** 0 to 1: how likely this is the one. */
  chance: number;
  /** In a few words. */
  why: Said;
}

/** Below this chance that any reply is right, silence is better. */
const SILENT_BELOW = 0.5;
/** A reply this much less likely than the best one is not worth a line. */
const FAR_BEHIND = 0.08;
/** How likely a reply written for today's occasion is the one: beside a message, and when nothing was asked. */
const OCCASION = { beside: 0.35, alone: 0.65 } as const;
/** What answers can do to a chance, at most and at least. */
const ANSWERED = { least: 0.6, most: 1.6 } as const;
/** Counts are named once so many were sent. */
const TELLING = 3;
/** Answers are named as frequent when even the cautious end of what is believed is not far below what is usual. */
const OFTEN = 0.8;
/** There is always a little chance that none fits. */
const LEAST_NONE = 0.02;

/**
 * The replies to offer, the likeliest first, or none. The order of what is given does not matter; equals stand by id. A reply that
 * must not be suggested (see fit) is never among them, and without anything that speaks for a reply it is not offered.
 */
export function choose({ replies, matches, scene, tallies, most = 3 }: Choosing): Suggestion[] {
  const byMessage = new Map(matches?.map(({ id, chance }) => [id, chance]));
  const total = sumOf([...tallies.values()].map(({ all }) => all));
  const usual = beliefOf(total).mean;
  const found: { id: string; weight: number; why: Said }[] = [];
  let anyAsked = 0;
  let anyToday = 0;
  for (const reply of replies) {
    const fitting = fit(reply, scene);
    if (fitting === null) continue;
    const asked = byMessage.get(reply.id) ?? 0;
    const today = fitting.occasion === null ? 0 : OCCASION[matches === null ? 'alone' : 'beside'];
    const speaks = 1 - (1 - asked) * (1 - today);
    if (speaks <= 0) continue;
    anyAsked += asked;
    anyToday = Math.max(anyToday, today);
    const answers = answersTo(tallies.get(reply.id), scene.tier, usual);
    const more = Math.min(Math.max(answers.mean / usual, ANSWERED.least), ANSWERED.most);
    found.push({ id: reply.id, weight: speaks * fitting.factor * more, why: whyOf(fitting, asked > today, answers, usual) });
  }
  const none = Math.max(LEAST_NONE, (1 - Math.min(anyAsked, 1)) * (1 - anyToday));
  const all = found.reduce((sum, { weight }) => sum + weight, none);
  if (found.length === 0 || 1 - none / all < SILENT_BELOW) return [];
  found.sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1));
  const best = found[0]!.weight;
  return found
    .filter(({ weight }) => weight >= best * FAR_BEHIND)
    .slice(0, most)
    .map(({ id, weight, why }) => ({ id, chance: weight / all, why }));
}

/** What is believed of a reply with contacts of this tier where something is known of them, else with all. */
interface Answers extends Belief {
  tier: Tier | null;
}

function answersTo(tallies: Tallies | undefined, tier: Tier | null, usual: number): Answers {
  const all = beliefOf(tallies?.all ?? NEVER, usual);
  const here = tier === null ? undefined : tallies?.tiers[tier];
  return here === undefined || here.sent === 0 ? { ...all, tier: null } : { ...beliefOf(here, all.mean), tier };
}

/** What speaks for the reply first, and then its answers where they are good, or whom it is meant for. */
function whyOf({ occasion, meant }: Fit, isAsked: boolean, { sent, answered, low, tier }: Answers, usual: number): Said {
  const first = isAsked || occasion === null ? said('choose_asked') : occasion;
  const isOften = sent >= TELLING && 2 * answered > sent && low > OFTEN * usual;
  const often = tier === null ? saidOf('choose_answered', answered, sent) : saidOf('choose_answered_by', answered, sent, tierLabel(tier));
  const second = isOften ? often : meant;
  return second === null ? first : said('choose_and', first, second);
}

const NEVER: Tally = { sent: 0, answered: 0 };
const sumOf = (tallies: readonly Tally[]): Tally => ({
  sent: tallies.reduce((sum, { sent }) => sum + sent, 0),
  answered: tallies.reduce((sum, { answered }) => sum + answered, 0),
});
