// Files in the shape of each program's export, written for these tests; where the shapes are from stands in the readers.
import { describe, expect, test } from 'vitest';
import { blockingError, parseTemplate } from '../../domain/template/parse';
import { mapped, readReplies } from './index';
import type { Found } from './incoming';

const read = (text: string, name = 'file') => readReplies(new TextEncoder().encode(text), name).read;
function found(text: string, name?: string): Found {
  const result = read(text, name);
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  for (const { body } of result.found.replies) expect(blockingError(parseTemplate(body))).toBeNull();
  return result.found;
}
const bodies = (text: string, name?: string) => found(text, name).replies.map(({ body }) => body);

const blaze = (...snippets: object[]) => JSON.stringify({ version: 7, folders: [{ name: 'Sales', snippets }] });
const snippet = (text: string, more: object = {}) => ({ name: 'Hello', shortcut: '/hi', type: 'text', text, html: '', ...more });

describe('Text Blaze', () => {
  test('gives folders, names, shortcuts and texts', () => {
    expect(found(blaze(snippet('Good to hear from you.')))).toMatchObject({
      program: 'text-blaze',
      replies: [{ title: 'Hello', shortcut: 'hi', folder: 'Sales', body: 'Good to hear from you.', changes: [] }],
      rejected: [],
    });
  });

  test.each([
    ['{formtext: name=first name; default=there}', '{{first_name|there}}'],
    ['{formtext: name=Model}', '{{?Model}}'],
    ['{formparagraph: name=Notes; default=none; cols=40}', '{{?Notes|none}}'],
    ['{formtext: default=there}', '{{?there|there}}'],
    ['{formtext} and {formtext}', '{{?formtext 1}} and {{?formtext 2}}'],
    ['{formmenu: morning; noon; default=evening; name=Time}', '{{choice Time:evening|morning|noon}}'],
    ['{formmenu: values=["a", "b"]; name=Pick: one}', '{{choice Pick one:a|b}}'],
    ['{formdate: YYYY-MM-DD; name=Day}', '{{?Day}}'],
    ['{time: YYYY-MM-DD}', '{{date}}'],
    ['{time: dddd; shift=+2D}', '{{weekday+2d}}'],
    ['{time: D MMMM; shift=-1M}', '{{date-1m}}'],
    ['{time: HH:mm}', '{{?HH:mm}}'],
    ['{time: D MMM; shift=+5m}', '{{?D MMM}}'],
    ['a{cursor}b{cursor}', 'a{{cursor}}b'],
    ['{clipboard}', '{{?clipboard}}'],
    ['{=price * 2}', '{{?price * 2}}'],
    ['Hi{key: enter}', 'Hi'],
    ['Hi{note: preview=yes}not sent{endnote}!', 'Hi!'],
    ['{if: a = 1}one{elseif: a = 2}two{else}three{endif}', 'one'],
    ['{formtoggle: name=Add}with this{endformtoggle}', 'with this'],
    ['{link: https://oak.example; text=our list}', 'our list https://oak.example'],
    ['{customer_name} is no command', '{{name}} is no command'],
    ['p {color: red} and {"a": 1}', 'p {color: red} and {"a": 1}'],
    [String.raw`Write {{name}} or \{{x}}`, String.raw`Write \{{name}} or \\{{x}}`],
    ['C:\\{cursor}', 'C:\\ {{cursor}}'],
    ['{formtext: name=a|b}}', '{{?a b}}}'],
  ])('turns %s into %s', (text, body) => {
    expect(bodies(blaze(snippet(text)))).toEqual([body]);
  });

  test('says every change, each once', () => {
    const [reply] = found(blaze(snippet('{formtext: name=Model} {time: dddd} {time: dddd} {key: tab} {{x}}'))).replies;
    expect(reply!.changes).toEqual([
      { kind: 'asked', from: '{formtext: name=Model}', to: '{{?Model}}' },
      { kind: 'field', from: '{time: dddd}', to: '{{weekday}}' },
      { kind: 'left-out', from: '{key: tab}', to: '' },
      { kind: 'literal', from: '{{x}}', to: String.raw`\{{x}}` },
    ]);
  });

  test('reads styled snippets as text, one folder alone, and several', () => {
    const html = '<p>Hi <b>Anna</b>,</p><p>see <a href="https://oak.example/p">the list</a><br>Bye &amp; thanks</p><img src="x">';
    const styled = snippet('', { type: 'html', html });
    expect(found(JSON.stringify({ name: 'One', snippets: [styled] })).replies[0]).toMatchObject({
      folder: 'One',
      body: 'Hi Anna,\nsee the list https://oak.example/p\nBye & thanks',
      changes: [{ kind: 'plain' }],
    });
    expect(found(JSON.stringify([{ snippets: [styled] }, { snippets: [snippet('b')] }])).replies).toHaveLength(2);
  });

  test('rejects what holds no text, by name', () => {
    const picture = snippet('', { name: 'Logo', html: '<p><img src="x"></p>' });
    expect(found(blaze(picture, snippet(' \n', { name: 'Nothing' }), snippet('x'.repeat(10_001), { name: 'Novel' }))).rejected).toEqual([
      { line: null, title: 'Logo', why: 'image' },
      { line: null, title: 'Nothing', why: 'empty' },
      { line: null, title: 'Novel', why: 'long' },
    ]);
  });
});

