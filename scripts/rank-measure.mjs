// How well messages find their template: hits, silence, time and size. For `npm run rank` and `npm run bench`.
import { readFileSync } from 'node:fs';

/** @typedef {{ text: string, label: string }} Row */

export class BadInput extends Error {}

/**
 * The rows of a file of one JSON object a line. `wanted` names what each must have: the first of the alternatives that is there.
 * @param {Record<string, string[]>} wanted
 */
export function readRows(file, wanted) {
  let content;
  try {
    content = readFileSync(file, 'utf8');
  } catch {
    throw new BadInput(`${file} cannot be read. Give a file with one JSON object a line.`);
  }
  const rows = [];
  const lines = content.replace(/^\uFEFF/, '').split(/\r?\n/);
  for (const [n, line] of lines.entries()) {
    if (line.trim() === '') continue;
    let given;
    try {
      given = JSON.parse(line);
    } catch {
      throw new BadInput(`${file}, line ${n + 1} is not JSON. Write one object a line.`);
    }
    const row = {};
    for (const [name, keys] of Object.entries(wanted)) {
      const key = keys.find((one) => typeof given?.[one] === 'string');
      if (key === undefined)
        throw new BadInput(`${file}, line ${n + 1} has no ${keys.map((one) => `"${one}"`).join(' or ')} that is text.`);
      row[name] = given[key];
    }
    rows.push(row);
  }
  if (rows.length === 0) throw new BadInput(`${file} has no lines.`);
  return rows;
}

export const readMessages = (file) => readRows(file, { text: ['text'], label: ['label'] });
export const readTitles = (file) => readRows(file, { label: ['label'], title: ['title', 'text'] });
export const readTexts = (file) => readRows(file, { text: ['text'] });

/**
 * At most `most` rows of each label, drawn by chance that is the same every time: all rows are shuffled (Fisher and Yates, from the end,
 * numbers from mulberry32 with seed 1), the first ones of each label stay. A label such as `ask:address|phone` is one label of its own.
 * @param {Row[]} rows
 */
export function draw(rows, most) {
  let state = 1;
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const order = [...rows];
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j], order[i]];
  }
  const taken = new Map();
  return order.filter(({ label }) => {
    const n = (taken.get(label) ?? 0) + 1;
    taken.set(label, n);
    return n <= most;
  });
}

/** One template a label. A repeated title of a label is one more example. */
export function templatesOf(train, titles = []) {
  const found = new Map();
  const of = (label) => found.get(label) ?? found.set(label, { id: label, title: '', examples: [] }).get(label);
  for (const { label, title } of titles) {
    if (of(label).title === '') of(label).title = title;
    else of(label).examples.push(title);
  }
  for (const { label, text } of train) of(label).examples.push(text);
  return [...found.values()];
}

const RUNS = 3;
const share95 = (values) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * 0.95))];
const anyFits = (matches) => matches.reduce((sum, { chance }) => sum + chance, 0);

/**
 * Measures a set. Each message is timed three times and its fastest run counts, so that other programs of the machine do not.
 * @param {{ templates: object[], test: Row[], oos?: { text: string }[] }} set
 */
export function measureSet({ buildIndex, matchMessage, indexBytes }, meanings, { templates, test, oos = [] }) {
  const started = performance.now();
  const index = buildIndex(templates, meanings);
  const buildMs = performance.now() - started;
  const times = [];
  const match = (text) => {
    let best = Infinity;
    let found = [];
    for (let run = 0; run < RUNS; run++) {
      const from = performance.now();
      found = matchMessage(index, text, meanings);
      best = Math.min(best, performance.now() - from);
    }
    times.push(best);
    return found;
  };
  let first = 0;
  let three = 0;
  let ranks = 0;
  const inside = [];
  for (const { text, label } of test) {
    const found = match(text);
    const at = found.findIndex(({ id }) => id === label);
    if (at === 0) first += 1;
    if (at >= 0 && at < 3) three += 1;
    if (at >= 0) ranks += 1 / (at + 1);
    inside.push(anyFits(found));
  }
  const outside = oos.map(({ text }) => anyFits(match(text)));
  return {
    templates: templates.length,
    hit1: first / test.length,
    hit3: three / test.length,
    mrr: ranks / test.length,
    silence: outside.length > 0 ? auroc(inside, outside) : null,
    p95: share95(times),
    bytes: indexBytes(index),
    buildMs,
  };
}

/** The chance that one with an answer has the higher value than one without, ties half. */
function auroc(inside, outside) {
  const all = [...inside.map((value) => ({ value, is: 1 })), ...outside.map((value) => ({ value, is: 0 }))].sort(
    (a, b) => a.value - b.value,
  );
  let ranks = 0;
  for (let from = 0; from < all.length;) {
    let to = from;
    while (to < all.length && all[to].value === all[from].value) to += 1;
    for (let i = from; i < to; i++) ranks += all[i].is * ((from + to + 1) / 2);
    from = to;
  }
  return (ranks - (inside.length * (inside.length + 1)) / 2) / (inside.length * outside.length);
}
