// vCards of several programs (tests/contact-files), and what is particular to the format.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CardLines } from './card-lines';
import type { IncomingDate, IncomingPerson, Item } from './incoming';
import { lookAt, readPeople } from './index';

async function itemsOf(text: string | Uint8Array<ArrayBuffer>, country: string | null = 'CN'): Promise<Item[]> {
  const items: Item[] = [];
  for await (const item of readPeople(new Blob([text]), { encoding: 'utf-8', country, mapping: null, today: '2026-03-02' }))
    items.push(item);
  return items;
}
const peopleOf = async (text: string | Uint8Array<ArrayBuffer>, country?: string | null): Promise<IncomingPerson[]> =>
  (await itemsOf(text, country)).flatMap((item) => ('person' in item ? [item.person] : []));
const sample = (name: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(new URL(`../../../tests/contact-files/${name}`, import.meta.url)));
const solar = (kind: IncomingDate['kind'], year: number | null, month: number, day: number, label = ''): IncomingDate => ({
  ...{ kind, label, everyMonths: 12, calendar: 'solar', leapMonth: false },
  ...{ year, month, day },
});
const card = (...lines: string[]): string => ['BEGIN:VCARD', ...lines, 'END:VCARD', ''].join('\r\n');

describe('the cards of', () => {
  test('an iPhone: labels beside properties, a birthday without a year, no picture, no group', async () => {
    const items = await itemsOf(sample('iphone.vcf'), 'DE');
    expect(items).toMatchObject([{ person: { row: 1 } }, { person: { name: '王小明' } }, { rejected: { why: { word: 'incoming_list' } } }]);
    expect(items[0]).toMatchObject({
      person: {
        name: 'Dr. Anna Maria Schmidt',
        phones: ['+491701234567', '+4930901820'],
        emails: ['anna@example.com'],
        links: ['https://www.linkedin.com/in/anna-schmidt-beispiel'],
        ids: [
          { site: 'converse', handle: 'anna@chat.example.org' },
          { site: 'linkedin', handle: 'anna-schmidt-beispiel' },
        ],
        company: 'Beispiel GmbH',
        role: 'Leiterin',
        note: 'Likes tea, no sugar\nMet at the fair; twice',
        dates: [solar('birthday', null, 4, 12), solar('anniversary', 2015, 6, 20), solar('custom', 2020, 9, 1, 'School starts')],
        own: { Department: 'Einkauf', Address: 'Weg 1 Hinterhaus, Berlin, 10115, Germany', Twitter: 'annasch' },
        left: [],
      },
    });
  });

  test('Android, in 2.1 with quoted-printable', async () => {
    expect(await peopleOf(sample('android-2.1.vcf'))).toMatchObject([
      {
        row: 1,
        name: '李梅',
        phones: ['+8613900139000', '+861065551234'],
        emails: ['li.mei@example.cn'],
        company: '示例有限公司',
        note: '年底要换车\n喜欢茶',
        dates: [solar('birthday', 1988, 8, 15), solar('anniversary', 2016, 10, 1)],
        own: { QQ: '12345678' },
        left: [],
      },
    ]);
  });

  test('Outlook, in 2.1 with GB2312, the secretary left out', async () => {
    expect(await peopleOf(sample('outlook-2.1.vcf'), 'US')).toMatchObject([
      {
        name: '张伟',
        phones: ['+12125550187', '+12125550188'],
        emails: ['zhang.wei@example.com'],
        company: 'Example Co, Ltd',
        role: 'Manager',
        note: 'First\nSecond',
        dates: [solar('birthday', 1980, 3, 25), solar('anniversary', 2005, 9, 10)],
      },
    ]);
  });

  test('Google, phones of Huawei and Xiaomi, and any program that writes 4.0', async () => {
    expect(await peopleOf(sample('google.vcf'))).toMatchObject([
      {
        name: 'Carlos Ruiz',
        emails: ['carlos@example.es', 'ventas.ruiz@example.es'],
        tags: ['Clientes', 'myContacts'],
        dates: [solar('birthday', null, 11, 3)],
      },
    ]);
    expect(await peopleOf(sample('huawei-xiaomi.vcf'))).toMatchObject([
      {
        name: '赵六',
        dates: [
          { ...solar('birthday', 1990, 8, 15), calendar: 'lunar' },
          { ...solar('birthday', null, 5, 20), calendar: 'lunar' },
        ],
        own: { WeChat: 'zhao6' },
      },
    ]);
    expect(await peopleOf(sample('four.vcf'))).toMatchObject([
      {
        name: 'Grace Hopper-Lane',
        phones: ['+14155550133'],
        ids: [{ site: 'linkedin', handle: 'grace-lane-beispiel' }],
        company: 'Example Corp',
        role: 'VP',
        tags: ['Customers', 'Trade, shows'],
        dates: [solar('birthday', 1975, 7, 14), solar('anniversary', null, 9, 1)],
        note: 'A "quoted: colon" note',
        addedOn: '2024-03-05',
      },
    ]);
  });
});

