import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { askEarly } from './ask-early';
import { askFirst } from './first';

/** What was asked, and what is answered; undefined stands for a worker that died. */
const { asked, answers, browser } = vi.hoisted(() => {
  const asked: string[] = [];
  const answers = new Map<string, unknown>();
  const tabs = [
    { id: 1, url: 'https://chat.example/', lastAccessed: 5 },
    { id: 2, url: 'ours://workspace.html', lastAccessed: 9 },
    { id: 7, url: 'ours://popup.html', lastAccessed: 10 },
  ];
  const browser = {
    tabs: {
      getCurrent: () => Promise.resolve(tabs[2]),
      query: ({ active }: { active?: boolean }) => Promise.resolve(active ? [tabs[2]] : tabs),
    },
    runtime: {
      getURL: () => 'ours://',
      sendMessage: ({ name, request }: { name: string; request: object }) => {
        asked.push(`${name} ${JSON.stringify(request)}`);
        return answers.has(name) ? Promise.resolve({ ok: true, value: answers.get(name) }) : Promise.reject(new Error('no answer'));
      },
    },
  };
  return { asked, answers, browser };
});
vi.mock('webextension-polyfill', () => ({ default: browser }));

const all = ['popup.first {}', 'tab.state {"tab":1}'];
const answerAll = () => {
  answers.set('popup.first', { settings: 's', today: 't', backup: 'b', space: 'p' });
  answers.set('tab.state', 'of the tab');
};
const shown = { settings: 's', today: 't', backup: 'b', space: 'p', tab: 1, state: 'of the tab' };

beforeEach(() => {
  asked.length = 0;
  answers.clear();
  vi.stubGlobal('chrome', browser);
});
afterEach(() => {
  globalThis.askedFirst = undefined;
  vi.unstubAllGlobals();
});

it('all that is shown first is asked for before the code is read, and then only waited for', async () => {
  answerAll();
  askEarly();
  await vi.waitFor(() => expect(asked).toEqual(all));
  expect(await askFirst()).toEqual(shown);
  expect(asked).toEqual(all);
});

it('what came to nothing is asked again', async () => {
  askEarly();
  await vi.waitFor(() => expect(asked).toEqual(all));
  answerAll();
  expect(await askFirst()).toEqual(shown);
  expect(asked.sort()).toEqual([...all, ...all].sort());
});

it('without that it is asked for then', async () => {
  answerAll();
  expect(await askFirst()).toEqual(shown);
});
