/**
 * espanso: a match file (`match/base.yml`, packages).
 *
 *     matches:
 *       - trigger: ":hi"            # or triggers: [":hi", ":hey"]; or regex
 *         label: Greeting           # optional
 *         replace: "Hello {{name}}" # or form / markdown / html / image_path
 *         vars: [{name: name, type: echo, params: {echo: Anna}}]
 *
 * Shape, variables and forms as in espanso's own documentation (espanso/website: docs/matches basics, variables, extensions, forms).
 */
import { LineCounter, parseDocument, isMap, isNode, isSeq } from 'yaml';
import { isObject, listOf, own, textAt, textOf, type Draft } from './draft';
import { piecesOfEspanso, piecesOfForm, variables, type Variable } from './espanso-variables';
import { textOfHtml } from './html-text';

/** How it looks before it is parsed, which takes long: a key of the file's top level. */
export const looksLikeEspanso = (text: string): boolean => /^["']?(?:matches|global_vars)["']?[ \t]*:/m.test(text);

/** Far more characters than anybody's matches have: the parser is slow. */
export const LONGEST_YAML = 2_000_000;

/** The matches of a file; or the line on which it cannot be read, null where no line is to blame. */
export function readEspanso(text: string): { drafts: Draft[] } | { line: number | null } | null {
  if (text.length > LONGEST_YAML) return { line: null };
  const counter = new LineCounter();
  try {
    const document = parseDocument(text, { lineCounter: counter, logLevel: 'silent', merge: false, prettyErrors: false, schema: 'core' });
    const error = document.errors.find(({ code }) => code !== 'MULTIPLE_DOCS');
    if (error) return { line: counter.linePos(error.pos[0]).line };
    // Aliases of aliases of aliases are refused, not followed.
    const file: unknown = document.toJS({ maxAliasCount: 50 });
    if (!isObject(file)) return null;
    const matches = own(file, 'matches');
    if (!Array.isArray(matches)) return null;
    const nodes = isMap(document.contents) ? document.contents.get('matches', true) : null;
    const items = isSeq(nodes) ? nodes.items : [];
    const lineOf = (i: number) => {
      const item = items[i];
      return isNode(item) && item.range ? counter.linePos(item.range[0]).line : null;
    };
    const shared = variables(own(file, 'global_vars'));
    const byTrigger = new Map(matches.flatMap((match) => triggersOf(match).map((trigger): [string, unknown] => [trigger, match])));
    return { drafts: matches.map((match, i) => draftOf(match, lineOf(i), shared, byTrigger)) };
  } catch {
    // Nested too deeply, or aliases without end.
    return { line: null };
  }
}

function triggersOf(match: unknown): string[] {
  return [textAt(match, 'trigger'), ...listOf(own(match, 'triggers')).map(textOf)].filter((trigger) => trigger !== '');
}

function draftOf(
  match: unknown,
  line: number | null,
  shared: ReadonlyMap<string, Variable>,
  byTrigger: ReadonlyMap<string, unknown>,
): Draft {
  const [trigger = '', ...others] = triggersOf(match);
  const form = textAt(match, 'form');
  const html = textAt(match, 'html');
  const plain = html === '' ? null : textOfHtml(html);
  const text = textAt(match, 'replace') || (plain?.text ?? textAt(match, 'markdown'));
  const known = new Map([...shared, ...variables(own(match, 'vars'))]);
  const nested = (name: string): string | null => {
    const other = byTrigger.get(name);
    // Only plain words: what varies there is not known here.
    const words = other === match ? '' : textAt(other, 'replace');
    return words === '' || /\{\{|\$\|\$/.test(words) ? null : words;
  };
  const regex = textAt(match, 'regex');
  return {
    line,
    title: textAt(match, 'label'),
    pieces: form === '' ? piecesOfEspanso(text, known, nested) : piecesOfForm(form, own(match, 'form_fields'), known, nested),
    shortcut: trigger,
    folder: '',
    tags: listOf(own(match, 'search_terms')).map(textOf),
    images: text === '' && form === '' && textAt(match, 'image_path') !== '' ? 1 : (plain?.images ?? 0),
    formatted: plain?.formatted ?? false,
    gone: [...others, ...(regex === '' ? [] : [`regex: ${regex}`])],
  };
}
