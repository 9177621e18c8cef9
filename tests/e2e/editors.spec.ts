// Replies clicked in the panel, into real editors of every kind: what the editor's own model holds afterwards.
import { expect, test } from '@playwright/test';
import { editorNames, isOneLine, oneStepMs, type EditorName } from './pages/editors/names';
import { clickReply, model, openEditorDesk, putEditor, sends, type EditorDesk } from './support/editors';
import { soon } from './support/soon';

const EVERYTHING =
  '您好 Anna {{name}} 👩‍👩‍👧‍👦 👍🏽,\n\nשלום, مرحبا ١٢٣.\n  two spaces, @anna #offer /help :) *bold* `code` <b>&amp;</b>\nBest wishes';

/** The person is called by something that looks like a placeholder: it has to stay what it is. */
const PERSON = 'Anna {{name}}';
const replies = {
  Everything: EVERYTHING.replace(PERSON, '{{name}}'),
  Short: 'See you soon. ',
  'With a place': 'The price: {{cursor}}.\nBest wishes',
};

const ARRIVED = /^It is in the message box/;
const REFUSED = /^The page did not take the text\.\s+Copied instead/;

const withoutBlankLines = (text: string) => text.replace(/\n+/g, '\n');
const withSingleSpaces = (text: string) => text.replace(/[ \u00a0]+/g, ' ');
/** What these editors lose themselves when plain text is pasted into them by key. */
const PASTED: Partial<Record<EditorName, (text: string) => string>> = {
  contenteditable: withoutBlankLines,
  'Quill 1': withSingleSpaces,
  ProseMirror: withoutBlankLines,
  TipTap: (text) => withoutBlankLines(text).replace(/[*`]/g, ''),
  'CKEditor 5': (text) => withSingleSpaces(withoutBlankLines(text)),
};

let desk: EditorDesk;

test.beforeAll(async () => {
  desk = await openEditorDesk(PERSON, replies);
});
test.afterAll(() => desk.close());

for (const name of editorNames) {
  const shown = (text: string): string => (isOneLine(name) ? text.replaceAll('\n', ' ') : text);
  const press = (key: string) => desk.page.keyboard.press(key);
  const rest = () => desk.page.waitForTimeout(oneStepMs(name));
  const holds = (text: string, why = 'the model') => soon(() => model(desk), { message: why, timeout: 2_000 }).toBe(shown(text));

  test.describe(name, () => {
    test('takes replies where the caret was, one after another, gives one back at each undo, and sends at the rep’s own Enter', async () => {
      await putEditor(desk, name, { draft: 'Dear you, see below: ', back: 11 });
      expect.soft(await clickReply(desk, 'Everything')).toMatch(ARRIVED);
      await holds(`Dear you, ${EVERYTHING}see below: `, 'in the middle');
      await press('Control+z');
      await holds('Dear you, see below: ', 'after one undo');

      for (let step = 0; step < 10; step++) await press('ArrowLeft');
      await rest();
      expect.soft(await clickReply(desk, 'Everything')).toMatch(ARRIVED);
      await holds(`${EVERYTHING}Dear you, see below: `, 'at the start');
      await press('Control+z');
      await holds('Dear you, see below: ', 'after one undo at the start');

      await press('Control+End');
      expect.soft(await clickReply(desk, 'Short')).toMatch(ARRIVED);
      expect.soft(await clickReply(desk, 'With a place')).toMatch(ARRIVED);
      await holds('Dear you, see below: See you soon. The price: .\nBest wishes');
      await desk.page.keyboard.type('9');
      await holds('Dear you, see below: See you soon. The price: 9.\nBest wishes', 'typed where the reply wants it');
      expect(await sends(desk)).toBe(0);
      await press('Enter');
      expect(await sends(desk)).toBe(1);
    });

    test('that refuses the text keeps the draft, and the panel says so and copies what Ctrl+V then brings', async () => {
      await putEditor(desk, name, { draft: 'Dear you, ', refuses: true });
      expect.soft(await clickReply(desk, 'Everything')).toMatch(REFUSED);
      await holds('Dear you, ');
      const elsewhere = desk.page.locator('#elsewhere');
      await elsewhere.fill('');
      await elsewhere.press('Control+v');
      await expect(elsewhere).toHaveValue(EVERYTHING);

      await putEditor(desk, name, { draft: 'Dear you,' });
      await press('Control+v');
      const asPasted = PASTED[name] ?? ((text: string) => text);
      const pasted = async () => asPasted(await model(desk));
      await soon(pasted, { message: 'pasted', timeout: 2_000 }).toBe(asPasted(shown(`Dear you,${EVERYTHING}`)));
      await desk.page.evaluate(() => window.lockEditor());
      const locked = await model(desk);
      expect.soft(await clickReply(desk, 'Everything'), 'read-only').toMatch(REFUSED);
      expect(await model(desk), 'read-only').toBe(locked);
      expect(await sends(desk)).toBe(0);
    });
  });
}
