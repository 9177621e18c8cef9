// The sentences on which the finding of dates is measured, and how: tests/dates/*.txt.
import { readFileSync } from 'node:fs';
import { datesIn } from '@/lib/domain/capture/report';

export const SETS = ['zh-development', 'en-development', 'zh-held-out', 'en-held-out'] as const;
const SAID_ON = '2026-05-13';

export interface Score {
  precision: number;
  recall: number;
  sentences: number;
  /** Sentences with anything missing, wrong or too much. */
  wrong: string[];
}

/** A day is right when it is the day itself; a stretch, when both its ends are right. */
export function score(set: (typeof SETS)[number]): Score {
  const lines = readFileSync(new URL(`${set}.txt`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  const counts = { right: 0, found: 0, wanted: 0 };
  const wrong: string[] = [];
  for (const line of lines) {
    const [text, days] = line.split('|').map((part) => part.trim()) as [string, string];
    const wanted = days.split(/\s+/).filter((day) => day !== '');
    const found = datesIn(text, SAID_ON);
    const left = [...found];
    for (const day of wanted) {
      const at = left.findIndex(({ date, from, to }) => (day.includes('~') ? `${from}~${to}` : date) === day);
      if (at >= 0) left.splice(at, 1);
    }
    const right = found.length - left.length;
    counts.right += right;
    counts.found += found.length;
    counts.wanted += wanted.length;
    if (right < wanted.length || left.length > 0) wrong.push(text);
  }
  return { precision: counts.right / counts.found, recall: counts.right / counts.wanted, sentences: lines.length, wrong };
}
