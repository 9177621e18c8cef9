import { afterEach, describe, expect, it, vi } from 'vitest';
import { insist } from './report';

const messages = { site: 'demo', ref: 'r1', messages: [] };

function answering(...answers: unknown[]) {
  const sendMessage = vi.fn(() => {
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  });
  vi.stubGlobal('chrome', { runtime: { id: 'x', sendMessage } });
  vi.useFakeTimers();
  return sendMessage;
}

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('insist', () => {
  it('reports the same once more when the worker died before it answered', async () => {
    const sendMessage = answering(new Error('The message port closed before a response was received.'), undefined, { ok: true, value: {} });
    const outcome = insist('page.messages', messages);
    await vi.runAllTimersAsync();
    expect(await outcome).toEqual({ ok: true, value: {} });
    expect(sendMessage.mock.calls).toEqual(Array(3).fill([{ name: 'page.messages', request: messages }]));
  });

  it('gives up after a few seconds', async () => {
    const sendMessage = answering(undefined);
    const outcome = insist('page.messages', messages);
    await vi.runAllTimersAsync();
    expect(await outcome).toEqual({ ok: false, code: 'failed' });
    expect(sendMessage).toHaveBeenCalledTimes(4);
  });

  it('does not insist on what was understood and refused', async () => {
    const sendMessage = answering({ ok: false, code: 'gone' });
    expect(await insist('page.messages', messages)).toEqual({ ok: false, code: 'gone' });
    expect(sendMessage).toHaveBeenCalledTimes(1);
  });
});
