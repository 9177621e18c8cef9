// Whose table it is, told by columns that only this program's export has. It changes nothing but what the user is told and the order of days.
import { plainHeader } from './columns';
import type { PeopleProgram } from './incoming';

/** Each has all of these names, in their plain form. */
const SIGNS: readonly [PeopleProgram, readonly RegExp[]][] = [
  ['rapport', [/^tags, one a line$/]],
  ['linkedin', [/^connected on$/, /^position$/]],
  [
    'google',
    [/^(phonetic first name|given name yomi|group membership|labels)$/, /^(e mail|phone|organization) ?1? ?(value|name|label|type)$/],
  ],
  ['outlook', [/^e mail (address|2 address)$/, /^(business phone|mobile phone|web page)$/]],
  ['hubspot', [/^record id$/, /^(contact owner|lifecycle stage|lead status|create date)$/]],
  ['salesforce', [/^account name$/, /^(contact id|contact owner|lead source|salutation)$/]],
  ['wecom', [/^添加人$/, /^(添加时间|添加人(账|帐)号)$/]],
  ['fxiaoke', [/^负责人$/, /^(客户名称|姓名)$/]],
];

export function programOf(names: readonly string[]): PeopleProgram {
  // Pipedrive puts whose field it is before each name.
  if (names.filter((name) => /^Person - /i.test(name.trim())).length >= 2) return 'pipedrive';
  const plain = names.map(plainHeader);
  return SIGNS.find(([, signs]) => signs.every((sign) => plain.some((name) => sign.test(name))))?.[0] ?? 'table';
}
