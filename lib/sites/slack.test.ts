// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { slack } from './slack';

const html = readFileSync(join(import.meta.dirname, '../../tests/sites/fixtures/slack.chat.html'), 'utf8');
const page = { document, url: new URL('https://app.slack.com/client/T0AAKREED1/D0NADIAMEI') };
const thread = (): HTMLElement => document.querySelector<HTMLElement>('[data-qa="threads_flexpane"]')!;
const keys = (): (string | null)[] => [...slack.list(page)!.querySelectorAll(slack.rows)].map((row) => slack.key(row));

beforeEach(() => document.body.replaceChildren(...new DOMParser().parseFromString(html, 'text/html').body.childNodes));

test('the thread at the side is read, and written in, only while the user is in it', () => {
  expect(thread().contains(slack.composer(page))).toBe(false);
  expect(keys()).not.toContain('1795080700.000900');
  const box = thread().querySelector<HTMLElement>('.ql-editor')!;
  box.tabIndex = 0;
  box.focus();
  expect(slack.composer(page)).toBe(box);
  expect(keys()).toEqual(['1795080700.000900']);
});

test('a thread of another conversation is left alone', () => {
  thread().querySelector('[data-msg-channel-id]')!.setAttribute('data-msg-channel-id', 'C0THERE0001');
  const box = thread().querySelector<HTMLElement>('.ql-editor')!;
  box.tabIndex = 0;
  box.focus();
  expect(thread().contains(slack.composer(page))).toBe(false);
});
