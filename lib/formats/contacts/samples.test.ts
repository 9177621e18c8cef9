// Files in the shape of other programs' exports (tests/contact-files), read as their users would have them read.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { IncomingDate, IncomingPerson, Looked, Rejected } from './incoming';
import { lookAt, readPeople } from './index';

/** Everything of a person that is not empty. */
type Told = Partial<Omit<IncomingPerson, 'left'>> & { left?: string[] };

async function told(name: string, country: string): Promise<{ look: Looked; people: Told[]; rejected: Rejected[] }> {
  const file = new Blob([readFileSync(new URL(`../../../tests/contact-files/${name}`, import.meta.url))]);
  const look = await lookAt(file, { country });
  const people: Told[] = [];
  const rejected: Rejected[] = [];
  if (!look.ok || look.kind === 'chat') throw new Error(name);
  const mapping = look.kind === 'table' ? look.table.mapping : null;
  for await (const item of readPeople(file, { encoding: look.encoding, country, mapping, today: '2026-03-02' })) {
    if ('rejected' in item) rejected.push(item.rejected);
    if (!('person' in item)) continue;
    const { left, ...person } = item.person;
    const isFull = (value: unknown) => value !== '' && value !== null && !(typeof value === 'object' && Object.keys(value).length === 0);
    const full = Object.entries(person).filter(([, value]) => isFull(value));
    people.push({
      ...(Object.fromEntries(full) as Told),
      ...(left.length > 0 ? { left: left.map(({ word, args }) => `${word} ${typeof args[0] === 'string' ? args[0] : ''}`) } : {}),
    });
  }
  return { look, people, rejected };
}
const solar = (kind: IncomingDate['kind'], year: number | null, month: number, day: number, label = ''): IncomingDate => ({
  ...{ kind, label, everyMonths: 12, calendar: 'solar', leapMonth: false },
  ...{ year, month, day },
});

test('Google Contacts, both forms of its table: several values in a cell, labels, a birthday without a year', async () => {
  const fresh = await told('google-2024.csv', 'DE');
  expect(fresh.look).toMatchObject({ program: 'google' });
  expect(fresh.people).toEqual([
    {
      row: 2,
      name: 'Anna Maria Schmidt',
      phones: ['+491701234567', '+4930901820', '+4930901821'],
      emails: ['anna.schmidt@example.com', 'anna@example.org'],
      links: ['https://www.linkedin.com/in/anna-schmidt-beispiel'],
      ids: [{ site: 'linkedin', handle: 'anna-schmidt-beispiel' }],
      company: 'Beispiel GmbH',
      role: 'Einkauf',
      tags: ['Customers', 'VIP'],
      note: 'Met at the fair,\nlikes tea',
      dates: [solar('birthday', 1985, 5, 9), solar('anniversary', 2015, 6, 20)],
      own: { Car: 'Golf' },
    },
    { row: 5, name: 'Li Wei', phones: ['+8613800138000'], dates: [solar('birthday', null, 4, 12)] },
    { row: 6, name: 'Nur Firma AG', company: 'Nur Firma AG', phones: ['+4930901820'] },
  ]);
  expect(fresh.rejected).toMatchObject([{ row: 7, why: { word: 'incoming_nobody' } }]);
  const old = await told('google-old.csv', 'ES');
  expect(old.look).toMatchObject({ program: 'google' });
  expect(old.people).toEqual([
    {
      row: 2,
      name: 'Carlos Ruiz',
      phones: ['+34612345678'],
      emails: ['carlos@example.es', 'ventas.ruiz@example.es'],
      links: ['https://ruiz.example.es/'],
      company: 'Ruiz SL',
      role: 'Gerente',
      tags: ['Clientes'],
      note: 'Pide factura',
      dates: [solar('birthday', 1979, 11, 3), solar('custom', 2020, 2, 29, 'First order')],
    },
  ]);
});

test('Outlook: days as America writes them, no date written as zeros, and nobody else’s numbers', async () => {
  const { look, people } = await told('outlook.csv', 'GB');
  expect(look).toMatchObject({ program: 'outlook', table: { mapping: { order: 'mdy' } } });
  expect(people).toEqual([
    {
      row: 2,
      name: 'Thomas Brown',
      phones: ['+12125550187'],
      emails: ['tom.brown@example.com', 'tb@example.net'],
      links: ['https://www.example.com/brown'],
      company: 'Brown & Sons',
      role: 'Buyer',
      tags: ['Client', 'Key account'],
      note: 'Likes golf.\nCall in spring.',
      dates: [solar('birthday', 1980, 3, 25)],
      left: ['incoming_left_phone (212) 555-0123 x4'],
    },
    {
      row: 4,
      name: 'Priya Natarajan',
      phones: ['+919876543210'],
      emails: ['priya@example.in'],
      dates: [solar('birthday', 1990, 12, 1), solar('anniversary', 2012, 6, 15)],
    },
  ]);
});

