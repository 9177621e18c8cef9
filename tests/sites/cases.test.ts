// Every site on every kind of page: what each must have been tried on, and that these pages show what their names say.
import { describe, expect, test } from 'vitest';
import { sites } from '@/lib/sites';
import type { Site } from '@/lib/sites/site';
import { CASES, IMPOSSIBLE, MORE, type Case } from './cases';
import { expectedIn, fixtures, type Expected } from './fixtures';

const NAMES = Object.keys(CASES) as Case[];
const each = sites.map((site) => [site.id, site] as const);

function pageOf(id: string, name: string): Expected | null {
  const fixture = fixtures.find(({ file }) => file === `${id}.${name}.html`);
  return fixture ? expectedIn(fixture.html) : null;
}

/** Interactions are filed under the site, these two, and the key of the message. */
const placeOf = ({ account, conversation }: Expected): string => JSON.stringify([account, conversation!.ids[0].value]);

describe.each(each)('%s', (id, site) => {
  test.each(NAMES)('has a page for “%s”, or a reason why there is none', (name) => {
    const reason = IMPOSSIBLE[id]?.[name] ?? '';
    if (pageOf(id, name)) expect(reason, 'there is a page, so the reason is wrong').toBe('');
    else expect(reason, `write tests/sites/fixtures/${id}.${name}.html: ${CASES[name]}`).toMatch(/^.{20,}\.$/);
  });

  test('has the pages in other languages that it must have', () => {
    for (const name of MORE[id] ?? []) expect(pageOf(id, name)?.conversation, name).toBeTruthy();
  });

  test('reads one person with messages both ways, and a box to write in', () => {
    const { conversation, messages, composer } = pageOf(id, 'chat')!;
    expect([conversation?.kind, composer]).toEqual(['person', true]);
    const ways = new Set(messages.map(({ direction }) => direction));
    // Where only the layout shows it, none is known without one.
    expect([...ways].sort(), 'directions').toEqual(isByLayout(site) ? ['unknown'] : expect.arrayContaining(['in', 'out']));
  });

  test('takes a group for one', () => {
    const page = pageOf(id, 'group');
    if (page) expect(page.conversation?.kind).toBe('group');
  });

  test('reads nobody where no conversation is open, and nothing without a login', () => {
    const empty = pageOf(id, 'empty')!;
    expect([empty.conversation, empty.messages, empty.composer, empty.link]).toEqual([null, [], false, null]);
    const out = pageOf(id, 'logged-out');
    if (out) expect([out.account, out.conversation, out.messages, out.composer, out.link]).toEqual([null, null, [], false, null]);
  });

  test('reads no message of a page that is still loading', () => {
    expect(pageOf(id, 'loading')?.messages ?? []).toEqual([]);
  });

  test('keeps the same person in two accounts apart', () => {
    const [one, other] = [pageOf(id, 'chat')!, pageOf(id, 'other-account')];
    // Without such a page no account may ever be read.
    if (!other) return expect([site.hasAccount, one.account]).toEqual([false, null]);
    expect(other.conversation).toMatchObject({ kind: 'person', name: one.conversation!.name });
    expect(other.messages).not.toEqual([]);
    expect(placeOf(other)).not.toBe(placeOf(one));
    if (site.hasAccount) expect([one.account, other.account]).not.toContain(null);
  });
});

/** Sites on whose pages no class or attribute tells own messages from others'. */
function isByLayout({ id }: Site): boolean {
  return id === 'weibo';
}

test('Reasons are given for sites that there are, and no more than needed', () => {
  const ids = sites.map(({ id }) => id);
  for (const id of [...Object.keys(IMPOSSIBLE), ...Object.keys(MORE)]) expect(ids).toContain(id);
});
