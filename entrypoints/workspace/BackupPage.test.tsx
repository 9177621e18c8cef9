// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import 'temporal-polyfill/global';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { backupReader } from '../../lib/formats/backup-reader';
import { makeKey } from '../../lib/formats/sealed-key';
import { backupStream, blobOf, sealedStream } from './backup-job';
import { BackupPage } from './BackupPage';
import { answerWith, asked, type Answers } from './stand-in';

vi.mock('webextension-polyfill', async () => ({ default: (await import('./stand-in')).browser }));
beforeEach(() => sessionStorage.clear());
afterEach(cleanup);

const head = '{"format":"rapport-backup","version":1,"schema":1,"exportedAt":"2026-01-05T10:00:00.000Z",';
const good = `${head}"tables":{"contacts":[{"id":"a"},{"id":"b"}],"notes":[]},"counts":{"contacts":2,"notes":0}}`;
const added = { table: 'contacts', kind: 'added' as const, contact: 'a', name: null, text: 'Anna', before: '', fields: [] };
const gone = { ...added, kind: 'gone' as const, contact: 'z', text: 'Zoe' };
const older = { ...added, kind: 'older' as const, contact: 'b', text: 'Bert', before: 'Bertram', fields: ['name'] };
const answers: Answers = {
  'backup.state': () => ({ last: null, every: 7, auto: false, due: true }),
  'backup.list': () => ({ files: [] }),
  'backup.auto': () => ({}),
  'backup.saved': () => ({}),
  'backup.remind': () => ({}),
  'backup.part': ({ cursor }) =>
    cursor === null
      ? { table: 'contacts', rows: [{ id: 'a' }], next: '1', schema: 1, of: 2 }
      : cursor === '1'
        ? { table: 'contacts', rows: [{ id: 'b' }], next: '2', schema: 1, of: null }
        : { table: 'notes', rows: [], next: null, schema: 1, of: null },
  'restore.begin': () => ({ job: 'job', schema: 1 }),
  'restore.rows': () => ({ bad: [{ row: 1, fields: ['name', 'createdAt'] }] }),
  'restore.preview': ({ cursor }) =>
    cursor === null
      ? {
          here: { contacts: 5 },
          file: { contacts: 1 },
          added: { contacts: 1 },
          changed: {},
          older: { contacts: 1 },
          differences: [added],
          next: { look: 'gone', table: 0, spans: {} },
        }
      : { here: {}, file: {}, added: {}, changed: {}, older: {}, differences: [older, gone], next: null },
  'restore.state': () => ({ going: null, undo: 'back', error: null }),
  'restore.commit': () => ({ undo: 'back' }),
  'restore.drop': () => ({}),
  'undo.run': () => ({}),
};
const names = () => asked.map(({ name }) => name);
const choose = (content: BlobPart) => {
  const file = new File([content], 'rapport-backup-2026-01-05.json');
  fireEvent.change(screen.getByLabelText(/Choose a backup file/), { target: { files: [file] } });
};

describe('saving a backup', () => {
  it('collects all parts into one file that can be read again', async () => {
    answerWith(answers);
    const told: string[] = [];
    const stream = backupStream(new Date('2026-01-05T10:00:00Z'), (done, of) => told.push(`${done}/${of}`));
    const blob = await blobOf(stream, new AbortController().signal);
    const reader = backupReader({ schema: 1 });
    const parts = [...reader.push(await blob.text()), ...reader.end()];
    expect(reader.problem).toBe(null);
    expect(parts).toEqual([{ table: 'contacts', first: 1, rows: [{ id: 'a' }, { id: 'b' }] }]);
    expect(told).toEqual(['1/2', '2/2', '2/2']);
  });

  it('stops when it is cancelled', async () => {
    answerWith(answers);
    const controller = new AbortController();
    const work = blobOf(
      backupStream(new Date(), (done) => done === 2 && controller.abort()),
      controller.signal,
    );
    await expect(work).rejects.toThrow();
    expect(names()).toEqual(['backup.part', 'backup.part']);
  });
});

