// Tables of people: how their columns and cells are understood, and that a file of any size and writing is read piece by piece.
import { describe, expect, test } from 'vitest';
import { ENCODINGS } from '../text-file';
import type { IncomingPerson, Item, Looked, Mapping } from './incoming';
import { lookAt, readPeople, type Given } from './index';

type Look = Extract<Looked, { kind: 'table' }>;
async function look(text: BlobPart, given: Given = { country: 'CN' }): Promise<Look> {
  const found = await lookAt(new Blob([text]), given);
  if (!found.ok || found.kind !== 'table') throw new Error(JSON.stringify(found));
  return found;
}
async function items(
  text: BlobPart,
  { country = 'CN', after = 0, ...change }: Partial<Mapping> & { country?: string | null; after?: number } = {},
): Promise<Item[]> {
  const { encoding, table } = await look(text, { country });
  const found: Item[] = [];
  for await (const item of readPeople(new Blob([text]), {
    encoding,
    country,
    mapping: { ...table.mapping, ...change },
    today: '2026-03-02',
    after,
  }))
    found.push(item);
  return found;
}
const people = async (...args: Parameters<typeof items>): Promise<IncomingPerson[]> =>
  (await items(...args)).flatMap((item) => ('person' in item ? [item.person] : []));
const fields = async (...names: string[]): Promise<(string | null)[]> =>
  (await look(`${names.map((name) => `"${name}"`).join()}\n${names.map((_, i) => `x${i}`).join()}\n`)).table.mapping.columns.map(
    (column) => column && column.field + (column.name && `:${column.name}`),
  );

describe('columns are known by their names', () => {
  test.each([
    [
      ['姓名', '手机号', '电子邮箱', '公司名称', '职位', '生日', '备注', '标签', '来源', '阶段'],
      ['name', 'phone', 'email', 'company', 'role', 'birthday', 'note', 'tags', 'source', 'stage'],
    ],
    [
      ['Full Name', 'Mobile Phone', 'E-mail', 'Organisation', 'Job Title', 'Date of Birth', 'Comments', 'Website'],
      ['name', 'phone', 'email', 'company', 'role', 'birthday', 'note', 'link'],
    ],
    [
      ['first_name', 'last_name', 'phone_number', 'email_address', 'lead_source', 'created_at'],
      ['first', 'last', 'phone', 'email', 'source', 'addedOn'],
    ],
    [
      ['客户名称', '手机', '电话2'],
      ['name', 'phone', 'phone'],
    ],
    [
      ['联系人', '客户名称', '微信昵称', '农历生日', '出生年', '出生月', '出生日'],
      ['name', 'company', 'nickname', 'lunarBirthday', 'birthYear', 'birthMonth', 'birthDay'],
    ],
    [
      ['Name', 'Field: Car', 'Fax', 'Assistant’s Phone', 'Record ID', 'Tags, one a line'],
      ['name', 'own:Car', null, null, null, 'tags:lines'],
    ],
    [
      ['Name', 'Title', 'Job Title'],
      ['name', null, 'role'],
    ],
  ])('%j', async (names, expected) => {
    expect(await fields(...names)).toEqual(expected);
  });

  test('or, where a table names none, by what their cells look like', async () => {
    const { table } = await look('王芳,13800138000,wf@example.cn,https://example.cn\n李四,13900139000,,\n');
    expect(table.mapping.header).toBeNull();
    expect(table.mapping.columns.map((column) => column?.field)).toEqual(['name', 'phone', 'email', 'link']);
    expect(await people('王芳,13800138000,wf@example.cn,https://example.cn\n')).toMatchObject([
      { row: 1, name: '王芳', phones: ['+8613800138000'] },
    ]);
  });

  test('the user’s word goes over both, and samples show what a column holds', async () => {
    const text = 'Name;Telefon\nAnna;Berlin\n';
    const { table } = await look(text);
    expect([table.names, table.samples]).toEqual([['Name', 'Telefon'], [['Anna', 'Berlin']]]);
    expect(
      await people(text, {
        columns: [
          { field: 'name', name: '' },
          { field: 'own', name: 'Stadt' },
        ],
      }),
    ).toMatchObject([{ name: 'Anna', own: { Stadt: 'Berlin' }, left: [] }]);
  });
});

