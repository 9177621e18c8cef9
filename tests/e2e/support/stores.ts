// Everything that Rapport keeps anywhere, as text to search in.
import { expect, type Page } from '@playwright/test';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Answer, Outcome } from '@/lib/messages/protocol';
import { askFrom, EXTENSION_ID } from './rapport';

export interface Stores {
  /** Each object store of each database. */
  databases: string;
  local: string;
  sync: string;
  /** In memory only, until the browser closes; `undo` apart: what an undo of ten minutes may still hold. */
  session: string;
  undo: string;
  backup: string;
}

/** Reads it all from one of our top-level screens. */
export async function readStores(screenPage: Page): Promise<Stores> {
  const stored = await screenPage.evaluate(async () => {
    const wait = <T>(request: IDBRequest<T>) =>
      new Promise<T>((done, fail) =>
        Object.assign(request, { onsuccess: () => done(request.result), onerror: () => fail(new Error(String(request.error))) }),
      );
    const databases: Record<string, unknown> = {};
    for (const { name } of await indexedDB.databases()) {
      const db = await wait(indexedDB.open(name!));
      for (const store of db.objectStoreNames) {
        const rows = db.transaction(store).objectStore(store);
        databases[`${name}/${store}`] = [await wait(rows.getAll()), await wait(rows.getAllKeys())];
      }
      db.close();
    }
    const all = await chrome.storage.session.get(null);
    const part = (isUndo: boolean) => Object.fromEntries(Object.entries(all).filter(([key]) => key.startsWith('undo:') === isUndo));
    return {
      databases: JSON.stringify(databases),
      local: JSON.stringify([await chrome.storage.local.get(null), { ...localStorage }, { ...sessionStorage }, await caches.keys()]),
      sync: JSON.stringify(await chrome.storage.sync.get(null)),
      session: JSON.stringify(part(false)),
      undo: JSON.stringify(part(true)),
    };
  });
  let backup = '';
  for (let cursor: string | null = null, first = true; first || cursor !== null; first = false) {
    const outcome: Outcome<Answer<'backup.part'>> = await askFrom(screenPage, 'backup.part', { cursor });
    if (!outcome.ok) throw new Error(outcome.code);
    backup += JSON.stringify(outcome.value.rows);
    cursor = outcome.value.next;
  }
  return { ...stored, backup };
}

/** Fails where one of the words is found, upper case or lower. `except` names stores that may hold them. */
export function expectNowhere(stores: Stores, words: readonly string[], except: readonly (keyof Stores)[] = []): void {
  for (const [store, text] of Object.entries(stores) as [keyof Stores, string][])
    for (const word of words)
      if (!except.includes(store)) expect(text.toLowerCase().includes(word.toLowerCase()), `“${word}” in ${store}`).toBe(false);
}

/** The files of a closed profile that are the extension's own and hold one of the words. */
export async function filesWith(profile: string, words: readonly string[]): Promise<string[]> {
  const entries = await readdir(join(profile, 'Default'), { recursive: true, withFileTypes: true });
  const own = entries
    .filter((entry) => entry.isFile() && entry.parentPath.includes(EXTENSION_ID))
    .map((entry) => join(entry.parentPath, entry.name));
  expect(own.length, 'files of the extension').toBeGreaterThan(0);
  const found: string[] = [];
  for (const file of own) {
    const bytes = await readFile(file);
    if (words.some((word) => bytes.includes(word) || bytes.includes(Buffer.from(word, 'utf16le')))) found.push(file);
  }
  return found;
}
