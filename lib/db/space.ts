// Notices that the browser refused a write for want of room, whoever wrote it.
import Dexie, { type DBCore, type Middleware } from 'dexie';
import { isNoRoom } from '../domain/space';

let onRefused: () => void = () => undefined;
/** Sets what is to happen whenever a write found no room. */
export function whenRefused(listener: () => void): void {
  onRefused = listener;
}

let whenKnown: () => Promise<void> = () => Promise.resolve();
/** Sets what has to be waited for before something is written that only makes what is read faster. */
export function waitBeforeWriting(wait: () => Promise<void>): void {
  whenKnown = wait;
}
/** For whoever writes while a question is answered that did not wait until it was known whether there is room. Not within a transaction. */
export const beforeWriting = (): Promise<void> => whenKnown();

let isShut = false;
/** Lets nothing be written, or everything again: see mend-log.ts. What is not written fails as if the browser had refused it. */
export function shutWrites(isSo: boolean): void {
  isShut = isSo;
}

/** Writes something that has to come before everything else. */
export async function letOneWrite(write: () => Promise<void>): Promise<void> {
  const before = isShut;
  isShut = false;
  try {
    await write();
  } finally {
    isShut = before;
  }
}

/** A transaction that the browser gave up at its end, and not because of a row or of us: its record may stand half in the log. */
const isCutOff = (error: DOMException | null): boolean => isNoRoom(error) || error?.name === 'UnknownError';
let onCutOff: () => void = () => undefined;
/** Sets what is to happen when a write was cut off in the middle. */
export function whenCutOff(listener: () => void): void {
  onCutOff = listener;
}

const look = (error: unknown): void => {
  // Who is told may ask the database, and not within the transaction that just ended.
  if (isNoRoom(error)) Dexie.ignoreTransaction(onRefused);
};

/** Chromium says so at the end of the transaction, Firefox at the write, Dexie with the rows that failed. */
export const noticesRefusal: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'space',
  create: (core) => ({
    ...core,
    transaction: (stores, mode, options) => {
      if (mode === 'readwrite' && isShut) throw new DOMException('There is no room left for it.', 'QuotaExceededError');
      const transaction = core.transaction(stores, mode, options);
      const own = transaction as unknown as IDBTransaction;
      if (mode === 'readwrite')
        own.addEventListener('abort', () => {
          if (isCutOff(own.error)) Dexie.ignoreTransaction(onCutOff);
          look(own.error);
        });
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
