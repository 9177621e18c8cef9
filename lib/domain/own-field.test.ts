import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ownFieldSchema, type OwnField } from './own-field';
import { changedFields, type OwnFieldChange } from './own-field-change';
import { readOwnValue, wrongFieldName } from './own-value';
import { ownNames, ownValue, spellingOfOwn } from './own-names';
import { parseTemplate } from './template/parse';
import { plainWord } from './template/fields';

const NOW = 1_000;
const field = (more: Partial<OwnField> = {}): OwnField =>
  ownFieldSchema.parse({ id: 'car', name: '车型', kind: 'text', place: 0, createdAt: 1, updatedAt: 1, ...more });
const colour = field({
  id: 'colour',
  name: 'Colour',
  kind: 'choice',
  place: 1,
  options: [
    { id: 'r', name: 'Red', removed: false },
    { id: 'b', name: 'Blue', removed: true },
  ],
});

describe('a value is read', () => {
  test.each<[kind: OwnField['kind'], given: string, kept: string | null]>([
    ['text', '  秦\n PLUS ', '秦 PLUS'],
    ['text', '{{last_promise}}', '{{last_promise}}'],
    ['text', 'x'.repeat(501), null],
    ['number', '1,200', '1200'],
    ['number', '3,5', '3.5'],
    ['number', '１２', '12'],
    ['number', '-007.50', '-7.5'],
    ['number', '−0', '0'],
    ['number', '1,234,567.8', '1234567.8'],
    ['number', '1e5', null],
    ['number', 'twelve', null],
    ['number', '1'.repeat(16), null],
    ['date', '2026-02-28', '2026-02-28'],
    ['date', '2026-02-30', null],
    ['yesno', 'yes', 'yes'],
    ['yesno', 'maybe', null],
    ['date', ' ', ''],
    ['yesno', '', ''],
  ])('%s: “%s” is kept as %j', (kind, given, kept) => expect(readOwnValue(field({ kind }), given)).toBe(kept));

  test('of a choice only what is offered now', () => {
    expect(['r', 'b', 'Red', ''].map((given) => readOwnValue(colour, given))).toEqual(['r', null, null, '']);
  });

  test('what was read is read as itself again', () => {
    fc.assert(
      fc.property(fc.constantFrom('text' as const, 'number' as const), fc.oneof(fc.string(), fc.double().map(String)), (kind, given) => {
        const kept = readOwnValue({ kind, options: [] }, given);
        if (kept !== null) expect(readOwnValue({ kind, options: [] }, kept)).toBe(kept);
      }),
    );
  });
});

describe('a field is changed', () => {
  const all = [field(), colour];
  const change = (more: Omit<OwnFieldChange, 'id'>, id = 'car', fields = all) => changedFields(fields, { id, ...more }, NOW);
  const of = (fields: OwnField[], id = 'car') => fields.find((one) => one.id === id)!;

  test('renamed, it remembers what it was called, and not twice', () => {
    const once = change({ name: ' Car  model ' });
    expect(of(once)).toMatchObject({ name: 'Car model', was: ['车型'] });
    expect(of(change({ name: '车型' }, 'car', once))).toMatchObject({ name: '车型', was: ['Car model'] });
  });

  test.each<[string, ReturnType<typeof wrongFieldName>]>([
    [' ', 'empty'],
    ['a|b', 'sign'],
    ['a=b', 'sign'],
    ['a}b', 'sign'],
    ['a\u0000b', 'sign'],
    ['COLOUR', 'taken'],
    ['车型', 'taken'],
    ['Colour 2', null],
  ])('“%s” as a name is %s', (name, wrong) => {
    expect(wrongFieldName(all, null, name)).toBe(wrong);
    const made = () => change({ name, kind: 'text' }, 'new');
    if (wrong === null) expect(of(made(), 'new')).toMatchObject({ name, place: 2 });
    else expect(made).toThrow('invalid');
  });

  test('its kind stays, its options are changed one by one, a removed one keeps its name', () => {
    expect(of(change({ kind: 'number' }))).toMatchObject({ kind: 'text' });
    const options = [
      { id: 'r', removed: true },
      { id: 'g', name: 'Green' },
    ];
    expect(of(change({ options }, 'colour'), 'colour').options).toEqual([
      { id: 'r', name: 'Red', removed: true },
      { id: 'b', name: 'Blue', removed: true },
      { id: 'g', name: 'Green', removed: false },
    ]);
    expect(() => change({ options: [{ id: 'r', removed: true }] }, 'colour')).toThrow('invalid');
    expect(() => change({ options: [{ id: 'g', name: 'red' }] }, 'colour')).toThrow('invalid');
    expect(() => change({ name: 'Size', kind: 'choice' }, 'new')).toThrow('invalid');
  });

  test('moved, all of them have a place of their own; removed, it comes back unless its name is taken', () => {
    expect(change({ before: 'car' }, 'colour').map(({ id, place }) => [id, place])).toEqual([
      ['colour', 0],
      ['car', 1],
    ]);
    const gone = change({ removed: true });
    expect(of(gone).removedAt).toBe(NOW);
    expect(of(change({ removed: false }, 'car', gone)).removedAt).toBeNull();
    const other = change({ name: '车型', kind: 'text' }, 'new', gone);
    expect(() => change({ removed: false }, 'car', other)).toThrow('invalid');
    expect(() => change({ removed: true }, 'nobody')).toThrow('gone');
  });

  test('there are at most forty', () => {
    const many = Array.from({ length: 40 }, (_, place) => field({ id: `f${place}`, name: `f${place}`, place }));
    expect(() => change({ name: 'one more', kind: 'text' }, 'new', many)).toThrow('invalid');
  });
});

describe('in a template', () => {
  test('a value is told by its kind; a file may have held any text', () => {
    expect(ownValue(field({ kind: 'date' }), '2026-03-02')).toEqual({ on: '2026-03-02' });
    expect(ownValue(field({ kind: 'date' }), 'someday')).toBeNull();
    expect(ownValue(colour, 'b')).toEqual({ text: 'Blue' });
    expect(ownValue(colour, 'x')).toBeNull();
    expect(ownValue(field({ kind: 'yesno' }), 'no')).toEqual({ yes: false });
    expect(ownValue(field(), '')).toBeNull();
  });

  test('a field is known by every name it had, unless another has that name today', () => {
    const old = { field: field({ name: 'Auto', was: ['车型', 'colour'] }), value: 'Polo' };
    expect(ownNames([old, { field: colour, value: 'r' }])).toEqual([
      { name: 'auto', value: { text: 'Polo' } },
      { name: 'colour', value: { text: 'Red' } },
      { name: '车型', value: { text: 'Polo' } },
    ]);
  });

  test('it is spelled so that it means the field, whatever it is called', () => {
    expect(spellingOfOwn('车型', 'zh')).toBe('{{车型}}');
    expect(spellingOfOwn('公司', 'zh')).toBe('{{字段:公司}}');
    expect(spellingOfOwn('date+3d', 'en')).toBe('{{field:date+3d}}');
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('?a', '#if', '/if', 'else', 'cursor', 'choice:a')), (name) => {
        fc.pre(wrongFieldName([], null, name) === null && name === name.replace(/\s+/g, ' ').trim() && name.length <= 60);
        for (const language of ['en', 'zh'] as const) {
          const { nodes, errors } = parseTemplate(spellingOfOwn(name, language), new Set([plainWord(name)]));
          expect(errors).toEqual([]);
          expect(nodes).toMatchObject([{ kind: 'own', name }]);
        }
      }),
      { numRuns: 500 },
    );
  });
});
