// @vitest-environment happy-dom
// Profile pages, which no fixture of a chat shows.
import { beforeEach, describe, expect, test } from 'vitest';
import { xiaohongshu } from './xiaohongshu';

const ID = '5e4f75e30000000001000a01';

const read = (path: string) => xiaohongshu.profile!({ document, url: new URL(path, 'https://www.xiaohongshu.com') });

function showName(name: string): void {
  const info = document.createElement('div');
  info.className = 'user-info';
  const shown = document.createElement('div');
  shown.className = 'user-name';
  shown.textContent = name;
  info.append(shown);
  document.body.replaceChildren(info);
}

beforeEach(() => showName(' 沈小满 '));

describe('A profile on Xiaohongshu', () => {
  test('has the id of the chat', () => {
    expect(read(`/user/profile/${ID}?xsec_token=x`)).toEqual({ kind: 'person', ids: [{ value: ID, kind: 'permanent' }], name: '沈小满' });
  });

  test('is not a note opened over it, nor another page, nor one without a name', () => {
    expect(read(`/user/profile/${ID}/66aa00000000000000000001`)).toBeNull();
    expect(read(`/chat/${ID}`)).toBeNull();
    showName('');
    expect(read(`/user/profile/${ID}`)).toBeNull();
  });

  test('is no conversation', () => {
    const page = { document, url: new URL(`https://www.xiaohongshu.com/user/profile/${ID}`) };
    expect([xiaohongshu.conversation(page), xiaohongshu.list(page), xiaohongshu.composer(page)]).toEqual([null, null, null]);
  });
});