describe('cells hold', () => {
  const one = async (name: string, cell: string, country: string | null = 'CN'): Promise<IncomingPerson> =>
    (await people(`Name,${name}\nAnna,"${cell}"\n`, { country }))[0]!;

  test.each([
    ['138-0013-8000', ['+8613800138000']],
    ["'13800138000", ['+8613800138000']],
    ['手机：13800138000；家 010-65551234', ['+8613800138000', '+861065551234']],
    ['13800138000/13900139000', ['+8613800138000', '+8613900139000']],
    ['+86 13800138000, 0086 138 0013 8000', ['+8613800138000']],
    ['1.38E+10', []],
  ])('numbers, several of them, and nothing that is none: %s', async (cell, phones) => {
    expect((await one('Phone', cell)).phones).toEqual(phones);
  });

  test('a number without a country’s code, where no country is set, is left and said', async () => {
    expect((await one('Phone', '138 0013 8000', null)).left).toEqual([{ word: 'incoming_left_code', args: ['138 0013 8000'] }]);
    expect((await one('Phone', '030/901820', 'DE')).phones).toEqual(['+4930901820']);
  });

  test('addresses with names around them', async () => {
    expect((await one('Email', 'Anna <Anna@Example.com>; b@example.org')).emails).toEqual(['anna@example.com', 'b@example.org']);
  });

  test.each([
    ['1990-05-09', 1990, 5, 9],
    ['1990/5/9 0:00', 1990, 5, 9],
    ['19900509', 1990, 5, 9],
    ['9.5.1990', 1990, 5, 9],
    ['09.05.90', 1990, 5, 9],
    ['9/5/1990', 1990, 5, 9],
    ['5/25/1990', 1990, 5, 25],
    ['May 9, 1990', 1990, 5, 9],
    ['9. Mai 1990', 1990, 5, 9],
    ['09-MAY-90', 1990, 5, 9],
    ['1990年5月9日', 1990, 5, 9],
    ['一九九〇年五月九日', 1990, 5, 9],
    ['5月9日', null, 5, 9],
    ['05-09', null, 5, 9],
    ['--05-09', null, 5, 9],
    ['9.5.', null, 5, 9],
    ['1604-05-09', null, 5, 9],
    ['0000-02-29', null, 2, 29],
  ])('a birthday: %s', async (cell, year, month, day) => {
    expect((await one('Birthday', cell)).dates).toEqual([
      { kind: 'birthday', label: '', everyMonths: 12, calendar: 'solar', year, month, leapMonth: false, day },
    ]);
  });

  test.each([
    ['农历1990年八月十五', 1990, 8, 15, false],
    ['农历闰六月初三', null, 6, 3, true],
    ['阴历 8-15', null, 8, 15, false],
    ['腊月三十（农历）', null, 12, 30, false],
  ])('a lunar birthday: %s', async (cell, year, month, day, leapMonth) => {
    expect((await one('生日', cell)).dates).toEqual([
      { kind: 'birthday', label: '', everyMonths: 12, calendar: 'lunar', year, month, leapMonth, day },
    ]);
  });

  test.each(['31.02.1990', '1990-13-01', 'soon', '1850-01-01', '农历八月三十一'])('no birthday: %s', async (cell) => {
    const { dates, left } = await one('Birthday', cell);
    expect([dates, left]).toEqual([[], [{ word: 'incoming_left_date', args: [cell] }]]);
  });

  test('nothing that would turn the text around it or hold lines of its own', async () => {
    expect((await one('Company', 'A\u202eB\nC\u0007')).company).toBe('AB C');
  });
});

describe('days are read as the table writes them', () => {
  test('month first where one row can be read in no other way, else as the user’s country does', async () => {
    const rows = (last: string) => `Name,Birthday\nA,3/4/1990\nB,${last}\n`;
    expect((await look(rows('5/25/1990'))).table.mapping.order).toBe('mdy');
    expect((await look(rows('25/5/1990'), { country: 'US' })).table.mapping.order).toBe('dmy');
    expect((await look(rows('5/6/1990'), { country: 'US' })).table.mapping.order).toBe('mdy');
    expect((await people(rows('5/25/1990')))[0]!.dates).toMatchObject([{ month: 3, day: 4 }]);
  });
});

