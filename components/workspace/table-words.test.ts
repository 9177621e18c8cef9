import { describe, expect, test } from 'vitest';
import { DATA_TABLES } from '../../lib/domain/tables';
import { speak, type Language } from '../../lib/words/words';
import { tableInWords } from './table-words';

describe.each<Language>(['en', 'zh_CN'])('the tables of a backup in %s', (language) => {
  test('each have a name of their own, none that of the database', () => {
    speak(language, '');
    const names = DATA_TABLES.map(tableInWords);
    for (const [i, name] of names.entries()) expect(name, `Give ${DATA_TABLES[i]} words in table-words.ts.`).not.toBe(DATA_TABLES[i]);
    expect(new Set(names).size).toBe(DATA_TABLES.length);
  });

  test('keep a name that only a file knows', () => {
    expect(tableInWords('toString')).toBe('toString');
  });
});
