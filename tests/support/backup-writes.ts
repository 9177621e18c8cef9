// The messages about backups, and those that take back what was done.
import { fromPanel, fromScreen, subject } from './background';
import { today } from './life-writes';
import { after, type Writes } from './write-stage';

const staged = async () => {
  const { rows } = await fromScreen('backup.part', { cursor: null });
  const { job } = await fromScreen('restore.begin', {});
  await fromScreen('restore.rows', { job, n: 0, table: 'contacts', rows: rows.map((row) => ({ ...row, name: 'Other', updatedAt: 9e12 })) });
  return job;
};

export const backupWrites: Writes = {
  'undo.run': {
    'brings a deleted contact back': after(
      ({ anna }) => fromScreen('contact.delete', { contact: anna }),
      (_, { undo }) => fromScreen('undo.run', { undo: undo! }),
    ),
    'takes a merge back': after(
      ({ twin }) => fromPanel('person.merge', { subject, contact: twin }),
      (_, { undo }) => fromScreen('undo.run', { undo: undo! }),
    ),
    'takes a restore back': after(
      async () => fromScreen('restore.commit', { job: await staged(), mode: 'replace' }),
      (_, { undo }) => fromScreen('undo.run', { undo: undo! }),
    ),
    'takes a line of Today back': after(
      (stage) => today({ how: 'snooze', until: '2026-03-20' })(stage),
      (_, done) => fromScreen('undo.run', { undo: (done as { undo: string }).undo }),
    ),
  },
  'backup.saved': { 'notes a backup': () => fromScreen('backup.saved', { name: 'a.json', where: 'file', sealed: false }) },
  'backup.removed': {
    'forgets that a backup was saved': after(
      async () => {
        await fromScreen('backup.saved', { name: 'a.json', where: 'folder', sealed: true });
        return (await fromScreen('backup.list', {})).files[0]!.id;
      },
      (_, file) => fromScreen('backup.removed', { file }),
    ),
  },
  'backup.auto': { 'has backups made by themselves': () => fromScreen('backup.auto', { on: true }) },
  'backup.remind': { 'reminds more often': () => fromScreen('backup.remind', { every: 30 }) },
  'restore.rows': {
    'sets rows aside': after(
      () => fromScreen('restore.begin', {}),
      (_, { job }) => fromScreen('restore.rows', { job, n: 0, table: 'tombstones', rows: [{ id: 't1', deletedAt: 1 }] }),
    ),
  },
  'restore.commit': {
    merges: after(staged, (_, job) => fromScreen('restore.commit', { job, mode: 'merge' })),
    replaces: after(staged, (_, job) => fromScreen('restore.commit', { job, mode: 'replace' })),
  },
  'restore.drop': { 'drops what was set aside': after(staged, (_, job) => fromScreen('restore.drop', { job })) },
};