describe('a large file', () => {
  const row = (i: number): string => `客户${i},+861380013${String(i).padStart(4, '0')},"第一行 ${i}\n第二行 ""${i}"""\r\n`;
  const COUNT = 9000;
  const text = '姓名,手机,备注\r\n' + Array.from({ length: COUNT }, (_, i) => row(i)).join('');

  test('is read in pieces that cut rows, characters and line breaks, and gives every row at its line', async () => {
    const found = await items(text);
    expect(found).toHaveLength(COUNT);
    for (const [i, item] of found.entries())
      expect(item).toMatchObject({
        person: {
          row: 2 + 2 * i,
          name: `客户${i}`,
          phones: [`+861380013${String(i).padStart(4, '0')}`],
          note: `第一行 ${i}\n第二行 "${i}"`,
        },
      });
    const bytes = found.map(({ at }) => at.bytes);
    expect(new Set(bytes).size).toBeGreaterThan(3);
    expect(bytes).toEqual([...bytes].sort((a, b) => a - b));
    expect(found.at(-1)!.at).toEqual({ row: 2 * COUNT, bytes: new Blob([text]).size, size: new Blob([text]).size });
  });

  test('is not a line longer where the two halves of a line break come in two pieces', async () => {
    const first = 'Name\r\n';
    const text = `${first}${'A'.repeat(128 * 1024 - first.length - 1)}\r\nBob\r\n`;
    expect((await people(text)).map(({ row }) => row)).toEqual([2, 3]);
  });

  test('goes on behind the row at which it was left', async () => {
    const rest = await people(text, { after: 2 * (COUNT - 10) + 2 });
    expect(rest.map(({ name }) => name)).toEqual(Array.from({ length: 9 }, (_, i) => `客户${COUNT - 9 + i}`));
  });

  test('with a quotation mark that is not closed gives what stands before and behind it, and says where', async () => {
    const torn = 'Name,Note\n' + 'Anna,x\n'.repeat(20_000) + 'Bob,"open\n' + 'Carl,y\n'.repeat(20_000);
    const found = await items(torn);
    expect(found.filter((item) => 'rejected' in item)).toMatchObject([{ rejected: { row: 20_002, why: { word: 'incoming_torn' } } }]);
    expect(found.filter((item) => 'person' in item)).toHaveLength(40_000);
  });
});

test.each([...ENCODINGS].filter((encoding) => encoding !== 'windows-1252'))('a file in %s is found to be so', async (encoding) => {
  const text = '姓名;手机\n王芳;13800138000\n';
  const utf16 = (swap: boolean) =>
    Uint8Array.from(
      [...text].flatMap((one) => [one.charCodeAt(0) & 255, one.charCodeAt(0) >> 8]).map((_, i, all) => all[swap ? i ^ 1 : i]!),
    );
  const gb = Uint8Array.from([
    0xd0,
    0xd5,
    0xc3,
    0xfb,
    0x3b,
    0xca,
    0xd6,
    0xbb,
    0xfa,
    0x0a,
    0xcd,
    0xf5,
    0xb7,
    0xbc,
    0x3b,
    ...new TextEncoder().encode('13800138000\n'),
  ]);
  const bytes = encoding === 'utf-8' ? '\ufeff' + text : encoding === 'gb18030' ? gb : utf16(encoding === 'utf-16be');
  expect((await look(bytes)).encoding).toBe(encoding);
  expect(await people(bytes)).toMatchObject([{ name: '王芳', phones: ['+8613800138000'] }]);
});

describe('a file that gives nobody says why', () => {
  test.each([
    ['', 'empty'],
    ['\n \n', 'empty'],
    ['姓名,手机\n', 'none'],
    ['PK\u0003\u0004 …', 'workbook'],
    ['a\0\0b', 'binary'],
    ['{"people": []}', 'foreign'],
    ['<!doctype html><p>x', 'foreign'],
    ['%PDF-1.7 x', 'foreign'],
  ])('%j is %s', async (text, problem) => {
    expect(await lookAt(new Blob([text]))).toEqual({ ok: false, problem });
  });

  test('also when it goes away while it is read', async () => {
    const file = new Blob(['姓名\n', '王芳\n'.repeat(100_000)]);
    let slices = 0;
    file.slice = (...args) => {
      slices += 1;
      return slices < 3
        ? Blob.prototype.slice.apply(file, args)
        : ({ arrayBuffer: () => Promise.reject(new DOMException('', 'NotReadableError')) } as Blob);
    };
    const found: Item[] = [];
    const mapping: Mapping = { delimiter: ',', header: 1, columns: [{ field: 'name', name: '' }], order: 'dmy' };
    for await (const item of readPeople(file, { encoding: 'utf-8', country: null, mapping, today: '2026-03-02' })) found.push(item);
    expect(found.length).toBeGreaterThan(10_000);
    expect(found.at(-1)).toMatchObject({ problem: 'gone', at: { row: found.length } });
  });
});
