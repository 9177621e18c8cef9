// The words of the messenger's own buttons and dates, in English and Chinese. What people wrote is not translated.

/** The language of the labels: `?lang=zh` or `?lang=en` wins over the browser's. */
export const language = (new URLSearchParams(location.search).get('lang') ?? navigator.language).startsWith('zh') ? 'zh' : 'en';

const labels = {
  en: {
    brand: 'Teahouse',
    me: 'Mei Tan · Oak & Reed',
    search: 'Search',
    newChat: 'New conversation',
    conversations: 'Conversations',
    messages: 'Messages',
    write: 'Write a message',
    send: 'Send',
    nothing: 'Pick a conversation to start writing',
    since: 'Writing since',
    notifications: 'Notifications',
    on: 'On',
    draft: 'Draft:',
    you: 'You:',
    typing: 'typing…',
    sending: 'sending',
    today: 'Today',
    yesterday: 'Yesterday',
  },
  zh: {
    brand: '茶座',
    me: '谭梅 · 木与苇家具',
    search: '搜索',
    newChat: '发起会话',
    conversations: '会话',
    messages: '消息',
    write: '写点什么',
    send: '发送',
    nothing: '选一个会话，聊起来',
    since: '最早的消息',
    notifications: '消息提醒',
    on: '开',
    draft: '[草稿]',
    you: '我：',
    typing: '对方正在输入…',
    sending: '发送中',
    today: '今天',
    yesterday: '昨天',
  },
};

/**
 * The label with this name in the current language.
 * @param {keyof typeof labels.en} name
 */
export const label = (name) => labels[language][name];

const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hour12: false });
const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long' });
const shortWeekday = new Intl.DateTimeFormat(locale, { weekday: 'short' });
const longDay = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' });
const shortDay = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' });

/** How many local days ago `at` (milliseconds) was. */
function daysAgo(at) {
  const midnight = (ms) => new Date(ms).setHours(0, 0, 0, 0);
  return Math.round((midnight(Date.now()) - midnight(at)) / 86_400_000);
}

/** The time on a bubble, such as 14:05. */
export const timeText = (at) => clock.format(at);

/** The line between two days of a conversation. */
export function dayText(at) {
  const days = daysAgo(at);
  if (days <= 0) return label('today');
  if (days === 1) return label('yesterday');
  return days < 7 ? weekday.format(at) : longDay.format(at);
}

/** The date in the list of conversations, as short as can be. */
export function listDate(at) {
  const days = daysAgo(at);
  if (days <= 0) return timeText(at);
  if (days === 1) return label('yesterday');
  return days < 7 ? shortWeekday.format(at) : shortDay.format(at);
}

/** A date without its year, such as 12 Sept. */
export const dateText = (at) => shortDay.format(at);
