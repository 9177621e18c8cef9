import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { person } from '../../../tests/support/values';
import { fillTemplate, textOf } from './fill';
import type { Values } from './values';

/** The text; of what is asked, `[name=default]`; of what cannot be filled in, the code of the mistake. */
function fill(body: string, more: Partial<Values> = {}, language: 'en' | 'zh' | null = null): string {
  const { parts, blanks, problem } = fillTemplate(body, person(more), language);
  if (problem) return `!${problem.code}`;
  return parts
    .map((part) => {
      if ('text' in part) return part.text;
      if ('cursor' in part) return '^';
      const blank = blanks.find(({ name }) => name === part.blank)!;
      return `[${blank.name}${blank.default && `=${blank.default}`}${blank.choices.length > 0 ? ` of ${blank.choices.join('/')}` : ''}]`;
    })
    .join('');
}

describe('a reply is filled in', () => {
  test.each<[body: string, text: string, more?: Partial<Values>, language?: 'en' | 'zh']>([
    ['Hello', 'Hello'],
    ['', ''],
    ['Hi {{name}}!', 'Hi Anna Lindt!'],
    ['Hi {{ First Name }}!', 'Hi Anna!'],
    ['{{称呼}}您好', 'Anna您好'],
    ['{{称呼|您好}}，', '您好，', { name: null }],
    ['｛｛称呼｜您好｝｝，', '王总，', { name: '王总' }],
    ['Hi {{first_name|there}}, {{cursor}} bye', 'Hi there, ^ bye', { name: '+49 170 1234567' }],
    ['a\nb {{name}}\n', 'a\nb Anna Lindt\n'],
    ['{ {name} } }}', '{ {name} } }}'],
    ['{{{name}}}', '{Anna Lindt}'],
    [String.raw`\{{name}} is written so`, '{{name}} is written so'],
    ['At {{company|your place}}', 'At your place'],
    ['At {{公司}}', 'At Acme', { company: 'Acme' }],
    ['I owe you {{last_promise}}.', 'I owe you the drawings.', { promise: 'the drawings' }],
    ['{{company|}}.', '.'],
    ['{{name|a|b}}', 'a|b', { name: null }],
    ['{{greeting}}, {{first_name}}', 'Good morning, Anna'],
    ['{{问候}}', '上午好', {}, 'zh'],
    ['{{greeting}}', 'Hello', { hour: 2 }],
    ['{{date}}', '2 March'],
    ['{{date}}', 'March 2', { locale: 'en-US' }],
    ['{{date+3d}} / {{date + 2 weeks}} / {{date-1d}} / {{date+1m}}', '5 March / 16 March / 1 March / 2 April'],
    ['{{date+1m}}', '28 February', { today: '2026-01-31' }],
    ['{{date+1y}}', '2 March 2027'],
    ['{{date+1w}}', '4 January', { today: '2026-12-28' }],
    ['{{weekday}} {{weekday+3d}}', 'Monday Thursday'],
    ['{{日期+3天}}（{{星期+3天}}）', '3月5日（周四）', {}, 'zh'],
    ['{{日期＋2周}} {{日期+1个月}}', '3月16日 4月2日', { language: 'zh' }],
    ['{{date+3d}}', '3月5日', {}, 'zh'],
    ['{{next_date}}: {{occasion}}', '11 March: birthday', { date: { on: '2026-03-11', kind: 'birthday', label: '' } }],
    ['{{下个日子}} {{什么日子}}', '3月11日 女儿生日', { date: { on: '2026-03-11', kind: 'child-birth', label: '女儿生日' } }, 'zh'],
    ['Your {{field:car}}', 'Your Polo', { own: [{ name: 'car', value: { text: 'Polo' } }] }],
    ['Your {{field:constructor|car}}', 'Your car'],
  ])('“%s” becomes “%s”', (body, text, more, language) => expect(fill(body, more, language)).toBe(text));

  test.each<[body: string, text: string, more?: Partial<Values>]>([
    ['{{?车型}}', '[车型]'],
    ['{{?车型|SUV}} {{？颜色}}', '[车型=SUV] [颜色]'],
    ['{{choice:a|b| a |c}}', '[a / b / c=a of a/b/c]'],
    ['{{选择 时间：上午｜下午}}', '[时间=上午 of 上午/下午]'],
    ['{{company}}', '[company]'],
    ['{{单位}} {{company}}', '[company] [company]'],
    ['{{field:车型}}', '[车型]'],
    ['{{first_name}}', '[first_name]', { name: null }],
    ['{{occasion}}', '[occasion]', { date: { on: '2026-03-11', kind: 'custom', label: ' ' } }],
    ['{{nmae}} {{nmae|x}}', '[nmae] [nmae]'],
    ['{{date+3x}}', '[date+3x]'],
    ['{{__proto__}}', '[proto]'],
  ])('“%s” is asked: %s', (body, text, more) => expect(fill(body, more)).toBe(text));

  test.each([
    ['{{#if tier=deep}}D{{else}}S{{/if}}', 'D'],
    ['{{#if tier!=deep}}D{{else}}S{{/if}}', 'S'],
    ['{{#if tier=shallow|deep}}D{{/if}}', 'D'],
    ['{{#if tier!=shallow|deep}}D{{/if}}', ''],
    ['{{#如果 层级=深}}深{{否则}}浅{{/如果}}', '深'],
    ['{{#如果层级＝铁｜深}}深{{/如果}}', '深'],
    ['{{#if type=loyal}}L{{/if}}{{#if 类型=现客}}C{{/if}}', 'C'],
    ['{{#if stage=quoted}}Q{{/if}}{{#if 阶段=已报价}}报{{/if}}{{#if stage=offer sent}}O{{/if}}', 'Q报O'],
    ['{{#if tag=vip}}V{{/if}}{{#if 标签=老客户}}老{{/if}}{{#if tag=x}}X{{/if}}', 'V老'],
    ['{{#if language=zh}}zh{{else}}en{{/if}}', 'en'],
    ['{{#if company}}at {{company}}{{else}}nowhere{{/if}}', 'nowhere'],
    ['{{#if !company}}nowhere{{/if}}', 'nowhere'],
    ['{{#if field:car}}car{{else}}no car{{/if}}', 'no car'],
    ['{{#if tier=deep}}{{#if type=trial}}1{{else}}2{{/if}}3{{else}}{{#if tier=deep}}4{{/if}}{{/if}}5', '235'],
    ['{{#if tier=iron}}{{?a}}{{/if}}b', 'b'],
    ['{{#if tier=iron}}{{cursor}}{{else}}x{{cursor}}{{/if}}', 'x^'],
  ])('“%s” becomes “%s”', (body, text) =>
    expect(fill(body, { tier: 'deep', type: 'customer', stage: ['quoted', 'Offer sent'], tags: ['VIP', '老客户'] })).toBe(text),
  );

  test('of a stranger nothing holds, and every “not” does', () => {
    expect(fill('{{#if tier=shallow}}1{{/if}}{{#if tier!=shallow}}2{{/if}}{{#if stage=lead}}3{{/if}}{{#if type!=loyal}}4{{/if}}')).toBe(
      '24',
    );
  });
});

