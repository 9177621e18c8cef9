// Excel workbooks as tables: tests/contact-files/excel.xlsx is packed as Excel packs one, and hostile ones are made of it.
import { readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { lookAt, readPeople } from './contacts';
import type { Item, Mapping } from './contacts/incoming';
import { workbookTable } from './workbook';

const sample = new Uint8Array(readFileSync(new URL('../../tests/contact-files/excel.xlsx', import.meta.url)));

/** A zip of these parts; `says` is what it claims of their sizes, where that is not true. */
function zip(parts: Record<string, string | Uint8Array>, says: { central?: number; local?: number } = {}): Blob {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(parts)) {
    const packed = deflateRawSync(content);
    const size = Buffer.from(content).length;
    const head = (signature: number, extra: number, unpacked: number): Buffer => {
      const bytes = Buffer.alloc(30 + extra);
      const from = extra === 0 ? 4 : 6;
      bytes.writeUInt32LE(signature, 0);
      bytes.writeUInt16LE(8, from + 4);
      bytes.writeUInt32LE(packed.length, from + 14);
      bytes.writeUInt32LE(unpacked, from + 18);
      bytes.writeUInt16LE(name.length, from + 22);
      if (extra > 0) bytes.writeUInt32LE(at, 42);
      return bytes;
    };
    central.push(head(0x02014b50, 16, says.central ?? size), Buffer.from(name));
    const whole = Buffer.concat([head(0x04034b50, 0, says.local ?? size), Buffer.from(name), packed]);
    local.push(whole);
    at += whole.length;
  }
  const list = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(local.length, 8);
  end.writeUInt16LE(local.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return new Blob([Buffer.concat([...local, list, end])]);
}
const sheet = (rows: string): string =>
  `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`;
const book = (rows: string): Record<string, string> => ({
  '[Content_Types].xml':
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
  '_rels/.rels':
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
  'xl/workbook.xml':
    '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels':
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
  'xl/worksheets/sheet1.xml': sheet(rows),
});
const cell = (at: string, text: string): string => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;

async function read(file: Blob): Promise<Item[]> {
  const look = await lookAt(file, { country: 'CN' });
  if (!look.ok || look.kind !== 'table') throw new Error(JSON.stringify(look));
  const items: Item[] = [];
  for await (const item of readPeople(file, { encoding: look.encoding, country: 'CN', mapping: look.table.mapping, today: '2026-03-02' }))
    items.push(item);
  return items;
}

describe('a workbook', () => {
  test('is read as the table on its first sheet: numbers, days and lines within a cell, each row under its number', async () => {
    expect(await read(new Blob([sample]))).toMatchObject([
      {
        person: {
          row: 2,
          name: '客户0',
          phones: ['+8613800000000'],
          emails: ['k0@example.cn'],
          note: '第一行\n第二行 0',
          dates: [{ kind: 'birthday', year: 1990, month: 5, day: 9 }],
        },
      },
      { person: { row: 3, name: '客户1', phones: ['+8613800000007'] } },
      { person: { row: 4, name: '客户2' } },
    ]);
  });

  test('keeps the numbers of rows behind empty ones, and cells that begin like a formula', async () => {
    const file = zip(
      book(`<row r="3">${cell('A3', '姓名')}${cell('B3', '备注')}</row><row r="9">${cell('A9', '=王芳')}${cell('B9', '-1')}</row>`),
    );
    expect(await read(file)).toMatchObject([{ person: { row: 9, name: '=王芳', note: '-1' } }]);
  });

  test('that is none of Excel’s, is locked or torn is refused with what to do', async () => {
    for (const file of [
      zip({ 'content.xml': '<x/>' }),
      new Blob([sample.slice(0, -300)]),
      new Blob([Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2])]),
      zip({ ...book(''), 'xl/worksheets/sheet1.xml': '<worksheet' }),
    ])
      expect(await lookAt(file)).toMatchObject({ ok: false, problem: expect.stringMatching(/^(workbook|empty)$/) });
    const mapping: Mapping = { delimiter: ',', header: 1, columns: [], order: 'dmy' };
    const items: Item[] = [];
    for await (const item of readPeople(zip({ 'content.xml': '' }), { encoding: 'utf-8', country: null, mapping, today: '2026-03-02' }))
      items.push(item);
    expect(items).toMatchObject([{ problem: 'workbook' }]);
  });
});

describe('a workbook that is small and would fill the memory', () => {
  const spaces = ' '.repeat(20 * 1024 * 1024);
  const bomb = (says: Parameters<typeof zip>[1]): Blob => zip({ ...book(''), 'xl/worksheets/sheet1.xml': spaces }, says);

  test('is refused before anything of it is unpacked', async () => {
    const much = 100 * 1024 * 1024;
    expect(await workbookTable(bomb({ central: much, local: much }))).toEqual({ ok: false, problem: 'large' });
  });

  test('also when it says that it is small, in one place or in both', async () => {
    const file = bomb({ central: 5000, local: 5000 });
    expect(file.size).toBeLessThan(100_000);
    // What is in it would be found to be empty.
    expect(await workbookTable(file)).toEqual({ ok: false, problem: 'workbook' });
    expect(await workbookTable(bomb({ central: 0 }))).toEqual({ ok: false, problem: 'workbook' });
    expect(await workbookTable(bomb({ central: 5000 }))).toEqual({ ok: false, problem: 'workbook' });
  });
});

test('Any change to the bytes of a workbook ends in people or in a reason', async () => {
  let random = 6;
  const next = (most: number): number => (random = (random * 48_271) % 2_147_483_647) % most;
  let read = 0;
  for (let run = 0; run < 2000; run++) {
    const bytes = sample.slice(0, run % 5 === 0 ? next(sample.length) : sample.length);
    for (let i = next(4); i >= 0; i--) bytes[next(bytes.length || 1)] = next(256);
    const result = await workbookTable(new Blob([bytes]));
    if (result.ok) read += 1;
    else expect(result.problem).toMatch(/^(workbook|large|empty)$/);
  }
  expect(read).toBeGreaterThan(20);
});
