// Text insertion against real editors, called from an isolated world as the content script calls it: every editor × every kind of
// text × every draft, and what is told of it in lib/page/insert/README.md.
import { expect, test } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { editorNames, isOneLine, type EditorName } from './pages/editors/names';
import { insertOn, modelOn, moveCaret, openDesks, putOnDesk, type Desk, type Desks } from './support/desks';
import { keepRow, rowOf, tableOf, type Row } from './support/matrix';

const texts = {
  'one line': 'The price list is attached.',
  'several lines': 'Hello Anna,\n\nthe price list is here:\n  page 2\nBest wishes',
  'joined emoji': 'Thanks 👩‍👩‍👧‍👦 and 🏳️‍🌈 👍🏽!',
  Chinese: '您好,安娜。价格表在此,请查收。',
  'right to left': 'שלום אנה, مرحبا بك ١٢٣, ABC.',
  '5,000 characters': 'All work and no play. '.repeat(300).slice(0, 4999) + '.',
  'marks that editors react to': '{{name}} @anna #offer /help :) *bold* `code`',
};
const kinds = Object.keys(texts);

/** What stands in the box before: the draft, and how many characters from its end the caret is. */
const drafts = {
  'an empty box': { draft: '', back: 0 },
  'a draft with the caret at its end': { draft: 'Dear you, ', back: 0 },
  'a draft with the caret in its middle': { draft: 'Dear you, see below', back: 9 },
};

/** Where a template wants the caret, into `Dear you, |bye`; `^` is typed there. */
const places: [text: string, cursor: number, expected: string][] = [
  ['see you. ', 4, 'Dear you, see ^you. bye'],
  ['see\n\nyou. ', 4, 'Dear you, see\n^\nyou. bye'],
  ['see\nyou. ', 4, 'Dear you, see\n^you. bye'],
  ['see you. ', 0, 'Dear you, ^see you. bye'],
];

/** Pages at the same time: while one waits for its second to be over, others are written to. */
const PAGES = 11;
/** An editor that takes something back, or takes it twice, has done so by then. */
const REST_MS = 1_000;

let desks: Desks;

test.beforeAll(async () => {
  desks = await openDesks();
});
test.afterAll(() => desks.close());

/** The editor's model, as soon as it is this, and as it is after half a second otherwise. */
async function soonModel(desk: Desk, expected: string): Promise<string> {
  for (let tries = 0; tries < 20 && (await modelOn(desk)) !== expected; tries += 1) await desk.page.waitForTimeout(25);
  return modelOn(desk);
}

/** One text into one draft: gives a sentence for each thing that is not as it must be. */
async function faults(desk: Desk, name: EditorName, given: string, { draft, back }: { draft: string; back: number }): Promise<string[]> {
  const text = isOneLine(name) ? given.replaceAll('\n', ' ') : given;
  const [before, after] = [draft.slice(0, draft.length - back), draft.slice(draft.length - back)];
  const said: string[] = [];
  const hold = (what: string, found: unknown, expected: string) => {
    if (found !== expected) said.push(`${what}: ${JSON.stringify(found)}, not ${JSON.stringify(expected)}`);
  };
  const insert = async () => hold('the answer', JSON.stringify(await insertOn(desk, given)), '{"arrived":true}');
  await putOnDesk(desk, name, draft, back);
  await insert();
  await desk.page.waitForTimeout(REST_MS);
  hold('after a second', await modelOn(desk), before + text + after);
  hold('our reading', await desk.run(`Rapport.readBox(document.getElementById('box'))`), before + text + after);
  await desk.page.keyboard.press('Control+z');
  hold('after one undo', await soonModel(desk, draft), draft);
  // Once more, with the focus in the box; typed on at once.
  await moveCaret(desk, before.length);
  await insert();
  await desk.page.keyboard.type('^');
  const typed = `${before}${text}^${after}`;
  hold('typed on', await soonModel(desk, typed), typed);
  return said;
}

for (const name of editorNames) {
  test(`${name} holds every kind of text once in every draft, leaves the caret behind it, and one undo takes it back`, async () => {
    const said: string[] = [];
    const row: Row = Object.fromEntries(kinds.map((kind) => [kind, { right: 0, of: 0 }]));
    const cells = Object.entries(texts).flatMap(([kind, text]) =>
      Object.entries(drafts).map(([place, draft]) => async (desk: Desk) => {
        const found = await faults(desk, name, text, draft);
        row[kind]!.of += 1;
        if (found.length === 0) row[kind]!.right += 1;
        said.push(...found.map((one) => `${kind}, into ${place}: ${one}`));
      }),
    );
    await desks.share(PAGES, cells);
    await keepRow(test.info().project.outputDir, name, row);
    expect(said).toEqual([]);
  });

  test(`${name} leaves the caret where the template wants it`, async () => {
    const cells = places.map(([text, cursor, expected]) => async (desk: Desk) => {
      await putOnDesk(desk, name, 'Dear you, bye', 3);
      expect(await insertOn(desk, text, cursor)).toEqual({ arrived: true });
      await desk.page.keyboard.insertText('^');
      const shown = isOneLine(name) ? expected.replaceAll('\n', ' ') : expected;
      expect.soft(await soonModel(desk, shown)).toBe(shown);
    });
    await desks.share(places.length, cells);
  });
}

