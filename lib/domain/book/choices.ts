// What the rep keeps of the table of contacts: which columns it has, and views with a name.
import { z } from 'zod';
import { id, line } from '../fields';
import { querySchema } from './query';

/** Names of columns; those that a version does not know are left out when it draws. */
const columns = z.array(line(20)).max(30);

export const viewSchema = z.object({ id, name: line(60).refine((name) => name.trim() !== ''), query: querySchema, columns });
export type BookView = z.infer<typeof viewSchema>;

export const MOST_VIEWS = 50;
export const tableChoicesSchema = z.object({
  /** Null are those that it has at first. */
  columns: columns.nullable(),
  views: z.array(viewSchema).max(MOST_VIEWS),
});
export type TableChoices = z.infer<typeof tableChoicesSchema>;
export const defaultTableChoices: TableChoices = { columns: null, views: [] };

/** One change, so that two screens do not take each other's away. */
export const tableChangeSchema = z.discriminatedUnion('what', [
  z.object({ what: z.literal('columns'), columns }),
  z.object({ what: z.literal('save'), view: viewSchema }),
  z.object({ what: z.literal('remove'), view: id }),
]);
export type TableChange = z.infer<typeof tableChangeSchema>;

/** What is kept after a change. A view takes the place of the one with its name or id; too many drop the oldest. */
export function changedChoices(choices: TableChoices, change: TableChange): TableChoices {
  if (change.what === 'columns') return { ...choices, columns: change.columns };
  if (change.what === 'remove') return { ...choices, views: choices.views.filter(({ id: one }) => one !== change.view) };
  const view = { ...change.view, name: change.view.name.trim() };
  const others = choices.views.filter((one) => one.id !== view.id && one.name !== view.name);
  return { ...choices, views: [...others, view].slice(-MOST_VIEWS) };
}
