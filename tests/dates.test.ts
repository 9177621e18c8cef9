// `npm run dates`, as somebody uses it who measures the finding of dates with sentences of their own.
import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';

function run(input: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/dates.mjs', ...args], { input, encoding: 'utf8' });
  const rows = stdout.split('\n').filter((line) => line !== '');
  return {
    status,
    rows: rows.map((line) => JSON.parse(line) as { line: number; dates: { date: string }[]; offered: { tags: unknown[] } }),
    stderr,
  };
}

describe('npm run dates', () => {
  test('prints one line for each, with the days found and what would be offered', () => {
    const { status, rows } = run(
      '{"text":"女儿下周五三岁, likes hiking","reference":"2026-05-13","lang":"zh"}\r\n\n{"text":"in two weeks","reference":"2026-05-13T08:00:00"}\n',
      '-',
    );
    expect(status).toBe(0);
    expect(rows.map(({ line, dates }) => [line, dates.map(({ date }) => date)])).toEqual([
      [1, ['2026-05-22']],
      [3, ['2026-05-27']],
    ]);
    expect(rows[0]!.offered.tags).toHaveLength(1);
  });

  test('names each bad line and goes on with the others', () => {
    const bad = [
      'x',
      '[]',
      '{"reference":"2026-05-13"}',
      '{"text":"a"}',
      '{"text":"a","reference":"2026-02-30"}',
      '{"text":"a","reference":"2026-05-13","lang":"fr"}',
    ];
    const { status, rows, stderr } = run([...bad, '{"text":"tomorrow","reference":"2026-05-13"}'].join('\n'), '-');
    expect(status).toBe(1);
    expect(rows.map(({ line }) => line)).toEqual([7]);
    expect(stderr.trim().split('\n')).toHaveLength(bad.length);
    bad.forEach((_, n) => expect(stderr).toContain(`line ${n + 1} `));
  });

  test('says how it is used when the file is missing', () => {
    for (const args of [[], ['/no/such/file.jsonl']]) {
      const { status, stderr } = run('', ...args);
      expect(status).toBe(2);
      expect(stderr).toContain('npm run dates -- FILE.jsonl');
    }
  });
});
