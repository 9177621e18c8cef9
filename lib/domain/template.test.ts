import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fillTemplate, parseTemplate } from './template';

const fill = (body: string, name: string | null = 'Anna') => {
  const result = fillTemplate(body, { name });
  return 'filled' in result ? result.filled : result.errors.map(({ code, from, to, word }) => `${code} ${from}-${to} ${word}`.trim());
};

describe('filling a reply', () => {
  test.each([
    ['Hello', { text: 'Hello', cursor: null }],
    ['', { text: '', cursor: null }],
    ['Hi {{name}}!', { text: 'Hi Anna!', cursor: null }],
    ['Hi {{ name }}!', { text: 'Hi Anna!', cursor: null }],
    ['{{称呼}}您好', { text: 'Anna您好', cursor: null }],
    ['Hi {{name}}, {{cursor}} bye', { text: 'Hi Anna,  bye', cursor: 9 }],
    ['{{光标}}', { text: '', cursor: 0 }],
    ['a\nb {{name}}\n', { text: 'a\nb Anna\n', cursor: null }],
    ['{ {name} }', { text: '{ {name} }', cursor: null }],
  ])('“%s”', (body, filled) => expect(fill(body)).toEqual(filled));

  test('takes the fallback when there is no name, or one that is empty or invisible', () => {
    for (const name of [null, '', '  ', '\u202e\u200f'])
      expect(fill('Hi {{name|there}}!', name)).toEqual({ text: 'Hi there!', cursor: null });
    expect(fill('Hi {{name|there}}!')).toEqual({ text: 'Hi Anna!', cursor: null });
    expect(fill('{{name|a|b}}', null)).toEqual({ text: 'a|b', cursor: null });
  });

  test('says where a name is missing and there is no fallback', () => {
    for (const name of [null, '', '\u202e']) expect(fill('Hi {{name}}!', name)).toEqual(['empty 3-11 name']);
    expect(fill('{{name|}}', null)).toEqual(['empty 0-9 name']);
  });

  test.each(['{{name}}', '{{cursor}}', '{{', '}}', '{{unknown}}', '$&', '$1', '<b>'])('a person called “%s” stays literal', (name) => {
    expect(fill('Hi {{name}}{{cursor}}!', name)).toEqual({ text: `Hi ${name}!`, cursor: 3 + name.length });
  });

  test('takes line breaks and direction marks out of names, which could turn a message round or send it', () => {
    expect(fill('{{name}}', 'An\u202ena\r\nB\u2028C\u2066\u2069')).toEqual({ text: 'Anna B C', cursor: null });
  });

  test('puts any name in as one line and leaves the rest of the text alone', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        const filled = fill('<{{name|x}}>\n{{cursor}}end', name);
        expect(filled).toMatchObject({ text: expect.stringMatching(/^<[^\n\r\u2028\u2029]+>\nend$/u) as string });
        if ('text' in filled) expect(filled.text.slice(filled.cursor!)).toBe('end');
      }),
    );
  });

  test('text without braces comes out as it went in', () => {
    fc.assert(
      fc.property(fc.string(), (body) => {
        fc.pre(!body.includes('{{'));
        expect(fill(body)).toEqual({ text: body, cursor: null });
      }),
    );
  });
});

describe('errors carry their place', () => {
  test.each([
    ['Hi {{nmae}}', ['unknown 3-11 nmae']],
    ['Hi {{}}', ['empty 3-7']],
    ['Hi {{name', ['unclosed 3-9 name']],
    ['{{cursor}} {{cursor}}', ['two-cursors 11-21 cursor']],
    ['{{a}} {{b}}', ['unknown 0-5 a', 'unknown 6-11 b']],
    ['{{Name}}', ['unknown 0-8 Name']],
    ['{{constructor}}', ['unknown 0-15 constructor']],
    ['{{__proto__|x}}', ['unknown 0-15 __proto__']],
    ['{{toString|x}}', ['unknown 0-14 toString']],
  ])('“%s”', (body, errors) => expect(fill(body)).toEqual(errors));

  test('and the place is that of the braces, whatever stands around', () => {
    const text = fc.string().filter((one) => !/[{}]/.test(one));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const { errors } = parseTemplate(`${before}{{oops}}${after}`);
        expect(errors).toEqual([{ code: 'unknown', from: before.length, to: before.length + 8, word: 'oops' }]);
      }),
    );
  });

  test('no template, however strange, breaks the reader', () => {
    const piece = fc.constantFrom('{{', '}}', '{', '}', 'name', 'cursor', '|', ' ', 'x', '小');
    fc.assert(
      fc.property(
        fc.array(piece).map((pieces) => pieces.join('')),
        (body) => void fillTemplate(body, { name: 'A' }),
      ),
    );
  });
});
