// The promises of the protocol: what a page can ever learn, and that the table explains itself.
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { taughtSpecSchema } from '@/lib/domain/taught-site';
import { protocol, type Level, type MessageName } from '@/lib/messages/protocol';

const messages = (Object.keys(protocol) as MessageName[]).map((name) => ({ name, ...protocol[name] }));
const isContent = ({ levels }: { levels: readonly Level[] }): boolean => levels.includes('content');

/** All that a page script may ever get back: how its panel stood, and the proof that the panel is ours. */
const HARMLESS = new Set(['token', 'open', 'width', 'tab', 'surface']);
/** The one exception: how the user taught this very origin to be read. Selectors; the page shows all that they speak of. */
const SELECTORS = 'page.taught';

describe('a page script', () => {
  test.each(
    messages.filter((message) => isContent(message) && message.name !== SELECTORS).map(({ name, reply }) => [name, reply] as const),
  )('gets nothing private back from %s', (name, reply) => {
    const { type, properties = {}, additionalProperties } = z.toJSONSchema(reply);
    expect(type, `${name} answers page scripts, so its reply has to be an object with named fields.`).toBe('object');
    expect(additionalProperties, `${name} answers page scripts with fields that are not named. Name each field.`).toBe(false);
    const more = Object.keys(properties).filter((field) => !HARMLESS.has(field));
    expect(
      more,
      `${name} would give a page script ${more.join(', ')}. Nothing private may go into a page: let the panel ask instead.`,
    ).toEqual([]);
    expect(JSON.stringify(properties), `${name} hides further fields inside a field.`).not.toMatch(/"(object|array)"/);
  });

  test('gets back how its origin is read, and no more than that', () => {
    const { properties = {}, additionalProperties } = z.toJSONSchema(protocol[SELECTORS].reply);
    expect([Object.keys(properties), additionalProperties]).toEqual([['spec'], false]);
    const spec = taughtSpecSchema.shape;
    expect(Object.keys(spec).filter((field) => /note|tag|contact|person|count|At$/i.test(field))).toEqual([]);
  });

  test('can send only what begins with page. or opens the side panel', () => {
    const wrong = messages.filter(isContent).filter(({ name }) => !name.startsWith('page.') && name !== 'sidepanel.open');
    expect(
      wrong.map(({ name }) => name),
      'A message that page scripts may send has to be called page.something, so that everybody sees it.',
    ).toEqual([]);
  });

  test('never sends a field that could hold words of a message', () => {
    for (const { name, request } of messages.filter(isContent)) {
      const fields = [
        ...JSON.stringify(z.toJSONSchema(request, { io: 'input', unrepresentable: 'any' })).matchAll(/"(text|body|content|words|html)":/g),
      ];
      expect(fields, `${name} has a field for text. Not a word of a message leaves the page.`).toEqual([]);
    }
  });
});

describe('the table', () => {
  test.each(messages.map((message) => [message.name, message] as const))('explains %s', (name, { says, levels }) => {
    expect(name, `“${name}” is not called thing.verb.`).toMatch(/^[a-z]+\.[a-z]+$/);
    expect(says, `“${name}” needs one sentence that begins with a capital letter and ends with a full stop.`).toMatch(/^[A-Z].{8,}\.$/);
    expect(levels.length, `“${name}” can be sent by nobody. Say in its levels who may.`).toBeGreaterThan(0);
    expect(new Set(levels).size, `“${name}” names a level twice.`).toBe(levels.length);
  });

  test('has each message in one of its parts alone', () => {
    const parts = import.meta.glob<string>('../lib/messages/*-messages.ts', { eager: true, query: '?raw', import: 'default' });
    const named = Object.values(parts).flatMap((text) => [...text.matchAll(/^ {2}'([a-z]+\.[a-z]+)': \{/gm)].map(([, name]) => name!));
    expect(named.sort()).toEqual(messages.map(({ name }) => name).sort());
  });

  test('keeps deleting, backup and lists of people for top-level screens', () => {
    for (const { name, levels } of messages) {
      if (!/^(contact|backup|restore|site|tab)\.|\.delete$|^reply\.(save|list)$/.test(name)) continue;
      expect(levels, `“${name}” shows or removes more than one conversation’s data; a frame inside a page may not ask for it.`).toEqual([
        'ui',
      ]);
    }
  });

  test('names requests and replies in plain JSON', () => {
    for (const { name, request, reply } of messages) {
      for (const schema of [z.toJSONSchema(request, { io: 'input' }), z.toJSONSchema(reply, { io: 'input' })]) {
        expect(schema, `“${name}” has a part that JSON cannot carry (a Date, a Map, undefined). Use strings and numbers.`).toBeDefined();
      }
    }
  });
});
