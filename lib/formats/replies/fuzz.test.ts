// Hostile files of every kind: a clear problem or clean rows, never a throw, and nothing that could not be used.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { portableSchema } from '../../domain/portable-reply';
import { blockingError, parseTemplate } from '../../domain/template/parse';
import { readReplies } from './index';
import { writeJson, writeTable } from './shared-file';

const shared = [
  {
    ...{
      title: 'A "b", c',
      body: '=Hi {{first_name|there}}',
      shortcut: 'a',
      language: 'en' as const,
      folder: 'F',
      tags: ['x, y'],
      sells: true,
    },
    fits: { types: ['loyal' as const], tiers: [], stages: ['lead'], occasions: [] },
  },
];
const SEEDS: Record<string, readonly [name: string, text: string]> = {
  'Text Blaze': [
    'a.json',
    '{"version":7,"folders":[{"name":"S","snippets":[{"name":"N","shortcut":"/h","type":"html","text":"Hi {formtext: name=first name; default=there} {formmenu: a; b; name=T} {time: D MMM; shift=+2D} {if: x}y{else}z{endif}{cursor}","html":"<p>x</p>"}]}]}',
  ],
  Briskine: [
    'a.csv',
    'id,title,shortcut,subject,to,cc,bcc,tags,body\n1,T,s,,,,,"a, b","<div>Hi {{to.first_name}} {{#if to.name}}x{{else}}y{{/if}} {{choice \'a, b\'}}</div>"\n',
  ],
  espanso: [
    'a.yml',
    'global_vars:\n  - {name: g, type: echo, params: {echo: "G"}}\nmatches:\n  - trigger: ":a"\n    replace: "Hi {{g}} {{d}} $|$"\n    vars:\n      - name: d\n        type: date\n        params: {format: "%d"}\n  - triggers: [":b", ":c"]\n    form: "[[x]] [[y]]"\n    form_fields: {y: {type: list, values: [1, 2]}}\n',
  ],
  'a Chinese sheet': ['a.csv', '分组,标题,内容,标签\n售前,问候,{客户昵称}您好{{?车型}},"a，b"\n,,在的{{称呼}},\n'],
  'a plain table': ['a.tsv', 'name\ttext\tshortcut\nHi\tHello {name} {{date+3d}} {{#if tier=deep}}x{{/if}}\th\n'],
  'our JSON': ['a.json', writeJson(shared, String)],
  'our CSV': ['a.csv', writeTable(shared, String)],
};
const HOSTILE = [
  ...[
    '{{',
    '}}',
    '{',
    '}',
    '｛｛',
    '\\',
    '|',
    '"',
    "'",
    ',',
    '\n',
    '\r',
    '\t',
    ';',
    '=',
    '$|$',
    '[[',
    ']]',
    '<',
    '>',
    '&#0;',
    '\0',
    '\ufeff',
    '\u202e',
  ],
  ...[
    '{{#if x}}',
    '{{else}}',
    '{{/if}}',
    '{{cursor}}',
    '{endif}',
    '{if}',
    '*a',
    '&a',
    '!!js/function',
    ': ',
    '- ',
    '\ud800',
    '\\ud800',
    '__proto__',
    'null',
    '1e999',
  ],
];
const change = fc.record({
  at: fc.nat({ max: 999 }),
  cut: fc.nat({ max: 12 }),
  put: fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ maxLength: 6 })),
});

test.each(Object.entries(SEEDS))('Two thousand broken files of %s', (_, [name, seed]) => {
  const encoder = new TextEncoder();
  expect(readReplies(encoder.encode(seed), name).read).toMatchObject({ ok: true, found: { rejected: [] } });
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
      let text = seed;
      for (const { at, cut, put } of changes) {
        const place = at % (text.length + 1);
        text = text.slice(0, place) + put + text.slice(place + cut);
      }
      const result = readReplies(encoder.encode(text), name).read;
      if (!result.ok) return;
      const { program, replies } = result.found;
      for (const reply of replies) {
        expect(portableSchema.omit({ fits: true }).safeParse(reply).success).toBe(true);
        // What is ours comes back as it was, mistakes included: the editor shows them.
        if (program !== 'rapport') expect(blockingError(parseTemplate(reply.body))).toBe(null);
      }
    }),
    { seed: 3, numRuns: 2000 },
  );
});
