// Turns the written exchanges into dated messages. The same person on the same day always gets the same times.

/**
 * A message. `id` is null while it is being sent; `at` is in milliseconds.
 * @typedef {{ id: string | null, direction: 'in' | 'out', sender?: string, text: string, at: number }} Message
 */

/** A small seeded generator (mulberry32): numbers from 0 up to 1, the same for the same name. */
export function seeded(name) {
  let state = 2166136261;
  for (const letter of name) state = Math.imul(state ^ letter.codePointAt(0), 16777619);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const MINUTE = 60_000;

/** The first instant of an exchange `days` before `base`: office hours, or the past hours when it is today's. */
function startOf(days, base, length, random) {
  const day = new Date(base);
  // Counted back from the full hour, so that two tabs opened within the hour agree on the time of each message.
  if (days === 0) return day.setMinutes(0, 0, 0) - (10 + length * 12 + Math.floor(random() * 40)) * MINUTE;
  return new Date(
    day.getFullYear(),
    day.getMonth(),
    day.getDate() - days,
    9 + Math.floor(random() * 8),
    Math.floor(random() * 60),
  ).getTime();
}

/** One line such as `<Tom Becker|Hello` taken apart. */
function readLine(line) {
  const direction = line.startsWith('>') ? 'out' : 'in';
  const rest = line.slice(1);
  const bar = direction === 'in' ? rest.indexOf('|') : -1;
  return bar < 0 ? { direction, text: rest } : { direction, sender: rest.slice(0, bar), text: rest.slice(bar + 1) };
}

/**
 * All messages of one person before `base` (milliseconds), oldest first.
 * @returns {Message[]}
 */
export function historyOf(person, base) {
  const random = seeded(person.id);
  const messages = [];
  for (const [days, ...lines] of person.history) {
    let at = startOf(days, base, lines.length, random);
    for (const line of lines) {
      messages.push({ id: `${person.id}-${String(messages.length + 1).padStart(4, '0')}`, ...readLine(line), at });
      at += Math.round((1 + random() * 10) * MINUTE);
    }
  }
  return messages;
}
