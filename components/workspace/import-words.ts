// What is said of a file of replies: why it cannot be read, what was changed, what is rejected.
import type { Change, Program, Rejected, RejectReason, ReplyProblem, Role } from '../../lib/formats/replies/incoming';
import { t, type WordKey } from '../../lib/words/words';

const PROBLEMS: Record<ReplyProblem['code'], WordKey> = {
  large: 'import_problem_large',
  empty: 'import_problem_empty',
  workbook: 'import_problem_workbook',
  binary: 'import_problem_binary',
  foreign: 'import_problem_foreign',
  newer: 'import_problem_newer',
  none: 'import_problem_none',
  broken: 'import_problem_broken',
};

export const replyProblemInWords = ({ code, line }: ReplyProblem): string =>
  line === null ? t(PROBLEMS[code]) : t('import_problem_line', line);

const PROGRAMS: Record<Program, string | null> = {
  rapport: null,
  'text-blaze': 'Text Blaze',
  briskine: 'Briskine',
  espanso: 'espanso',
  sheet: null,
  table: null,
};

export const programInWords = (program: Program): string =>
  PROGRAMS[program] ?? (program === 'rapport' ? t('app_name') : t('import_from_table'));

const REASONS: Record<RejectReason, WordKey> = {
  empty: 'import_reject_empty',
  long: 'import_reject_long',
  image: 'import_reject_image',
  quotes: 'import_reject_quotes',
  wrong: 'import_reject_wrong',
};

export const rejectionInWords = ({ line, why }: Pick<Rejected, 'line' | 'why'>): string =>
  line === null ? t(REASONS[why]) : t('import_at_line', line, t(REASONS[why]));

export function changeInWords({ kind, from, to }: Change): string {
  switch (kind) {
    case 'field':
      return t('import_change_field', from, to);
    case 'asked':
      return t('import_change_asked', from, to);
    case 'literal':
      return t('import_change_literal', from);
    case 'plain':
      return t('import_change_plain');
    case 'shortened':
      return t('import_change_shortened', from);
    case 'shortcut':
      return to === '' ? t('import_change_gone', from) : t('import_change_shortcut', from, to);
    case 'left-out':
      return t('import_change_gone', from);
  }
}

export const ROLE_NAMES: Record<Role, WordKey> = {
  title: 'import_role_title',
  body: 'import_role_body',
  folder: 'import_role_folder',
  tags: 'import_role_tags',
  shortcut: 'import_role_shortcut',
};
