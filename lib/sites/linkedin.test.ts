// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { linkedin } from './linkedin';

const page = (url = 'https://www.linkedin.com/feed/') => ({ document, url: new URL(url) });

/** Two open chats in the shadow root in which LinkedIn keeps them. */
function bubbles(): HTMLElement[] {
  const outlet = document.createElement('div');
  outlet.id = 'interop-outlet';
  document.body.append(outlet);
  const root = outlet.attachShadow({ mode: 'open' });
  return ['ACoAAB1', 'ACoAAB2'].map((id, i) => {
    const bubble = document.createElement('div');
    bubble.className = 'msg-overlay-conversation-bubble';
    const title = document.createElement('h2');
    title.className = 'msg-overlay-bubble-header__title';
    const link = document.createElement('a');
    link.href = `/in/${id}/`;
    link.textContent = ['Nadia Falk', 'Jorge Prado'][i]!;
    const box = document.createElement('div');
    box.className = 'msg-form__contenteditable';
    box.setAttribute('contenteditable', 'true');
    box.tabIndex = 0;
    title.append(link);
    bubble.append(title, box);
    root.append(bubble);
    return box;
  });
}

beforeEach(() => document.body.replaceChildren());

describe('Several bubbles', () => {
  test('only the one with the focus is the open conversation, box included', () => {
    const [first, second] = bubbles();
    expect(linkedin.conversation(page())).toBeNull();
    first!.focus();
    expect(linkedin.conversation(page())?.name).toBe('Nadia Falk');
    second!.focus();
    expect(linkedin.conversation(page())).toEqual({ kind: 'person', ids: [{ value: 'ACoAAB2', kind: 'permanent' }], name: 'Jorge Prado' });
    expect(linkedin.composer(page())).toBe(second);
  });

  test('none of them is it on the messaging page', () => {
    bubbles()[0]!.focus();
    expect(linkedin.conversation(page('https://www.linkedin.com/messaging/thread/2-abc/'))).toBeNull();
  });
});

describe('The box for messages', () => {
  const show = (form: string): void => {
    document.body.innerHTML = `<div class="ql-editor" contenteditable="true" role="textbox"></div>${form}`;
  };
  const composer = () => linkedin.composer(page('https://www.linkedin.com/messaging/thread/2-abc/'));

  test('is found by its role when its class is another', () => {
    show('<form class="msg-form"><div contenteditable="true" role="textbox" id="box"></div></form>');
    expect(composer()?.id).toBe('box');
  });

  test('is none of the other boxes on the page', () => {
    show('<form class="msg-form"><div role="textbox"></div></form><form><div contenteditable="true" role="textbox"></div></form>');
    expect(composer()).toBeNull();
  });
});

describe('A message id', () => {
  const row = (id: string): Element => {
    const element = document.createElement('div');
    element.className = 'msg-s-event-listitem';
    element.setAttribute('data-event-urn', `urn:li:msg_message:(urn:li:fsd_profile:ACoAAme,${id})`);
    return element;
  };

  test.each([
    ['one that begins with a moment', `2-${btoa('1795080600000b51234-003')}`, '2026-11-19T09:30:00.000Z'],
    ['one that begins with anything else', `2-${btoa('48ac6b1e-7d52-4c1a-9a4f')}`, null],
    ['one that is no Base64', '2-%%%%', null],
  ])('%s', (_, id, at) => {
    expect(linkedin.message(row(id), page())).toMatchObject({ key: id, at });
  });

  test('of a message that LinkedIn has not taken yet is none', () => {
    expect(linkedin.key(row('6f0c8a1e-5b1d-4a35-9d4e-0c8f5a4a7c11'))).toBeNull();
  });
});
