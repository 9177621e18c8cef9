import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blockingError, parseTemplate } from './parse';

const errors = (body: string) => parseTemplate(body).errors.map(({ code, from, to, word }) => `${code} ${from}-${to} ${word}`.trim());

describe('mistakes carry their place', () => {
  test.each([
    ['Hi {{nmae}}', ['unknown 3-11 nmae']],
    ['Hi {{}} {{ }}', ['empty 3-7', 'empty 8-13']],
    ['Hi {{name', ['unclosed 3-9 name']],
    ['Hi {{name\nand {{name}}', ['unclosed 3-9 name']],
    ['{{a {{name}}', ['unclosed 0-4 a']],
    ['{{{{name}}}}', ['unclosed 0-2']],
    ['{{cursor}} {{光标}}', ['two-cursors 11-17 光标']],
    ['{{a}} {{b}}', ['unknown 0-5 a', 'unknown 6-11 b']],
    ['{{constructor}}{{toString|x}}', ['unknown 0-15 constructor', 'unknown 15-29 toString']],
    ['{{?}} {{? |x}}', ['nameless 0-5 ?', 'nameless 6-14 ? |x']],
    ['{{choice:a}}', ['choices 0-12 choice:a']],
    [`{{?${'x'.repeat(121)}}}`, [`long 0-126 ${'x'.repeat(40)}`]],
    ['{{#if tier=dep}}x{{/if}}', ['condition 0-16 tier=dep']],
    ['{{#if}}x{{/if}}', ['condition 0-7']],
    ['{{#if tag=}}x{{/if}}', ['condition 0-12 tag=']],
    ['{{#if size=1}}{{x}}{{/if}}', ['condition 0-14 size=1', 'unknown 14-19 x']],
    ['{{#if field:a=}}{{/if}}{{#if field:=a}}{{/if}}', ['condition 0-16 field:a=', 'condition 23-39 field:=a']],
    ['a{{#if tag=x}}b', ['endless-if 1-14 #if tag=x']],
    ['{{else}}{{/if}}', ['stray-else 0-8 else', 'stray-end 8-15 /if']],
    ['{{#if tag=x}}{{else}}{{否则}}{{/if}}', ['two-elses 21-27 否则']],
    ['{{#if tag=x}}{{cursor}}{{/if}}{{cursor}}', ['two-cursors 30-40 cursor']],
    ['{{#if tag=x}}{{cursor}}{{else}}{{cursor}}{{/if}}', []],
    ['{{#iffy}}', ['unknown 0-9 #iffy']],
  ])('“%s”', (body, wrong) => expect(errors(body)).toEqual(wrong));

  test('an unknown word is asked for and blocks nothing; any other mistake does', () => {
    expect(blockingError(parseTemplate('{{nmae}}'))).toBeNull();
    expect(blockingError(parseTemplate('{{nmae}} {{name'))).toMatchObject({ code: 'unclosed', from: 9 });
  });

  test('a word is a field of the rep’s where there is one of that name, and a field that is none is told so', () => {
    const own = new Set(['车型', 'test_drive']);
    const body =
      '{{车型}} {{Test Drive|soon}} {{field:车型}} {{farbe}} {{field:farbe}} {{#if field:farbe}}{{/if}}{{#if field:farbe=x}}{{/if}}';
    const { errors: wrong, spans } = parseTemplate(body, own);
    expect(wrong.map(({ code, from, to, word }) => [code, body.slice(from, to), word])).toEqual([
      ['unknown', '{{farbe}}', 'farbe'],
      ['unknown', '{{field:farbe}}', 'farbe'],
      ['unknown', '{{#if field:farbe}}', 'farbe'],
      ['unknown', '{{#if field:farbe=x}}', 'farbe'],
    ]);
    expect(spans.slice(0, 4).map(({ kind }) => kind)).toEqual(['field', 'field', 'field', 'wrong']);
    expect(blockingError(parseTemplate(body, own))).toBeNull();
  });

  test('every tag has its span', () => {
    const kinds = (body: string) => parseTemplate(body).spans.map(({ kind, from, to }) => `${kind} ${body.slice(from, to)}`);
    expect(kinds('{{name}} {{?x}} {{#if tag=a}}{{cursor}}{{/if}} {{field:b}} {{nope}} {{choice:a|b}}')).toEqual([
      'field {{name}}',
      'ask {{?x}}',
      'block {{#if tag=a}}',
      'cursor {{cursor}}',
      'block {{/if}}',
      'field {{field:b}}',
      'wrong {{nope}}',
      'ask {{choice:a|b}}',
    ]);
  });
});

describe('any text at all', () => {
  const any = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(fc.constantFrom(...'{{ }} ｛｛ ｝｝ { #if tag=x else /if ? | \\ \n name cursor choice: field: date+ = !'.split(' ')))
      .map((all) => all.join('')),
  );
  test('is read without a throw, with places that lie within it and in order', () => {
    fc.assert(
      fc.property(any, (body) => {
        const { errors: wrong, spans } = parseTemplate(body);
        let last = 0;
        for (const { from, to } of wrong) {
          expect(from >= last && from < to && to <= body.length).toBe(true);
          last = from;
        }
        last = 0;
        for (const { from, to } of spans) {
          expect(from >= last && from < to && to <= body.length).toBe(true);
          last = to;
        }
      }),
      { numRuns: 3000 },
    );
  });

  test('blocks lie within blocks however they are nested', () => {
    const tree: fc.Memo<string> = fc.memo((n) =>
      n <= 1
        ? fc.constantFrom('a', '', 'b')
        : fc.tuple(tree(n - 1), tree(n - 1), fc.boolean()).map(([x, y, two]) => `{{#if tag=x}}${x}${two ? `{{else}}${y}` : ''}{{/if}}`),
    );
    fc.assert(fc.property(tree(5), (body) => void expect(errors(body)).toEqual([])));
  });

  test.each([
    ['open braces', '{{'],
    ['closing braces', '}}'],
    ['three braces', '{{{'],
    ['opened and closed', '{{}}'],
    ['blocks', '{{#if tag=x}}'],
    ['elses', '{{else}}'],
    ['backslashes', '\\{{'],
    ['choices', '{{choice '],
    ['spaces', '{{#if        '],
    ['offsets', '{{date+3'],
    ['pipes', '{{?a|'],
    ['lines', '{{a\n'],
  ])('is read in a time that grows with its length: %s', (_, piece) => {
    const time = (times: number) => {
      const body = piece.repeat(times);
      const from = performance.now();
      parseTemplate(body);
      return performance.now() - from;
    };
    time(2_000);
    const most = Math.min(time(60_000), time(60_000));
    expect(most).toBeLessThan(2_000);
  });

  test('one tag that never ends is no trap, either', () => {
    for (const inner of ['choice ', ' ', '#if ', '?', '|', 'date+', 'field ', '=!', '#', '(']) {
      const from = performance.now();
      parseTemplate(`{{${inner}${' '.repeat(200_000)}x}}`);
      parseTemplate(`{{${inner.repeat(100_000)}}}`);
      expect(performance.now() - from).toBeLessThan(1_000);
    }
  });
});
