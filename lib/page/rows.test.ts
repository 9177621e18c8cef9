// @vitest-environment happy-dom
import fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { demo } from '../sites/demo';
import type { Site } from '../sites/site';
import { keysOf } from './read-page';
import { followRows } from './rows';

let list: Element;
let asked: string[];
const changed = vi.fn();

/** The demo messenger, which notes the rows whose key is asked for. */
const site: Site = {
  ...demo,
  key(row) {
    asked.push(row.id);
    return demo.key(row);
  },
};

beforeEach(() => {
  list = document.createElement('div');
  document.body.replaceChildren(list);
  asked = [];
  changed.mockClear();
});

/** A row; without a key it is still on its way. */
function row(id: string, key: string | null = `m${id}`): HTMLElement {
  const element = document.createElement('article');
  element.id = id;
  element.setAttribute('data-direction', 'in');
  if (key) element.setAttribute('data-message-id', key);
  return element;
}

/** Lets the observer take in what was done. Nothing was asked for so far. */
async function settle(): Promise<void> {
  await Promise.resolve();
  asked = [];
}

describe('A list that is followed', () => {
  test('reads only what comes below, into the same map', async () => {
    list.append(row('1'), row('2'));
    const read = followRows(site, changed);
    const keys = read(list);
    await settle();
    list.append(row('3'));
    await settle();
    expect(read(list)).toBe(keys);
    expect(asked).toEqual(['3']);
    expect([...keys.keys()]).toEqual(['m1', 'm2', 'm3']);
    expect(changed).toHaveBeenCalledOnce();
  });

  test('reads a row that is filled after it came', async () => {
    list.append(row('1'));
    const read = followRows(site, changed);
    read(list);
    const day = document.createElement('section');
    list.append(day);
    const late = row('2', null);
    late.removeAttribute('data-direction');
    day.append(late);
    late.append(document.createElement('p'));
    late.setAttribute('data-direction', 'out');
    late.setAttribute('data-message-id', 'm2');
    await settle();
    expect([...read(list).keys()]).toEqual(['m1', 'm2']);
    expect(asked).toEqual(['2']);
  });

  test.each<[string, () => void]>([
    ['an own message gets its id from the server', () => document.getElementById('2')!.setAttribute('data-message-id', 'server')],
    ['a row is used for another message', () => document.getElementById('1')!.setAttribute('data-message-id', 'other')],
    ['older messages load above', () => list.prepend(row('a'), row('b'))],
    ['one comes between others', () => document.getElementById('2')!.before(row('c'))],
    ['one goes', () => document.getElementById('1')!.remove()],
    ['one goes while another comes', () => document.getElementById('1')!.replaceWith(row('d'))],
    ['something inside of the last row changes', () => document.getElementById('3')!.append(document.createElement('i'))],
  ])('is read as a whole when %s', async (_, change) => {
    list.append(row('1'), row('2', null), row('3'));
    const read = followRows(site, changed);
    const before = read(list);
    await settle();
    change();
    await settle();
    const after = read(list);
    expect(after).not.toBe(before);
    expect([...after]).toEqual([...keysOf(demo, list)]);
  });

  test('is not read while nothing happens in it, and let go of when another one is read', async () => {
    list.append(row('1'));
    const read = followRows(site, changed);
    read(list);
    await settle();
    read(list);
    expect(asked).toEqual([]);
    expect([...read(null).keys()]).toEqual([]);
    list.append(row('2'));
    await settle();
    expect(changed).not.toHaveBeenCalled();
  });

  test('of rows without ids is read as a whole each time', async () => {
    list.append(row('1', 'x'), row('2', 'y'));
    const read = followRows({ ...site, approximate: true }, changed);
    read(list);
    list.append(row('3', 'x'));
    await settle();
    expect([...read(list).keys()]).toEqual(['x', 'y', 'x#2']);
    expect(asked).toEqual(['1', '2', '3']);
  });
});

test('Whatever happens to a list, it is known as if it had been read anew', async () => {
  const step = fc.tuple(
    fc.constantFrom('append', 'append', 'append', 'prepend', 'remove', 'move', 'settle', 'recycle', 'fill', 'look'),
    fc.nat(30),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      list.replaceChildren();
      const read = followRows(demo, changed);
      read(list);
      for (const [i, [what, n]] of steps.entries()) {
        const rows = [...list.children];
        const one = rows[n % (rows.length || 1)];
        if (what === 'append') list.append(row(`${i}`, n % 4 ? `k${i}` : null));
        else if (what === 'prepend') list.prepend(row(`${i}`, `k${i}`));
        else if (what === 'remove') one?.remove();
        else if (what === 'move' && one) list.append(one);
        else if (what === 'settle' || what === 'recycle') one?.setAttribute('data-message-id', what === 'settle' ? `k${i}` : `k${n}`);
        else if (what === 'fill') one?.append(document.createElement('i'));
        await Promise.resolve();
        if (what === 'look') expect([...read(list)]).toEqual([...keysOf(demo, list)]);
      }
      expect([...read(list)]).toEqual([...keysOf(demo, list)]);
      read(null);
    }),
    { numRuns: 200 },
  );
});
