// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import 'temporal-polyfill/global';
import { useState } from 'preact/hooks';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { blankReply } from '../../lib/domain/blank-reply';
import type { ReplyWithStats } from '../../lib/messages/protocol';
import { blankDraft, type ReplyDraft } from '../../components/workspace/reply-draft';
import { ReplyEditor } from './ReplyEditor';
import { answerWith, asked } from './stand-in';
import { person } from '../../tests/support/values';
import { parseTemplate } from '../../lib/domain/template/parse';
import { fieldsToInsert, placeOf, wordsToInsert } from '../../components/workspace/template-words';

vi.mock('webextension-polyfill', async () => ({ default: (await import('./stand-in')).browser }));
afterEach(cleanup);

const other: ReplyWithStats = {
  ...blankReply('Prices', 'x', 0),
  shortcut: 'price',
  folder: 'Questions',
  tags: ['cost'],
  sent: 0,
  edited: 0,
  answered: 0,
};

function Screen({ onSaved = () => {} }: { onSaved?: (id: string) => void }) {
  const [draft, setDraft] = useState<ReplyDraft | null>(null);
  return (
    <ReplyEditor
      reply={null}
      others={[other]}
      draft={draft}
      onDraft={setDraft}
      clock={{ today: '2026-03-01', zone: 'UTC' }}
      onSaved={onSaved}
      onArchive={null}
      onDelete={null}
    />
  );
}