describe('Briskine', () => {
  const csv = (...rows: string[]) => ['id,title,shortcut,subject,to,cc,bcc,tags,body,body_plain_text', ...rows].join('\r\n');

  test('gives titles, shortcuts, tags and the text of the HTML; what a mail has besides is said', () => {
    const text = csv(
      'a1,Say Hello,h,Your order,,,,"en, greetings","<div>Hello {{to.first_name}},</div><div>\nbye</div>",',
      'a2,,kr,,,,,,Kind regards,',
    );
    expect(found(text)).toMatchObject({
      program: 'briskine',
      replies: [
        {
          line: 2,
          title: 'Say Hello',
          shortcut: 'h',
          tags: ['en', 'greetings'],
          body: 'Hello {{first_name}},\nbye',
          changes: [
            { kind: 'field', from: '{{to.first_name}}', to: '{{first_name}}' },
            { kind: 'left-out', from: 'subject: Your order', to: '' },
          ],
        },
        { line: 4, title: 'kr', body: 'Kind regards' },
      ],
    });
  });

  test.each([
    ['{{from.first_name}}', '{{?from.first_name}}'],
    ['{{{to.name}}} of {{to.company}}', '{{name}} of {{company}}'],
    ["{{choice 'Hello, Hi, Hey'}}", '{{choice …:Hello|Hi|Hey}}'],
    ["{{moment add='7;days' format='DD MMMM'}}", '{{date+7d}}'],
    ["{{moment week=''}}", "{{?moment week=''}}"],
    ['{{#if to.first_name}}Hi {{to.first_name}}{{else}}Hi{{/if}}', '{{#if first_name}}Hi {{first_name}}{{else}}Hi{{/if}}'],
    ['{{#if subject}}yes{{else}}no{{/if}}!', 'yes!'],
    ['{{#each to}}{{name}}{{/each}}', '{{name}}'],
    ['{{/if}} {{else}} {{#if to.name}}open', '  open'],
    ['Hello {{to.first_name}', String.raw`Hello \{{to.first_name}`],
    ['{{! a comment }}x', 'x'],
  ])('turns %s into %s', (text, body) => {
    expect(bodies(csv(`1,T,,,,,,,"${text.replaceAll('"', '""')}",`))).toEqual([body]);
  });
});

