import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ANY_ACCOUNT, handleOf } from './conversation';
import { cluesOf, lookupsOf, phoneDigits, plainEmail, suggestionsOf, type Known } from './same-person';

const nobody = new Set<string>();
let n = 0;
const known = (
  fields: Partial<Known> & { ids?: [site: string, value: string, kind?: 'permanent' | 'weak', account?: string][] } = {},
): Known => {
  const { ids = [], ...rest } = fields;
  const identities = ids.map(([site, value, kind = 'permanent', account = 'me']) => ({
    site,
    handles: [handleOf(site, account, { kind, value }), handleOf(site, ANY_ACCOUNT, { kind, value })],
  }));
  return { id: `c${n++}`, kind: 'person', name: '', company: '', phones: [], emails: [], identities, ...rest };
};
const wordsFor = (a: Known, b: Known): string[] => suggestionsOf(a, [b], nobody).flatMap(({ reasons }) => reasons.map(({ word }) => word));

describe('two contacts may be one person', () => {
  const phone = '+4915112345679';
  test.each<[string, Known, Known, string[]]>([
    [
      'with an equal phone number, however it is written',
      known({ phones: [phone] }),
      known({ phones: ['004915112345679'] }),
      ['same_phone'],
    ],
    ['when WhatsApp shows the number', known({ phones: [phone] }), known({ ids: [['whatsapp', '4915112345679@c.us']] }), ['same_phone']],
    ['when WhatsApp names a chat by number', known({ phones: [phone] }), known({ ids: [['whatsapp', `tel:${phone}`]] }), ['same_phone']],
    ['with an equal address in whatever case', known({ emails: ['anna@oak.de'] }), known({ emails: ['Anna@Oak.de '] }), ['same_email']],
    ['when a chat id is the address', known({ emails: ['anna@oak.de'] }), known({ ids: [['converse', 'anna@oak.de']] }), ['same_email']],
    [
      'with one permanent id in two mailboxes',
      known({ ids: [['telegramk', '123456789', 'permanent', 'me']] }),
      known({ ids: [['telegramk', '123456789', 'permanent', 'shop']] }),
      ['same_handle'],
    ],
    [
      'with an equal full name and company',
      known({ name: 'Anna Müller', company: 'Oak & Reed GmbH' }),
      known({ name: 'MULLER, anna', company: 'oak reed' }),
      ['same_company'],
    ],
    [
      'and so in Chinese',
      known({ name: '王小明', company: '橡树家具有限公司' }),
      known({ name: '王小明', company: '橡树家具' }),
      ['same_company'],
    ],
    [
      'for several reasons, the strongest first',
      known({ name: 'Anna Müller', company: 'Oak', emails: ['a.mueller@oak.de'], phones: [phone] }),
      known({ name: 'Anna Müller', company: 'Oak', emails: ['a.mueller@oak.de'], phones: [phone] }),
      ['same_phone', 'same_email', 'same_company'],
    ],
  ])('%s', (_, a, b, words) => {
    expect(wordsFor(a, b)).toEqual(words);
    expect(wordsFor(b, a)).toEqual(words);
  });
});

