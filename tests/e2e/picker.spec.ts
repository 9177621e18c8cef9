// The mark typed in the message box: the picker comes up at the caret, and goes with a reply in the box or with what was typed.
import { expect, test } from '@playwright/test';
import { editorNames, oneStepMs } from './pages/editors/names';
import { model, openEditorDesk, putEditor, sends, type EditorDesk } from './support/editors';
import { compose, countPickers, pickerOf, untilEnded } from './support/picker';
import { soon } from './support/soon';

const REPLY = 'The price list for Anna Lindt.';
/** Longer than the picker takes to come up. */
const LONG_MS = 500;

let desk: EditorDesk;
let pickers: () => number;

test.beforeAll(async () => {
  desk = await openEditorDesk('Anna Lindt', {
    'Price list': 'The price list for {{name}}.',
    报价单: '您好，报价单请查收。',
    Thanks: 'Thank you.',
  });
  pickers = countPickers(desk.page);
});
test.afterAll(() => desk.close());

const holds = (text: string, why = 'the model') => soon(() => model(desk), { message: why, timeout: 3_000 }).toBe(text);
const press = (key: string) => desk.page.keyboard.press(key);
const type = (words: string) => desk.page.keyboard.type(words);

for (const name of editorNames) {
  test.describe(name, () => {
    test('in an empty box and in the middle of a draft a reply takes the place of the mark and the words behind it', async () => {
      await putEditor(desk, name);
      await type('/');
      const frame = await pickerOf(desk.page);
      await type('price lis');
      await expect(frame.getByRole('option').first()).toContainText(REPLY);
      await press('Enter');
      await untilEnded(desk.page);
      await holds(REPLY);
      // The focus is back, the caret behind the reply.
      await type('!');
      await holds(`${REPLY}!`, 'typed on');
      expect(await sends(desk)).toBe(0);

      // A quick hand loses no letter to the picker that is still coming.
      await putEditor(desk, name, { draft: 'Dear you,  see below', back: 10 });
      await desk.page.keyboard.type('/pri', { delay: 15 });
      const second = await pickerOf(desk.page);
      await expect(second.getByRole('combobox')).toHaveValue('pri');
      await press('Enter');
      await untilEnded(desk.page);
      await holds(`Dear you, ${REPLY} see below`, 'in the middle');
      await type('!');
      await holds(`Dear you, ${REPLY}! see below`, 'typed on in the middle');
      expect(await sends(desk)).toBe(0);
    });

    test('Escape leaves what was typed, as if there had been no picker, and one Ctrl+Z takes a reply back', async () => {
      await putEditor(desk, name, { draft: 'Dear you, ' });
      await type('/');
      await pickerOf(desk.page);
      await type('shrug it');
      await press('Escape');
      await untilEnded(desk.page);
      await holds('Dear you, /shrug it');
      await type(' off');
      await holds('Dear you, /shrug it off', 'typed on');

      await type(' /');
      await pickerOf(desk.page);
      await desk.page.waitForTimeout(oneStepMs(name));
      await type('price lis');
      await press('Enter');
      await untilEnded(desk.page);
      await holds(`Dear you, /shrug it off ${REPLY}`);
      await press('Control+z');
      await holds('Dear you, /shrug it off /', 'after one undo');
      expect(await sends(desk)).toBe(0);
    });

    test('the mark alone stays with Escape, and nothing opens in an address, within a word, or inside a composition', async () => {
      await putEditor(desk, name);
      const before = pickers();
      await type('/');
      await pickerOf(desk.page);
      await press('Escape');
      await untilEnded(desk.page);
      await holds('/');
      await type('x https://example.org/ and/or 1/2 ');
      await holds('/x https://example.org/ and/or 1/2 ', 'typed on');
      await compose(desk.page, ['/', '/n']);
      await desk.page.waitForTimeout(LONG_MS);
      expect(pickers() - before).toBe(1);
      expect(await sends(desk)).toBe(0);
    });
  });
}