describe('a field the rep invented', () => {
  const own: Values['own'] = [
    { name: '车型', value: { text: '秦 PLUS' } },
    { name: 'test_drive', value: { on: '2026-03-11' } },
    { name: 'member', value: { yes: true } },
    { name: 'smoker', value: { yes: false } },
    { name: 'colour', value: null },
    { name: 'constructor', value: { text: '{{last_promise}}' } },
  ];
  test.each<[body: string, text: string, language?: 'en' | 'zh']>([
    ['{{field:车型}} {{字段：车型}} {{车型}} ｛｛车型｜SUV｝｝', '秦 PLUS 秦 PLUS 秦 PLUS 秦 PLUS'],
    ['{{Test Drive}} {{field: test_drive }}', '11 March 11 March'],
    ['{{Test Drive}}', '3月11日', 'zh'],
    ['{{member}} {{smoker}}', 'yes no'],
    ['{{member}} {{smoker}}', '是 否', 'zh'],
    ['{{colour|any colour}} {{field:colour|red}}', 'any colour red'],
    ['{{colour}} {{field:Colour}} {{colour}}', '[colour] [Colour] [colour]'],
    ['{{size|XL}} {{field:size|XL}}', '[size=XL] XL'],
    ['{{constructor}} {{field:constructor}} {{toString}}', '{{last_promise}} {{last_promise}} [toString]'],
    ['{{name}} {{field:name}}', 'Anna Lindt [name]'],
    ['{{#if field:member}}m{{else}}-{{/if}}{{#if field:smoker}}s{{else}}-{{/if}}{{#if !field:smoker}}not{{/if}}', 'm-not'],
    ['{{#if field:colour}}c{{else}}-{{/if}}{{#if field:车型}}车{{/if}}{{#如果 字段:没有}}x{{/如果}}', '-车'],
    ['{{#if field:车型=汉|秦 plus}}1{{/if}}{{#if field:车型!=汉}}2{{/if}}{{#if field:车型=秦}}3{{/if}}', '12'],
    ['{{#if field:member=yes}}1{{/if}}{{#如果 字段：member＝是}}2{{/如果}}{{#if field:test drive=2026-03-11}}3{{/if}}', '123'],
    ['{{#if field:colour=red}}1{{/if}}{{#if field:colour!=red}}2{{/if}}', '2'],
  ])('“%s” becomes “%s”', (body, text, language) => expect(fill(body, { own, promise: 'secret' }, language)).toBe(text));

  test('one of a name that a record would lose is asked and answered', () => {
    const asked = fillTemplate('{{field:__proto__}}', person());
    expect(textOf(asked, Object.fromEntries(asked.blanks.map(({ name }) => [name, 'x'])))).toMatchObject({ text: 'x' });
  });
});