describe('espanso', () => {
  const yaml = (matches: string) =>
    found(`# espanso match file\nglobal_vars:\n  - name: firm\n    type: echo\n    params:\n      echo: Oak {{x}}\n\nmatches:\n${matches}`);

  test('gives triggers, labels, several lines, and the line where each begins', () => {
    expect(
      yaml(
        `  - trigger: ":hi"\n    label: Greeting\n    replace: |\n      Hello$|$,\n      bye\n    search_terms: [hello, hi]\n  - triggers: [":a", ":b"]\n    replace: Two\n`,
      ),
    ).toMatchObject({
      program: 'espanso',
      replies: [
        { line: 9, title: 'Greeting', shortcut: 'hi', body: 'Hello{{cursor}},\nbye', tags: ['hello', 'hi'] },
        {
          line: 15,
          title: ':a',
          shortcut: 'a',
          body: 'Two',
          changes: [
            { kind: 'left-out', from: ':b' },
            { kind: 'shortcut', from: ':a', to: 'a' },
          ],
        },
      ],
    });
  });

  test.each([
    ['replace: "It is {{d}}"\n    vars: [{name: d, type: date, params: {format: "%d.%m.%Y", offset: 86400}}]', 'It is {{date+1d}}'],
    ['replace: "{{d}}"\n    vars: [{name: d, type: date, params: {format: "%H:%M"}}]', '{{?d}}'],
    ['replace: "{{c}}"\n    vars: [{name: c, type: choice, params: {values: [{label: x, id: one}, two]}}]', '{{choice c:one|two}}'],
    ['replace: "{{c}}"\n    vars: [{name: c, type: random, params: {choices: [one, two]}}]', '{{choice c:one|two}}'],
    ['replace: "{{c}}"\n    vars: [{name: c, type: clipboard}]', '{{?c}}'],
    ['replace: "{{out}}"\n    vars: [{name: out, type: shell, params: {cmd: "rm -rf /"}}]', '{{?out}}'],
    ['replace: "From {{firm}}"', 'From Oak {{?x}}'],
    [
      'form: "Hey [[name]], [[fruit]] or [[text]]"\n    form_fields: {fruit: {type: list, values: "Apples\\nPears"}, text: {multiline: true, default: none}}',
      'Hey {{name}}, {{choice fruit:Apples|Pears}} or {{?text|none}}',
    ],
    ['replace: "Hey {{f.who}}"\n    vars: [{name: f, type: form, params: {layout: "[[who]]"}}]', 'Hey {{?who}}'],
    [String.raw`replace: 'write \{\{x\}\}'`, String.raw`write \{{x}}`],
    [
      'replace: "This is {{o}}"\n    vars: [{name: o, type: match, params: {trigger: ":b"}}]\n  - trigger: ":b"\n    replace: nested',
      'This is nested',
    ],
    ['html: "<p>One</p><p>Two</p>"', 'One\nTwo'],
  ])('turns %s into %s', (match, body) => {
    expect(yaml(`  - trigger: ":x"\n    ${match}\n`).replies[0]!.body).toBe(body);
  });

  test('rejects pictures, and says on which line a file cannot be read', () => {
    expect(yaml('  - trigger: ":cat"\n    image_path: "/cat.png"\n').rejected).toEqual([{ line: 9, title: ':cat', why: 'image' }]);
    expect(read('matches:\n  - trigger: ":a"\n    replace: "open\n  - b: [', 'base.yml')).toEqual({
      ok: false,
      problem: { code: 'broken', line: 4 },
    });
    expect(read('something: else', 'a.yml')).toEqual({ ok: false, problem: { code: 'foreign', line: null } });
  });

  test('runs no tag, follows no bomb, and ends however deep a file is', () => {
    expect(yaml('  - trigger: ":t"\n    replace: !!js/function "function () {}"\n').replies[0]!.body).toBe('function () {}');
    const bomb = `a: &a [x, x, x, x, x, x, x, x, x]\n${'bcdefghi'.replace(/./g, (key, i: number) => `${key}: &${key} [${Array(9).fill(`*${'abcdefgh'[i]}`).join()}]\n`)}matches: [*i]\n`;
    const start = performance.now();
    expect(read(bomb, 'a.yml')).toMatchObject({ ok: false, problem: { code: 'broken' } });
    expect(read(`matches: ${'['.repeat(50_000)}`, 'a.yml')).toMatchObject({ ok: false });
    expect(read(`matches:\n${'  - trigger: a\n    replace: b\n'.repeat(70_000)}`, 'a.yml')).toMatchObject({ problem: { code: 'broken' } });
    expect(performance.now() - start).toBeLessThan(4000);
  });
});

describe('Chinese sheets', () => {
  test('give groups, titles and tags; several texts under one title become several replies', () => {
    const text =
      '分组,标题,内容,标签\n售前,问候,{客户昵称}您好，请问有什么可以帮您,"问候，开场"\n,,亲，在的呢,\n,价格,稍等，我查一下{车型},价格\n售后,退货,,\n';
    expect(found(text)).toMatchObject({
      program: 'sheet',
      replies: [
        { line: 2, folder: '售前', title: '问候', body: '{{称呼}}您好，请问有什么可以帮您', tags: ['问候', '开场'] },
        { line: 3, folder: '售前', title: '问候 2', body: '亲，在的呢', tags: [] },
        { line: 4, folder: '售前', title: '价格', body: '稍等，我查一下{{?车型}}', tags: ['价格'] },
      ],
      rejected: [{ line: 5, title: '退货', why: 'empty' }],
    });
  });

  test('give one reply for each of several columns with texts', () => {
    const { replies } = found('一级分组,二级分组,标题,内容1,内容2\n售前,开场,问候,您好,在的\n');
    expect(replies.map(({ title, body, folder }) => [title, body, folder])).toEqual([
      ['问候', '您好', '售前 / 开场'],
      ['问候 2', '在的', '售前 / 开场'],
    ]);
  });
});

