// Days in Chinese sentences.
import { chineseNumber } from './chinese-numbers';
import {
  AWAY,
  PARTS,
  SEASONS,
  away,
  dayOfNearMonth,
  dayOfWeek,
  digits,
  half,
  inSaidYear,
  monthAndDay,
  monthDay,
  monthOnly,
  nearDay,
  nearMonth,
  part,
  quarter,
  saidYear,
  weekOfMonth,
  yearly,
} from './chinese-readings';
import { exactRule, never, rule, type Rule } from './rule';
import * as s from './span';

const NUMBER = '(?:\\d{1,3}|[一二两三四五六七八九十廿卅百]{1,5})';
const YEAR =
  '(?:(?<near>今年|明年|后年|大后年|去年|前年|大前年|本年)|(?<year>(?:19|20)\\d\\d|[一二][〇零九][〇零一二三四五六七八九]{2})\\s*年)的?\\s*(?:农历|阴历)?';
const SHORT_YEAR = '(?<short>(?<!\\d)\\d\\d)年';
const MONTH = '(?<!\\d|[一二三四五六七八九十])(?<month>1[0-2]|0?[1-9]|十[一二]|[一二三四五六七八九十正冬腊元])月份?';
const DAY =
  '(?<day>3[01]|[12]\\d|0?[1-9]|三十一?|[一二]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|卅一?|初[一二三四五六七八九十]|[一二三四五六七八九])';
const NO_DAY_AFTER = '(?![\\d.]|[个個天年岁万千百元块件号线楼院人次点分折%年条只台套份斤公米月周倍])';
const OLD = '农历|阴历|旧历|老历|古历';
const WEEK = '(?:周|星期|礼拜)';
const NEAR_MONTH = '(?<near>下下|下|上上|上|这|本|当|每)(?:一)?个?月';

const NO_THING = '(?![码线楼院店车门仓机房厅铺桌位室柜台池电路馆口床键色厂井字弄胡球员杆技选粉])';

