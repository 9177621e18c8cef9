// A row of a table as somebody: what its columns hold is said by the mapping.
import { BREAK_IN_CELL } from '../workbook';
import { BONDS, CUSTOMER_TYPES, type CustomerType } from '../../domain/kinds';
import { said } from '../../domain/said';
import { dateOfLine } from './date-line';
import { newDraft, type Draft } from './draft';
import type { Column, IncomingDate, Mapping } from './incoming';
import { readDay, readWholeDay, type DateOrder } from './read-date';
import { shown } from './settle';

/** Between several values of one cell; the colons are Google's. */
const VALUES = /\s*(?:[;；,，、|\n]|:::)\s*/;
const TYPES_IN_CHINESE = ['过客', '访客', '潜客', '试客', '现客', '忠客', '大客', '友客', '转客'];

/** What the cells of one row say. */
export function draftOfRow(row: number, cells: readonly string[], { columns, order }: Pick<Mapping, 'columns' | 'order'>): Draft {
  const draft = newDraft(row);
  const birth = { year: '', month: '', day: '' };
  for (let i = 0; i < columns.length; i++) {
    const column = columns[i];
    const cell = cells[i]?.replaceAll(BREAK_IN_CELL, '\n').trim() ?? '';
    if (!column || cell === '') continue;
    const before = columns[i - 1]?.field === 'label' ? (cells[i - 1]?.trim() ?? '') : '';
    take(draft, birth, column, cell, before, order);
  }
  if (birth.month !== '' || birth.day !== '') {
    const text = `${birth.year}-${birth.month}-${birth.day}`.replace(/^-/, '');
    addDate(draft, { kind: 'birthday', label: '', everyMonths: 12 }, text, order);
  }
  return draft;
}

function take(
  draft: Draft,
  birth: { year: string; month: string; day: string },
  { field, name }: NonNullable<Column>,
  cell: string,
  label: string,
  order: DateOrder,
): void {
  switch (field) {
    case 'name':
    case 'company':
    case 'role':
    case 'source':
    case 'stage':
      if (draft[field] === '') draft[field] = cell;
      break;
    case 'first':
    case 'middle':
    case 'last':
    case 'nickname':
      if (draft.parts[field] === '') draft.parts[field] = cell;
      break;
    case 'phone':
      draft.phones.push(...phonesIn(cell));
      break;
    case 'email':
      draft.emails.push(...cell.split(/\s*(?:[;；,，、|]|:::|\s(?![^<]*>))\s*/).filter((one) => one !== '' && !/^[^@<]+$/.test(one)));
      if (!cell.includes('@')) draft.emails.push(cell);
      break;
    case 'link':
      draft.links.push(...cell.split(/\s*(?:\s|;(?=\s*http)|:::)\s*/).filter((one) => one !== ''));
      break;
    case 'tags':
      // Google marks the groups of its own by a star: everybody is in them.
      draft.tags.push(
        ...(name === 'lines' ? cell.split('\n') : cell.split(VALUES).filter((tag) => !/^\* \S/.test(tag))).filter((tag) => tag !== ''),
      );
      break;
    case 'note':
      draft.notes.push(cell);
      break;
    case 'type':
      draft.type ??= typeCalled(cell);
      break;
    case 'birthday':
    case 'lunarBirthday':
      addDate(draft, { kind: 'birthday', label: '', everyMonths: 12 }, cell, order, field === 'lunarBirthday' ? 'lunar' : 'solar');
      break;
    case 'birthYear':
      birth.year = cell.replace(/\D/g, '');
      break;
    case 'birthMonth':
      birth.month = cell.replace(/\D/g, '');
      break;
    case 'birthDay':
      birth.day = cell.replace(/\D/g, '');
      break;
    case 'anniversary':
      addDate(draft, { kind: 'anniversary', label: '', everyMonths: 12 }, cell, order);
      break;
    case 'date':
      addDate(draft, kindOf(name || label), cell, order);
      break;
    case 'dates':
      for (const line of cell.split('\n')) {
        const date = dateOfLine(line);
        if (date) draft.dates.push(date);
        else if (line.trim() !== '') draft.left.push(said('incoming_left_date', shown(line)));
      }
      break;
    case 'addedOn':
      draft.addedOn ??= readWholeDay(cell, order);
      break;
    case 'own':
      if (name !== '' || label !== '') draft.own.push([name || label, cell]);
      break;
    case 'id':
      for (const line of cell.split('\n')) {
        const [, site, handle] = /^([\w-]{1,40}): (\S.*)$/.exec(line.trim()) ?? [];
        if (site !== undefined && handle !== undefined) draft.ids.push({ site, handle: handle.slice(0, 300) });
      }
      break;
    case 'bonds':
      draft.bonds.push(...BONDS.filter((bond) => cell.toLowerCase().split(VALUES).includes(bond)));
      break;
    case 'cadence': {
      const days = /^\d{1,4}/.exec(cell)?.[0];
      if (days !== undefined && Number(days) >= 1 && Number(days) <= 1000) draft.cadence ??= Number(days);
      break;
    }
    case 'quietUntil':
      draft.quietUntil ??= readWholeDay(cell, order);
      break;
    case 'label':
      break;
  }
}

/** Numbers of one cell: a slash stands between two of them, or within one. */
function phonesIn(cell: string): string[] {
  if (/^[+\d][\d -]*$/.test(cell)) return [cell];
  return cell
    .split(VALUES)
    .flatMap((one) => {
      const parts = one.split(/\s*\/\s*|\s+(?:or|oder|或)\s+/);
      return parts.length > 1 && parts.every((part) => part.replace(/\D/g, '').length >= 7) ? parts : [one];
    })
    .map((one) => one.replace(/^\p{L}[\p{L} ]*[:：\s]\s*(?=[+\d(])/u, ''))
    .filter((one) => one !== '');
}

function addDate(
  draft: Draft,
  what: Pick<IncomingDate, 'kind' | 'label' | 'everyMonths'>,
  text: string,
  order: DateOrder,
  calendar: 'solar' | 'lunar' = 'solar',
): void {
  const read = readDay(text, order, calendar);
  if (read) draft.dates.push({ ...what, ...read });
  // Outlook writes no date as one of zeros.
  else if (/[1-9]|\p{L}/u.test(text)) draft.left.push(said('incoming_left_date', shown(text)));
}

/** What a date is by the name that the user or the other program gave it. */
export function kindOf(label: string): Pick<IncomingDate, 'kind' | 'label' | 'everyMonths'> {
  const plain = label.trim().toLowerCase();
  if (/^(birthday|生日)$/.test(plain)) return { kind: 'birthday', label: '', everyMonths: 12 };
  if (/^(\* )?(wedding )?(anniversary|纪念日|周年纪念日?)$/.test(plain)) return { kind: 'anniversary', label: '', everyMonths: 12 };
  return { kind: 'custom', label: label.trim(), everyMonths: 12 };
}

function typeCalled(text: string): CustomerType | null {
  const plain = text.trim().toLowerCase().replace(/\s+/g, '-');
  return CUSTOMER_TYPES.find((type, i) => type === plain || TYPES_IN_CHINESE[i] === plain) ?? null;
}
