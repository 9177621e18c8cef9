// Words by which sites mark one's own messages, in the languages people use them in. An unknown word proves nothing.
// Seen on a live page by somebody: "You" in English, Portuguese, Spanish, Chinese, Hebrew and Vietnamese. The rest are the usual
// translations.
// Patterns are short and in one piece each, because these bytes are put into pages.

/** The user; behind the language and a tab where the word is a name elsewhere (Ty, Du). */
export const YOU = /^(you|você|tú|vous|את\/ה|أنت|[你您妳]|あなた|вы|bạn|de\t(du|sie)|(fr|it|pt)\ttu|pl\tty|tr\ts(en|iz))$/im;

/** Whether this label, which has no tab in it, means the user on the page that this element is of. */
export const isYou = (label: string | null | undefined, { ownerDocument }: Element): boolean =>
  YOU.test(`${ownerDocument.documentElement.lang.slice(0, 2)}\t${label}\n${label}`);

const words = (list: string): ReadonlySet<string> => new Set(list.split('|'));

/** The state of an own message that has left, as its icon is labelled, in lower case: what somebody teaches may carry such a label. */
export const SENT = /* @__PURE__ */ words(
  'sent|delivered|read|enviada|entregue|lida|enviado|entregado|leído|envoyé|lu|gesendet|gelesen|נשלחה|נקראה|已发送|已送达|已读',
);

/** The state of an own message that has not left yet, in lower case: a guess in every language. */
export const PENDING = /* @__PURE__ */ words('pending|sending|pendente|pendiente|en attente|ausstehend|ממתינה|等待中|待发送|ожидание');

/** Part of the label of a box for writing to a group, once the name is taken out of it. */
export const GROUP = /gr[oue]+p|群/i;

/** What stands beside a clock to name the half of the day: the first group is the one after noon. */
export const HALF_DAY = /(p\.?\s?m|下午|午後|오후|م)|a\.?\s?m|上午|午前|오전|ص/i;

/** On the button below a comment while the page's one box is for an answer to it. */
export const REPLYING = /回复中/;

/** On the button that publishes a comment. */
export const PUBLISH = /^\s*(发布|publish)\s*$/i;

/** Before the name of the one to whom an answer is written, in its empty box. */
export const ANSWER_TO = /^\s*(?:回复|reply(?: to)?)\s*@?(.+?)\s*[:：]?\s*$/i;

/** On the user's own picture: opens the page of this name. */
export const OWN_PAGE = /^点击打开(.+)的主页$/;

/**
 * Meta's label of a chat: if it is with one person, the word that says so; what it is called. Seen in English, Spanish and Chinese, for
 * groups in Portuguese.
 */
export const CHAT = /^(?:messages in )?conversa\S* (?:titled|intitulada|con el título|(with|con|com)) (.+)$|^([與与])(.+)的[對对][话話]$/i;

/**
 * Meta's label of a message: time, sender, words. `At 16:15, Anna: hello` and, inside of it, `Message sent 16:15 by Anna: hello` in
 * English, Spanish and Chinese; the former in Vietnamese, too. No colon but the clock's stands before the sender.
 */
export const SENDER = /^([^:：]*?\d[:.]\d\d(?!\d)[^:：]*?)(?:[,،，、]| by | por |由)\s*(.+?)(?:[傳传发發]送)?(?:[:：]\s*(.*))?$/s;

/** Before the handle of who wrote a message, at the end of the label of a button beside it. Seen in English alone. */
export const FROM = / (?:from|de|von) ([\w.]+)$/i;
