import Dexie from 'dexie';
import { describe, expect, test, vi } from 'vitest';
import { errorCodes, Failure } from '../domain/failure';
import { protocol, type Level, type MessageName } from './protocol';
import { serve, type Answers, type Sender } from './serve';

const names = Object.keys(protocol) as MessageName[];
const levels: Level[] = ['content', 'panel', 'ui'];
const sender = (level: Level): Sender => ({ level, tab: level === 'ui' ? null : 1, origin: 'https://example.org' });

/** Answers with the same function for every message. */
const all = (answer: (request: unknown, from: Sender) => unknown): Answers =>
  Object.fromEntries(names.map((name) => [name, answer])) as unknown as Answers;
const shape = async (name: string, request: unknown, answer: (request: unknown) => unknown, level: Level = 'ui') =>
  serve({ name, request }, sender(level), all(answer));

describe('who may ask what', () => {
  const cases = names.flatMap((name) =>
    levels.map((level) => [name, level, (protocol[name].levels as readonly Level[]).includes(level)] as const),
  );

  test.each(cases)('%s from %s: %s', async (name, level, allowed) => {
    const answer = vi.fn();
    const outcome = await serve({ name, request: undefined }, sender(level), all(answer));
    // The request is not even looked at before the sender is.
    expect(outcome).toEqual({ ok: false, code: allowed ? 'invalid' : 'refused' });
    expect(answer).not.toHaveBeenCalled();
  });

  test.each(names)('%s from nobody is refused', async (name) => {
    expect(await serve({ name, request: {} }, null, all(vi.fn()))).toEqual({ ok: false, code: 'refused' });
  });

  test('a sender learns nothing by asking for a message that he may not send', async () => {
    const [right, wrong] = await Promise.all([
      serve({ name: 'note.delete', request: { note: 'n' } }, sender('content'), all(vi.fn())),
      serve({ name: 'note.delete', request: 7 }, sender('content'), all(vi.fn())),
    ]);
    expect(right).toEqual(wrong);
  });
});

describe('what is no message of ours', () => {
  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', '', 'note', 'NOTE.ADD'])('“%s” is invalid', async (name) => {
    expect(await shape(name, {}, () => ({}))).toEqual({ ok: false, code: 'invalid' });
  });

  test.each([undefined, null, 7, 'text', [], {}, { name: 7 }, { changed: ['notes'] }, { name: { toString: () => 'undo.run' } }])(
    '%j gets no answer',
    async (message) => {
      expect(await serve(message, sender('ui'), all(vi.fn()))).toBeUndefined();
    },
  );
});

describe('requests', () => {
  test.each([
    ['note.add', { subject: {}, note: 'n', text: '  ' }],
    ['note.add', { subject: {}, note: '../n', text: 'x' }],
    ['note.add', { subject: { ref: 'a/b' }, note: 'n', text: 'x' }],
    ['note.add', { note: 'n', text: 'x' }],
    ['followup.set', { subject: {}, due: '2026-02-30', reason: '' }],
    ['contact.list', { query: '', cursor: null, limit: 1e6 }],
    ['site.adopt', { site: 'converse', origin: 'javascript:alert(1)', on: true }],
    ['restore.commit', { job: 'j', mode: 'other' }],
    ['settings.set', { language: 'xx' }],
    ['settings.set', null],
  ])('%s with %j is invalid', async (name, request) => {
    const answer = vi.fn();
    expect(await shape(name, request, answer)).toEqual({ ok: false, code: 'invalid' });
    expect(answer).not.toHaveBeenCalled();
  });

  test('reach the answer checked, trimmed, and without fields that nobody knows', async () => {
    const answer = vi.fn((_: unknown) => ({ undo: null }));
    const request = JSON.parse('{"subject":{"ref":"r","evil":1},"note":"n","text":" hello ","__proto__":{"x":1},"evil":1}') as unknown;
    expect(await shape('note.add', request, answer)).toEqual({ ok: true, value: { undo: null } });
    expect(answer.mock.calls[0]![0]).toEqual({ subject: { ref: 'r' }, note: 'n', text: 'hello' });
  });

  test('a time that is none counts as not known, so that one strange row does not stop the others', async () => {
    const answer = vi.fn((_: unknown) => ({}));
    const message = (at: string | null) => ({ key: 'k', direction: 'in', at, live: true });
    await shape(
      'page.messages',
      { site: 'demo', ref: 'r', messages: ['yesterday', 'T', '+012026-01-01T00:00:00Z', '2026-03-01', null].map(message) },
      answer,
      'content',
    );
    expect((answer.mock.calls[0]![0] as { messages: { at: string | null }[] }).messages.map(({ at }) => at)).toEqual([
      null,
      null,
      null,
      '2026-03-01',
      null,
    ]);
  });
});

describe('replies', () => {
  test('are cut down to what the table says', async () => {
    const secret = { token: 't', open: true, width: 340, tab: null, surface: 'overlay', notes: ['secret'] };
    expect(await shape('page.hello', { site: 'demo' }, () => secret, 'content')).toEqual({
      ok: true,
      value: { token: 't', open: true, width: 340, tab: null, surface: 'overlay' },
    });
    expect(await shape('page.sent', { ref: 'r', insertion: 'i', edited: true }, () => ({ name: 'Anna' }), 'content')).toEqual({
      ok: true,
      value: {},
    });
  });

  test('that do not fit are a failure, not half an answer', async () => {
    expect(await shape('settings.get', {}, () => ({ language: 'xx' }))).toEqual({ ok: false, code: 'failed' });
    expect(await shape('settings.get', {}, () => undefined)).toEqual({ ok: false, code: 'failed' });
  });
});

describe('what goes wrong', () => {
  // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- what is thrown need not be an error
  const failing = (error: unknown) => shape('settings.get', {}, () => Promise.reject(error));

  test.each(errorCodes)('“%s” is told by its code', async (code) => {
    expect(await failing(new Failure(code))).toEqual({ ok: false, code });
  });

  test('a full disk is told as such, however deep Dexie has wrapped it', async () => {
    const quota = new DOMException('no room', 'QuotaExceededError');
    expect(await failing(quota)).toEqual({ ok: false, code: 'full' });
    expect(await failing(new Dexie.AbortError('aborted', quota))).toEqual({ ok: false, code: 'full' });
    expect(await failing(new Dexie.AbortError('aborted', new Dexie.QuotaExceededError('x', quota)))).toEqual({ ok: false, code: 'full' });
    expect(await failing(new Dexie.BulkError('bulk', [new Dexie.QuotaExceededError('x')]))).toEqual({ ok: false, code: 'full' });
    expect(await failing(Object.assign(new Error('x'), { name: 'DiskFullError' }))).toEqual({ ok: false, code: 'full' });
  });

  test('a failure thrown inside a transaction keeps its code', async () => {
    expect(await failing(new Dexie.AbortError('aborted', new Failure('gone')))).toEqual({ ok: false, code: 'gone' });
  });

  test('anything else says nothing of what happened inside', async () => {
    for (const error of [new Error('note of Anna: secret'), 'text', null, undefined, 7])
      expect(await failing(error)).toEqual({ ok: false, code: 'failed' });
  });

  test('an error that names itself as its own cause does not hang the background', async () => {
    const error = new Error('x') as Error & { inner?: unknown };
    error.inner = error;
    expect(await failing(error)).toEqual({ ok: false, code: 'failed' });
  });
});
