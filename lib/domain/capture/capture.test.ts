import { describe, expect, test } from 'vitest';
import { keyDateSchema } from '../tie-records';
import { capture } from './capture';

const TODAY = '2026-05-13';
/** One date as a line: kind, label, calendar, year, month-day, every so many months, supposed or told. */
const said = (line: string) =>
  capture(line, TODAY).dates.map(({ kind, label, calendar, year, month, day, leapMonth, everyMonths, inferred }) =>
    [
      kind,
      label,
      calendar,
      year ?? '–',
      `${leapMonth ? '闰' : ''}${month}-${day}`,
      everyMonths ?? 'once',
      inferred ? 'supposed' : 'told',
    ].join(' | '),
  );

describe('a line becomes key dates', () => {
  test.each<[string, string[]]>([
    [
      '女儿下周五三岁, 车险12月到期, likes hiking',
      ['child-birth | 女儿 | solar | 2023 | 5-22 | 12 | told', 'expiry | 车险 | solar | 2026 | 12-1 | once | supposed'],
    ],
    ['李姐农历八月十五生日', ['birthday | 李姐 | lunar | – | 8-15 | 12 | told']],
    ['爸爸生日闰六月初十', ['birthday | 爸爸 | lunar | – | 闰6-10 | 12 | told']],
    ['老公90年5月1日生', ['birthday | 老公 | solar | 1990 | 5-1 | 12 | told']],
    ['1988年3月12日出生', ['birthday |  | solar | 1988 | 3-12 | 12 | told']],
    ['结婚10周年是10月6号', ['anniversary | 结婚 | solar | 2016 | 10-6 | 12 | told']],
    ['2019年10月1日结的婚', ['anniversary | 结的婚 | solar | 2019 | 10-1 | 12 | told']],
    ['预产期10月9号', ['child-birth | 预产期 | solar | 2026 | 10-9 | 12 | told']],
    ['儿子高考', ['child-exam | 儿子高考 | solar | 2026 | 6-7 | once | told']],
    ['儿子6月20号期末考试', ['child-exam | 儿子期末考试 | solar | 2026 | 6-20 | once | told']],
    ['每月10号还房贷', ['custom | 还房贷 | solar | – | 6-10 | 1 | told']],
    ['每月最后一天结账', ['custom | 结账 | solar | – | 5-31 | 1 | told']],
    ['打算明年春天换车', ['custom | 换车 | solar | 2027 | 3-1 | once | supposed']],
    ['护照2028年6月30日过期', ['expiry | 护照 | solar | 2028 | 6-30 | once | told']],
    ['昨天刚签单', []],
    ['wedding anniversary 5 May', ['anniversary | wedding | solar | – | 5-5 | 12 | told']],
    ['birthday on May 20', ['birthday |  | solar | – | 5-20 | 12 | told']],
    ['birthday on 20 May every year', ['birthday |  | solar | – | 5-20 | 12 | told']],
    ['they may move on 20 June', ['custom | they may move | solar | 2026 | 6-20 | once | supposed']],
    ['her daughter turns 3 next Friday', ['child-birth | her daughter | solar | 2023 | 5-22 | 12 | told']],
    ['birthday June 18', ['birthday |  | solar | – | 6-18 | 12 | told']],
    ['his 40th birthday is on June 18', ['birthday | his | solar | 1986 | 6-18 | 12 | told']],
    ['born 12 March 1988', ['birthday |  | solar | 1988 | 3-12 | 12 | told']],
    ['car insurance runs out in December', ['expiry | car insurance | solar | 2026 | 12-1 | once | supposed']],
    ['thinking of buying a car by spring', ['custom | thinking of buying a car | solar | 2027 | 3-1 | once | supposed']],
    ['rent is due on the 10th of every month', ['custom | rent is due | solar | – | 6-10 | 1 | told']],
    ['the wedding is on the 6th of October', ['anniversary | wedding | solar | 2026 | 10-6 | 12 | told']],
    ['every Easter they travel', ['custom | they travel | solar | 2027 | 3-28 | once | told']],
    ['every Christmas they travel', ['custom | they travel | solar | – | 12-25 | 12 | told']],
    ['we met yesterday', []],
  ])('%s', (line, expected) => {
    expect(said(line)).toEqual(expected);
  });

  test('that can be kept as they are', () => {
    for (const line of ['每年农历三月十二', 'June 1 to 5', '三天内', 'Q3', '1990年生', '半年后续保', 'Christmas 2027'])
      for (const { start: _, end: _end, text: _text, on: _on, ...date } of capture(line, TODAY).dates)
        expect(() =>
          keyDateSchema.parse({ ...date, id: 'a', contactId: 'b', leads: [30, 7, 1], createdAt: 0, updatedAt: 0 }),
        ).not.toThrow();
  });
});

test.each<[string, [string, string][]]>([
  [
    '需要一台净水器, 担心孩子高考',
    [
      ['need', '需要一台净水器'],
      ['worry', '担心孩子高考'],
    ],
  ],
  ['想换大房子', [['wish', '想换大房子']]],
  ['上次投诉过物流', [['complaint', '上次投诉过物流']]],
  ['上周试驾了', [['trial', '上周试驾了']]],
  ['问了价格', [['asked', '问了价格']]],
  [
    'She needs a bigger van. Worried about the price',
    [
      ['need', 'She needs a bigger van'],
      ['worry', 'Worried about the price'],
    ],
  ],
  [
    'wants to move to Lisbon, asked about delivery',
    [
      ['wish', 'wants to move to Lisbon'],
      ['asked', 'asked about delivery'],
    ],
  ],
  ['he referred a friend', [['referral', 'he referred a friend']]],
  ['住在苏州', []],
  ['lives in Leeds', []],
])('facts in “%s”', (line, expected) => {
  expect(capture(line, TODAY).facts.map(({ kind, text }) => [kind, text])).toEqual(expected);
});

test.each<[string, string[]]>([
  ['女儿下周五三岁, likes hiking', ['hiking']],
  ['喜欢爬山、钓鱼和喝茶', ['爬山', '钓鱼', '喝茶']],
  ['爱喝咖啡', ['喝咖啡']],
  ['loves hiking, jazz is not hers', ['hiking']],
  ['enjoys sailing and black coffee', ['sailing', 'black coffee']],
  ['不喜欢吃辣', []],
  ["doesn't like cats", []],
  ['likes it', []],
])('tags in “%s”', (line, expected) => {
  expect(capture(line, TODAY).tags.map(({ tag }) => tag)).toEqual(expected);
});
