// What is taken from the source of the site files: the only words of a page that a report may keep.
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeHooks } from '@/lib/page/skeleton/hooks';
import { hooksOf, siteHooks } from '../../scripts/site-hooks';

describe('a site file', () => {
  const hooks = makeHooks(
    hooksOf([
      String.raw`
        import { pick } from './pick';
        // Only a comment: secretComment
        const LIST = ['ul.msg-s-list', '#message-list [data-qa="slack_kit_list"]', 'x-chat-box[jid]'];
        const id = /^urn:li:(?<kind>msg)_message:\((\d{4,9})-[a-f]+\)$/.exec(row.dataset.convKind ?? '');
        const state = row.getAttribute('data-send-status') === 'pending' || row.matches(${'`[data-testid^="message-text-${id}"]`'});
        const place = /^\/i\/chat/.test(path) && row.closest('[data-tab="10"]') && kind === '0';
      `,
    ]),
  );

  test('is asked for its elements, attributes and values', () => {
    expect([hooks.isTag('x-chat-box'), hooks.isTag('x-other')]).toEqual([true, false]);
    expect(['data-conv-kind', 'data-send-status', 'data-qa', 'jid'].map(hooks.isAttribute)).toEqual([true, true, true, true]);
    expect([hooks.isAttribute('data-secret'), hooks.isAttribute('data-message-anna')]).toEqual([false, false]);
    expect(['pending', '0', 'msg-s-list'].map(hooks.isValue)).toEqual([true, true, true]);
    expect(['10', 'anna', './pick'].map(hooks.isValue)).toEqual([false, false, false]);
  });

  test('is asked for its words, also those written together', () => {
    expect(['message', 'kit', 'urn', 'messageList', 'sendStatus'].map(hooks.isWord)).toEqual([true, true, true, true, true]);
    expect(['secretComment', 'pick', 'anna', 'messageAnna', 's', 'kind'].map(hooks.isWord)).toEqual([
      false,
      false,
      false,
      false,
      false,
      false,
    ]);
    expect([hooks.isSegment('i'), hooks.isSegment('a')]).toEqual([true, false]);
  });

  test('names parts of values in its selectors', () => {
    expect(hooks.matchIn('data-qa', 'slack_kit_list')).toEqual({ start: 0, end: 14 });
    expect(hooks.matchIn('data-tab', '10')).toEqual({ start: 0, end: 2 });
    expect(hooks.matchIn('data-other', '10')).toBeNull();
  });
});

test('labels of languages are none: they are kept in labels alone', () => {
  const list = siteHooks(join(import.meta.dirname, '../../lib/sites'));
  const hooks = makeHooks(list);
  expect(list.words.length).toBeGreaterThan(300);
  for (const word of ['você', 'usted', 'enviada', 'entregue', 'pendiente', 'gesendet', 'QUOTED'])
    expect(hooks.isWord(word), word).toBe(false);
});
