// How well days are found in English sentences written by others: Microsoft's recognizers' own specification, if its folder is given.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadCapture } from '../load-capture.mjs';

const FILE = ['recognizers_dates_en', 'english.jsonl'];
/** Days and stretches of days; times of day, durations and weekly sets are not what a key date can be. */
const KINDS = new Set(['date', 'datetime', 'daterange', 'datetimerange']);
/** Marked there as a time with a date, though no day is named. */
const WITHIN_A_DAY = /\b(?:now|minutes?|mins?|hours?|seconds?|at present|at this time)\b/i;
const DAY = 86_400_000;

/** Every day that a right answer may name: the value, the beginning, the end as the day after and as the last day. */
function rightDays({ values }) {
  const days = new Set();
  for (const { value, start, end } of values ?? []) {
    for (const time of [value, start, end]) if (/^\d{4}-\d\d-\d\d/.test(time ?? '')) days.add(time.slice(0, 10));
    if (/^\d{4}-\d\d-\d\d/.test(end ?? '')) days.add(new Date(Date.parse(end.slice(0, 10)) - DAY).toISOString().slice(0, 10));
  }
  return days;
}

/** "After 2018" begins on the day after the stretch that was found. */
const next = (day) => new Date(Date.parse(day) + DAY).toISOString().slice(0, 10);

/** Counts over all sentences whose reference time is known: what was found, what was to be found, what was right. */
export async function score(file, show = () => {}) {
  const { datesIn } = await loadCapture();
  const counts = { found: 0, wanted: 0, right: 0 };
  for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
    const { text, ref, results } = JSON.parse(line);
    if (!ref) continue;
    const overlaps = (one, other) => one.start <= other.end && other.start < one.end;
    const wanted = results.filter(
      (one) => KINDS.has((one.type ?? '').split('.').at(-1)) && rightDays(one).size > 0 && !WITHIN_A_DAY.test(one.text),
    );
    const other = results.filter((one) => !wanted.includes(one));
    const found = datesIn(text, ref.slice(0, 10)).filter(
      (one) => wanted.some((it) => overlaps(one, it)) || !other.some((it) => overlaps(one, it)),
    );
    const isRight = (it) =>
      found.some((one) => overlaps(one, it) && [one.date, one.from, one.to, next(one.to)].some((day) => rightDays(it).has(day)));
    const right = wanted.filter(isRight).length;
    counts.found += Math.max(found.length, right);
    counts.wanted += wanted.length;
    counts.right += right;
    if (right < wanted.length || found.length > right) show({ text, ref, wanted, found });
  }
  return counts;
}

/** @returns {Promise<import('../bench.mjs').Row[]>} */
export async function measure({ data }) {
  const file = data && join(data, ...FILE);
  const counts = file && existsSync(file) ? await score(file) : null;
  const detail = counts ? `${counts.right} right of ${counts.found} found, ${counts.wanted} to be found` : '';
  const row = (name, value, budget) => ({ name, value, unit: 'share', budget, isLeast: true, detail });
  return [
    row('recognizers_dates_en.precision', counts && counts.right / counts.found, 0.83),
    row('recognizers_dates_en.recall', counts && counts.right / counts.wanted, 0.75),
  ];
}
