// The table of English words that is shipped, and what `npm run rank` measures with.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildIndex, learn, matchMessage, readMeanings, type Known } from '@/lib/domain/rank/index';

const file = readFileSync('public/meanings-en.bin');
const bytes = file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength);
const meanings = readMeanings(bytes)!;

describe('the table of meanings', () => {
  const shop: Known[] = [
    { id: 'refund', title: 'Refund', examples: ['i want my money back'] },
    { id: 'delivery', title: 'Delivery', examples: ['when will my parcel arrive'] },
    { id: 'hours', title: 'Opening hours', examples: ['when do you open'] },
  ];

  test('finds a template by other words that mean the same', () => {
    const found = (table: typeof meanings | null): string[] =>
      ['could i get reimbursed', 'has the package been shipped', 'has the store closed yet'].map(
        (message) => matchMessage(buildIndex(shop, table), message, table)[0]?.id ?? 'none',
      );
    expect(found(meanings)).toEqual(['refund', 'delivery', 'hours']);
    expect(found(null)).not.toEqual(['refund', 'delivery', 'hours']);
  });

  test('is learned with a message, and an index without it does not mind', () => {
    const learned = learn(null, 'hours', 'are you there on sundays', 1, meanings);
    const taught = shop.map((one) => (one.id === 'hours' ? { ...one, learned } : one));
    expect(matchMessage(buildIndex(taught, meanings), 'open at weekends?', meanings)[0]?.id).toBe('hours');
    expect(matchMessage(buildIndex(taught), 'there on sundays?')[0]?.id).toBe('hours');
  });

  test('is refused when it is cut off or something else', () => {
    expect(readMeanings(new ArrayBuffer(0))).toBeNull();
    expect(readMeanings(bytes.slice(0, -1))).toBeNull();
    expect(readMeanings(new TextEncoder().encode('not a table at all').buffer)).toBeNull();
  });
});

describe('npm run rank', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rank-'));
  const written = (name: string, ...lines: unknown[]): string => {
    const path = join(folder, `${name}.jsonl`);
    writeFileSync(path, lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'));
    return path;
  };
  const rank = (...args: string[]) => spawnSync(process.execPath, ['scripts/rank.mjs', ...args], { encoding: 'utf8' });
  const good = written('good', { text: 'how much is it', label: 'price' }, { text: 'when does it come', label: 'delivery' });

  test.each([
    ['that is not JSON', ['hello'], /line 1 is not JSON/],
    ['without a label', [{ text: 'a', label: 'b' }, { text: 'a' }], /line 2 has no "label"/],
    ['with a number for a text', [{ text: 1, label: 'b' }], /line 1 has no "text"/],
    ['that says null', ['null'], /line 1 has no "text"/],
    ['without lines', ['', ''], /has no lines/],
  ])('refuses a file %s, and says where', (name, lines, message) => {
    const { status, stderr } = rank('--train', written(name, ...lines), '--test', good);
    expect(status).toBe(2);
    expect(stderr).toMatch(message);
    expect(stderr).not.toContain('    at ');
  });

  test.each([
    ['no file', ['--train', 'none.jsonl', '--test', good], /none\.jsonl cannot be read/],
    ['a folder', ['--train', folder, '--test', good], /cannot be read/],
    ['no test', ['--train', good], /Usage/],
    ['what it does not know', ['--train', good, '--test', good, '--best'], /Usage/],
    ['a number that is none', ['--train', good, '--test', good, '--shots', 'ten'], /--shots/],
  ])('refuses %s', (_, args, message) => {
    const { status, stderr } = rank(...args);
    expect(status).toBe(2);
    expect(stderr).toMatch(message);
  });

  test('counts hits, ranks and silence', () => {
    const test = written(
      'test',
      { text: 'how much', label: 'price' },
      { text: 'how much', label: 'delivery' },
      { text: 'xyz', label: 'gone' },
    );
    const titles = written('titles', '\uFEFF{"label":"hours","title":"Opening hours"}');
    const oos = written('oos', { text: 'qqq' });
    const { status, stdout, stderr } = rank('--train', good, '--test', test, '--titles', titles, '--oos', oos, '--plain');
    expect(status).toBe(0);
    expect(stderr).toMatch(/^1 lines of .* have a label that no template has/);
    const value = (name: string): string => new RegExp(`^${name} +(\\S+)`, 'm').exec(stdout)![1]!;
    expect([value('templates'), value('examples'), value('messages')]).toEqual(['3', '2', '3']);
    expect(value('hit@1')).toBe('33.3');
    // Two messages that fit something, one that fits nothing like the one beyond: (1 + 1 + 1/2) of 3.
    expect(Number(value('silence AUROC'))).toBeCloseTo(2.5 / 3, 3);
  });
});
