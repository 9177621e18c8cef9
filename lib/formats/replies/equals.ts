// Placeholders of other programs that mean what a field of ours means. What is not here is asked when the reply is used.
import { fieldOf, isCursor, spellingOf, type Field } from '../../domain/template/fields';

/** Whose name or company: the other side. Not the rep's own (`from`, `agent`, `my`, 我的), which we have no field for. */
const THEIRS =
  /^(?:to|contact|customer|client|recipient|lead|buyer|visitor|friend|客户|顾客|买家|好友|对方|用户|访客|联系人)(?:的|_|(?=[^a-z_])|$)/;

const EQUALS: ReadonlyMap<string, Field> = new Map<string, Field>([
  ...['first_name', 'firstname', 'fname', 'given_name', 'nickname', 'nick_name', '昵称', '称呼', '尊称'].map((word): [string, Field] => [
    word,
    'first_name',
  ]),
  ...['name', 'full_name', 'fullname', 'display_name', '姓名', '名字', '名称', '全名', ''].map((word): [string, Field] => [word, 'name']),
  ...['company', 'company_name', 'organization', 'organisation', 'account_name', '公司', '公司名', '公司名称', '单位', '企业'].map(
    (word): [string, Field] => [word, 'company'],
  ),
  ...['greeting', '问候', '问候语', '时段问候'].map((word): [string, Field] => [word, 'greeting']),
  ...['date', 'today', 'current_date', 'todays_date', '日期', '今天', '今日', '当前日期', '当天日期'].map((word): [string, Field] => [
    word,
    'date',
  ]),
  ...['weekday', 'day_of_week', 'current_day', '星期', '周几', '星期几'].map((word): [string, Field] => [word, 'weekday']),
]);

/** What a name such as `to.first_name`, `Customer Name`, 客户昵称 is with us, as the text between our braces; null is nothing of ours. */
export function equalOf(name: string): string | null {
  const word = name
    .trim()
    .toLowerCase()
    .replace(/[\s._-]+/g, '_')
    .replace(/['’]/g, '');
  if (word === '') return null;
  if (isCursor(word)) return word === '光标' ? '光标' : 'cursor';
  const rest = word.replace(THEIRS, '').replace(/^_+/, '');
  const field = (rest === '' && rest === word ? null : EQUALS.get(rest)) ?? fieldOf(rest);
  return field ? spellingOf(field, /\p{Script=Han}/u.test(word) ? 'zh' : 'en') : null;
}
