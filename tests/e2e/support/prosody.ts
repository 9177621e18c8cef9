// A private XMPP server for tests: loopback only, its own data, gone with the test. What it archives is the truth that counts are checked against.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';

/** The domain of every account on the test server. */
export const HOST = 'localhost';

/** The domain of group chats on the test server. */
export const ROOMS = 'rooms.localhost';

const PROSODY = '/usr/bin/prosody';

/** An account to create. */
export interface Account {
  user: string;
  password: string;
  /** User name and shown name of the people in its contact list. Name both accounts in each other's list, as a mutual subscription does. */
  contacts?: Record<string, string>;
}

/** One message as the server archived it for its owner; `id` is the stanza id that Converse shows as `data-msgid`. */
export interface Archived {
  id: string;
  direction: 'in' | 'out';
}

/** A running server. `websocket` and the accounts stay the same over `restart`. */
export interface Prosody {
  websocket: string;
  /** Creates accounts, or overwrites them. */
  register(...accounts: Account[]): Promise<void>;
  /** What the server archived of the conversation of `owner` with `peer` (user name or bare JID), oldest first, without duplicates. */
  archive(owner: string, peer: string): Promise<Archived[]>;
  /** Takes the server away while the data stays; `start` brings it back on the same port. */
  halt(): Promise<void>;
  /** Starts the server after `halt`. */
  start(): Promise<void>;
  /** `halt` and `start`. */
  restart(): Promise<void>;
  /** Ends the server and removes its data. Safe to call twice. */
  stop(): Promise<void>;
}

/** Starts a server with the given accounts on a free loopback port. */
export async function startProsody(...accounts: Account[]): Promise<Prosody> {
  const home = await mkdtemp(join(tmpdir(), 'rapport-prosody-'));
  const data = join(home, 'data');
  const port = await freePort();
  const config = join(home, 'prosody.cfg.lua');
  await mkdir(data);
  await writeFile(config, configuration(home, data, port));

  let child: ChildProcess | null = null;
  const killNow = (): void => void child?.kill('SIGKILL');
  process.on('exit', killNow);

  async function start(): Promise<void> {
    if (child) return;
    const started = spawn(PROSODY, ['--config', config, '-F'], { stdio: 'ignore' });
    child = started;
    const failed = new Promise<never>((_, refuse) => started.once('error', refuse));
    failed.catch(() => undefined);
    await Promise.race([failed, answers(port, started, join(home, 'log'))]);
  }

  async function halt(): Promise<void> {
    const ending = child;
    child = null;
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return;
    const gone = new Promise((resolve) => ending.once('exit', resolve));
    ending.kill('SIGTERM');
    const late = setTimeout(() => ending.kill('SIGKILL'), 5000);
    await gone;
    clearTimeout(late);
  }

  const server: Prosody = {
    websocket: `ws://127.0.0.1:${port}/xmpp-websocket`,
    register: async (...more) => {
      for (const account of more) await writeAccount(data, account);
    },
    archive: (owner, peer) => readArchive(data, owner, peer.includes('@') ? peer : `${peer}@${HOST}`),
    start,
    halt,
    restart: async () => {
      await halt();
      await start();
    },
    stop: async () => {
      await halt();
      process.off('exit', killNow);
      await rm(home, { recursive: true, force: true });
    },
  };

  try {
    await server.register(...accounts);
    await start();
  } catch (error) {
    await server.stop();
    throw error;
  }
  return server;
}

/** Everything that would reach beyond this machine is off. Nothing expires, so the archive holds all that was ever accepted. */
function configuration(home: string, data: string, port: number): string {
  return `
daemonize = false
run_as_root = true
pidfile = "${join(home, 'pid')}"
data_path = "${data}"
log = { info = "${join(home, 'log')}" }
interfaces = { "127.0.0.1" }
c2s_ports = {}
s2s_ports = {}
c2s_direct_tls_ports = {}
s2s_direct_tls_ports = {}
https_ports = {}
http_ports = { ${port} }
http_interfaces = { "127.0.0.1" }
http_default_host = "${HOST}"
modules_enabled = { "roster", "saslauth", "disco", "presence", "message", "iq", "offline", "pep", "private", "blocklist", "vcard4", "vcard_legacy",
  "ping", "time", "version", "carbons", "smacks", "mam", "http", "websocket" }
modules_disabled = { "s2s", "tls" }
authentication = "internal_plain"
c2s_require_encryption = false
allow_unencrypted_plain_auth = true
consider_websocket_secure = true
cross_domain_websocket = true
storage = "internal"
archive_expires_after = "never"
default_archive_policy = true
max_archive_query_results = 50
storage_archive_item_limit = 100000
VirtualHost "${HOST}"
Component "${ROOMS}" "muc"
  modules_enabled = { "muc_mam" }
  muc_log_by_default = true
  muc_log_expires_after = "never"
`;
}

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, refuse) => {
    probe.once('error', refuse);
    probe.listen(0, '127.0.0.1', resolve);
  });
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No free port on the loopback interface.');
  return address.port;
}

