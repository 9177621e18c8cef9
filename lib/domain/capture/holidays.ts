// Days with a name, in Chinese and English, and how to find them in a year.
import { dateSpan, lunarSpan, nthWeekday, oneDay, type Span } from './span';

type InYear = (year: number) => Span | null;

const on =
  (month: number, day: number): InYear =>
  (year) =>
    dateSpan(year, month, day);
/** The lunar year of this number begins in this solar year; what lies in its last month may fall into the next one. */
const lunar =
  (month: number, day: number): InYear =>
  (year) =>
    lunarSpan({ year, month, leap: false, day });
/** The last month of a lunar year, counted to the solar year in which it mostly lies. */
const lastMonth =
  (day: number): InYear =>
  (year) =>
    lunarSpan({ year: year - 1, month: 12, leap: false, day });
const nth =
  (month: number, day: number, count: number, later = 0): InYear =>
  (year) => {
    const span = nthWeekday(year, month, day, count);
    return span && oneDay(span.on + later);
  };

/** Easter Sunday of the western churches (the anonymous Gregorian computus). */
export function easter(year: number): Span | null {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return dateSpan(year, Math.floor(f / 31), (f % 31) + 1);
}
const fromEaster =
  (days: number): InYear =>
  (year) => {
    const span = easter(year);
    return span && oneDay(span.on + days);
  };

/** A solar term of 2000–2099 by the customary formula: days = ⌊0.2422 y + c⌋ − leap days so far. */
const term =
  (month: number, c: number): InYear =>
  (year) => {
    const y = year % 100;
    return dateSpan(year, month, Math.floor(0.2422 * y + c) - Math.floor((month < 3 ? y - 1 : y) / 4));
  };

const newYear = lunar(1, 1);
const beforeNewYear: InYear = (year) => {
  const span = newYear(year);
  return span && oneDay(span.on - 1);
};

