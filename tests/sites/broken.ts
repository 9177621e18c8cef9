// Readers that guess, made from those of the demo: what a judge has to find out, and by what he should know them.
import { demo } from '@/lib/sites/demo';
import type { Message, Site } from '@/lib/sites/site';

const TALK = 'main[data-conversation-id]';

/** The number of a row among those beside it. */
const numberOf = (row: Element): string => row.getAttribute('data-message-id') ?? String([...row.parentElement!.children].indexOf(row));

const changes: Record<string, { site: Partial<Site>; by: RegExp }> = {
  'that takes every message without a mark for an own one': {
    site: {
      rows: '[data-message-id]',
      message: (row) => ({
        key: row.getAttribute('data-message-id')!,
        direction: row.matches('[data-direction="in"]') ? 'in' : 'out',
        at: null,
      }),
    },
    by: /is out, and was in/,
  },
  'that numbers the messages where the page has no id for one': {
    site: {
      rows: '[data-direction]',
      key: numberOf,
      message(row, page) {
        const message = demo.message(row, page);
        const direction = message?.direction ?? (row.getAttribute('data-direction') as Message['direction']);
        return { key: numberOf(row), direction, at: null };
      },
    },
    by: /and was none/,
  },
  'that is sure of an element': {
    site: { composer: ({ document }) => document.querySelector(TALK)!.querySelector('footer')!.querySelector('textarea') },
    by: /a reader throws/,
  },
  'that takes the first name it finds': {
    site: {
      conversation: ({ document }) => {
        const item = document.querySelector(`${TALK} header [data-name], [data-name], li`);
        return item && { kind: 'person', ids: [{ value: item.textContent, kind: 'weak' }], name: item.textContent };
      },
    },
    by: /the contact is/,
  },
  'that holds on to a class that says nothing': {
    site: { message: (row, page) => row.querySelector('.bubble') && demo.message(row, page) },
    by: /no hook is touched/,
  },
};

export const broken: Record<string, { site: Site; by: RegExp }> = Object.fromEntries(
  Object.entries(changes).map(([what, { site, by }]) => [what, { site: { ...demo, ...site }, by }]),
);
