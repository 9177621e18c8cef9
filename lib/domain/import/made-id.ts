// Ids of what an import makes. They follow from the import and the place in its file: a step that is done again makes the same ones, and all
// that one import made lies together in every table, to be found again without a list.

/** The beginning that all of them have in common. `job` is an id of `newId`. */
export const madeBeginning = (job: string): string => job.slice(0, 24);

/** Of the person at a place of the file (from 0), or of the `nth` thing made along with them (from 1). */
export const madeId = (job: string, place: number, nth = 0): string =>
  madeBeginning(job) + place.toString(16).padStart(8, '0') + nth.toString(16).padStart(4, '0');

/** From the first id that an import can make to the last. */
export const madeRange = (job: string): [first: string, last: string] => [madeId(job, 0), madeBeginning(job) + 'f'.repeat(12)];

/** The place in the file of the person for whom such an id was made. */
export const placeOf = (id: string): number => Number.parseInt(id.slice(24, 32), 16);

/** From the id of one person to the last that could be made for another, later one. */
export const madeBetween = (from: string, to: string): [first: string, last: string] => [from, to.slice(0, 32) + 'f'.repeat(4)];
