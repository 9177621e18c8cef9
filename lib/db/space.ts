// Notices that the browser refused a write for want of room, whoever wrote it.
import type { DBCore, Middleware } from 'dexie';
import { isNoRoom } from '../domain/space';

let onRefused: () => void = () => undefined;
/** Sets what is to happen whenever a write found no room. */
export function whenRefused(listener: () => void): void {
  onRefused = listener;
}

const look = (error: unknown): void => {
  if (isNoRoom(error)) onRefused();
};

/** Chromium says so at the end of the transaction, Firefox at the write, Dexie with the rows that failed. */
export const noticesRefusal: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'space',
  create: (core) => ({
    ...core,
    transaction: (stores, mode, options) => {
      const transaction = core.transaction(stores, mode, options);
      const own = transaction as unknown as IDBTransaction;
      if (mode === 'readwrite') own.addEventListener('abort', () => look(own.error));
      return transaction;
    },
    table: (name) => {
      const table = core.table(name);
      return {
        ...table,
        mutate: (request) => {
          const answer = table.mutate(request);
          // Dexie keeps its transaction through its own promises: this one is passed on as it is, and only looked at.
          answer.then(({ failures }) => Object.values(failures).forEach(look), look);
          return answer;
        },
      };
    },
  }),
};