describe('reading a backup in', () => {
  it('shows rejected rows and the preview, and takes over only when told to', async () => {
    answerWith(answers);
    const onDone = vi.fn();
    render(<BackupPage onDone={onDone} />);
    choose(good);
    expect(await screen.findByText('“name, createdAt” cannot be read')).toBeTruthy();
    expect(screen.getByText(/People, row 2/)).toBeTruthy();
    const line = screen.getByRole('rowheader', { name: 'People' }).closest('tr')!;
    expect(within(line).getByText('5')).toBeTruthy();
    expect(names()).not.toContain('restore.commit');
    expect(screen.getByText('Anna')).toBeTruthy();
    expect(screen.queryByText('Zoe')).toBe(null);
    expect(screen.queryByText(/Bertram/)).toBe(null);
    fireEvent.click(screen.getByLabelText('Replace'));
    expect(screen.getByText('Zoe')).toBeTruthy();
    expect(screen.getByText(/“Bertram” becomes “Bert”/)).toBeTruthy();
    expect(screen.getByRole('columnheader', { name: 'Older' })).toBeTruthy();
    expect(screen.getByText('People that would go: 5')).toBeTruthy();
    expect(screen.getByText('and 4 more')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Replace what is here' }));
    await waitFor(() => expect(onDone).toHaveBeenCalledWith(expect.any(String), 'back'));
    expect(asked.find(({ name }) => name === 'restore.commit')?.request).toEqual({ job: 'job', mode: 'replace' });
    // The toast goes away; this stays.
    fireEvent.click(screen.getByRole('button', { name: 'Go back to it' }));
    await waitFor(() => expect(names()).toContain('undo.run'));
    expect(names()).not.toContain('restore.drop');
  });

  it('forgets the rows on cancel', async () => {
    answerWith(answers);
    render(<BackupPage onDone={() => {}} />);
    choose(good);
    await screen.findByRole('rowheader', { name: 'People' });
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(names()).toContain('restore.drop'));
    expect(screen.getByLabelText(/Choose a backup file/)).toBeTruthy();
  });

  it.each([
    [/cut off/, good.slice(0, -20)],
    [/not a backup/, 'name,phone'],
    [/newer/, good.replace('"schema":1', '"schema":2')],
    [/could do harm/, good.replace('"id":"a"', '"__proto__":{"x":1}')],
    [/says 3 rows and holds 2/, good.replace('"contacts":2', '"contacts":3')],
  ])('refuses a bad file in words: %s', async (words, text) => {
    answerWith(answers);
    render(<BackupPage onDone={() => {}} />);
    choose(text);
    expect(await screen.findByText(words)).toBeTruthy();
    expect(names()).not.toContain('restore.commit');
    expect(names()).toContain('restore.drop');
  });
});

describe('a backup with a passphrase', () => {
  const sealed = async (change: (bytes: Uint8Array) => void = () => {}) => {
    const key = await makeKey('correct horse', { kdf: 'argon2id', t: 1, m: 64, p: 1, salt: 'AAECAwQFBgcICQoLDA0ODw==' });
    const { signal } = new AbortController();
    const blob = await blobOf(
      sealedStream(
        backupStream(new Date('2026-01-05T10:00:00Z'), () => {}),
        key,
      ),
      signal,
    );
    const bytes = new Uint8Array(await blob.arrayBuffer());
    change(bytes);
    return bytes;
  };
  const unlock = async (passphrase: string) => {
    const field = await screen.findByLabelText('This file opens with a passphrase');
    fireEvent.input(field, { target: { value: passphrase } });
    fireEvent.submit(field.closest('form')!);
  };

  it('opens with it alone, and says so when another was typed', async () => {
    answerWith({ ...answers, 'restore.rows': () => ({ bad: [] }) });
    render(<BackupPage onDone={() => {}} />);
    const file = await sealed();
    expect(new TextDecoder().decode(file)).not.toContain('contacts');
    choose(file);
    await unlock('correct house');
    await screen.findByText(/passphrase does not open this file/);
    expect(names()).not.toContain('restore.rows');
    await unlock('correct horse');
    await screen.findByRole('rowheader', { name: 'People' });
    const rows = asked.flatMap(({ name, request }) => (name === 'restore.rows' ? (request as { rows: unknown[] }).rows : []));
    expect(rows).toEqual([{ id: 'a' }, { id: 'b' }]);
  });

  it('that was changed is refused in words, and leaves nothing behind', async () => {
    answerWith(answers);
    render(<BackupPage onDone={() => {}} />);
    choose(await sealed((bytes) => (bytes[bytes.length - 5]! ^= 4)));
    await unlock('correct horse');
    await screen.findByText(/was not opened/);
    expect(names()).toContain('restore.drop');
    expect(names()).not.toContain('restore.commit');
  });

  it('is not made with a short or a mistyped one', async () => {
    answerWith(answers);
    render(<BackupPage onDone={() => {}} />);
    fireEvent.click(screen.getByRole('button', { name: /With a passphrase/ }));
    expect(screen.getByText(/lost for good/)).toBeTruthy();
    const type = (first: string, again: string) => {
      fireEvent.input(screen.getByLabelText('Passphrase'), { target: { value: first } });
      fireEvent.input(screen.getByLabelText('The same again'), { target: { value: again } });
      fireEvent.submit(screen.getByLabelText('Passphrase').closest('form')!);
    };
    type('short', 'short');
    expect(await screen.findByText(/at least 10 characters/)).toBeTruthy();
    type('long enough now', 'long enough nov');
    expect(await screen.findByText(/not the same/)).toBeTruthy();
    expect(names()).not.toContain('backup.part');
  });
});
