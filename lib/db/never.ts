// The never list. Only keyed hashes are kept, so that the list does not say who is on it.
import type { Conversation } from '../domain/conversation';
import type { Never } from '../domain/records';
import { db } from './database';

const utf8 = new TextEncoder();
const hex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** What a conversation is called on the list: the site and each of its ids, in whichever mailbox. */
export interface NeverSubject {
  site: string;
  conversation: Conversation;
}

/** The list entries under which a conversation stands, if it does. A list merged from a backup brings its own salt. */
export async function neverEntries(subject: NeverSubject): Promise<string[]> {
  const salts = (await db.never.orderBy('salt').uniqueKeys()) as string[];
  const ids = (await Promise.all(salts.map((salt) => hashes(subject, salt)))).flat();
  const found = await db.never.bulkGet(ids);
  return ids.filter((_, i) => found[i]);
}

/** The entries that put a conversation on the list. Made before a transaction begins: a hash has to be waited for. */
export async function neverRows(subject: NeverSubject, now: number): Promise<Never[]> {
  const salt = (await db.never.orderBy('salt').first())?.salt ?? hex(crypto.getRandomValues(new Uint8Array(16)));
  return (await hashes(subject, salt)).map((id) => ({ id, salt, createdAt: now }));
}

/** Which of many, each with all that sites may call them, stand on the list: their places. */
export async function neverAmong(subjects: readonly (readonly { site: string; value: string }[])[]): Promise<Set<number>> {
  const listed = new Set<number>();
  for (const salt of (await db.never.orderBy('salt').uniqueKeys()) as string[]) {
    const hash = await hashing(salt);
    const ids = await Promise.all(subjects.map((names) => Promise.all(names.map(({ site, value }) => hash(site, value)))));
    const found = await db.never.bulkGet(ids.flat());
    let at = 0;
    for (const [i, own] of ids.entries()) {
      if (found.slice(at, at + own.length).some(Boolean)) listed.add(i);
      at += own.length;
    }
  }
  return listed;
}

async function hashes({ site, conversation }: NeverSubject, salt: string): Promise<string[]> {
  const hash = await hashing(salt);
  return Promise.all(conversation.ids.map(({ value }) => hash(site, value)));
}

async function hashing(salt: string): Promise<(site: string, value: string) => Promise<string>> {
  const key = await crypto.subtle.importKey('raw', utf8.encode(salt), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return async (site, value) => {
    const mac = await crypto.subtle.sign('HMAC', key, utf8.encode(JSON.stringify([site, value])));
    return hex(new Uint8Array(mac).subarray(0, 16));
  };
}