describe('values are literal', () => {
  const hostile = [
    '{{name}}',
    '{{last_promise}}',
    '{{cursor}}',
    '{{',
    '}}',
    '{{?x}}',
    '{{#if tier=deep}}',
    '$&',
    '$1',
    '<b>',
    String.raw`\{{`,
  ];
  test.each(hostile)('somebody called “%s” is called so', (name) => {
    expect(fill('<{{name}}>{{cursor}}', { name, promise: 'secret' })).toBe(`<${name}>^`);
  });
  test.each(hostile)('“%s” as company, promise, label, own field, answer and default stays what it is', (text) => {
    const more = {
      company: text,
      promise: text,
      own: [{ name: 'car', value: { text } }],
      date: { on: '2026-03-11', kind: 'custom' as const, label: text },
    };
    expect(fill('{{company}}{{last_promise}}{{occasion}}{{field:car}}{{Car}}', more)).toBe(text.repeat(5));
    const asked = fillTemplate('a{{?x}}b{{name}}', person());
    expect(textOf(asked, { x: text })).toEqual({ text: `a${text}bAnna Lindt`, cursor: null });
  });
  test('line breaks and direction marks, which could send a message or turn it round, are taken out', () => {
    expect(fill('{{name}}', { name: 'An\u202ena\r\nB\u2028C\u2066\u2069' })).toBe('Anna B C');
    expect(textOf(fillTemplate('{{?x}}', person()), { x: 'a\nb\u202e' })).toEqual({ text: 'a b', cursor: null });
  });
});

describe('what was asked', () => {
  const asked = fillTemplate('{{?a}}{{cursor}}-{{?b|B}}-{{?a}}', person());
  test('goes in wherever it was asked, and the caret stands behind what is before it', () => {
    expect(textOf(asked, { a: 'xx', b: 'y' })).toEqual({ text: 'xx-y-xx', cursor: 2 });
  });
  test.each<[Record<string, string>, string[]]>([
    [{}, ['a', 'b']],
    [{ a: ' ', b: 'x' }, ['a']],
    [{ a: '\u202e', b: 'x' }, ['a']],
    [{ constructor: 'x', a: 'x' }, ['b']],
  ])('nothing is inserted while something is empty: %j', (filled, empty) => expect(textOf(asked, filled)).toEqual({ empty }));
});

/** Templates made of pieces of the language, whole and broken. */
const pieces = fc
  .array(
    fc.oneof(
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme' }) },
      {
        weight: 3,
        arbitrary: fc.constantFrom(
          ...'{{ }} { } ｛｛ ｝｝ | ｜ ? #if #如果 else 否则 /if /如果 tier=deep tag=x name 称呼 company cursor choice:a|b ?x|y date+3d \\ \n'.split(
            ' ',
          ),
          ...[
            '{{name}}',
            '{{称呼|您}}',
            '{{?x}}',
            '{{choice:a|b}}',
            '{{#if tier=deep}}',
            '{{else}}',
            '{{/if}}',
            '{{cursor}}',
            '{{company}}',
            '{{nmae}}',
          ],
        ),
      },
    ),
    { maxLength: 40 },
  )
  .map((all) => all.join(''));
const text = fc.string({ unit: 'grapheme', maxLength: 30 });
const somebody = fc.record({ name: fc.option(text), company: text, promise: text, tags: fc.array(text, { maxLength: 3 }) });

describe('for any template and anybody', () => {
  test('nothing throws, and what comes out is text, with an answer to every blank', () => {
    fc.assert(
      fc.property(pieces, somebody, (body, more) => {
        const filled = fillTemplate(body, person(more));
        if (filled.problem) return void expect(filled.parts).toEqual([]);
        const answers = Object.fromEntries(filled.blanks.map(({ name }) => [name, 'ok']));
        expect(textOf(filled, answers)).toHaveProperty('text');
        expect(filled.parts.filter((part) => 'cursor' in part).length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 2000 },
    );
  });

  test('no pair of opening braces of the template is left standing, unless written with a backslash', () => {
    fc.assert(
      fc.property(pieces, (body) => {
        fc.pre(!body.includes('\\'));
        const filled = fillTemplate(body, person({ company: 'Acme' }));
        for (const part of filled.parts) if ('text' in part) expect(part.text).not.toMatch(/\{\{|｛｛/);
      }),
      { numRuns: 2000 },
    );
  });

  test('values stand in the text as they are', () => {
    const plain = text.filter((one) => !/[\\{}｛｝]/.test(one));
    fc.assert(
      fc.property(plain, text, plain, (before, name, after) => {
        const clean = name
          .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
          .replace(/\s+/g, ' ')
          .trim();
        expect(fill(`${before}{{name|x}}${after}`, { name })).toBe(`${before}${clean || 'x'}${after}`);
      }),
    );
  });

  test('text without braces comes out as it went in', () => {
    fc.assert(
      fc.property(text, (body) => {
        fc.pre(!/\{\{|｛｛/.test(body));
        expect(fill(body)).toBe(body);
      }),
    );
  });
});
