// A conversation as a site names it.

/** One name under which the site knows a conversation. `permanent` survives logins and renames; `weak` does not. */
export interface ConversationId {
  value: string;
  kind: 'permanent' | 'weak';
}

/** The open conversation. `ids` has at least one entry, the one that identifies best first. */
export interface Conversation {
  kind: 'person' | 'group';
  ids: [ConversationId, ...ConversationId[]];
  name: string;
}

/** Stands for whatever mailbox in a handle: pages that do not show whose they are find somebody by it. */
export const ANY_ACCOUNT = '*';

/** The handle under which an identity is found again: unique to site, mailbox and id. */
export function handleOf(site: string, account: string, { kind, value }: ConversationId): string {
  return JSON.stringify([site, account, kind, value]);
}
