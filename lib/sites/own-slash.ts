// Sites on which `/` at the start of a message has a meaning of its own: commands, bots, quick replies. The picker leaves it alone
// there unless the user wants it otherwise.

export const OWN_SLASH: ReadonlySet<string> = new Set([
  'discord', // Commands of the app and of bots.
  'element', // /me, /join, …
  'mattermost', // Commands and integrations.
  'rocketchat', // Commands of the server and of apps.
  'slack', // Commands of the app and of integrations.
  'telegrama', // Commands of bots.
  'telegramk', // The same.
]);
