// A book of invented contacts, as large as somebody's who has sold for ten years, written straight into the extension's database.
import { evaluate } from './bare-browser.mjs';

/** So many messages are written on a day on which anybody writes. */
const A_DAY = 4;
/** So many contacts are written in one transaction. */
const AT_ONCE = 250;

/**
 * Runs in a page of the extension: writes contacts from number `first` to before `last` with everything that hangs on them. Every row is
 * as the extension itself would write it. The same numbers make the same rows.
 */
async function write(first, last, messagesEach, aDay, now) {
  const DAY = 86_400_000;
  let state = first * 2654435761 + 1;
  const random = () => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 3266489917) >>> 0;
    return state / 2 ** 32;
  };
  const pick = (list) => list[Math.floor(random() * list.length)];
  const hex = (n, length) => n.toString(16).padStart(length, '0');
  const idOf = (kind, n) => `01900000-0000-7${hex(kind, 3)}-8000-${hex(n, 12)}`;
  const dayOf = (ms) => new Date(ms).toISOString().slice(0, 10);
  const names = [
    'Anna',
    'Ben',
    'Carla',
    '王磊',
    '陈静',
    'Dmitri',
    'Elif',
    '李娜',
    'Farid',
    'Grace',
    '张伟',
    'Hiro',
    'Ines',
    'Jonas',
    '赵敏',
  ];
  const families = ['Weber', 'Okafor', 'Lindqvist', '家具', '贸易', 'Petrov', 'Yilmaz', '电子', 'Haddad', 'Lim', '酒店', 'Tanaka', 'Costa'];
  const rows = { contacts: [], identities: [], interactions: [], days: [], followUps: [], keyDates: [], deals: [] };
  for (let n = first; n < last; n += 1) {
    const name = `${pick(names)} ${pick(families)} ${n}`;
    const createdAt = now - Math.floor(random() * 900) * DAY;
    const [contactId, identityId] = [idOf(1, n), idOf(2, n)];
    const tags = random() < 0.3 ? [pick(['vip', 'hotel', '老客户', 'lead', 'trade fair'])] : [];
    const common = { createdAt, updatedAt: createdAt };
    rows.contacts.push({
      id: contactId, kind: 'person', name, called: name.toLowerCase().split(' ').sort().join(' '),
      tags, words: [...name.toLowerCase().split(' '), ...tags], company: '', phones: [], emails: [],
      bonds: [], type: null, cadence: null, quietUntil: null, stage: null, stageSince: null, lostReason: '', source: '', nurture: null, ...common, deletedAt: null, mergedInto: null,
    }); // prettier-ignore
    const days = new Map();
    const totals = { in: 0, out: 0, lastIn: null, lastOut: null };
    const many = Math.round(messagesEach * 2 * random());
    let time = createdAt;
    for (let m = 0; m < many; m += 1) {
      // A talk takes an evening; the next one is on any other day.
      if (m % aDay === 0) time = createdAt + Math.floor(random() * (now - createdAt - DAY / 24));
      else time += Math.floor(random() * 600_000);
      const direction = random() < 0.5 ? 'in' : 'out';
      const [at, day] = [new Date(time).toISOString(), dayOf(time)];
      const id = `${hex(n, 10)}${hex(m, 6)}AAAAAA`;
      rows.interactions.push({ id, identityId, kind: 'message', direction, at, day, live: false, seenAt: time, source: 'bench' });
      totals[direction] += 1;
      const last_ = direction === 'in' ? 'lastIn' : 'lastOut';
      if (totals[last_] === null || at > totals[last_]) totals[last_] = at;
      const row = days.get(day) ?? { identityId, day, in: 0, out: 0, watched: true };
      row[direction] += 1;
      days.set(day, row);
    }
    rows.days.push(...days.values());
    rows.identities.push({
      id: identityId, contactId, site: 'demo', account: 'me', handles: [JSON.stringify(['demo', 'me', 'permanent', `p${n}`])], weak: false, name,
      link: null, ...totals, acts: 0, undatedIn: null, undatedOut: null, watchedSince: createdAt, ...common,
    }); // prettier-ignore
    if (n % 25 === 0)
      rows.followUps.push({ id: idOf(3, n), contactId, due: dayOf(now + (Math.floor(random() * 60) - 3) * DAY), reason: 'Ask about the order', status: 'open', ...common }); // prettier-ignore
    if (n % 5 === 0)
      rows.keyDates.push({ id: idOf(4, n), contactId, kind: 'birthday', label: '', calendar: n % 10 ? 'solar' : 'lunar', year: null, month: 1 + Math.floor(random() * 12), leapMonth: false, day: 1 + Math.floor(random() * 28), everyMonths: 12, leads: [7, 1], inferred: false, ...common }); // prettier-ignore
    if (n % 8 === 0)
      rows.deals.push({ id: idOf(5, n), contactId, item: 'Chairs', amount: '1200', currency: 'EUR', status: 'won', openedOn: dayOf(createdAt), closedOn: dayOf(createdAt + 10 * DAY), paidOn: null, lines: [], lostReason: '', ...common }); // prettier-ignore
  }
  const database = await new Promise((resolve, reject) => {
    const request = globalThis.indexedDB.open('rapport');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const tables = Object.keys(rows);
  await new Promise((resolve, reject) => {
    const transaction = database.transaction([...tables, 'stale', 'unlisted'], 'readwrite', { durability: 'relaxed' });
    for (const table of tables) for (const row of rows[table]) transaction.objectStore(table).put(row);
    transaction.objectStore('stale').put({ id: 'everybody', after: '' });
    transaction.objectStore('unlisted').put({ id: 'everybody', after: null });
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error);
  });
  database.close();
}

/** Writes contacts `from` to before `to`, with so many messages in all, through a page of the extension. */
export async function fillBook(page, { from, to, messages }) {
  const now = Date.now();
  const each = messages / (to - from);
  let before = Promise.resolve();
  for (let first = from; first < to; first += AT_ONCE) {
    // The page makes the next rows while the browser still writes these.
    const writing = evaluate(page, write, first, Math.min(first + AT_ONCE, to), each, A_DAY, now);
    await before;
    before = writing;
  }
  await before;
}