const type = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } });
const saves = () => asked.filter(({ name }) => name === 'reply.save').map(({ request }) => request);
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
    expect(saves()).toEqual([{ ...blankDraft, id: null, title: 'Hello', body: 'Hi {{name}}' }]);
  });

  it('names the place of a mistake, leads there, and does not save', async () => {
    answerWith({});
    render(<Screen />);
    type('Title, for you', 'Hello');
    type('Text', 'Hi,\n{{nmae}}!');
    expect(await screen.findByText(/“nmae” is no word that Rapport knows/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Line 2, character 1' }));
    const area = screen.getByLabelText<HTMLTextAreaElement>('Text');
    expect([area.selectionStart, area.selectionEnd]).toEqual([4, 12]);
    fireEvent.keyDown(area, { key: 'Enter', metaKey: true });
    expect(saves()).toEqual([]);
  });

  it('previews the reply for an invented person, never as markup', () => {
    answerWith({});
    render(<Screen />);
    type('Text', '<b>Hi</b> {{name}}{{cursor}}, bye');
    expect(screen.getByRole('figure').textContent).toContain('<b>Hi</b> Mara Lindt, bye');
    expect(within(screen.getByRole('figure')).getByRole('img', { name: /caret/ })).toBeTruthy();
  });

  it('inserts a field where the caret is, from the line of fields and from the list of all words', () => {
    answerWith({});
    render(<Screen />);
    type('Text', 'Hi !');
    const area = screen.getByLabelText<HTMLTextAreaElement>('Text');
    area.setSelectionRange(3, 3);
    fireEvent.click(screen.getAllByRole('button', { name: '{{first_name|there}}' })[0]!);
    expect(area.value).toBe('Hi {{first_name|there}}!');
    area.setSelectionRange(23, 23);
    fireEvent.click(screen.getByText('All words, with examples'));
    fireEvent.click(screen.getByRole('button', { name: '{{date+2w}}', hidden: true }));
    expect(area.value).toBe('Hi {{first_name|there}}{{date+2w}}!');
  });

  it('knows the rep’s own fields by name, offers them, and shows how they read', async () => {
    const car = { id: 'car', name: 'Car', was: ['Auto'], kind: 'text' as const, options: [], place: 0, removedAt: null };
    answerWith({ 'field.list': () => ({ fields: [car, { ...car, id: 'old', name: 'Gone', was: [], removedAt: 5 }] }) });
    render(<Screen />);
    fireEvent.click((await screen.findAllByRole('button', { name: '{{Car}}' }))[0]!);
    expect(screen.getByLabelText<HTMLTextAreaElement>('Text').value).toBe('{{Car}}');
    type('Text', '{{car}} {{Auto}} {{Gone}} {{field:Carr}}');
    expect(screen.getAllByText(/is no word that Rapport knows/).map(({ textContent }) => /“(.*?)”/.exec(textContent ?? '')![1])).toEqual([
      'Gone',
      'Carr',
    ]);
    expect(screen.getByRole('figure').textContent).toContain('Car Car');
  });

  it('offers no word that it does not understand itself', () => {
    for (const language of ['en', 'zh'] as const)
      for (const { text } of [...fieldsToInsert(language), ...wordsToInsert(language)])
        expect(parseTemplate(text).errors, text).toEqual([]);
  });

  it('marks what stands between braces, and what is wrong, in its place', () => {
    answerWith({});
    const { container } = render(<Screen />);
    type('Text', 'Hi {{name}} {{?car}} {{#if tag=a}}x{{cursor}} {{nope}}');
    expect([...container.querySelectorAll('.template-marks mark')].map((mark) => `${mark.className} ${mark.textContent}`)).toEqual([
      'value {{name}}',
      'ask {{?car}}',
      'wrong {{#if tag=a}}',
      'cursor {{cursor}}',
      'wrong {{nope}}',
    ]);
  });

  it('does not save a shortcut that another reply has, and says which', async () => {
    answerWith({ 'reply.save': () => ({ id: 'r1' }) });
    render(<Screen />);
    type('Title, for you', 'Hello');
    type('Text', 'Hi');
    type('Shortcut', '/Price');
    expect(screen.getByText('“Prices” has the shortcut /price already.')).toBeTruthy();
    fireEvent.click(save());
    expect(saves()).toEqual([]);
    type('Shortcut', '/My Price');
    fireEvent.click(save());
    await waitFor(() => expect(saves()).toHaveLength(1));
    expect(saves()[0]).toMatchObject({ shortcut: 'my-price' });
  });

  it('keeps language, folder, tags, and whom it fits', async () => {
    answerWith({ 'reply.save': () => ({ id: 'r1' }) });
    render(<Screen />);
    type('Title, for you', 'Hello');
    type('Text', '你好');
    fireEvent.change(screen.getByLabelText('Language'), { target: { value: 'zh' } });
    type('Folder', ' Greetings ');
    const tags = screen.getByRole('combobox', { name: 'Add a tag' });
    fireEvent.input(tags, { target: { value: 'new' } });
    fireEvent.keyDown(tags, { key: 'Enter' });
    for (const name of ['loyal customer', 'deep', 'Birthday']) fireEvent.click(screen.getByRole('checkbox', { name, hidden: true }));
    fireEvent.click(screen.getByRole('checkbox', { name: /Pushes a sale/ }));
    fireEvent.click(save());
    await waitFor(() => expect(saves()).toHaveLength(1));
    expect(saves()[0]).toMatchObject({
      language: 'zh',
      folder: 'Greetings',
      tags: ['new'],
      sells: true,
      fits: { types: ['loyal'], tiers: ['deep'], stages: [], occasions: ['birthday'] },
    });
  });

  it('shows how it will look for a contact one looks for, and goes back to the invented one', async () => {
    answerWith({
      'contact.list': () => ({
        contacts: [
          { id: 'c1', kind: 'person', name: '王磊', tags: [], sites: [], approximate: false, in: 0, out: 0, last: null, due: null },
        ],
        next: null,
        total: 1,
      }),
      'reply.values': () => ({ values: person({ name: '王磊', company: '晨光' }) }),
    });
    render(<Screen />);
    type('Text', 'Hi {{first_name}} at {{company}} {{?x}}');
    const preview = () => screen.getByRole('figure').textContent;
    expect(preview()).toContain('Hi Mara at Lindt & Daughters x');
    const search = screen.getByRole('combobox', { name: 'Preview for a contact' });
    fireEvent.input(search, { target: { value: '王' } });
    await waitFor(() => expect(screen.getByRole('option', { name: '王磊' })).toBeTruthy());
    fireEvent.keyDown(search, { key: 'Enter' });
    await waitFor(() => expect(preview()).toContain('Hi 王磊 at 晨光 x'));
    fireEvent.click(screen.getByRole('button', { name: 'Back to the invented person' }));
    expect(preview()).toContain('Hi Mara at');
  });
});

describe('a place in a text', () => {
  it('counts lines and what people count as characters, from 1', () => {
    expect(placeOf('{{', 0)).toEqual([1, 1]);
    expect(placeOf('a\n👩‍🌾é{{', 'a\n👩‍🌾é'.length)).toEqual([2, 3]);
  });
});