/** The first that matches wins, so longer names stand first. */
export const HOLIDAYS: [RegExp, InYear][] = (
  [
    // Chinese names. What is also a number or a road needs one more character.
    ['元旦', on(1, 1)],
    ['小年夜|小年(?!纪|轻)', lastMonth(23)],
    ['除夕夜?|大年三十|年三十|年夜饭?', beforeNewYear],
    ['年前年后|过完年|春节|大年初一|年初一|新春佳节|过大年|过年(?!龄)', newYear],
    ['(?<![\\d一二两三四五六七八九十几半多来今明去后前])年[前后](?![年])', newYear],
    ['大年初二|年初二', lunar(1, 2)],
    ['元宵节?|正月十五', lunar(1, 15)],
    ['二月二|龙抬头', lunar(2, 2)],
    ['三月三(?![十日号个])', lunar(3, 3)],
    ['端午节?|端阳节|五月初五', lunar(5, 5)],
    ['七夕节?', lunar(7, 7)],
    ['中元节?|七月半|鬼节', lunar(7, 15)],
    ['中秋节?|八月半|团圆节', lunar(8, 15)],
    ['重阳节?|老人节', lunar(9, 9)],
    ['腊八节?', lastMonth(8)],
    ['清明节?', term(4, 4.81)],
    ['立春', term(2, 3.87)],
    ['立夏', term(5, 5.52)],
    ['夏至', term(6, 21.37)],
    ['立秋', term(8, 7.5)],
    ['秋分', term(9, 23.042)],
    ['立冬', term(11, 7.438)],
    ['冬至节?', term(12, 21.94)],
    ['情人节', on(2, 14)],
    ['(?:三八)?妇女节|女神节|三八节', on(3, 8)],
    ['植树节', on(3, 12)],
    ['愚人节', on(4, 1)],
    [
      '劳动节|五一(?=$|[\\s，,。.；;、！？!?]|节|假|长|小长|黄金|期间|前|后|回|刚|去|来|要|放|出|结|期|当|时|的|和|跟|我|他|她|带|想|有|不|买|到|也|就|在)(?:节|小?长假|黄金周|假期)?',
      on(5, 1),
    ],
    ['青年节|五四(?:节|青年节)', on(5, 4)],
    ['母亲节', nth(5, 7, 2)],
    ['国际儿童节|儿童节|六一(?:节|儿童节)?(?![\\d路号中街班])', on(6, 1)],
    ['高考', on(6, 7)],
    ['父亲节', nth(6, 7, 3)],
    ['618(?![\\d])(?:大促|购物节|活动)?', on(6, 18)],
    ['建军节|八一建军节', on(8, 1)],
    ['教师节', on(9, 10)],
    ['国庆节?(?:长假|假期|黄金周)?(?!路|街|桥|里|中学|小学)|十一(?:长假|假期|黄金周|期间|放假|小?长假)', on(10, 1)],
    ['万圣节?|万圣夜', on(10, 31)],
    ['双十一|双11|光棍节', on(11, 11)],
    ['感恩节', nth(11, 4, 4)],
    ['双十二|双12', on(12, 12)],
    ['平安夜', on(12, 24)],
    ['圣诞节?', on(12, 25)],
    ['跨年夜?', on(12, 31)],
    // English names.
    ["\\b(?:chinese|lunar) new year(?:'?s)?(?: day)?\\b|\\bspring festival\\b", newYear],
    ['\\blantern festival\\b', lunar(1, 15)],
    ['\\b(?:dragon boat(?: festival| day)?)\\b', lunar(5, 5)],
    ['\\bmid-?\\s?autumn(?: festival| day)?\\b|\\bmoon festival\\b', lunar(8, 15)],
    ["\\bnew year'?s eve\\b", on(12, 31)],
    ["\\bnew year'?s(?: day)?\\b|\\bnew year day\\b|(?<=\\b(?:before|after|by|until|over|around) )new year\\b", on(1, 1)],
    ['\\bchristmas eve\\b|\\bxmas eve\\b', on(12, 24)],
    ['\\bchristmas(?: day)?\\b|\\bxmas\\b|\\bx-mas\\b', on(12, 25)],
    ['\\bboxing day\\b', on(12, 26)],
    ['\\bepiphany\\b', on(1, 6)],
    ['\\b(?:mlk|martin luther king(?: jr\\.?)?) day\\b', nth(1, 1, 3)],
    ['\\b(?:qingming|tomb[- ]sweeping day)(?: festival)?\\b', term(4, 4.81)],
    ['\\bqixi(?: festival)?\\b', lunar(7, 7)],
    ['\\bdouble ninth(?: festival)?\\b', lunar(9, 9)],
    ['\\bgroundhog day\\b', on(2, 2)],
    ["\\b(?:st\\.? |saint )?valentine'?s?(?:'? day)?\\b(?!\\s+(?:is|was|said))", on(2, 14)],
    ["\\bpresident'?s'? day\\b", nth(2, 1, 3)],
    ["\\b(?:international )?wom[ae]n'?s'? day\\b", on(3, 8)],
    ["\\b(?:st\\.?|saint) patrick'?s?(?:'? day)?\\b", on(3, 17)],
    ["\\bapril fools?'?s?'?(?: day)?\\b", on(4, 1)],
    ['\\bpalm sunday\\b', fromEaster(-7)],
    ['\\bgood friday\\b', fromEaster(-2)],
    ['\\beaster monday\\b', fromEaster(1)],
    ['\\bpentecost\\b|\\bwhitsun\\b', fromEaster(49)],
    ['\\bash wednesday\\b', fromEaster(-46)],
    ['\\beaster(?: sunday| day)?\\b(?! eggs?)', easter],
    ['\\bearth day\\b', on(4, 22)],
    ['\\bmay day\\b', on(5, 1)],
    ["\\bmother'?s'? day\\b", nth(5, 7, 2)],
    ['\\bmemorial day\\b', nth(5, 1, -1)],
    ['\\bjuneteenth\\b', on(6, 19)],
    ["\\bfather'?s'? day\\b", nth(6, 7, 3)],
    ['\\bindependence day\\b|\\b(?:the )?(?:fourth|4th) of july\\b', on(7, 4)],
    ['\\bbastille day\\b', on(7, 14)],
    ['\\blabou?r day\\b', nth(9, 1, 1)],
    ['\\b(?:columbus|indigenous peoples?.?) day\\b', nth(10, 1, 2)],
    ["\\bhallowe'?en(?: day| night)?\\b", on(10, 31)],
    ["\\ball saints'? day\\b", on(11, 1)],
    ["\\b(?:veterans?'?s?'?|remembrance|armistice) day\\b", on(11, 11)],
    ["\\bsingles'?s? day\\b", on(11, 11)],
    ['\\bthanksgiving(?: day)?\\b', nth(11, 4, 4)],
    ['\\bblack friday\\b', nth(11, 4, 4, 1)],
    ['\\bcyber monday\\b', nth(11, 4, 4, 4)],
  ] as [string, InYear][]
).map(([names, inYear]) => [new RegExp(names, 'giu'), inYear]);
