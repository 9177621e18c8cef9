// How well replies are chosen for messages, on public sets, if their folder is given; and time and size for 300 templates of ten examples.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadMeanings, loadRank } from '../load-rank.mjs';
import { draw, measureSet, readMessages, readTexts, templatesOf } from '../rank-measure.mjs';

/** Folder, its training file, how many of each label are drawn from it, the least hit@3, and the least AUROC of silence. */
const SETS = [
  { name: 'clinc150', folder: 'clinc150', train: 'train_10.jsonl', hit3: 0.925, silence: 0.92 },
  { name: 'hwu64', folder: 'hwu64', train: 'train_10.jsonl', hit3: 0.86 },
  { name: 'sofmattress', folder: 'hint3_sofmattress', train: 'train.jsonl', hit3: 0.94, silence: 0.82 },
  { name: 'crosswoz_ask', folder: 'crosswoz_ask_zh', train: 'train.jsonl', shots: 10, hit3: 0.92 },
];
/** The large index: clinc150 with twenty examples of each label, split over two templates each. */
const LARGE = { folder: 'clinc150', train: 'train.jsonl', shots: 20 };

const least = (name, value, budget, detail) => ({ name, value, unit: 'share', budget, isLeast: true, detail });

/** @returns {Promise<import('../bench.mjs').Row[]>} */
export async function measure({ data }) {
  const rank = await loadRank();
  const meanings = loadMeanings(rank);
  const rows = [];
  for (const { name, folder, train, shots, hit3, silence } of SETS) {
    const file = (last) => join(data ?? '', folder, last);
    const isHere = data !== null && existsSync(file(train)) && existsSync(file('test.jsonl'));
    const oos = isHere && silence && existsSync(file('test_oos.jsonl')) ? readTexts(file('test_oos.jsonl')) : [];
    const lines = isHere ? readMessages(file(train)) : [];
    const templates = templatesOf(shots ? draw(lines, shots) : lines);
    const got = isHere ? measureSet(rank, meanings, { templates, test: readMessages(file('test.jsonl')), oos }) : null;
    const detail = got ? `hit@1 ${(100 * got.hit1).toFixed(1)} %, MRR ${got.mrr.toFixed(3)}, ${got.templates} templates` : '';
    rows.push(least(`rank.${name}`, got && got.hit3, hit3, detail));
    if (silence) rows.push(least(`rank.${name}.silence`, got && got.silence, silence, 'AUROC'));
  }
  return [...rows, ...large(rank, meanings, data)];
}

function large(rank, meanings, data) {
  const file = (last) => join(data ?? '', LARGE.folder, last);
  const isHere = data !== null && existsSync(file(LARGE.train));
  const most = (name, value, unit, budget, detail = '') => ({ name, value, unit, budget, detail });
  let got = null;
  if (isHere) {
    const seen = new Map();
    const halves = draw(readMessages(file(LARGE.train)), LARGE.shots).map(({ text, label }) => {
      const n = seen.get(label) ?? 0;
      seen.set(label, n + 1);
      return { text, label: `${label}/${n % 2}` };
    });
    got = measureSet(rank, meanings, { templates: templatesOf(halves), test: readMessages(file('test.jsonl')).slice(0, 1000) });
  }
  return [
    most(
      'rank.p95_ms',
      got && got.p95,
      'ms',
      5,
      got ? `${got.templates} templates × 10 examples; built in ${got.buildMs.toFixed(0)} ms` : '',
    ),
    most('rank.index_bytes', got && got.bytes, 'bytes', 1_048_576),
  ];
}
