// Names that many people or companies have, or that are none at all: equal ones say nothing about who is who.
import { fold } from './search-words';

const NOBODY = new Set(
  (
    'customer client guest user unknown anonymous nobody test test user new customer new client no name deleted account facebook user ' +
    'linkedin member whatsapp user kunde gast cliente'
  ).split(' '),
);
const NOBODY_HAN =
  /^(?:新|老|大|小|某)?(?:客户|客人|顾客|用户|微信用户|匿名|匿名用户|未知|陌生人|游客|访客|测试|客服|朋友|老板|先生|女士|小姐|亲)[\da-z]*$/;
/** A family name with a form of address: 王总, 李女士. */
const ADDRESSED = /^(?:老|小)?\p{Script=Han}(?:先生|女士|小姐|太太|老师|医生|老板|经理|总|工|姐|哥)$/u;
const NO_COMPANY = new Set(
  'none no na nil null self selfemployed freelance freelancer private company firm firma student home 无 没有 公司 个人 个体 个体户 自由职业 学生 退休 本公司 暂无 未知'.split(
    ' ',
  ),
);
const LEGAL_FORM =
  /(?:\s+(?:gmbh|mbh|ag|kg|ohg|ug|se|ltd|limited|inc|incorporated|llc|llp|plc|corp|corporation|co|company|sa|sas|sarl|srl|spa|bv|nv|ab|as|oy|pty|pte|sdn|bhd|kk))+$|(?:股份|集团|科技)*(?:有限责任|有限)?公司$/;

/** A name in one form: without case, accents, signs. The order of its words does not matter. */
export const plainName = (name: string): string => wordsIn(name).sort().join(' ');

/** A company in one form, without its legal form. */
export const plainCompany = (company: string): string => wordsIn(company).join(' ').replace(LEGAL_FORM, '').trim();

/** Whether a name (from `plainName`) is too common to mean one person: a first name alone, a word for anybody, or nothing. */
export function isCommonName(plain: string): boolean {
  const han = (plain.match(/\p{Script=Han}/gu) ?? []).length;
  if (NOBODY_HAN.test(plain) || ADDRESSED.test(plain)) return true;
  // A Chinese name is a family name and a given name: two characters at least. Elsewhere these are two words.
  if (han > 0) return han < 2;
  const words = plain.split(' ').filter((word) => /\p{L}{2}/u.test(word));
  return words.length < 2 || words.every((word) => NOBODY.has(word));
}

/** Whether a company (from `plainCompany`) is none. */
export const isCommonCompany = (plain: string): boolean => !/[\p{L}\p{N}]{2}/u.test(plain) || NO_COMPANY.has(plain.replace(/ /g, ''));

const wordsIn = (text: string): string[] =>
  fold(text)
    .replace(/['’.]/g, '')
    .match(/[\p{L}\p{N}]+/gu) ?? [];
