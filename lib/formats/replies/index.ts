// Replies out of whatever file there is: the table of programs whose files are known, and the way through it.
import { readCsv, type Csv } from '../csv';
import { readText, type Encoding } from '../text-file';
import { isBriskine, readBriskine } from './briskine';
import type { Draft } from './draft';
import { looksLikeEspanso, readEspanso } from './espanso';
import type { Found, Mapping, Program, ReadReplies, ReplyProblem } from './incoming';
import { settle } from './settle';
import { isShared, readShared, readSharedTable, sharedIn } from './shared-file';
import { guessMapping, isSheet, readTable } from './table';
import { blazeFolders, readTextBlaze } from './text-blaze';

/** More rows than replies may come in: of several columns with texts each gives one. */
const MOST_ROWS = 6000;

const wrong = (problem: ReplyProblem): ReadReplies => ({ ok: false, problem });
const found = (program: Program, settled: Pick<Found, 'replies' | 'rejected' | 'more'>, table: Found['table'] = null): ReadReplies =>
  settled.replies.length + settled.rejected.length === 0
    ? wrong({ code: 'none', line: null })
    : { ok: true, found: { program, ...settled, table } };
const foundIn = (program: Program, drafts: readonly Draft[], table: Found['table'] = null): ReadReplies =>
  found(program, settle(drafts), table);

/** Each kind of file: gives null when it is none of its kind, so that the next one is tried. */
const KINDS: readonly ((file: { text: string; name: string; json: unknown; csv: () => Csv }) => ReadReplies | null)[] = [
  ({ json }) => {
    const replies = sharedIn(json);
    if (replies === null) return null;
    return replies === 'newer' ? wrong({ code: 'newer', line: null }) : found('rapport', readShared(replies));
  },
  ({ json }) => {
    const folders = json === undefined ? null : blazeFolders(json);
    return folders && foundIn('text-blaze', readTextBlaze(folders));
  },
  // What is JSON and none of these is nothing that we know; what only begins like it may be a table.
  ({ json, name }) => (json !== undefined && typeof json === 'object' ? wrong({ code: 'foreign', line: null }) : jsonByName(name)),
  ({ text, name }) => {
    const isYaml = /\.ya?ml$/i.test(name);
    if (!isYaml && !looksLikeEspanso(text)) return null;
    const read = readEspanso(text);
    if (read === null) return isYaml ? wrong({ code: 'foreign', line: null }) : null;
    return 'drafts' in read ? foundIn('espanso', read.drafts) : wrong({ code: 'broken', line: read.line });
  },
  ({ csv }) => (isShared(csv()) ? found('rapport', readSharedTable(csv())) : null),
  ({ csv }) => (isBriskine(csv()) ? foundIn('briskine', readBriskine(csv())) : null),
  ({ csv }) => mapped(csv(), guessMapping(csv())),
];

const jsonByName = (name: string): ReadReplies | null => (/\.json$/i.test(name) ? wrong({ code: 'broken', line: null }) : null);

/** What was read, in which characters; null where there is no text. `damaged` of these could not be read. */
export interface ReadFile {
  read: ReadReplies;
  encoding: Encoding | null;
  damaged: number;
}

/** Reads a file of replies. `name` is the file's, which may say what it is; `encoding` is what the user says. Never throws. */
export function readReplies(bytes: Uint8Array, name: string, encoding?: Encoding): ReadFile {
  const text = readText(bytes, encoding ? { encoding } : {});
  if (!text.ok) return { read: wrong({ code: text.problem, line: null }), encoding: null, damaged: 0 };
  return { read: readPlain(text.text, name), encoding: text.encoding, damaged: text.damaged };
}

function readPlain(text: string, name: string): ReadReplies {
  let table: Csv | null = null;
  const csv = () => (table ??= readCsv(text, { most: MOST_ROWS }));
  const file = { text, name, json: jsonOf(text), csv };
  for (const kind of KINDS) {
    const result = kind(file);
    if (result) return result;
  }
  return wrong({ code: 'foreign', line: null });
}

/** The same table read with what the user says its columns hold. */
export function mapped(csv: Csv, mapping: Mapping): ReadReplies {
  const sheet = isSheet(csv);
  const table = { csv, mapping };
  const drafts = mapping.columns.includes('body') ? readTable(csv, mapping, sheet) : [];
  const settled = settle(drafts);
  return { ok: true, found: { program: sheet ? 'sheet' : 'table', ...settled, more: settled.more || csv.more, table } };
}

/** `undefined` is no JSON. */
function jsonOf(text: string): unknown {
  if (!/^\s*[{[]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