test('The table of editors and texts in the README is what was measured', async () => {
  const rows = new Map<string, Row>();
  for (const name of editorNames) rows.set(name, await rowOf(test.info().project.outputDir, name));
  const table = tableOf(rows, kinds);
  console.log(`\nTexts that arrive as they must, of the drafts they were put into:\n\n${table}\n`);
  expect(await readFile('lib/page/insert/README.md', 'utf8')).toContain(table);
});

test('A caret remembered from another draft in the same box is forgotten', () =>
  desks.use(async (desk) => {
    await putOnDesk(desk, 'textarea', 'Dear you, bye', 3);
    await desk.page.evaluate(() => ((document.getElementById('box') as HTMLTextAreaElement).value = 'Something of another chat. '));
    expect(await insertOn(desk, 'see you.')).toEqual({ arrived: true });
    expect(await modelOn(desk)).toBe('Something of another chat. see you.');
  }));

test('The caret of a box that is found out to be the composer only as the focus leaves it is remembered', () =>
  desks.use(async (desk) => {
    await putOnDesk(desk, 'Lexical plain', '', 0);
    await desk.run(`globalThis.known = null; globalThis.lateCaret = Rapport.followCaret(() => known, new AbortController().signal); 0`);
    await desk.page.locator('#box').focus();
    await desk.page.keyboard.type('Dear you, bye');
    for (let step = 0; step < 3; step++) await desk.page.keyboard.press('ArrowLeft');
    await desk.page.waitForTimeout(100);
    await desk.run(`known = document.getElementById('box'); 0`);
    await desk.page.getByRole('button').focus();
    expect(await desk.run('lateCaret()?.index')).toBe(10);
  }));

test('Nothing is written when another chat is opened at the last moment', () =>
  desks.use(async (desk) => {
    await putOnDesk(desk, 'Lexical plain', '', 0);
    const answer = await desk.run(
      `rapportInsert.insertText(document.getElementById('box'), 'see you.', { cursor: null, at: null, isStillRight: () => false })`,
    );
    expect(answer).toEqual({ arrived: false });
    expect(await modelOn(desk)).toBe('');
  }));

test('Selected text is kept, and the new text stands behind it', () =>
  desks.use(async (desk) => {
    await putOnDesk(desk, 'Lexical plain', 'Dear you, bye', 0);
    await desk.page.locator('#box').focus();
    await desk.page.keyboard.press('Control+a');
    await desk.page.waitForTimeout(100);
    expect(await insertOn(desk, ' See you.')).toEqual({ arrived: true });
    expect(await modelOn(desk)).toBe('Dear you, bye See you.');
  }));

test('A box nobody may write in is left alone and says that nothing arrived', () =>
  desks.use(async (desk) => {
    await putOnDesk(desk, 'textarea', 'Dear you, ', 0);
    await desk.page.evaluate(() => document.getElementById('box')!.setAttribute('readonly', ''));
    expect(await insertOn(desk, 'see you.')).toEqual({ arrived: false });
    expect(await modelOn(desk)).toBe('Dear you, ');
  }));

test('An editor that swallows the paste is not written to a second time', () =>
  desks.use(async (desk) => {
    await putOnDesk(desk, 'Lexical plain', 'Dear you, ', 0);
    await desk.page.evaluate(() =>
      window.addEventListener('paste', (event) => event.stopImmediatePropagation(), { capture: true, once: true }),
    );
    expect(await insertOn(desk, 'see you.')).toEqual({ arrived: false });
    await desk.page.waitForTimeout(750);
    expect(await modelOn(desk)).toBe('Dear you, ');
  }));

test('A page that writes the text twice is found out', () =>
  desks.use(async (desk) => {
    await putOnDesk(desk, 'textarea', '', 0);
    await desk.page.evaluate(() => {
      const box = document.getElementById('box') as HTMLTextAreaElement;
      box.addEventListener('input', () => (box.value += box.value), { once: true });
    });
    expect(await insertOn(desk, 'see you.')).toEqual({ arrived: false });
  }));

test('A box with fillers only is empty, and one with a picture of a smile is not', () =>
  desks.use(async (desk) => {
    await putOnDesk(desk, 'contenteditable', '', 0);
    const look = async (html: string) => {
      await desk.page.evaluate((given) => (document.getElementById('box')!.innerHTML = given), html);
      return desk.run(`[Rapport.isEmptyBox(document.getElementById('box')), Rapport.readBox(document.getElementById('box'))]`);
    };
    expect(await look('<p><br></p>')).toEqual([true, '']);
    expect(await look('<div><span>\u200b\ufeff<br></span></div>')).toEqual([true, '']);
    expect(await look('<span data-slate-placeholder>Message</span>')).toEqual([true, '']);
    expect(await look('a<div>b</div><div><br></div><div>c<br>d</div>e')).toEqual([false, 'a\nb\n\nc\nd\ne']);
    expect(await look('<p>hi <img alt="🙂"></p><p><br></p><p>x</p>')).toEqual([false, 'hi 🙂\n\nx']);
  }));