export const CHINESE: Rule[] = [
  // What looks like a day and is none.
  never('第[一二三四五六七八九十\\d]+(?:次|个|名|位|天|周|年)'),
  never('[一二两三四五六七八九十几半每\\d]+周[一二三四五六七两\\d]+[次回遍趟]|每周[一二三四五六七两\\d]+[次回遍趟天]'),
  never('周[一二三四五六](?:鸣|福|丰|帆|凡|平|峰|山|川|华|明|杰|强|伟)'),
  never(`(?:${WEEK})一(?:到|至|-|~)(?:${WEEK})?[五六日](?=上班|工作|都|营业|开门|均|全天)`),
  never('[一二两三四五六七八九十\\d]月龄|今日头条|明日之后|明天系|后天性|先天后天'),
  never('(?:五一|三八|八一|五四|六一|国庆|春节|元旦)(?:路|街|桥|广场|村|公园)\\s*\\d*号?'),
  // Dates with month and day.
  rule(
    `(?<every>每年)?(?:的)?(?<old>${OLD})?\\s*(?:${YEAR})?\\s*(?<older>${OLD})?(?<leap>闰)?${MONTH}\\s*${DAY}(?<suffix>[日号]${NO_THING})`,
    monthAndDay,
  ),
  rule(
    `(?<every>每年)?(?:的)?(?<old>${OLD})?\\s*(?:${YEAR})?\\s*(?<older>${OLD})?(?<leap>闰)?${MONTH}\\s*${DAY}${NO_DAY_AFTER}(?:[（(]?(?<suffix>农历|阴历)[）)]?)?`,
    (groups, today) => monthAndDay({ ...groups, older: groups['older'] ?? groups['suffix'] }, today),
  ),
  rule(`${SHORT_YEAR}${MONTH}\\s*${DAY}[日号]?`, monthAndDay),
  rule(`(?<old>${OLD})?(?:${YEAR})?(?<older>${OLD})?(?<leap>闰)?${MONTH}`, (groups, today) =>
    (groups['old'] ?? groups['older'] ?? groups['leap']) === undefined && !/[正冬腊]/.test(groups['month']!)
      ? monthOnly(groups, today)
      : inSaidYear(groups, today, (year) => s.lunarMonthSpan(year, chineseNumber(groups['month']!), groups['leap'] !== undefined)),
  ),
  rule(`(?:${YEAR})?${MONTH}的?(?<nth>第[一二三四五]|最后一)个?${WEEK}(?<weekday>[一二三四五六日天])?(?!末)`, weekOfMonth),
  rule(`${NEAR_MONTH}的?(?<nth>第[一二三四五]|最后一)个?${WEEK}(?<weekday>[一二三四五六日天])?(?!末)`, weekOfMonth),
  rule('(?<![\\d一二两三四五六七八九十几半])(?:本|这个?)?月(?:之)?内', (_, today) => {
    const { to } = s.monthSpan(today.year, today.month);
    return { unit: 'day', from: today.number, to, on: to };
  }),
  rule('(?<![\\d一二两三四五六七八九十几半明今去])(?:今)?年(?:之)?内', (_, today) => {
    const { to } = s.yearSpan(today.year);
    return { unit: 'day', from: today.number, to, on: to };
  }),
  rule(`(?:未来|接下来的?|今后)(?:的)?(?<count>${NUMBER}|半)(?<unit>天|日|周|个?星期|个?礼拜|个月|年)(?:之?内)?`, (groups, today) => {
    const span = away({ ...groups, side: '后' }, today);
    return span && { ...span, from: today.number + 1 };
  }),
  rule(`(?:最近|过去|近)(?:的)?(?<count>${NUMBER}|半)(?<unit>天|日|周|个?星期|个?礼拜|个月|年)`, (groups, today) => {
    const span = away({ ...groups, side: '前' }, today);
    return span && { ...span, to: today.number };
  }),
  rule(`(?<every>每年)?(?:的)?(?:${YEAR})?${MONTH}(?<part>初|底|末|中旬|上旬|下旬|中(?![午间国心考秋]))?`, (groups, today) =>
    yearly(
      part(
        inSaidYear(groups, today, (year) => s.monthSpan(year, chineseNumber(groups['month']!))),
        groups['part'],
      ),
      groups,
    ),
  ),
  rule(`${SHORT_YEAR}${MONTH}(?<part>初|底|末|中旬|上旬|下旬)?`, (groups, today) =>
    part(
      inSaidYear(groups, today, (year) => s.monthSpan(year, chineseNumber(groups['month']!))),
      groups['part'],
    ),
  ),
  // Months from here.
  rule(`${NEAR_MONTH}的?\\s*${DAY}[日号]?${NO_DAY_AFTER}`, dayOfNearMonth),
  rule(`(?<near>每)个?月的?(?:${DAY})[日号]`, dayOfNearMonth),
  rule(`${NEAR_MONTH}的?(?<part>初|底|末|尾|中旬|上旬|下旬|中(?![午间国心考秋]))?`, (groups, today) => {
    if (groups['near'] === '每' && !groups['part']) return null;
    const span = part(nearMonth(today, groups['near']!), groups['part']);
    return groups['near'] === '每' && span ? { ...span, every: 1 } : span;
  }),
  rule('(?<near>每|这|本|下|当)个?月的?最后一天', ({ near }, today) => {
    const span = s.partOf(nearMonth(today, near!), 'end');
    return near === '每' ? { ...span, every: 1 } : span;
  }),
  rule('(?<!\\d|[一二三四五六七八九十个年])月(?<part>初|底|末|中旬|上旬|下旬|中(?![午间国心考秋]))', ({ part: name }, today) => {
    const now = s.partOf(s.monthSpan(today.year, today.month), PARTS[name!]!);
    const later = s.partOf(s.monthSpan(today.year, today.month + 1), PARTS[name!]!);
    return now.to >= today.number ? now : later;
  }),
  rule(`(?<!\\d|[一二三四五六七八九十第加])${DAY}[号日]${NO_THING}`, ({ day }, today) => s.comingDay(today, chineseNumber(day!))),
  // Years and their parts.
  rule(`(?<every>每年)?(?:${YEAR})(?<part>年?初|年?底|年?末|年中)?(?!度|级|份的?工资)`, (groups, today) =>
    part(s.yearSpan(saidYear(groups, today)!), groups['part']?.replace(/^年(?!中)/, '')),
  ),
  rule('(?<![今明后去前每\\d])年(?<part>初|底|末|中(?!秋))', ({ part: name }, today) =>
    s.yearless(today, (year) => s.partOf(s.yearSpan(year), PARTS[name!]!)),
  ),
  rule(`(?:${YEAR})?(?<half>上|下)半年`, half),
  rule(`(?:${YEAR})?(?:第?(?<quarter>[一二三四1-4])季度?|q(?<q>[1-4]))(?:的)?(?<part>初|底|末)?(?![\\d款])`, quarter),
  rule('(?<near>这|本|下|上)一?个?季度(?<part>初|底|末)?', ({ near, part: name }, today) => {
    const at = Math.ceil(today.month / 3) + AWAY[near!]!;
    return part(s.monthSpan(today.year, at * 3 - 2, 3, 'quarter'), name);
  }),
  rule(
    `(?:${YEAR}|这个|下个)?的?(?:(?<season>[春夏秋冬])(?:天|季)|(?:开|入|立)(?<into>[春夏秋冬])|(?<open>[春夏秋冬])末)`,
    (groups, today) =>
      inSaidYear(groups, today, (year) => s.seasonSpan(year, SEASONS[(groups['season'] ?? groups['into'] ?? groups['open'])!]!)),
  ),
  rule(`(?:${YEAR})?暑假(?!工)`, (groups, today) => inSaidYear(groups, today, (year) => s.monthSpan(year, 7, 2, 'season'))),
  // Weeks.
  rule(
    `(?<near>下下|下|上上|上|这|本|每)?一?个?(?:${WEEK}的)?${WEEK}(?<weekday>[一二三四五六日天1-7])(?!次|个|回|[年月岁]|\\d)`,
    dayOfWeek,
  ),
  rule(`(?<near>下下|下|上上|上|这|本|每)?一?个?${WEEK}(?:末|六(?:${WEEK})?[日天])`, ({ near }, today) =>
    s.weekendSpan(today, AWAY[near ?? '这']!),
  ),
  rule(`(?<near>下下|下|上上|上|这|本)一?个?${WEEK}(?:之?内|里|中)?(?![一二三四五六日天1-7末年岁边])`, ({ near }, today) =>
    s.weekSpan(today, AWAY[near!]!),
  ),
  // Days from here.
  rule('今[天日晚早夜儿](?:早上|上午|中午|下午|晚上|傍晚)?', nearDay(0)),
  rule('明[天日晚早儿](?:早上|上午|中午|下午|晚上|一早)?', nearDay(1)),
  rule('(?<!大)后[天日](?:早上|上午|中午|下午|晚上)?', nearDay(2)),
  rule('大后天', nearDay(3)),
  rule('昨[天日晚夜儿]', nearDay(-1)),
  rule('(?<!大)前天', nearDay(-2)),
  rule('大前天', nearDay(-3)),
  rule(
    `(?<count>${NUMBER}|半)(?<unit>天|日|周|个?星期|个?礼拜|个月|年|个?季度|个?工作日)(?<half>半)?(?:左右|多)?(?:之|以|过)?(?<side>后|内|里|前)(?!面|卫|夜)`,
    away,
  ),
  rule(`(?<count>${NUMBER})个(?<half>半)(?<unit>月|星期|礼拜)(?:左右)?(?:之|以)?(?<side>后|内|前)`, away),
  rule(`(?<count>半)个(?<unit>月)(?:左右)?(?:之|以)?(?<side>后|内|前)`, away),
  rule(`(?<count>[两二三1-9])(?<unit>月)(?:之|以)后`, away),
  rule(`(?:再过|过|再等|隔)(?<count>${NUMBER}|半)(?<unit>天|日|周|个?星期|个?礼拜|个?月|年)(?:之?后)?`, away),
  rule(
    `(?:还有|还剩|只剩|剩)(?:下)?(?<count>${NUMBER}|半)(?<unit>天|周|个?星期|个?礼拜|个月|年)(?=[^,，。;；]{0,6}(?:到期|过期|截止|结束|开|考|生|满|毕业|退休|完))`,
    away,
  ),
  // In digits.
  rule(
    '(?<![\\d.])(?<year>(?:19|20)\\d\\d)\\s?[-/.．]\\s?(?<month>1[0-2]|0?[1-9])\\s?[-/.．]\\s?(?<day>3[01]|[12]\\d|0?[1-9])[日号]?(?![\\d])',
    digits,
  ),
  exactRule('(?<![\\d.a-zA-Z号])(?<year>(?:19|20)\\d\\d)(?<month>1[0-2]|0[1-9])(?<day>3[01]|[12]\\d|0[1-9])(?![\\d.])', digits),
  rule('(?<![\\d./-])(?<month>1[0-2]|0?[1-9])[./-](?<day>3[01]|[12]\\d|0?[1-9])[号日](?!楼|院)', monthDay),
  rule(
    '(?<![\\d./-])(?<month>1[0-2]|0?[1-9])[./](?<day>3[01]|[12]\\d|0?[1-9])(?=\\s*(?:前|之前|后|到期|生日|出生|过期|见|开|有|去|来|交|考|结婚|付|发货|上午|下午|晚上|早上|体检|续|要|约|回|拜访|面|会|送|到))(?!\\s*(?:万|元))',
    monthDay,
  ),
];