describe('a file of cards', () => {
  test('is known by its beginning', async () => {
    expect(await lookAt(new Blob([sample('iphone.vcf')]))).toEqual({ ok: true, kind: 'cards', program: 'vcard', encoding: 'utf-8' });
  });

  test('that breaks off gives all whole cards, and says where the last one began', async () => {
    const text = card('VERSION:3.0', 'FN:Anna') + 'BEGIN:VCARD\r\nFN:Bob\r\nTEL:+49170123';
    expect(await itemsOf(text)).toMatchObject([
      { person: { name: 'Anna' } },
      { rejected: { row: 5, why: { word: 'incoming_unfinished' }, cells: ['FN:Bob', 'TEL:+49170123'] } },
    ]);
  });

  test('goes on behind the card at which it was left', async () => {
    const text = ['Anna', 'Bob', 'Carl'].map((name) => card(`FN:${name}`)).join('');
    const names: string[] = [];
    for await (const item of readPeople(new Blob([text]), {
      encoding: 'utf-8',
      country: null,
      mapping: null,
      today: '2026-03-02',
      after: 4,
    }))
      if ('person' in item) names.push(item.person.name);
    expect(names).toEqual(['Carl']);
  });

  test('with a picture of many megabytes, in one line or in many, is read without keeping it', async () => {
    const line = 'A'.repeat(8_000_000);
    const text =
      card('FN:Anna', `PHOTO;ENCODING=b:${line}`, 'TEL:+4917012345678') + card('FN:Bob', `NOTE:${line}`, 'EMAIL:bob@example.com');
    const items = await itemsOf(text);
    expect(items).toMatchObject([
      { person: { name: 'Anna', phones: ['+4917012345678'] } },
      { person: { name: 'Bob', emails: ['bob@example.com'] } },
    ]);
    expect((items[1] as { person: IncomingPerson }).person.note).toHaveLength(20_000);
  });

  test('keeps no more of a line in many pieces than anybody writes', () => {
    const lines = new CardLines();
    lines.add('NOTE:x\n');
    for (let i = 0; i < 100; i++) lines.add(` ${'A'.repeat(9_999)}\n`);
    expect(lines.add(null)[0]!.text.length).toBeLessThan(100_000);
  });

  test('is read in the characters that a line names', async () => {
    const text = card(
      'FN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:M=FCller',
      'ORG;CHARSET=Big5;ENCODING=QUOTED-PRINTABLE:=A4=A4=A4=E5',
      'ROLE;ENCODING=b:S8OkdWZlcg==',
    );
    expect(await peopleOf(text)).toMatchObject([{ name: 'Müller', company: '中文', role: 'Käufer' }]);
  });

  test('reads a name as its language orders it, and a firm without a name by its own', async () => {
    const text = card('N:王;小明;;;') + card('N:Lane;Grace;B.;Dr.;') + card('ORG:Nur Firma AG') + card('NOTE:nobody');
    expect(await itemsOf(text)).toMatchObject([
      { person: { name: '王小明' } },
      { person: { name: 'Dr. Grace B. Lane' } },
      { person: { name: 'Nur Firma AG' } },
      { rejected: { why: { word: 'incoming_nobody' } } },
    ]);
  });
});
