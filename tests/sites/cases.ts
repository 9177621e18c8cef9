// The pages that every site must have been tried on: `fixtures/<site>.<case>.html`, or a reason why there can be none.

/** What each page shows. A site without such a page stands in `IMPOSSIBLE`. */
export const CASES = {
  chat: 'a conversation with one person, messages both ways',
  group: 'a conversation with several',
  empty: 'logged in, no conversation open',
  loading: 'the app or a conversation on its way: nothing may be read that is not there yet',
  'logged-out': 'what the site shows instead, without a login',
  'other-account': 'the person of `chat` in another account of the user',
} as const;

export type Case = keyof typeof CASES;

/** Labels in other languages, and lines that run the other way. */
export const MORE: Record<string, readonly string[]> = { whatsapp: ['rtl', 'zh', 'pt'] };

/** Where the page does not tell whose account it is, what a message's key is made of decides what is counted. */
const NUMBERED = 'Messages have ids of their own in each account: all are counted, for one contact.';
const BY_WORDS = 'Keys are made of what messages show: the same words in two accounts, to the same person, count once.';

/** By site: which case cannot be, and why. */
export const IMPOSSIBLE: Record<string, Partial<Record<Case, string>>> = {
  bilibili: {
    group: 'On the web, private messages are known between two people only.',
    'other-account': `The page of messages is not known to have the user’s picture, whose address names the user elsewhere. ${BY_WORDS}`,
  },
  demo: { 'logged-out': 'It has no login: there is one user, who is always in.' },
  douyin: { 'other-account': `The user’s own page is called “self”, and no number stands anywhere. ${BY_WORDS}` },
  slack: { 'logged-out': 'Without a login app.slack.com leads to slack.com, where no script of ours runs.' },
  telegrama: { 'other-account': `Own names and numbers show in the settings only. ${NUMBERED}` },
  telegramk: { 'other-account': `Own names show in the menu, numbers in the settings only. ${NUMBERED}` },
  wechat: { 'other-account': `The page shows the user’s nickname, which may change, and ids that are new at every login. ${NUMBERED}` },
  weibo: { 'other-account': `The chat does not say whose it is. ${NUMBERED}` },
  whatsapp: { 'other-account': `The page shows a picture of the user, without name or number. ${NUMBERED}` },
  xiaohongshu: { 'other-account': `The chat does not say whose it is. ${NUMBERED}` },
  zhihu: {
    group: 'Private messages are between two people.',
    'other-account': `The page shows the user’s name, which may change. ${BY_WORDS}`,
  },
};
