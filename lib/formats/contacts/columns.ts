// What the columns of a table hold, guessed from their names, in English and Chinese, as programs and people call them.
import { LONGEST_FIELD } from '../../domain/own-value';
import type { Column, ColumnField } from './incoming';

/** How our own export marks a field the user invented. */
export const OWN_MARK = 'Field: ';
/** What the column of tags is called there, in which a tag may hold a comma. */
export const TAG_LINES = 'Tags, one a line';

const NAMES: readonly [ColumnField, RegExp][] = [
  ['first', /^(first ?name|given ?name|vorname|名)$/],
  ['middle', /^(middle ?name|additional ?name|中间名)$/],
  ['last', /^(last ?name|family ?name|surname|nachname|姓|姓氏)$/],
  [
    'name',
    /^(name|full ?name|display ?name|contact( ?name)?|customer( ?name)?|client( ?name)?|姓名|名字|名称|全名|联系人(姓名|名称)?|客户(姓名|名称|名)?|好友(名称)?|备注名称?)$/,
  ],
  ['nickname', /^(nick ?name|file as|昵称|微信(昵称|名称|名)|(客户|好友|用户)昵称|称呼)$/],
  [
    'phone',
    /^((mobile|cell|cellular|home|work|business|main|primary|other|direct|car)? ?(phones?|telephone|tel|mobile|cell|handy|telefon)( ?(number|no|nr))?( ?\d{1,2})?( value)?|(phone|mobile)( (work|home|mobile|other|main))?|mobile ?\d?|whats ?app( number)?|phone \d{1,2} value|(手机|电话|联系电话|移动电话|固定电话|座机|手机号码?|电话号码?|联系方式|联系手机|办公电话|公司电话|工作电话|住宅电话|家庭电话|单位电话|其他电话|备用电话|主要电话|whatsapp号?)\d{0,2})$/,
  ],
  [
    'email',
    /^((work|home|other|primary|personal|business)? ?e ?mails?( ?address)?( ?\d{1,2})?( address| value)?|e ?mail( (work|home|other))?|(电子邮件|电子邮箱|邮箱|邮件|邮箱地址|电邮|邮件地址|电子邮件地址|工作邮箱|个人邮箱|联系邮箱|email地址)\d{0,2})$/,
  ],
  [
    'link',
    /^(urls?|links?|website( \d)?( value)?|web ?(page|site)( address)?|home ?page|profile( ?url| ?link)?|linkedin( ?(url|profile|bio|link))?|person linkedin url|facebook( ?(url|profile))?|twitter( ?(url|profile))?|x( url)|(个人)?(主页|网址|网站|链接)(地址|链接)?|领英(主页|链接|地址)?|微博(主页|链接|地址))$/,
  ],
  [
    'company',
    /^(company( ?name)?|organi[sz]ation( name| \d name)?|org|account( ?name)?|employer|firma|associated company( name)?|公司(名称|名)?|企业(名称|名)?|单位(名称)?|所属(公司|企业|单位|客户)|工作单位|组织|客户公司)$/,
  ],
  ['role', /^(job ?title|title|position|role|occupation|organi[sz]ation( \d)? title|职务|职位|岗位|头衔|职称|职业)$/],
  [
    'tags',
    /^(tags?|labels?|categor(y|ies)|groups?|group membership|segments?|lists?|标签|客户标签|企业标签|标签组|个人标签|分组|分类|类别|群组|客户分组)\d{0,2}$/,
  ],
  [
    'note',
    /^(notes?|comments?|remarks?|description|memo|bemerkung|notizen|about|备注|备注信息|描述|说明|简介|跟进记录|客户描述|备注说明)$/,
  ],
  [
    'stage',
    /^(stage|lead ?(status|stage)|life ?cycle ?stage|deal stage|pipeline stage|阶段|客户阶段|跟进阶段|跟进状态|销售阶段|线索状态|客户状态)$/,
  ],
  ['type', /^(customer ?type|type of customer|客户类型)$/],
  ['source', /^((lead|original|contact) ?source|source|channel|来源|客户来源|线索来源|渠道|添加方式|来源渠道|添加渠道)$/],
  ['lunarBirthday', /^(lunar ?birth ?da(y|te)|(农历|阴历)(生日|生辰|出生日期))$/],
  ['birthday', /^(birth ?da(y|te)|date of birth|dob|geburtstag|生日|出生日期|生辰|出生年月日?|公历生日|阳历生日)$/],
  ['birthYear', /^(birth ?year|year of birth|出生年份?)$/],
  ['birthMonth', /^(birth ?month|month of birth|出生月份?)$/],
  ['birthDay', /^(day of birth|出生日)$/],
  ['anniversary', /^(anniversary|wedding( anniversary)?|纪念日|结婚纪念日)$/],
  ['date', /^(event \d{1,2} value)$/],
  ['label', /^((event|custom field) \d{1,2} (label|type))$/],
  ['own', /^(custom field \d{1,2} value)$/],
  ['dates', /^dates$/],
  ['id', /^site ids$/],
  ['bonds', /^(bonds?|纽带)$/],
  ['cadence', /^(cadence( ?\(?days\)?)?|联系周期|联系间隔)$/],
  ['quietUntil', /^(quiet until|免打扰至)$/],
  [
    'addedOn',
    /^(connected on|created?( ?(on|at|date|time))?|date (added|created)|person created|creation date|added( on)?|添加时间|添加日期|创建时间|创建日期|建档时间|录入时间)$/,
  ],
];

