// The messages that count somebody, or change whom Rapport knows and what was noted of them.
import { fromPage, fromPanel, fromScreen, message, show, subject, TAB } from './background';
import { pageSays } from './browser';
import { after, type Writes } from './write-stage';
import { db } from '@/lib/db/database';

export const personWrites: Writes = {
  'page.messages': {
    'counts what is new': () => fromPage('page.messages', { site: 'demo', ref: 'r1', messages: [message('k8'), message('k9', 'out')] }),
  },
  'page.sent': {
    'credits a sending': after(
      async ({ reply }) => {
        await fromPanel('reply.insert', { subject, reply });
        return (await db.credits.toArray())[0]!.id;
      },
      (_, insertion) => fromPage('page.sent', { ref: 'r1', insertion, edited: false }),
    ),
  },
  'page.act': {
    'counts a like': () =>
      fromPage('page.act', {
        site: 'demo',
        account: 'me',
        kind: 'like',
        item: 'post-1',
        author: { ids: [{ value: 'id-Anna', kind: 'permanent' }], name: 'Anna' },
        done: true,
      }),
  },
  'panel.place': { 'keeps the width': () => fromPanel('panel.place', { width: 400, final: true }) },
  'person.remember': {
    'remembers somebody': after(
      () => show('Cleo', { ref: 'r3' }),
      () => fromPanel('person.remember', { subject: { ref: 'r3' } }),
    ),
  },
  'person.same': {
    'joins a conversation to a person': after(
      () => show('Cleo', { ref: 'r3', keys: ['c1'] }),
      ({ twin }) => fromPanel('person.same', { subject: { ref: 'r3' }, contact: twin }),
    ),
  },
  'person.merge': { 'makes two people one': ({ twin }) => fromPanel('person.merge', { subject, contact: twin }) },
  'person.apart': { 'keeps two people apart': ({ twin }) => fromPanel('person.apart', { subject, contact: twin }) },
  'person.unmerge': {
    'makes one person two again': after(
      async ({ twin }) => {
        await fromPanel('person.merge', { subject, contact: twin });
        return (await db.merges.toArray())[0]!.id;
      },
      (_, merge) => fromScreen('person.unmerge', { merge }),
    ),
  },
  'person.split': {
    'moves an address and its notes out': after(
      async ({ twin }) => {
        await fromPanel('person.merge', { subject, contact: twin });
        return (await db.identities.toArray()).find(({ name }) => name === 'A. Schmidt')!;
      },
      async ({ note }, { id, contactId }) => fromScreen('person.split', { contact: contactId, identity: id, notes: [note] }),
    ),
  },
  'person.never': { 'forgets somebody for good': () => fromPanel('person.never', { subject }) },
  'person.allow': {
    'takes somebody off that list': after(
      async () => {
        await fromPanel('person.never', { subject });
        pageSays.set('who', {
          account: 'me',
          conversation: { kind: 'person', ids: [{ value: 'id-Anna', kind: 'permanent' }], name: 'Anna' },
        });
      },
      () => fromPanel('person.allow', { subject }),
    ),
  },
  'person.rename': { renames: () => fromPanel('person.rename', { subject, name: 'Anna B.' }) },
  'tags.set': { 'sets tags': () => fromPanel('tags.set', { subject, tags: ['vip', 'hotel'] }) },
  'note.add': {
    'adds a note and empties the draft': after(
      () => fromPanel('draft.keep', { subject, text: 'second' }),
      () => fromPanel('note.add', { subject, note: 'n2', text: 'second' }),
    ),
  },
  'note.edit': { 'changes a note': ({ note }) => fromPanel('note.edit', { subject, note, text: 'likes coffee' }) },
  'note.pin': { 'pins a note': ({ note }) => fromPanel('note.pin', { subject, note, pinned: true }) },
  'note.hide': { 'hides a note': ({ note }) => fromPanel('note.hide', { subject, note }) },
  'note.delete': { 'deletes a note': ({ note }) => fromScreen('note.delete', { note }) },
  'draft.keep': { 'keeps a draft': () => fromPanel('draft.keep', { subject, text: 'half a sen' }) },
  'tab.forget': { 'takes back what a tab recorded': () => fromScreen('tab.forget', { tab: TAB }) },
  'contact.delete': { 'deletes a contact': ({ anna }) => fromScreen('contact.delete', { contact: anna }) },
  'contact.forget': { 'forgets somebody for good': ({ anna }) => fromScreen('contact.forget', { contact: anna }) },
};
