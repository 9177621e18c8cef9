// What is said of a file of people: what it is, and why it cannot be read.
import type { PeopleProblem, PeopleProgram } from '../../lib/formats/contacts/incoming';
import { t, type WordKey } from '../../lib/words/words';

const PROBLEMS: Record<PeopleProblem, WordKey> = {
  large: 'intake_problem_large',
  empty: 'intake_problem_empty',
  workbook: 'intake_problem_workbook',
  binary: 'intake_problem_binary',
  foreign: 'intake_problem_foreign',
  none: 'intake_problem_none',
  gone: 'intake_problem_gone',
};
export const peopleProblem = (problem: PeopleProblem): string => t(PROBLEMS[problem]);

const PROGRAMS: Partial<Record<PeopleProgram, string>> = {
  google: 'Google',
  outlook: 'Outlook',
  linkedin: 'LinkedIn',
  hubspot: 'HubSpot',
  salesforce: 'Salesforce',
  pipedrive: 'Pipedrive',
  wecom: '企业微信',
  fxiaoke: '纷享销客',
};

export function programInWords(program: PeopleProgram): string {
  const name = PROGRAMS[program];
  if (name !== undefined) return t('intake_program_of', name);
  return t(program === 'rapport' ? 'intake_program_rapport' : program === 'vcard' ? 'intake_program_vcard' : 'intake_program_table');
}