/** A column's name in one form. */
export function plainHeader(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[*:"'’?]|[(（](必填|选填|required|optional)[)）]/gi, ' ')
    .replace(/[_\-–.]+/g, ' ')
    .toLowerCase()
    .replace(/^\s*person\s+(?=\S)/, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function columnOf(given: string): Column {
  const name = given.trim();
  if (name.startsWith(OWN_MARK)) return { field: 'own', name: name.slice(OWN_MARK.length).trim().slice(0, LONGEST_FIELD) };
  if (name === TAG_LINES) return { field: 'tags', name: 'lines' };
  const plain = plainHeader(name);
  const field = NAMES.find(([, names]) => names.test(plain))?.[0];
  return field ? { field, name: '' } : null;
}

/** What stands beside a whole name is something else: of a person's row 客户名称 is the firm. */
const FIRM_OR_NAME = /^(客户(名称|名)?|客户公司|customer( name)?|account)$/;

/** What the columns hold, as their names say. */
export function columnsCalled(names: readonly string[]): Column[] {
  const columns = names.map(columnOf);
  const plain = names.map(plainHeader);
  const has = (field: ColumnField, except = -1) => columns.some((column, i) => column?.field === field && i !== except);
  return columns.map((column, i): Column => {
    if (column?.field === 'name' && FIRM_OR_NAME.test(plain[i]!) && (has('name', i) || has('first')))
      return has('company') ? null : { field: 'company', name: '' };
    // Outlook's "Title" is Dr. or Ms, where it has "Job Title", too.
    if (column?.field === 'role' && plain[i] === 'title' && has('role', i)) return null;
    // What a label names would have no name of its own.
    if (column?.field === 'own' && column.name === '' && columns[i - 1]?.field !== 'label')
      return { field: 'own', name: names[i]!.trim().slice(0, LONGEST_FIELD) };
    return column;
  });
}

/** How many of a row's cells name a column that we know; a row with somebody's address or number in it names none. */
export function namesIn(cells: readonly string[]): number {
  if (cells.some((cell) => /\S@\S+\.\S|^\+?[\d\s()-]{7,}$/.test(cell.trim()))) return 0;
  return cells.filter((cell) => cell.length <= 80 && columnOf(cell) !== null).length;
}

/** What the columns of a table without names hold, as their cells look. */
export function columnsLike(rows: readonly (readonly string[])[]): Column[] {
  const width = Math.max(0, ...rows.map((cells) => cells.length));
  const share = (i: number, like: RegExp): number => {
    const cells = rows.map((row) => (row[i] ?? '').trim()).filter((cell) => cell !== '');
    return cells.length === 0 ? 0 : cells.filter((cell) => like.test(cell)).length / cells.length;
  };
  const columns = Array.from({ length: width }, (_, i): Column => {
    if (share(i, /^[^\s@]+@[^\s@]+\.[^\s@]+$/) > 0.6) return { field: 'email', name: '' };
    if (share(i, /^(https?:\/\/|www\.)/i) > 0.6) return { field: 'link', name: '' };
    if (share(i, /^'?[+＋]?[\d\s()/.-]{7,20}$/) > 0.6 && share(i, /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}$/) < 0.5)
      return { field: 'phone', name: '' };
    return null;
  });
  const name = columns.findIndex((column, i) => column === null && share(i, /^[^\d@]{1,60}$/) > 0.6);
  if (name >= 0) columns[name] = { field: 'name', name: '' };
  return columns;
}
