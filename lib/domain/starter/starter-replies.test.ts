import { describe, expect, test } from 'vitest';
import { NOW } from '../../../tests/support/people';
import { person } from '../../../tests/support/values';
import { CUSTOMER_TYPES, DATE_KINDS, TIERS } from '../kinds';
import { replySchema } from '../reply-records';
import { fillTemplate, textOf } from '../template/fill';
import { parseTemplate } from '../template/parse';
import { starterReplies } from './starter-replies';

const languages = ['en', 'zh'] as const;
const sets = { en: starterReplies('en', NOW), zh: starterReplies('zh', NOW) };

/** A stranger, somebody half known, an old friend of the house. */
const PEOPLE = (language: 'en' | 'zh') => ({
  stranger: person({ name: null }),
  prospect: person({ name: '王磊', type: 'prospect', tier: 'shallow', stage: ['contacted'] }),
  regular: person({
    name: language === 'en' ? 'Dr. Anna Lindt' : '林晓雨（晨光木作）',
    company: language === 'en' ? 'Lindt & Daughters' : '晨光木作',
    promise: language === 'en' ? 'the drawings' : '改好的图纸',
    date: { on: '2026-03-11', kind: 'expiry', label: language === 'en' ? 'car insurance' : '车险' },
    type: 'loyal',
    tier: 'deep',
    tags: ['VIP'],
  }),
});

describe.each(languages)('the starter set in %s', (language) => {
  const replies = sets[language];

  test('has forty replies that are whole records, each with a shortcut of its own', () => {
    expect(replies).toHaveLength(40);
    for (const reply of replies) expect(replySchema.parse(reply)).toEqual(reply);
    for (const of of ['id', 'title', 'body', 'shortcut'] as const) expect(new Set(replies.map((reply) => reply[of])).size).toBe(40);
  });

  test.each(replies)('$starter is right and is filled in for anybody', ({ body }) => {
    expect(parseTemplate(body).errors).toEqual([]);
    for (const values of Object.values(PEOPLE(language))) {
      const filled = fillTemplate(body, values, language);
      const result = textOf(filled, Object.fromEntries(filled.blanks.map((blank) => [blank.name, blank.default || 'XX'])));
      expect(result).toHaveProperty('text');
      const { text } = result as { text: string };
      expect(text.length).toBeLessThan(480);
      // No braces, no doubled or missing space, no doubled sign where something was left out.
      expect(text).not.toMatch(/[{}]|undefined|null| {2}|[,，。.]{2}|\s[,.，。!?？]/);
      if (language === 'en') expect(text).toMatch(/^[A-Z]/);
      else expect(text).not.toMatch(/[,!?;:]|[A-Za-z]+ [a-z]/);
    }
  });

  test('speaks of itself in a few lines, and asks for little', () => {
    for (const { title, body } of replies) {
      expect(fillTemplate(body, PEOPLE(language).regular, language).blanks.length, title).toBeLessThanOrEqual(4);
      expect(title.length).toBeLessThan(40);
    }
  });

  test('has something for each of the nine types, the four tiers and every occasion', () => {
    const covered = <T>(of: (fits: (typeof replies)[number]['fits']) => readonly T[]) => new Set(replies.flatMap(({ fits }) => of(fits)));
    expect([...covered((fits) => fits.types)].sort()).toEqual([...CUSTOMER_TYPES].sort());
    expect([...covered((fits) => fits.tiers)].sort()).toEqual([...TIERS].sort());
    expect([...covered((fits) => fits.occasions)].sort()).toEqual(
      [...DATE_KINDS, 'owed', 'promise', 'after-use', 'cooling', 'festival'].sort(),
    );
  });

  test('pushes no sale on whoever is not close', () => {
    for (const { sells, fits, title } of replies)
      if (sells) expect(fits.tiers.includes('shallow') || fits.tiers.length === 0, title).toBe(false);
    expect(replies.filter(({ sells }) => sells)).toHaveLength(3);
  });
});

test('both languages have the same replies, and no shortcut means two', () => {
  expect(sets.en.map(({ starter }) => starter)).toEqual(sets.zh.map(({ starter }) => starter));
  const shortcuts = [...sets.en, ...sets.zh].map(({ shortcut }) => shortcut);
  expect(new Set(shortcuts).size).toBe(shortcuts.length);
});

test('three hundred replies are filled in within five milliseconds', () => {
  const many = Array.from({ length: 300 }, (_, i) => [...sets.en, ...sets.zh][i % 80]!);
  const somebody = PEOPLE('en').regular;
  const time = () => {
    const from = performance.now();
    for (const { body, language } of many) fillTemplate(body, somebody, language);
    return performance.now() - from;
  };
  // The fastest of some: others work on this machine, too.
  expect(Math.min(...Array.from({ length: 30 }, time))).toBeLessThan(5);
});
