// The order in which replies are offered. Plain for now: what was used last, most, then by title.
import { indexWords, matchesWords, queryWords } from './search-words';

export interface Rankable {
  title: string;
  body: string;
  uses: number;
  /** ms since 1970, or null when never used. */
  lastUsedAt: number | null;
}

/** The replies that match the query (all of them when it is empty), best first: title before body, then recency, then use. */
export function rankReplies<T extends Rankable>(replies: readonly T[], query: string): T[] {
  const words = queryWords(query);
  const scored = replies.flatMap((reply) => {
    if (words.length === 0) return [{ reply, score: 0 }];
    if (matchesWords(indexWords(reply.title), words)) return [{ reply, score: 2 }];
    if (matchesWords([...indexWords(reply.title), ...indexWords(reply.body)], words)) return [{ reply, score: 1 }];
    return [];
  });
  return scored
    .sort(
      (a, b) =>
        b.score - a.score ||
        (b.reply.lastUsedAt ?? 0) - (a.reply.lastUsedAt ?? 0) ||
        b.reply.uses - a.reply.uses ||
        a.reply.title.localeCompare(b.reply.title),
    )
    .map((entry) => entry.reply);
}