/** Resolves once the websocket module answers over HTTP. */
async function answers(port: number, child: ChildProcess, log: string): Promise<void> {
  const until = Date.now() + 20_000;
  while (Date.now() < until) {
    if (child.exitCode !== null) break;
    const ready = await fetch(`http://127.0.0.1:${port}/xmpp-websocket`).then(
      (response) => response.ok,
      () => false,
    );
    if (ready) return;
    await wait(50);
  }
  throw new Error(`Prosody does not answer on port ${port}:\n${await readFile(log, 'utf8').catch(() => 'it wrote no log')}`);
}

/** Prosody stores each account as a small Lua file; writing it is quicker than one `prosodyctl` per user and needs no running server. */
async function writeAccount(data: string, account: Account): Promise<void> {
  const store = join(data, escape(HOST));
  await mkdir(join(store, 'accounts'), { recursive: true });
  await mkdir(join(store, 'roster'), { recursive: true });
  await writeFile(join(store, 'accounts', `${escape(account.user)}.dat`), `return { ["password"] = ${quote(account.password)}; };\n`);
  const items = Object.entries(account.contacts ?? {}).map(
    ([user, name]) => `[${quote(`${user}@${HOST}`)}] = { ["subscription"] = "both"; ["name"] = ${quote(name)}; ["groups"] = {}; };`,
  );
  await writeFile(join(store, 'roster', `${escape(account.user)}.dat`), `return { [false] = { ["version"] = 1; }; ${items.join(' ')} };\n`);
}

/** Prosody's own way of turning names into file names. */
function escape(name: string): string {
  return [...new TextEncoder().encode(name)]
    .map((byte) => (/[A-Za-z0-9]/.test(String.fromCharCode(byte)) ? String.fromCharCode(byte) : `%${byte.toString(16).padStart(2, '0')}`))
    .join('');
}

function quote(text: string): string {
  return `"${text.replace(/["\\\n]/g, (char) => `\\${char}`)}"`;
}

/**
 * Prints id, sender and whether the stanza is a message of its own, one per line. The archive is a list of Lua calls `item({ … })`, so Lua reads it.
 * Stanzas without a body (receipts, markers, retractions), corrections and reactions are archived too, but are no messages of their own.
 */
const READER = `
local function element(stanza, name)
  for _, child in ipairs(stanza) do if type(child) == "table" and child.name == name then return child end end
end
local chunk = assert(loadfile(arg[1], "t", { item = function (stanza)
  local counts = element(stanza, "body") and stanza.attr.type ~= "error" and not element(stanza, "replace") and not element(stanza, "reactions") and not element(stanza, "retract")
  if counts then print(table.concat({ stanza.with or "", stanza.attr.id or "", stanza.attr.from or "" }, "\\t")) end
end }))
chunk()
`;

/** Reads the archive file itself and not over MAM, so that nothing the browser does can colour the truth. */
async function readArchive(data: string, owner: string, peer: string): Promise<Archived[]> {
  const folder = join(data, escape(HOST), 'archive');
  const names = await readdir(folder).catch((): string[] => []);
  const file = `${escape(owner)}.list`;
  if (!names.includes(file)) return [];
  const seen = new Map<string, Archived>();
  for (const line of (await runLua(READER, join(folder, file))).split('\n')) {
    const [partner, id, from] = line.split('\t');
    if (partner !== peer || !id || seen.has(id)) continue;
    seen.set(id, { id, direction: from?.split('/')[0] === `${owner}@${HOST}` ? 'out' : 'in' });
  }
  return [...seen.values()];
}

/** Runs a script with the Lua that Prosody itself runs on. Tries again because the server may be in the middle of writing a line. */
async function runLua(script: string, file: string): Promise<string> {
  const lua = (await readFile(PROSODY, 'utf8')).match(/^#!\S*?(?:env )?([\w./]*lua[\w.]*)/)?.[1] ?? 'lua';
  for (let attempt = 1; ; attempt += 1) {
    try {
      const { stdout } = await promisify(execFile)(lua, ['-e', `arg = { ${quote(file)} } ${script}`], { maxBuffer: 64 * 1024 * 1024 });
      return stdout;
    } catch (error) {
      if (attempt === 5) throw error;
      await wait(100);
    }
  }
}
