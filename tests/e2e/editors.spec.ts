// Replies clicked in the panel, into real editors of every kind: what the editor's own model holds afterwards.
import { expect, test } from '@playwright/test';
import { editorNames, isOneLine, oneStepMs } from './pages/editors/names';
import { clickReply, model, openEditorDesk, putEditor, sends, type EditorDesk } from './support/editors';

const EVERYTHING =
  '您好 Anna {{name}} 👩‍👩‍👧‍👦 👍🏽,\n\nשלום, مرحبا ١٢٣.\n  two spaces, @anna #offer /help :) *bold* `code` <b>&amp;</b>\nBest wishes';

/** The person is called by something that looks like a placeholder: it has to stay what it is. */
const PERSON = 'Anna {{name}}';
const replies = {
  Everything: EVERYTHING.replace(PERSON, '{{name}}'),
  Short: 'See you soon. ',
  'With a place': 'The price: {{cursor}}.\nBest wishes',
};

const drafts = {
  'an empty box': { draft: '', back: 0 },
  'the start of a draft': { draft: 'Dear you, see below', back: 19 },
  'the middle of a draft': { draft: 'Dear you, see below', back: 9 },
  'the end of a draft': { draft: 'Dear you, ', back: 0 },
};

const ARRIVED = /^It is in the message box/;
const REFUSED = /^The page did not take the text\.\s+Copied instead/;

let desk: EditorDesk;

test.describe.configure({ mode: 'parallel' });
test.beforeAll(async () => {
  desk = await openEditorDesk(PERSON, replies);
});
test.afterAll(() => desk.close());

for (const name of editorNames) {
  const shown = (text: string): string => (isOneLine(name) ? text.replaceAll('\n', ' ') : text);
  const rest = () => desk.page.waitForTimeout(oneStepMs(name));
  const undo = () => desk.page.keyboard.press('Control+z');
  const holds = (text: string, why = 'the model') => expect.poll(() => model(desk), { message: why, timeout: 2_000 }).toBe(shown(text));

  test.describe(name, () => {
    test('holds a reply with everything in it once, where the caret was, and one undo takes it back', async () => {
      for (const [place, { draft, back }] of Object.entries(drafts)) {
        await putEditor(desk, name, { draft, back });
        expect.soft(await clickReply(desk, 'Everything'), place).toMatch(ARRIVED);
        const at = draft.length - back;
        await holds(draft.slice(0, at) + EVERYTHING + draft.slice(at), place);
        expect(await sends(desk), place).toBe(0);
        await undo();
        await holds(draft, `${place}, after one undo`);
      }
    });

    test('takes two replies one after another, leaves the caret where the reply wants it, and sends at the rep’s own Enter', async () => {
      await putEditor(desk, name, { draft: 'Dear you, ' });
      expect(await clickReply(desk, 'Short')).toMatch(ARRIVED);
      await rest();
      expect(await clickReply(desk, 'With a place')).toMatch(ARRIVED);
      await holds('Dear you, See you soon. The price: .\nBest wishes');
      await desk.page.keyboard.type('9');
      await holds('Dear you, See you soon. The price: 9.\nBest wishes');
      expect(await sends(desk)).toBe(0);
      await desk.page.keyboard.press('Enter');
      expect(await sends(desk)).toBe(1);
    });

    test('that refuses the text keeps the draft, and the panel says so and copies', async () => {
      await putEditor(desk, name, { draft: 'Dear you, ', refuses: true });
      expect.soft(await clickReply(desk, 'Everything')).toMatch(REFUSED);
      await holds('Dear you, ');
      const elsewhere = desk.page.locator('#elsewhere');
      await elsewhere.fill('');
      await elsewhere.press('Control+v');
      await expect(elsewhere).toHaveValue(EVERYTHING);

      await putEditor(desk, name, { draft: 'Dear you,' });
      await desk.page.evaluate(() => window.lockEditor());
      expect.soft(await clickReply(desk, 'Everything'), 'read-only').toMatch(REFUSED);
      await holds('Dear you,', 'read-only');
      expect(await sends(desk)).toBe(0);
    });
  });
}
