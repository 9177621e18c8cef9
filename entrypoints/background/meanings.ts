// The table of what English words mean, a file of ours, read when the first message is matched. Without it choosing works, less well.
import browser from 'webextension-polyfill';
import { readMeanings, type Meanings } from '@/lib/domain/rank';

let table: Promise<Meanings | null> | null = null;

/** The table, or null where it cannot be read. */
export function meanings(): Promise<Meanings | null> {
  table ??= fetch(browser.runtime.getURL('meanings-en.bin'))
    .then(async (file) => readMeanings(await file.arrayBuffer()))
    .catch(() => null);
  return table;
}
