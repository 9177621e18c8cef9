// A chat app on which interleavings are played: the same few acts on Teahouse and on the stand-in for WhatsApp.
import type { Page } from '@playwright/test';
import type { Chance } from './seeded';
import { serveDemo } from './demo';
import { serveWhatsApp } from './whatsapp';
import type { Rapport } from './rapport';

export interface Stage {
  chat: Page;
  /** The names by which Rapport knows the people, in the app's order. */
  people: string[];
  /** Where the app is, to find its tab. */
  url: string;
  /** Opens a chat as the user does, by a click. */
  open(person: number, chance: Chance): Promise<void>;
  /** A message comes in. */
  receive(person: number): Promise<void>;
  /** What stands unsent in each chat. */
  drafts(): Promise<string[]>;
  close(): Promise<void>;
}

const TEAHOUSE = [
  ['daniel-okafor', 'Daniel Okafor'],
  ['sofia-marquez', 'Sofía Márquez'],
  ['amelia-hart', 'Amelia Hart'],
  ['tom-becker', 'Tom Becker'],
] as const;

export async function teahouse({ context }: Rapport): Promise<Stage> {
  const demo = await serveDemo();
  const chat = await context.newPage();
  await chat.goto(`${demo.url}#/c/${TEAHOUSE[0][0]}`);
  return {
    chat,
    url: demo.url,
    people: TEAHOUSE.map(([, name]) => name),
    open: (person) =>
      chat.evaluate((id) => document.querySelector<HTMLElement>(`a[data-conversation-id="${id}"]`)!.click(), TEAHOUSE[person]![0]),
    receive: (person) =>
      chat.evaluate(
        (id) => void (globalThis as unknown as { teahouse: { receive(id: string, text: string): string } }).teahouse.receive(id, 'Hello?'),
        TEAHOUSE[person]![0],
      ),
    drafts: () =>
      chat.evaluate(
        async (ids) => {
          const drafts: string[] = [];
          for (const id of ids) {
            if (location.hash !== `#/c/${id}`) {
              const routed = new Promise((done) => addEventListener('hashchange', done, { once: true }));
              location.hash = `#/c/${id}`;
              await routed;
            }
            drafts.push(document.querySelector<HTMLTextAreaElement>('[data-composer]')!.value);
          }
          return drafts;
        },
        TEAHOUSE.map(([id]) => id),
      ),
    close: () => demo.close(),
  };
}

/** Places in the stand-in's list. Two of them are shown as "Anna" there; the rep has given them names of their own. */
const WHATSAPP = [0, 1, 3, 4];

export async function whatsapp({ context }: Rapport): Promise<Stage> {
  await serveWhatsApp(context);
  const chat = await context.newPage();
  await chat.goto('https://web.whatsapp.com/');
  return {
    chat,
    url: 'https://web.whatsapp.com/',
    people: ['Anna One', 'Anna Two', 'Boris Lange', 'Chen Wei'],
    open: (person, chance) => openWhatsApp(chat, WHATSAPP[person]!, { listDelay: chance.below(401), headerInPlace: chance.is(0.5) }),
    receive: (person) => chat.evaluate((place) => window.__receive(place, 'Hello?'), WHATSAPP[person]!),
    drafts: () =>
      chat.evaluate(
        (places) =>
          places.map((place) => {
            window.__open(place);
            return window.__composer();
          }),
        WHATSAPP,
      ),
    close: () => Promise.resolve(),
  };
}

/** Clicks on a chat in the stand-in's list, after telling the stand-in how to behave. */
export function openWhatsApp(chat: Page, place: number, behaviour: { listDelay: number; headerInPlace: boolean }): Promise<void> {
  return chat.evaluate(
    ([row, how]) => {
      Object.assign(window.__options, how);
      document.querySelectorAll<HTMLElement>('#pane-side > [role=row]')[row]!.click();
    },
    [place, behaviour] as const,
  );
}
