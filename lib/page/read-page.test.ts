// @vitest-environment happy-dom
// How messages without ids are told apart.
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { demo } from '../sites/demo';
import type { Site } from '../sites/site';
import { keysOf } from './read-page';

/** A site whose rows show one word each, which is their key. */
const site: Site = { ...demo, approximate: true, rows: 'li', key: (row) => row.textContent || null };

let list: Element;
beforeEach(() => {
  list = document.createElement('ul');
});

function row(word: string): Element {
  const element = document.createElement('li');
  element.textContent = word;
  return element;
}

const keys = (of = site): string[] => [...keysOf(of, list).keys()];
const keyOf = (element: Element): string | undefined => [...keysOf(site, list)].find(([, shown]) => shown === element)?.[0];

describe('Rows that show the same', () => {
  test('have different keys, in their order', () => {
    list.append(row('yes'), row('no'), row('yes'), row(''), row('yes'));
    expect(keys()).toEqual(['yes', 'no', 'yes#2', 'yes#3']);
  });

  test('keep them while older ones load above and new ones come below', () => {
    const [first, last] = [row('yes'), row('yes')];
    list.append(first, last);
    expect([keyOf(first), keyOf(last)]).toEqual(['yes', 'yes#2']);
    list.prepend(row('yes'), row('yes'));
    list.append(row('yes'));
    expect([keyOf(first), keyOf(last)]).toEqual(['yes', 'yes#2']);
    expect(keys()).toEqual(['yes#3', 'yes#4', 'yes', 'yes#2', 'yes#5']);
  });

  test('are the same keys when all is drawn anew, or a row shows something else', () => {
    const rows = [row('yes'), row('yes'), row('yes')];
    list.append(...rows);
    keys();
    list.replaceChildren(...rows.map((old) => old.cloneNode(true)));
    expect(keys()).toEqual(['yes', 'yes#2', 'yes#3']);
    list.firstElementChild!.textContent = 'no';
    expect(keys().sort()).toEqual(['no', 'yes', 'yes#2']);
  });

  test('whatever rows are there, moved, changed or taken away, have the first numbers, each once', () => {
    const step = fc.tuple(fc.constantFrom('a', 'b'), fc.nat(6), fc.constantFrom('add', 'change', 'remove', 'move'));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        list.replaceChildren();
        for (const [word, at, what] of steps) {
          const there = list.children[at];
          if (what === 'add' || !there) list.insertBefore(row(word), there ?? null);
          else if (what === 'change') there.textContent = word;
          else if (what === 'remove') there.remove();
          else list.append(there);
          const words = [...list.children].map((one) => one.textContent);
          const expected = words.map((one, i) => {
            const n = words.slice(0, i + 1).filter((other) => other === one).length;
            return n === 1 ? one : `${one}#${n}`;
          });
          expect(keys().sort()).toEqual(expected.sort());
        }
      }),
    );
  });
});

test('a list with the newest first is read from its end', () => {
  list.append(row('new'), row('older'), row('oldest'));
  expect(keys({ ...site, newestFirst: () => true })).toEqual(['oldest', 'older', 'new']);
  expect(keys({ ...site, newestFirst: () => false })).toEqual(['new', 'older', 'oldest']);
});
