// Names of the backup's tables, sizes and problems, in words.
import type { BackupProblem } from '../../lib/formats/backup-reader';
import type { SealProblem } from '../../lib/domain/sealed';
import type { DataTable } from '../../lib/domain/tables';
import { languageTag, t, type WordKey } from '../../lib/words/words';

const names: Record<DataTable, WordKey> = {
  contacts: 'work_table_contacts',
  identities: 'work_table_identities',
  rolled: 'work_table_rolled',
  interactions: 'work_table_interactions',
  days: 'work_table_days',
  notes: 'work_table_notes',
  followUps: 'work_table_followups',
  deals: 'work_table_deals',
  facts: 'work_table_facts',
  keyDates: 'work_table_keydates',
  marks: 'work_table_marks',
  moves: 'work_table_moves',
  handled: 'work_table_handled',
  merges: 'work_table_merges',
  apart: 'work_table_apart',
  fields: 'work_table_fields',
  replies: 'work_table_replies',
  examples: 'work_table_examples',
  learned: 'work_table_learned',
  credits: 'work_table_credits',
  never: 'work_table_never',
  tombstones: 'work_table_tombstones',
  taught: 'work_table_taught',
  settings: 'work_table_settings',
};

/** A table that a hostile file invents keeps its name. */
export function tableInWords(table: string): string {
  return Object.hasOwn(names, table) ? t(names[table as DataTable]) : table;
}

export function numberInWords(n: number): string {
  return new Intl.NumberFormat(languageTag()).format(n);
}

export function sizeInWords(bytes: number): string {
  const [value, unit] = bytes < 1e6 ? [bytes / 1e3, 'kilobyte'] : [bytes / 1e6, 'megabyte'];
  const digits = value < 10 ? 1 : 0;
  return new Intl.NumberFormat(languageTag(), { style: 'unit', unit, maximumFractionDigits: digits }).format(value);
}

export function problemInWords(problem: BackupProblem | { code: `sealed-${SealProblem}` }): string {
  if (problem.code === 'sealed-locked') return t('work_passphrase_wrong');
  if (problem.code === 'sealed-damaged') return t('work_sealed_damaged');
  if (problem.code === 'sealed-truncated') return t('work_file_truncated');
  if (problem.code === 'sealed-newer') return t('work_file_newer');
  if (problem.code === 'sealed-hostile') return t('work_sealed_hostile');
  if (problem.code === 'miscounted') return t('work_file_miscounted', tableInWords(problem.table), problem.said, problem.found);
  if (problem.code === 'damaged')
    return problem.row === 0
      ? t('work_file_damaged_head')
      : t('work_file_damaged', tableInWords(problem.table), numberInWords(problem.row));
  if (problem.code === 'truncated') return t('work_file_truncated');
  if (problem.code === 'newer') return t('work_file_newer');
  if (problem.code === 'hostile') return t('work_file_hostile');
  return t('work_file_foreign');
}
