// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { contentKey, fileOf } from './content-key';

function element(...children: (Element | string)[]): Element {
  const made = document.createElement('div');
  made.append(...children);
  return made;
}
function image(src: string, alt = ''): Element {
  const made = document.createElement('img');
  made.setAttribute('src', src);
  made.setAttribute('alt', alt);
  return made;
}

describe('The key of a message without an id', () => {
  test('is the same however the words are wrapped, and another for other words or the other direction', () => {
    const key = contentKey('in', element('好的，', element('周四见')));
    expect(contentKey('in', element(' 好的，周四见\n'))).toBe(key);
    expect(contentKey('in', element('好的，周四来'))).not.toBe(key);
    expect(contentKey('out', element('好的，周四见'))).not.toBe(key);
  });

  test('holds no word of it', () => {
    expect(contentKey('in', element('The quick brown fox'))).toMatch(/^[0-9a-z]{1,7}$/);
  });

  test('is that of its pictures where it has no words, in whatever size they are asked for', () => {
    const key = contentKey('out', element(image('//i0.example/bfs/im/abc.jpg@320w.webp?sign=1')));
    expect(key).not.toBeNull();
    expect(contentKey('out', element(image('https://i2.example/bfs/im/abc.png#x')))).toBe(key);
    expect(contentKey('out', element(image('https://i2.example/bfs/im/abd.png')))).not.toBe(key);
    expect(contentKey('out', element('Look', image('//i0.example/abc.jpg')))).toBe(contentKey('out', element('Look')));
  });

  test('is not there while it shows nothing, or a picture on its way', () => {
    for (const content of [null, element(), element(' \n '), element(image('blob:https://a.example/1')), element(image(''))])
      expect(contentKey('out', content)).toBeNull();
  });

  test('is shared by few of many messages', () => {
    const keys = new Set(Array.from({ length: 20_000 }, (_, i) => contentKey('in', element(`Order ${i}`))));
    expect(keys.size).toBeGreaterThan(19_990);
  });
});

test.each([
  ['https://p3.example/aweme/100x100/aweme-avatar/tos-cn-i-0813_oQfAAb.jpeg?from=1', 'tos-cn-i-0813_oQfAAb'],
  ['https://p3.example/img/aweme-avatar/tos-cn-i-0813_oQfAAb~c5_300x300.jpeg', 'tos-cn-i-0813_oQfAAb'],
  ['data:image/png;base64,AAAA', null],
  ['', null],
])('the picture at %s is %s', (src, file) => expect(fileOf(image(src))).toBe(file));