test('LinkedIn: the notes above the table are skipped, the profile tells who it is', async () => {
  const { look, people, rejected } = await told('linkedin.csv', 'CN');
  expect(look).toMatchObject({ program: 'linkedin', table: { mapping: { header: 4 } } });
  expect(people).toEqual([
    {
      row: 5,
      name: 'Anna Schmidt',
      links: ['https://www.linkedin.com/in/anna-schmidt-beispiel'],
      ids: [{ site: 'linkedin', handle: 'anna-schmidt-beispiel' }],
      company: 'Beispiel GmbH',
      role: 'Head of "Buying", DACH',
      addedOn: '2024-03-05',
    },
    {
      row: 6,
      name: '王小明',
      emails: ['xm.wang@example.cn'],
      links: ['https://www.linkedin.com/in/%E5%B0%8F%E6%98%8E-%E7%8E%8B-1a2b3c'],
      ids: [{ site: 'linkedin', handle: '小明-王-1a2b3c' }],
      company: '示例公司',
      role: '采购经理',
      addedOn: '2023-11-17',
    },
  ]);
  expect(rejected.map(({ row }) => row)).toEqual([7]);
});

test('HubSpot, Salesforce and Pipedrive: stages, sources, numbers of the user’s country', async () => {
  const hubspot = await told('hubspot.csv', 'FR');
  expect(hubspot.look).toMatchObject({ program: 'hubspot' });
  expect(hubspot.people[0]).toEqual({
    row: 2,
    name: 'Marie Durand',
    phones: ['+33612345678'],
    emails: ['marie.durand@example.fr'],
    company: 'Exemple SARL',
    role: 'Directrice',
    source: 'Organic Search',
    stage: 'Open deal',
    addedOn: '2025-11-20',
  });
  expect(hubspot.people[1]).toMatchObject({ name: 'info@example.fr', stage: 'Subscriber' });
  const salesforce = await told('salesforce.csv', 'US');
  expect(salesforce.look).toMatchObject({ program: 'salesforce' });
  expect(salesforce.people).toEqual([
    {
      row: 2,
      name: 'Grace Hopper-Lane',
      phones: ['+14155550132', '+14155550133'],
      emails: ['grace@example.com'],
      company: 'Example Corp',
      role: 'VP Supply',
      source: 'Trade Show',
      dates: [solar('birthday', 1975, 7, 14)],
      addedOn: '2025-11-30',
    },
  ]);
  const pipedrive = await told('pipedrive.csv', 'NO');
  expect(pipedrive.look).toMatchObject({ program: 'pipedrive' });
  expect(pipedrive.people).toEqual([
    {
      row: 2,
      name: 'Jonas Berg',
      phones: ['+4722123456', '+4740612345'],
      emails: ['jonas@example.no'],
      company: 'Eksempel AS',
      tags: ['Warm lead', 'Nordic'],
      dates: [solar('birthday', 1991, 2, 14)],
      addedOn: '2025-10-02',
    },
  ]);
});

test('企业微信 and 纷享销客: GB18030, lunar birthdays, the firm beside the person, and what cannot be read is said', async () => {
  const wecom = await told('wecom.csv', 'CN');
  expect(wecom.look).toMatchObject({ program: 'wecom', encoding: 'gb18030' });
  expect(wecom.people).toEqual([
    {
      row: 2,
      name: '王芳',
      phones: ['+8613800138000'],
      emails: ['wang.fang@example.cn'],
      company: '示例科技有限公司',
      role: '采购',
      source: '扫描名片',
      tags: ['重要客户', '有意向'],
      note: '喜欢喝茶，年底换车',
      dates: [{ ...solar('birthday', 1988, 8, 15), calendar: 'lunar' }],
      addedOn: '2025-03-08',
    },
    {
      row: 3,
      name: '李总',
      source: '微信好友分享',
      dates: [{ ...solar('birthday', null, 4, 3), calendar: 'lunar', leapMonth: true }],
      addedOn: '2025-04-01',
    },
  ]);
  const fxiaoke = await told('fxiaoke.csv', 'CN');
  expect(fxiaoke.look).toMatchObject({ program: 'fxiaoke' });
  expect(fxiaoke.people).toEqual([
    {
      row: 2,
      name: '赵六',
      phones: ['+8613800138001', '+861065551234'],
      emails: ['zhao6@example.cn'],
      company: '示例机械有限公司',
      role: '总经理',
      note: '爱打球\n每周三',
      dates: [solar('birthday', null, 5, 9)],
      addedOn: '2025-10-01',
    },
    {
      row: 4,
      name: '钱七',
      company: '示例机械有限公司',
      role: '工程师',
      left: ['incoming_left_date 1990-13-40', 'incoming_left_phone 12345', 'incoming_left_email qian7(at)example.cn'],
    },
  ]);
});
