// The messages that change which sites are read, and how.
import { ask, fromScreen, TAB } from './background';
import { granted, ORIGIN, page } from './browser';
import { after, type Writes } from './write-stage';
import { taughtId, type TaughtReading, type TaughtSpec } from '@/lib/domain/taught-site';

const origin = 'http://192.168.1.20:8080';
const taughtPage = page(TAB, `${origin}/chat`);
const reading: TaughtReading = {
  app: ['#app'],
  title: ['h1'],
  list: ['[role="log"]'],
  row: ['li'],
  said: ['p'],
  direction: { by: 'mark', where: 'row', out: ['.out'], in: ['.in'], otherwise: 'unknown' },
  key: { at: [], attribute: 'data-id', digits: false },
  keysUniqueIn: 'conversation',
  unsettled: [],
  time: null,
  composer: ['textarea'],
  identity: { by: 'name' },
};
const site: TaughtSpec = { ...reading, version: 1, id: taughtId(origin), name: 'Shop', origin, surface: 'overlay' };

export const siteWrites: Writes = {
  'site.set': { 'switches a site off': () => fromScreen('site.set', { site: 'demo', off: true }) },
  'site.adopt': {
    'reads a self-hosted site on an origin': () =>
      fromScreen('site.adopt', { site: 'mattermost', origin: 'https://chat.oak.example', on: true }),
  },
  'teach.save': {
    'keeps what was taught': after(
      async () => {
        granted.add('http://192.168.1.20/*');
        await fromScreen('teach.begin', { tab: TAB, origin });
        return ask(taughtPage, 'page.teach', { refused: false });
      },
      (_, { token }) =>
        ask({ ...taughtPage, url: `${ORIGIN}/teach.html#${token}`, frameId: 3, documentId: 'doc-1' }, 'teach.save', {
          name: 'Shop',
          reading,
        }),
    ),
  },
  'taught.save': { 'keeps a taught site': () => fromScreen('taught.save', { site }) },
  'taught.delete': {
    'deletes a taught site': after(
      () => fromScreen('taught.save', { site }),
      () => fromScreen('taught.delete', { site: site.id }),
    ),
  },
};
