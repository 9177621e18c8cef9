// `npm run dates -- FILE.jsonl`: prints the days found in each line's text, one JSON line each, so that anybody can measure it.
// A line of the file is {"text": "…", "reference": "2026-05-13", "lang": "en" or "zh"}; `-` reads standard input.
import { readFileSync } from 'node:fs';
import { loadCapture } from './load-capture.mjs';

const USAGE = `Usage: npm run dates -- FILE.jsonl
Each line: {"text": "her daughter turns 3 next Friday", "reference": "2026-05-13", "lang": "en"}
"reference" is the day on which it was said (a time after it is ignored); "lang" is "en" or "zh" and only passed on: lines mix both.`;

class BadLine extends Error {}

/** What one line of the file asks for. Throws BadLine with a sentence that says what to do. */
function read(line) {
  let row;
  try {
    row = JSON.parse(line);
  } catch {
    throw new BadLine('is not JSON. Write one object a line');
  }
  if (typeof row !== 'object' || row === null || Array.isArray(row)) throw new BadLine('is not an object');
  if (typeof row.text !== 'string') throw new BadLine('has no "text"');
  const day = typeof row.reference === 'string' ? row.reference.slice(0, 10) : '';
  const isDay = /^\d{4}-\d\d-\d\d$/.test(day) && new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day) === true;
  if (!isDay || !/^(?:$|[T ])/.test(row.reference.slice(10))) throw new BadLine('has no "reference" that is a day such as 2026-05-13');
  if (row.lang !== undefined && !/^(?:en|zh)/.test(row.lang)) throw new BadLine('has a "lang" that is neither "en" nor "zh"');
  return { ...row, day };
}

async function main() {
  const [file, ...more] = process.argv.slice(2);
  if (!file || more.length > 0) throw new Error(USAGE);
  let text;
  try {
    text = readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch {
    throw new Error(`${file} cannot be read.\n${USAGE}`);
  }
  const { report } = await loadCapture();
  let bad = 0;
  for (const [n, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    if (line.trim() === '') continue;
    try {
      const { text: said, reference, lang, day } = read(line);
      process.stdout.write(`${JSON.stringify({ line: n + 1, text: said, reference, ...(lang && { lang }), ...report(said, day) })}\n`);
    } catch (error) {
      if (!(error instanceof BadLine)) throw error;
      bad++;
      console.error(`${file}, line ${n + 1} ${error.message}.`);
    }
  }
  return bad === 0;
}

try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
