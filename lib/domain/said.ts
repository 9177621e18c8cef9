// A reason in words that are chosen later: rules know no language.

/**
 * Something to be said: a key of public/_locales and its values `$1`, `$2` … With `count`, the first value is a number that
 * chooses between `word_one` and `word_other`. A value `{ day }` is said as a date; a value that is itself something said is
 * said first. Strings are the user's own words and never read again.
 */
export interface Said {
  word: string;
  args: readonly Value[];
  count?: true;
}
export type Value = string | number | { day: string } | Said;

/** Something said without a number that changes the words. */
export const said = (word: string, ...args: Value[]): Said => ({ word, args });

/** Something said of a number, which is `$1`. */
export const saidOf = (word: string, count: number, ...args: Value[]): Said => ({ word, args: [count, ...args], count: true });
