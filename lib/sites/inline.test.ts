// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { inScripts } from './inline';

const USER = /"user":"(\w+)"/;

function show(...texts: string[]): void {
  document.body.replaceChildren(
    ...texts.map((text) => {
      const script = document.createElement('script');
      script.type = 'application/json';
      script.textContent = text;
      return script;
    }),
  );
}

test('The first script that has it answers', () => {
  show('{"a":1}', '{"user":"mei"}', '{"user":"bo"}');
  expect(inScripts(document, USER)).toBe('mei');
  expect(inScripts(document, /"a":(\d)/)).toBe('1');
  expect(inScripts(document, /"b":(\d)/)).toBeNull();
});

test('A script that comes later is read, too', () => {
  show('{}');
  expect(inScripts(document, USER)).toBeNull();
  document.body.append(Object.assign(document.createElement('script'), { type: 'application/json', textContent: '{"user":"mei"}' }));
  expect(inScripts(document, USER)).toBe('mei');
});

test('However often one asks, a script is read once', () => {
  show('{}', '{"user":"mei"}');
  const read = vi.spyOn(document.body.children[0]!, 'textContent', 'get');
  for (let i = 0; i < 100; i += 1) expect(inScripts(document, USER)).toBe('mei');
  expect(read).toHaveBeenCalledTimes(1);
});
