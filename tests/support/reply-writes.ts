// The messages that change replies.
import { fromPanel, fromScreen, subject } from './background';
import { pageSays } from './browser';
import { NOW } from './people';
import { after, type Writes } from './write-stage';
import { db } from '@/lib/db/database';

export const replyWrites: Writes = {
  'reply.insert': { 'credits an insertion': ({ reply }) => fromPanel('reply.insert', { subject, reply }) },
  'reply.save': {
    creates: () => fromScreen('reply.save', { id: null, title: 'Bye', body: 'Bye' }),
    changes: ({ reply }) => fromScreen('reply.save', { id: reply, title: 'Hi', body: 'Hi' }),
  },
  'reply.choose': {
    'forgets what was typed': after(
      () => db.typed.put({ id: '0123456789abcdef', at: NOW }),
      () => fromScreen('reply.choose', { choices: { typed: false } }),
    ),
  },
  'reply.arrange': {
    'puts several away': after(
      () => fromScreen('reply.save', { id: null, title: 'Bye', body: 'Bye' }),
      ({ reply }, { id }) =>
        fromScreen('reply.arrange', { replies: [reply, id], change: { folder: 'Old', addTags: ['a'], archived: true } }),
    ),
    'brings one back whose shortcut is taken': after(
      async ({ reply }) => {
        await fromScreen('reply.save', { id: reply, title: 'Hello', body: 'Hello', shortcut: 'hi' });
        await fromScreen('reply.arrange', { replies: [reply], change: { archived: true } });
        await fromScreen('reply.save', { id: null, title: 'Hi', body: 'Hi', shortcut: 'hi' });
      },
      ({ reply }) => fromScreen('reply.arrange', { replies: [reply], change: { archived: false } }),
    ),
  },
  'folder.rename': {
    'renames a folder': after(
      ({ reply }) => fromScreen('reply.arrange', { replies: [reply], change: { folder: 'Old' } }),
      () => fromScreen('folder.rename', { from: 'Old', to: 'New' }),
    ),
  },
  'starter.add': { 'brings replies': () => fromScreen('starter.add', { language: 'zh' }) },
  'starter.remove': {
    'removes them': after(
      () => fromScreen('starter.add', { language: 'en' }),
      () => fromScreen('starter.remove', {}),
    ),
  },
  'reply.keep': { 'makes a reply of a text': () => fromPanel('reply.keep', { title: 'Closed', text: 'We are closed on Monday.' }) },
  'example.keep': {
    'keeps a message': after(
      () => Promise.resolve(pageSays.set('words', 'When is it delivered?')),
      ({ reply }) => fromPanel('example.keep', { subject, reply }),
    ),
  },
  'example.drop': {
    'forgets a message': after(
      async ({ reply }) => {
        pageSays.set('words', 'When is it delivered?');
        await fromPanel('example.keep', { subject, reply });
        return (await db.examples.toArray())[0]!.id;
      },
      (_, example) => fromScreen('example.drop', { example }),
    ),
  },
  'reply.delete': { 'deletes a reply': ({ reply }) => fromScreen('reply.delete', { reply }) },
  'replies.stage': {
    'sets replies aside': () => fromScreen('replies.stage', { job: 'job', n: 0, replies: [{ title: 'A', body: 'B' }] }),
  },
  'replies.import': {
    'puts replies in': after(
      async () => {
        const { job } = await fromScreen('restore.begin', {});
        const part = (n: number) => ({ job, n, replies: ['A', 'B'].map((title) => ({ title: title + n, body: title, shortcut: 'x' })) });
        for (const n of [0, 1]) await fromScreen('replies.stage', part(n));
        return job;
      },
      (_, job) => fromScreen('replies.import', { job }),
    ),
  },
  'replies.drop': {
    'drops replies that were set aside': after(
      () => fromScreen('replies.stage', { job: 'job', n: 0, replies: [{ title: 'A', body: 'B' }] }),
      () => fromScreen('replies.drop', { job: 'job' }),
    ),
  },
};