describe('A plain table', () => {
  test.each([
    ['Name;Category;Text\nHi;Sales;Hello {name}\n', ['title', 'folder', 'body']],
    ['快捷编码\t快捷短语\t短语分组\n1\t您好\t问候\n', ['shortcut', 'body', 'folder']],
    ['Question,Answer,Tags\nq,a,t\n', ['title', 'body', 'tags']],
    ['Hello,Good to hear from you today\nBye,See you soon then\n', ['title', 'body']],
    ['id,Reply\n7,Yes\n', [null, 'body']],
    ['Hello to you\nBye to you\n', ['body']],
  ])('is read as the names or the looks of its columns say: %s', (text, columns) => {
    expect(found(text).table!.mapping.columns).toEqual(columns);
  });

  test('is read again as the user says', () => {
    const { table } = found('Hello,Good to hear from you today\nBye,See you soon then\n');
    const again = mapped(table!.csv, { columns: ['body', 'tags'], header: true });
    expect(again).toMatchObject({ ok: true, found: { replies: [{ line: 2, title: 'Bye', body: 'Bye', tags: ['See you soon then'] }] } });
    expect(mapped(table!.csv, { columns: [null, null], header: false })).toMatchObject({ ok: true, found: { replies: [] } });
  });

  test.each([
    ['Hi {{contact.first_name}}', 'Hi {{first_name}}'],
    ['Hi {{first_name|there}}{{cursor}}', 'Hi {{first_name|there}}{{cursor}}'],
    ['{{#if tier=deep}}old{{/if}} {name}', '{{#if tier=deep}}old{{/if}} {{name}}'],
    ['{{order number}}', '{{?order number}}'],
    ['{{#if x}} {{name}} {0} {}', String.raw`\{{#if x}} {{name}} {0} {}`],
    [String.raw`\{{name}} stays`, String.raw`\{{name}} stays`],
    ['｛｛姓名｝｝｛昵称｝', '｛｛姓名｝｝{{称呼}}'],
    ['{{{name}}}', '{{{name}}}'],
  ])('keeps what is in our language, and turns %s into %s', (text, body) => {
    expect(bodies(`title,text\nT,"${text}"\n`)).toEqual([body]);
  });

  test('rejects rows whose quotation marks do not match, by line', () => {
    expect(found('title,text\nA,"one"x\nB,two\n')).toMatchObject({
      replies: [{ line: 3, title: 'B' }],
      rejected: [{ line: 2, title: 'A', why: 'quotes' }],
    });
  });

  test('cuts what is too long and says so; reads five thousand, and says when there are more', () => {
    const [reply] = found(`title,text,tags\n${'标'.repeat(130)},x,${'t'.repeat(70)}\n`).replies;
    expect([...reply!.title]).toHaveLength(120);
    expect(reply!.changes.map(({ kind }) => kind)).toEqual(['shortened', 'shortened']);
    const many = found(`title,text\n${Array.from({ length: 5001 }, (_, i) => `t${i},body ${i}`).join('\n')}\n`);
    expect([many.replies.length, many.more]).toEqual([5000, true]);
  });
});

test('What is none of these is said', () => {
  expect(read('{"a": 1}')).toMatchObject({ problem: { code: 'foreign' } });
  expect(read('{"folders": [', 'a.json')).toMatchObject({ problem: { code: 'broken' } });
  expect(read('{"folders": []}')).toMatchObject({ problem: { code: 'none' } });
  expect(read('{"format":"rapport-replies","version":2,"replies":[]}')).toMatchObject({ problem: { code: 'newer' } });
  expect(read('PK\u0003\u0004')).toMatchObject({ problem: { code: 'workbook' } });
});
