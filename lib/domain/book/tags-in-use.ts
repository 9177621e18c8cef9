// Which tags there are, from the column of all lines.
import type { Columns } from './columns';

/** All tags, the most used first, equally used ones by their letters. Those that differ in case only are one, written as most write it. */
export function tagsInUse({ sheets }: Columns): string[] {
  // Few lists of tags are on many lines: each is taken apart once.
  const lists = new Map<string, number>();
  for (const { lines } of sheets) for (const list of lines('tags')) if (list !== '') lists.set(list, (lists.get(list) ?? 0) + 1);
  const tags = new Map<string, Map<string, number>>();
  for (const [list, many] of lists) {
    for (const tag of list.split('\t')) {
      const folded = tag.toLowerCase();
      const ways = tags.get(folded) ?? new Map<string, number>();
      tags.set(folded, ways.set(tag, (ways.get(tag) ?? 0) + many));
    }
  }
  return [...tags.values()]
    .map((ways) => {
      const [[tag]] = [...ways].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)) as [[string, number]];
      return { tag, many: [...ways.values()].reduce((sum, n) => sum + n, 0) };
    })
    .sort((a, b) => b.many - a.many || (a.tag < b.tag ? -1 : 1))
    .map(({ tag }) => tag);
}
