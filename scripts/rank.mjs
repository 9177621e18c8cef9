// `npm run rank -- --train FILE.jsonl --test FILE.jsonl`: how well replies are chosen for messages of your own.
import { parseArgs } from 'node:util';
import { loadMeanings, loadRank } from './load-rank.mjs';
import { BadInput, draw, measureSet, readMessages, readTexts, readTitles, templatesOf } from './rank-measure.mjs';

const USAGE = `Usage: npm run rank -- --train FILE.jsonl --test FILE.jsonl [--titles FILE.jsonl] [--oos FILE.jsonl] [--shots N] [--plain]
--train and --test: {"text": "a message", "label": "its template"} a line. Every label is one template.
--titles: {"label": "…", "title": "…"} a line ("text" is taken where there is no "title"); with it --train may be left out.
--oos: {"text": "a message that no template answers"} a line; measures silence.
--shots N: at most N lines of --train for each label, drawn the same way every time.
--plain: without the table of English words.`;

function options() {
  const text = { type: 'string' };
  try {
    const { values } = parseArgs({
      options: { train: text, test: text, titles: text, oos: text, shots: text, plain: { type: 'boolean' } },
    });
    if (!values.test || !(values.train || values.titles)) throw new Error('--test and one of --train and --titles are needed.');
    if (values.shots !== undefined && !/^[1-9]\d{0,5}$/.test(values.shots)) throw new Error('--shots has to be a number of at least 1.');
    return values;
  } catch (error) {
    throw new BadInput(`${error.message}\n${USAGE}`);
  }
}

async function main() {
  const { train, test, titles, oos, shots, plain } = options();
  const lines = train ? readMessages(train) : [];
  const templates = templatesOf(shots ? draw(lines, Number(shots)) : lines, titles ? readTitles(titles) : []);
  const set = { templates, test: readMessages(test), oos: oos ? readTexts(oos) : [] };
  const known = new Set(templates.map(({ id }) => id));
  const lost = set.test.filter(({ label }) => !known.has(label)).length;
  if (lost > 0) console.error(`${lost} lines of ${test} have a label that no template has; they count as missed.`);
  const rank = await loadRank();
  const got = measureSet(rank, plain ? null : loadMeanings(rank), set);
  const percent = (value) => `${(100 * value).toFixed(1)} %`;
  const rows = [
    ['templates', String(got.templates)],
    ['examples', String(templates.reduce((sum, { examples }) => sum + examples.length, 0))],
    ['messages', String(set.test.length)],
    ['hit@1', percent(got.hit1)],
    ['hit@3', percent(got.hit3)],
    ['MRR', got.mrr.toFixed(3)],
    ['ms p95', got.p95.toFixed(2)],
    ['ms to build', got.buildMs.toFixed(0)],
    ['index bytes', String(got.bytes)],
    ...(got.silence === null ? [] : [['silence AUROC', got.silence.toFixed(3)]]),
  ];
  for (const [name, value] of rows) console.log(name.padEnd(15) + value.padStart(10));
}

try {
  await main();
} catch (error) {
  console.error(error instanceof BadInput ? error.message : error);
  process.exitCode = 2;
}
