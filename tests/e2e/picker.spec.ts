// The mark typed in the message box: the picker comes up at the caret, and goes with a reply in the box or with what was typed.
import { expect, test } from '@playwright/test';
import { model, openEditorDesk, putEditor, type EditorDesk } from './support/editors';
import { pickerOf } from './support/picker';

let desk: EditorDesk;
test.beforeAll(async () => {
  desk = await openEditorDesk('Anna Lindt', {
    'Price list': 'The price list for {{name}}.',
    报价单: '您好，报价单请查收。',
    Thanks: 'Thank you.',
  });
});
test.afterAll(() => desk.close());

test('A reply is found by a few letters and takes the place of the mark', async () => {
  await putEditor(desk, 'textarea', { draft: 'Dear ' });
  await desk.page.keyboard.type('/');
  const frame = await pickerOf(desk.page);
  await expect(frame.getByRole('option')).toHaveCount(3);
  await desk.page.keyboard.type('pri');
  await expect(frame.getByRole('option')).toHaveCount(1);
  await desk.page.keyboard.press('Enter');
  await expect.poll(() => model(desk)).toBe('Dear The price list for Anna Lindt.');
});
