// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { person } from '../../tests/support/values';
import { fillTemplate } from '../../lib/domain/template/fill';
import { FillIn } from './FillIn';

afterEach(cleanup);

function open(body: string, name: string | null = 'Anna Lindt') {
  const [onInsert, onBack] = [vi.fn(), vi.fn()];
  const { parts, blanks } = fillTemplate(body, person({ name }));
  render(<FillIn reply={{ title: 'A visit', parts, blanks }} onInsert={onInsert} onBack={onBack} />);
  return { onInsert, onBack };
}
const focused = () => document.activeElement as HTMLInputElement;
const key = (init: KeyboardEventInit) => fireEvent.keyDown(focused(), init);
const type = (value: string) => fireEvent.input(focused(), { target: { value } });
const preview = () => screen.getByRole('group', { name: 'How it will stand in the message box' }).textContent;

test('the first blank has the focus, Enter goes on, Enter in the last one inserts', () => {
  const { onInsert } = open('Hi {{first_name}}, the {{?model}} in {{?colour|blue}}?');
  expect([screen.getByLabelText('model'), preview()]).toEqual([focused(), 'Hi Anna, the model in blue?']);
  type('Polo');
  expect(preview()).toBe('Hi Anna, the Polo in blue?');
  key({ key: 'Enter' });
  expect([focused(), focused().value]).toEqual([screen.getByLabelText('colour'), 'blue']);
  expect(onInsert).not.toHaveBeenCalled();
  key({ key: 'Enter' });
  expect(onInsert).toHaveBeenCalledExactlyOnceWith({ model: 'Polo', colour: 'blue' });
});

test('Ctrl+Enter inserts from anywhere, once nothing is empty; what is empty gets the focus and says so', () => {
  const { onInsert } = open('{{?a|x}} {{?b}}');
  key({ key: 'Enter', ctrlKey: true });
  expect([onInsert.mock.calls.length, focused()]).toEqual([0, screen.getByLabelText('b')]);
  expect(screen.getByText(/Still empty/)).toBeTruthy();
  expect(focused().getAttribute('aria-invalid')).toBe('true');
  type(' ');
  key({ key: 'Enter', metaKey: true });
  expect(onInsert).not.toHaveBeenCalled();
  type('y');
  expect(screen.queryByText(/Still empty/)).toBeNull();
  screen.getByLabelText('a').focus();
  key({ key: 'Enter', metaKey: true });
  expect(onInsert).toHaveBeenCalledExactlyOnceWith({ a: 'x', b: 'y' });
});

test('Escape goes back, and Enter that ends a Chinese input does nothing', () => {
  const { onInsert, onBack } = open('{{?a|x}}');
  key({ key: 'Enter', isComposing: true });
  key({ key: 'Enter', keyCode: 229 });
  expect(onInsert).not.toHaveBeenCalled();
  key({ key: 'Escape' });
  expect(onBack).toHaveBeenCalledOnce();
});

test('a few choices stand side by side, many in a list, the first one chosen', () => {
  const { onInsert } = open('{{choice day:Monday|Tuesday}} {{choice time:1|2|3|4|5|6}}');
  expect(screen.getAllByRole('radio').map((one) => (one as HTMLInputElement).checked)).toEqual([true, false]);
  fireEvent.click(screen.getByLabelText('Tuesday'));
  fireEvent.change(screen.getByLabelText('time'), { target: { value: '6' } });
  expect(preview()).toBe('Tuesday 6');
  fireEvent.click(screen.getByRole('button', { name: 'Insert' }));
  expect(onInsert).toHaveBeenCalledExactlyOnceWith({ day: 'Tuesday', time: '6' });
});

test('what is not known of the person is asked in words of the interface, and braces are never shown', () => {
  open('Dear {{name}} at {{公司}}, {{nmae}}', null);
  for (const label of ['Full name', 'Company', 'nmae']) expect(screen.getByLabelText(label)).toBeTruthy();
  expect(preview()).not.toMatch(/[{}]/);
});

test('an answer is text, never markup', () => {
  open('{{?a}}');
  type('<img src=x onerror=alert(1)>');
  expect(preview()).toBe('<img src=x onerror=alert(1)>');
  expect(document.querySelector('img')).toBeNull();
});
