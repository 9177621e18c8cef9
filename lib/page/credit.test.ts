// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { makeCredits, type Credits } from './credit';

const REPLY = 'Dear Mei, the samples left our house this morning.';

function composer(text: string): HTMLTextAreaElement {
  const box = document.createElement('textarea');
  box.value = text;
  document.body.append(box);
  return box;
}

function type(box: HTMLTextAreaElement, text: string): void {
  box.value = text;
  box.dispatchEvent(new Event('input', { bubbles: true }));
}

describe('what became of an inserted reply', () => {
  let credits: Credits;
  let box: HTMLTextAreaElement;

  beforeEach(() => {
    document.body.replaceChildren();
    credits = makeCredits(new AbortController().signal);
    box = composer(REPLY);
    credits.look('mei', box);
    credits.inserted('i1', 'ref', 'mei', REPLY, box);
  });

  it('is sent when the box is empty and an own message has appeared, once', () => {
    expect(credits.sent('mei')).toEqual([]);
    box.value = '';
    credits.look('mei', box);
    expect(credits.sent('mei')).toEqual([{ insertion: 'i1', ref: 'ref', edited: false }]);
    expect(credits.sent('mei')).toEqual([]);
  });

  it('is edited when more than half was changed', () => {
    type(box, 'Invoice attached.');
    box.value = '';
    expect(credits.sent('mei')).toEqual([{ insertion: 'i1', ref: 'ref', edited: true }]);
  });

  it('is not sent by a message to somebody else', () => {
    box.value = '';
    credits.look('mei', box);
    expect(credits.sent('jo')).toEqual([]);
  });

  it('is still followed when the chat was left and opened again, where the draft stands in another box', () => {
    box.remove();
    credits.look(null, null);
    credits.look('jo', composer(''));
    const again = composer(REPLY);
    credits.look('mei', again);
    expect(credits.sent('mei')).toEqual([]);
    type(again, 'Invoice attached.');
    again.value = '';
    expect(credits.sent('mei')).toEqual([{ insertion: 'i1', ref: 'ref', edited: true }]);
  });

  it('is not emptied by another chat in the same box, nor rewritten by what is typed there', () => {
    box.value = '';
    credits.look('jo', box);
    type(box, 'Something for Jo.');
    box.value = REPLY;
    credits.look('mei', box);
    expect(credits.sent('mei')).toEqual([]);
    box.value = '';
    expect(credits.sent('mei')).toEqual([{ insertion: 'i1', ref: 'ref', edited: false }]);
  });

  it('is sent by who leaves the chat at once', () => {
    box.remove();
    credits.look('jo', composer(''));
    expect(credits.sent('mei')).toEqual([{ insertion: 'i1', ref: 'ref', edited: false }]);
  });
});
