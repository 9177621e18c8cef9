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

/**
 * The replies to offer, the likeliest first, or none. The order of what is given does not matter; equals stand by id. A reply that
 * must not be suggested (see fit) is never among them, and without anything that speaks for a reply it is not offered.
 */
export function choose({ replies, matches, scene, tallies, most = 3 }: Choosing): Suggestion[] {
  const byMessage = new Map(matches?.map(({ id, chance }) => [id, chance]));
  const total = sumOf([...tallies.values()].map(({ all }) => all));
  const usual = beliefOf(total).mean;
  const found: { id: string; weight: number; why: Said }[] = [];
  for (const reply of replies) {
    const fitting = fit(reply, scene);
    if (fitting === null) continue;
    const asked = byMessage.get(reply.id) ?? 0;
    const today = fitting.occasion === null ? 0 : OCCASION[matches === null ? 'alone' : 'beside'];
    const speaks = 1 - (1 - asked) * (1 - today);
    if (speaks <= 0) continue;
    const belief = answeredBy(tallies.get(reply.id), scene.tier, usual);
    const answers = Math.min(Math.max(belief.overall.mean / usual, ANSWERED.least), ANSWERED.most);
    const weight = speaks * fitting.factor * answers;
    found.push({ id: reply.id, weight, why: whyOf(fitting, asked > today, belief, scene.tier, usual) });
  }
  const asked = matches?.reduce((sum, { chance }) => sum + chance, 0) ?? 0;
  const none = Math.max(0.02, 1 - Math.max(asked, ...found.map(({ weight }) => Math.min(weight, 1)), 0));
  const all = found.reduce((sum, { weight }) => sum + weight, none);
  if (1 - none / all < SILENT_BELOW) return [];
  found.sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1));
  const best = found[0]!.weight;
  return found
    .filter(({ weight }) => weight >= best * FAR_BEHIND)
    .slice(0, most)
    .map(({ id, weight, why }) => ({ id, chance: weight / all, why }));
}

interface Answers {
  overall: Belief;
  /** Among contacts of this tier, with what is believed on the whole as the beginning. */
  here: Belief | null;
}

function answeredBy(tallies: Tallies | undefined, tier: Tier | null, usual: number): Answers & { overall: Belief } {
  const all = beliefOf(tallies?.all ?? { sent: 0, answered: 0 }, usual);
  const here = tier !== null && tallies?.tiers[tier] ? beliefOf(tallies.tiers[tier], all.mean) : null;
  return { overall: here ?? all, here };
}

/** The strongest reason first, and the answers where they say something. */
function whyOf(fitting: Fit, isAsked: boolean, { overall, here }: Answers, tier: Tier | null, usual: number): Said {
  const first = isAsked ? said('choose_asked') : fitting.occasion!;
  const isOften = overall.sent >= TELLING && overall.low > usual * 0.8 && overall.answered * 2 > overall.sent;
  const second = !isOften
    ? fitting.meant
    : here !== null && tier !== null
      ? saidOf('choose_answered_by', overall.answered, overall.sent, tierLabel(tier))
      : saidOf('choose_answered', overall.answered, overall.sent);
  return second === null ? first : said('choose_and', first, second);
}

const sumOf = (tallies: readonly Tally[]): Tally => ({
  sent: tallies.reduce((sum, { sent }) => sum + sent, 0),
  answered: tallies.reduce((sum, { answered }) => sum + answered, 0),
});
