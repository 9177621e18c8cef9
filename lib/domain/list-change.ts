// A change of a list of short texts that names only what it adds and what it takes away: two tabs that add something at once lose nothing.

export interface ListChange {
  add: string[];
  remove: string[];
}

/** What was done to a list. */
export const listChange = (before: readonly string[], after: readonly string[]): ListChange => ({
  add: after.filter((one) => !before.includes(one)),
  remove: before.filter((one) => !after.includes(one)),
});

/** A list after a change. One that takes the place of another stands where that stood. */
export function changedList(list: readonly string[], { add, remove }: ListChange): string[] {
  const [from, to] = [remove[0], add[0]];
  const isSwap = remove.length === 1 && add.length === 1 && list.includes(from!);
  const next = isSwap ? list.map((one) => (one === from ? to! : one)) : [...list.filter((one) => !remove.includes(one)), ...add];
  return [...new Set(next)];
}
