// Words by which sites mark one's own messages, in the languages people use them in. An unknown word proves nothing.
// Seen on a live page by somebody: "You" in English, Portuguese, Chinese and Hebrew, "sent" and "read" in Portuguese. The rest
// are the usual translations. Lists are strings divided by `|`, because these bytes are put into pages.

const words = (list: string): ReadonlySet<string> => new Set(list.split('|'));

/** The user, as the label before an own message has it, in lower case. */
export const YOU = words('you|você|tú|vous|את/ה|אתה|את|أنت|你|您|あなた|나|вы|ви|आप|εσείς|bạn|شما');

/** The same for languages whose word is a name elsewhere (Ty, Du): only believed when the page says it is in that language. */
export const YOU_IN: Readonly<Record<string, string>> = {
  de: 'du|sie',
  es: 'usted',
  fr: 'tu',
  id: 'anda|kamu',
  it: 'tu',
  nl: 'u|jij|jou|je',
  pl: 'ty',
  pt: 'tu',
  tr: 'siz|sen',
};

/** The state of an own message that has left, as its icon is labelled, in lower case. Few, because the icons' names need none. */
export const SENT = words(
  'sent|delivered|read|enviada|entregue|lida|enviado|entregado|leído|envoyé|lu|gesendet|gelesen|נשלחה|נקראה|已发送|已送达|已读',
);

/** The state of an own message that has not left yet, in lower case: a guess in every language. */
export const PENDING = words('pending|sending|pendente|pendiente|en attente|ausstehend|ממתינה|等待中|待发送|ожидание');

/** Part of the label of a box for writing to a group, once the name is taken out of it. */
export const GROUP = /gr[ou]p|קבוצה|مجموعة|群|グループ|груп|ग्रुप|समूह|그룹|groep|nhóm/i;

/** Part of the label of the quoted message above an answer. */
export const QUOTED = /quot|cita|cité|zitier|citeer|מצוטט|引用|цит/i;

/** What stands beside a clock to name the half of the day: before noon, after noon. */
export const HALF_DAY = [/a\.?\s?m|上午|午前|오전|ص/i, /p\.?\s?m|下午|午後|오후|م/i] as const;

/** On the button below a comment while the page's one box is for an answer to it. */
export const REPLYING = /回复中/;
