// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import 'temporal-polyfill/global';
import { useState } from 'preact/hooks';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Draft } from './RepliesPage';
import { ReplyEditor } from './ReplyEditor';
import { answerWith, asked } from './stand-in';
import { placeOf } from '../../components/workspace/template-words';

vi.mock('webextension-polyfill', async () => ({ default: (await import('./stand-in')).browser }));
afterEach(cleanup);

function Screen({ onSaved = () => {} }: { onSaved?: (id: string) => void }) {
  const [draft, setDraft] = useState<Draft | null>(null);
  return <ReplyEditor reply={null} draft={draft} onDraft={setDraft} onSaved={onSaved} onDelete={null} />;
}

const type = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } });
const save = () => screen.getByRole('button', { name: 'Save' });

describe('the editor of a reply', () => {
  it('says what is missing, and saves when nothing is', async () => {
    answerWith({ 'reply.save': () => ({ id: 'r1' }) });
    const onSaved = vi.fn();
    render(<Screen onSaved={onSaved} />);
    fireEvent.click(save());
    expect(save().getAttribute('aria-disabled')).toBe('true');
    expect(screen.getByText('Write the text first.')).toBeTruthy();
    type('Text', 'Hi {{name}}');
    expect(screen.getByText('Give it a title first.')).toBeTruthy();
    type('Title, for you', ' Hello ');
    fireEvent.keyDown(screen.getByLabelText('Text'), { key: 'Enter', ctrlKey: true });
    await waitFor(() => expect(onSaved).toHaveBeenCalledWith('r1'));
    expect(asked).toEqual([{ name: 'reply.save', request: { id: null, title: 'Hello', body: 'Hi {{name}}', sells: false } }]);
  });

  it('names the place of a mistake, leads there, and does not save', () => {
    answerWith({});
    render(<Screen />);
    type('Title, for you', 'Hello');
    type('Text', 'Hi,\n{{nmae}}!');
    expect(screen.getByText(/“nmae” is no word that Rapport knows/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Line 2, character 1' }));
    const area = screen.getByLabelText<HTMLTextAreaElement>('Text');
    expect([area.selectionStart, area.selectionEnd]).toEqual([4, 12]);
    fireEvent.keyDown(area, { key: 'Enter', metaKey: true });
    expect(asked).toEqual([]);
  });

  it('previews the reply for an invented person, never as markup', () => {
    answerWith({});
    render(<Screen />);
    type('Text', '<b>Hi</b> {{name}}{{cursor}}, bye');
    expect(screen.getByRole('figure').textContent).toContain('<b>Hi</b> Mara Lindt, bye');
    expect(screen.getByRole('img', { name: /caret/ })).toBeTruthy();
  });

  it('inserts a field where the caret is', () => {
    answerWith({});
    render(<Screen />);
    type('Text', 'Hi !');
    screen.getByLabelText<HTMLTextAreaElement>('Text').setSelectionRange(3, 3);
    fireEvent.click(screen.getByRole('button', { name: '{{name}}' }));
    expect(screen.getByLabelText<HTMLTextAreaElement>('Text').value).toBe('Hi {{name}}!');
  });
});

describe('a place in a text', () => {
  it('counts lines and what people count as characters, from 1', () => {
    expect(placeOf('{{', 0)).toEqual([1, 1]);
    expect(placeOf('a\n👩‍🌾é{{', 'a\n👩‍🌾é'.length)).toEqual([2, 3]);
  });
});
