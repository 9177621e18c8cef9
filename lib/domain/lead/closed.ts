// How a lead ends. These two stages are no settings: they stand behind all others and are there for every rep.

export const CLOSED_STAGES = ['won', 'lost'] as const;
export type ClosedStage = (typeof CLOSED_STAGES)[number];

/** Whether a stage is one that a lead is in. */
export const isLeadStage = (id: string | null): boolean => id !== null && id !== '' && !isClosedStage(id);

/** Whether a stage is one of the two in which nobody is a lead any more. */
export const isClosedStage = (id: string | null): id is ClosedStage => id === 'won' || id === 'lost';