describe('nothing is said by', () => {
  test.each<[string, Known, Known]>([
    ['nothing at all', known(), known()],
    ['a name alone', known({ name: 'Anna Müller' }), known({ name: 'Anna Müller' })],
    ['a first name, even with a company', known({ name: 'Anna', company: 'Oak' }), known({ name: 'Anna', company: 'Oak' })],
    ['a word for anybody', known({ name: '客户', company: '橡树' }), known({ name: '客户', company: '橡树' })],
    ['a word for anybody with a number', known({ name: '客户12', company: '橡树' }), known({ name: '客户12', company: '橡树' })],
    ['a form of address', known({ name: '王总', company: '橡树' }), known({ name: '王总', company: '橡树' })],
    ['two words for anybody', known({ name: 'New Customer', company: 'Oak' }), known({ name: 'New Customer', company: 'Oak' })],
    ['a company that is none', known({ name: 'Anna Müller', company: '个体户' }), known({ name: 'Anna Müller', company: '个体户' })],
    ['a legal form alone', known({ name: 'Anna Müller', company: '有限公司' }), known({ name: 'Anna Müller', company: '有限公司' })],
    ['a number that was made up', known({ phones: ['+0000000000'] }), known({ phones: ['+0000000000'] })],
    ['a short number', known({ phones: ['10086'] }), known({ phones: ['10086'] })],
    ['a toll-free number', known({ phones: ['+864008123123'] }), known({ phones: ['400-812-3123'] })],
    ['a mailbox of a post', known({ emails: ['info@oak.de'] }), known({ emails: ['info@oak.de'] })],
    ['a WhatsApp id that holds no number', known({ phones: ['+4915112345679'] }), known({ ids: [['whatsapp', '4915112345679@lid']] })],
    ['a weak id', known({ ids: [['x', '@anna_m', 'weak']] }), known({ ids: [['x', '@anna_m', 'weak', 'shop']] })],
    ['an equal id on another site', known({ ids: [['x', '123456789']] }), known({ ids: [['weibo', '123456789']] })],
    ['an id too short to be one in all the world', known({ ids: [['demo', 'c1']] }), known({ ids: [['demo', 'c1', 'permanent', 'shop']] })],
    ['a group', known({ kind: 'group', emails: ['anna@oak.de'] }), known({ emails: ['anna@oak.de'] })],
  ])('%s', (_, a, b) => {
    expect(wordsFor(a, b)).toEqual([]);
    expect(wordsFor(b, a)).toEqual([]);
  });

  test('what more than two others share: the switchboard of a company', () => {
    const phones = ['+493012345601'];
    const all = Array.from({ length: 4 }, () => known({ phones }));
    expect(suggestionsOf(all[0]!, all.slice(1), nobody)).toEqual([]);
    expect(suggestionsOf(all[0]!, all.slice(1, 3), nobody)).toHaveLength(2);
    // Those of whom the rep said that they are not the same have the number all the same.
    expect(suggestionsOf(all[0]!, all.slice(1), new Set([all[3]!.id]))).toEqual([]);
  });

  test('who is known to be somebody else', () => {
    const [a, b] = [known({ emails: ['anna@oak.de'] }), known({ emails: ['anna@oak.de'] })];
    expect(suggestionsOf(a, [b], new Set([b.id]))).toEqual([]);
  });
});

describe('for any two contacts', () => {
  const text = fc.oneof(
    fc.string(),
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('Anna Müller', '王小明', 'Oak', 'anna@oak.de', '["a"]'),
  );
  const phone = fc.oneof(text, fc.stringMatching(/^\+\d{7,15}$/));
  const anybody = fc
    .record({
      name: text,
      company: text,
      phones: fc.array(phone, { maxLength: 3 }),
      emails: fc.array(fc.oneof(text, fc.emailAddress()), { maxLength: 3 }),
      handles: fc.array(
        fc.oneof(
          text,
          fc.tuple(fc.constantFrom('whatsapp', 'converse'), text, text).map(([s, k, v]) => JSON.stringify([s, 'me', k, v])),
        ),
        { maxLength: 3 },
      ),
    })
    .map(({ handles, ...rest }) => ({ ...known(), ...rest, identities: [{ site: 'x', handles }] }));

  test('nothing is thrown, both sides agree, and a reason is a clue of both', () => {
    fc.assert(
      fc.property(anybody, anybody, (a, b) => {
        expect(wordsFor(a, b)).toEqual(wordsFor(b, a));
        const theirs = new Set(cluesOf(b).map(({ kind, value }) => kind + value));
        expect(suggestionsOf(a, [b], nobody).length > 0).toBe(cluesOf(a).some(({ kind, value }) => theirs.has(kind + value)));
        expect(suggestionsOf(a, [a], nobody)).toEqual([]);
      }),
    );
  });

  test('somebody with an equal number, address or id is among what the indexes are asked for', () => {
    fc.assert(
      fc.property(anybody, (a) => {
        const { phones, emails, handles } = lookupsOf(cluesOf(a));
        for (const one of a.phones) {
          const digits = phoneDigits(one);
          if (digits) expect(phones).toContain(`+${digits}`);
          if (digits) expect(handles).toContain(handleOf('whatsapp', ANY_ACCOUNT, { kind: 'permanent', value: `${digits}@c.us` }));
        }
        for (const one of a.emails) if (plainEmail(one)) expect(emails).toContain(plainEmail(one));
      }),
    );
  });
});
