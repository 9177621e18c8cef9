// The mark typed in the message box: the picker comes up at the caret, and goes with a reply in the box or with what was typed.
import { expect, test } from '@playwright/test';
import { editorNames, oneStepMs } from './pages/editors/names';
import { model, openEditorDesk, putEditor, sends, type EditorDesk } from './support/editors';
import { compose, isPicking, pickerOf, untilGone } from './support/picker';

const REPLY = 'The price list for Anna Lindt.';

let desk: EditorDesk;

test.describe.configure({ mode: 'parallel' });
test.beforeAll(async () => {
  desk = await openEditorDesk('Anna Lindt', {
    'Price list': 'The price list for {{name}}.',
    报价单: '您好，报价单请查收。',
    Thanks: 'Thank you.',
  });
});
test.afterAll(() => desk.close());

const holds = (text: string, why = 'the model') => expect.poll(() => model(desk), { message: why, timeout: 3_000 }).toBe(text);
const press = (key: string) => desk.page.keyboard.press(key);
const type = (words: string) => desk.page.keyboard.type(words);

/** How many times Ctrl+Z is pressed until the box holds this again; 9 when it never does. */
async function undoesUntil(text: string): Promise<number> {
  for (let times = 1; times < 9; times++) {
    await press('Control+z');
    await desk.page.waitForTimeout(150);
    if ((await model(desk)) === text) return times;
  }
  return 9;
}

for (const name of editorNames) {
  test.describe(name, () => {
    test('in an empty box, after a space and in the middle of a draft a reply takes the place of the mark and the words behind it', async () => {
      for (const [draft, back] of [
        ['', 0],
        ['Dear you, ', 0],
        ['Dear you,  see below', 10],
      ] as const) {
        const at = draft.length - back;
        await putEditor(desk, name, { draft, back });
        await type('/');
        const frame = await pickerOf(desk.page);
        await type('price lis');
        await expect(frame.getByRole('option').first()).toContainText(REPLY);
        await press('Enter');
        await untilGone(desk.page);
        await holds(draft.slice(0, at) + REPLY + draft.slice(at), `into “${draft}”`);
        // The focus is back, the caret behind the reply.
        await type('!');
        await holds(`${draft.slice(0, at)}${REPLY}!${draft.slice(at)}`, 'typed on');
        expect(await sends(desk)).toBe(0);
      }
    });

    test('Ctrl+Z takes the reply back', async () => {
      await putEditor(desk, name, { draft: 'Dear you, ' });
      await type('/');
      await pickerOf(desk.page);
      await desk.page.waitForTimeout(oneStepMs(name));
      await type('price lis');
      await press('Enter');
      await untilGone(desk.page);
      await holds(`Dear you, ${REPLY}`);
      expect(await undoesUntil('Dear you, /')).toBe(1);
    });

    test('Escape leaves what was typed, as if there had been no picker', async () => {
      await putEditor(desk, name, { draft: 'Dear you, ' });
      await type('/');
      await pickerOf(desk.page);
      await type('shrug it');
      await press('Escape');
      await untilGone(desk.page);
      await holds('Dear you, /shrug it');
      await type(' off');
      await holds('Dear you, /shrug it off', 'typed on');
      // The mark alone.
      await putEditor(desk, name);
      await type('/');
      await pickerOf(desk.page);
      await press('Escape');
      await untilGone(desk.page);
      await holds('/');
      await type('x');
      await holds('/x', 'typed on');
      expect(await sends(desk)).toBe(0);
    });

    test('a quick hand loses no letter to the picker that is still coming', async () => {
      await putEditor(desk, name, { draft: 'Dear you, ' });
      await desk.page.keyboard.type('/pri', { delay: 15 });
      const frame = await pickerOf(desk.page);
      await expect(frame.getByRole('combobox')).toHaveValue('pri');
      await press('Enter');
      await untilGone(desk.page);
      await holds(`Dear you, ${REPLY}`);
    });

    test('nothing opens in an address, within a word, or inside a composition', async () => {
      await putEditor(desk, name);
      await type('https://example.org/ and/or 1/2');
      await desk.page.waitForTimeout(500);
      expect(isPicking(desk.page)).toBe(false);
      await holds('https://example.org/ and/or 1/2');
      await putEditor(desk, name);
      await compose(desk.page, ['/', '/n']);
      await desk.page.waitForTimeout(500);
      expect(isPicking(desk.page)).toBe(false);
    });
  });
}
