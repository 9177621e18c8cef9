// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import 'temporal-polyfill/global';
import { afterEach, expect, it, vi } from 'vitest';
import { defaultCare } from '../../lib/domain/care';
import { blankReply } from '../../lib/domain/blank-reply';
// Loaded beforehand: the screen loads it with the first file.
import '../../lib/formats/replies';
import { ReplyImport } from './ReplyImport';
import { answerWith, asked, type Answers } from './stand-in';

vi.mock('webextension-polyfill', async () => ({ default: (await import('./stand-in')).browser }));
afterEach(cleanup);

const mine = { ...blankReply('Mine', 'We are open from nine to five.', 1), shortcut: 'hours', sent: 0, edited: 0, answered: 0 };
const answers: Answers = {
  'reply.list': () => ({ replies: [mine] }),
  'care.get': () => ({ care: defaultCare, inStage: {}, left: {} }),
  'restore.begin': () => ({ job: 'job', schema: 1 }),
  'replies.stage': () => ({}),
  'replies.import': () => ({ undo: 'back', added: 2, bare: 1 }),
  'replies.drop': () => ({}),
};
const names = () => asked.map(({ name }) => name).filter((name) => /^(?:restore|replies)/.test(name));
const open = async (text: string, name: string, table: Answers = answers) => {
  answerWith(table);
  const onDone = vi.fn();
  const { container } = render(<ReplyImport onDone={onDone} />);
  fireEvent.change(container.querySelector('input[type="file"]')!, { target: { files: [new File([text], name)] } });
  return onDone;
};
const FILE = 'Title,Text,Shortcut\nHello,Hi {name}{order},hours\nSame,We are open from nine to five. ,\nBad,"a"b,\nBye,See you,bye\n';

it('shows what comes in, what was changed, what it meets and what is rejected, and brings in what is ticked at once', async () => {
  const onDone = await open(FILE, 'replies.csv');
  const heading = await screen.findByRole('heading', { name: '3 replies, from a table' });
  await waitFor(() => expect(document.activeElement).toBe(heading));
  const row = (title: string) => within(screen.getByRole('checkbox', { name: title }).closest('li')!);
  expect(row('Hello').getByText('Hi {{name}}{{?order}}')).toBeTruthy();
  expect(row('Hello').getByText('{order} has no equal and is asked when you use it: {{?order}}')).toBeTruthy();
  expect(row('Hello').getByText('“Mine” has the shortcut /hours, so it comes without')).toBeTruthy();
  expect(row('Same').getByText('The same text as “Mine”')).toBeTruthy();
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Same' }).checked).toBe(false);
  expect(screen.getByText('Line 4: quotation marks that do not match')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Bring in 2 replies' }));
  await waitFor(() => expect(onDone).toHaveBeenCalledWith('2 replies are in, 1 without a shortcut that another has', 'back'));
  expect(names()).toEqual(['restore.begin', 'replies.stage', 'replies.import']);
  const staged = asked.find(({ name }) => name === 'replies.stage')!.request as { replies: object[] };
  expect(staged.replies).toMatchObject([
    { title: 'Hello', body: 'Hi {{name}}{{?order}}' },
    { title: 'Bye', shortcut: 'bye' },
  ]);
  expect(Object.keys(staged.replies[0]!)).not.toContain('changes');
});

it('reads a table again as the user says what its columns hold', async () => {
  await open('a,b\nHello there to you,Greeting\nBye for now then,Ending\n', 'x.csv');
  await screen.findByRole('heading', { name: /^3 replies/ });
  fireEvent.click(screen.getByRole('checkbox', { name: 'The first row names the columns' }));
  await screen.findByRole('heading', { name: /^2 replies/ });
  const box = (name: string) => screen.getByRole<HTMLSelectElement>('combobox', { name });
  fireEvent.change(box('b'), { target: { value: 'body' } });
  fireEvent.change(box('a'), { target: { value: 'folder' } });
  await waitFor(() => expect(screen.getByRole('checkbox', { name: 'Greeting' })).toBeTruthy());
  fireEvent.change(box('b'), { target: { value: '' } });
  expect(await screen.findByText('Say which column holds the text.')).toBeTruthy();
});

it('names stages as they are here, and leaves out those that are not', async () => {
  const fits = { types: [], tiers: [], stages: ['已报价', 'Sample sent'], occasions: [] };
  await open(JSON.stringify({ format: 'rapport-replies', version: 1, replies: [{ title: 'T', body: 'B', fits }] }), 'a.json');
  expect(await screen.findByText('Left out: Sample sent')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Bring in 1 reply' }));
  await waitFor(() => expect(names()).toContain('replies.stage'));
  expect(asked.find(({ name }) => name === 'replies.stage')!.request).toMatchObject({ replies: [{ fits: { stages: ['quoted'] } }] });
});

it.each([
  ['PK\u0003\u0004', 'a.xlsx', /^This is a workbook\. Save it as CSV/],
  ['{"a":1}', 'a.json', /^None of the programs we know/],
  ['matches:\n  - trigger: "a', 'a.yml', /^The file cannot be read from line 2 on/],
])('says what is wrong with %s and what to do', async (text, name, words) => {
  await open(text, name);
  expect(await screen.findByText(words)).toBeTruthy();
  expect(screen.queryByRole('button', { name: /^Bring in/ })).toBe(null);
});

it('leaves nothing behind when it fails or is cancelled', async () => {
  const onDone = await open(FILE, 'a.csv', { ...answers, 'replies.import': () => Promise.reject(new Error('no')) });
  fireEvent.click(await screen.findByRole('button', { name: 'Bring in 2 replies' }));
  await waitFor(() => expect(names()).toContain('replies.drop'));
  expect(onDone).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(screen.queryByRole('checkbox')).toBe(null);
});
