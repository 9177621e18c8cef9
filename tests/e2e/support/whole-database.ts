// All of the user's data as the database itself holds it.
import type { Page } from '@playwright/test';
import { DATA_TABLES } from '../../../lib/domain/tables';

export type Whole = Record<string, Record<string, unknown>[]>;

/**
 * Every row of every table of the user's data, in the order of their ids, read by one of our screens; not what belongs to one machine or is
 * worked out from it. Rows that lie in bundles stand in the tables that they are rows of.
 */
export function wholeDatabase(page: Page, names: readonly string[] = DATA_TABLES): Promise<Whole> {
  return page.evaluate(
    (names) =>
      new Promise<Whole>((done, fail) => {
        const opening = indexedDB.open('rapport');
        opening.onerror = () => fail(opening.error ?? new Error('not opened'));
        opening.onsuccess = () => {
          const db = opening.result;
          const missing = names.find((name) => !db.objectStoreNames.contains(name));
          if (missing !== undefined) return fail(new Error(`There is no table ${missing}: the build is older than the sources.`));
          const reading = db.transaction([...names, 'bundles'], 'readonly');
          const all: Whole = {};
          for (const name of names) {
            const rows = reading.objectStore(name).getAll() as IDBRequest<Record<string, unknown>[]>;
            rows.onsuccess = () => (all[name] = rows.result);
          }
          const bundles = reading.objectStore('bundles').getAll() as IDBRequest<{ rows: Whole }[]>;
          reading.oncomplete = () => {
            db.close();
            for (const { rows } of bundles.result) for (const [name, some] of Object.entries(rows)) all[name]?.push(...some);
            for (const rows of Object.values(all))
              rows.sort((a, b) => Number(String(a['id']) > String(b['id'])) - Number(String(a['id']) < String(b['id'])));
            done(all);
          };
        };
      }),
    [...names],
  );
}
