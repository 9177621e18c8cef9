// "None of these": conversations that the rep said belong to nobody remembered under that name. Kept until the browser closes.
import browser from 'webextension-polyfill';

const KEY = 'strangers';
const MOST = 2000;

/** Whether any of these messages belongs to a conversation that was declared a stranger's. */
export async function isStranger(hashes: readonly string[]): Promise<boolean> {
  const strangers = new Set(await read());
  return hashes.some((hash) => strangers.has(hash));
}

/** Remembers that the conversation with these messages is a stranger's. */
export async function addStranger(hashes: readonly string[]): Promise<void> {
  await browser.storage.session.set({ [KEY]: [...new Set([...(await read()), ...hashes])].slice(-MOST) });
}

/** The rep answered otherwise: these are a known person's messages after all. */
export async function dropStranger(hashes: readonly string[]): Promise<void> {
  const gone = new Set(hashes);
  await browser.storage.session.set({ [KEY]: (await read()).filter((hash) => !gone.has(hash)) });
}

async function read(): Promise<string[]> {
  return ((await browser.storage.session.get(KEY))[KEY] as string[] | undefined) ?? [];
}
