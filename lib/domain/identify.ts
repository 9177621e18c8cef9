// Who is this? Tells one person from another on sites that show only a name (DESIGN: weak identity).

/** What is known of someone remembered under the same name or through messages already seen. */
export interface Candidate {
  identityId: string;
  /** Whether the conversation now bears this one's name. */
  isNamed: boolean;
  /** How many of the messages now on the screen were counted for this identity before. */
  overlap: number;
}

/** `known`: it is this one. `ask`: the rep has to say which. `stranger`: nobody remembered. */
export type Verdict = { is: 'known'; identityId: string } | { is: 'ask'; identityIds: string[] } | { is: 'stranger' };

/**
 * Decides from the messages on the screen. Messages seen before prove the person even after a rename; a name alone
 * proves nothing, so the same name without a known message is a question for the rep, asked before any note is shown.
 */
export function identify(candidates: readonly Candidate[]): Verdict {
  const proven = candidates.filter((candidate) => candidate.overlap > 0);
  const named = candidates.filter((candidate) => candidate.isNamed);
  const [one] = proven;
  // Messages of one under the name of another: renamed, or a page that is just changing. The rep has to say.
  if (one && proven.length === 1 && (one.isNamed || named.length === 0)) return { is: 'known', identityId: one.identityId };
  const open = proven.length > 0 ? [...new Set([...proven, ...named])] : named;
  if (open.length === 0) return { is: 'stranger' };
  return { is: 'ask', identityIds: open.map((candidate) => candidate.identityId) };
}
