// The README tells the template language as it is: every word that is understood stands there, and none that is not.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { TOPIC_WORDS, VALUE_WORDS } from '@/lib/domain/template/conditions';
import { fieldOf, FIELDS, spellingsOf, UNIT_WORDS } from '@/lib/domain/template/fields';
import { parseTemplate } from '@/lib/domain/template/parse';
import { fieldsToInsert, wordsToInsert } from '@/components/workspace/template-words';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const part = /\n## Replies\n(.*?)\n## /s.exec(readme)![1]!;
const codesIn = (text: string): string[] => [...text.matchAll(/`([^`]+)`/g)].map(([, code]) => code!.replaceAll('\\|', '|'));
const codes = codesIn(part);
const rows = part
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => line.split('|').slice(1, 3).flatMap(codesIn));

describe('the README on replies', () => {
  test('has a line for every field, with every word for it and no other', () => {
    expect(rows.map(([word]) => word)).toEqual([...FIELDS]);
    for (const [first, ...others] of rows) expect([first, ...others].sort(), first).toEqual(spellingsOf(fieldOf(first!)!).sort());
  });

  test('names all that a condition can ask about, the values of its lists, and how far away a day can be', () => {
    const all = [...TOPIC_WORDS, ...VALUE_WORDS.type, ...VALUE_WORDS.tier, ...VALUE_WORDS.language, ...UNIT_WORDS];
    expect(all.filter((word) => !codes.includes(word))).toEqual([]);
  });

  test('shows no tag that the language does not understand', () => {
    const own = new Set(['车型']);
    const shown = codes.filter((code) => /\{\{|｛｛/.test(code));
    expect(shown.length).toBeGreaterThan(12);
    for (const code of shown) {
      const whole = /#if|#如果/.test(code) && !/\/if|\/如果/.test(code) ? `${code}{{/if}}` : code;
      expect(parseTemplate(whole, own).errors, code).toEqual([]);
    }
  });
});

describe('the editor’s help', () => {
  test('has every field, every kind of tag, every question of a condition, and says them in the language of the reply', () => {
    for (const language of ['en', 'zh'] as const) {
      const all = wordsToInsert(language);
      const text = all.map((one) => one.text).join('\n');
      const spoken = all.flatMap(({ text: one, also = [] }) => [...also, ...(one.match(/[\p{L}_]+/gu) ?? [])]);
      for (const field of FIELDS)
        expect(
          spellingsOf(field).some((word) => spoken.includes(word)),
          `${field} in ${language}`,
        ).toBe(true);
      const asked = TOPIC_WORDS.filter((word) => new RegExp(`(?:#if|#如果) ${word}!?=`).test(text));
      expect(asked).toHaveLength(5);
      const kinds = new Set(parseTemplate(text.replace(/\\\{\{.*/, ''), new Set(['car', '车型'])).spans.map(({ kind }) => kind));
      expect([...kinds].sort()).toEqual(['ask', 'block', 'cursor', 'field']);
      for (const sign of ['!=', 'field:', '字段:', '?', 'choice', '选择', '|', '\\{{'])
        if (/^[a-z]/.test(sign) === (language === 'en') || /^[^a-z\p{Script=Han}]/u.test(sign)) expect(text).toContain(sign);
      expect(fieldsToInsert(language).length).toBeGreaterThan(3);
    }
  });
});
