// What the site files look for in pages, taken from their source when the extension is built. It is the only thing a report about a page
// may keep as it stands: words, names and values that are written in our own code are nobody's secret.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import type { HookList } from '../lib/page/skeleton/hooks';

/** What `words.ts` holds are labels of languages, such as "You": the script itself knows them, and keeps them in labels only. */
const NO_HOOKS = new Set(['words', 'site']);

/** The hooks of all sites that the list in this folder names, and of the files they share. */
export function siteHooks(folder: string): HookList {
  const sources = new Map<string, string>();
  const open = (name: string): void => {
    if (sources.has(name) || NO_HOOKS.has(name)) return;
    const source = readFileSync(join(folder, `${name}.ts`), 'utf8');
    sources.set(name, name === 'index' ? '' : source);
    for (const [, next] of source.matchAll(/from '\.\/([\w-]+)'/g)) open(next!);
  };
  open('index');
  return hooksOf([...sources.values()]);
}

/** The hooks in the source of site files. */
export function hooksOf(sources: readonly string[]): HookList {
  const tags = new Set<string>();
  const attributes = new Set<string>();
  const values = new Set<string>();
  const words = new Set<string>();
  const segments = new Set<string>();
  const matches = new Map<string, [string, string, string]>();
  for (const source of sources) {
    const { texts, names } = literalsOf(source);
    for (const name of names) attributes.add(name);
    for (const { text, isWhole } of texts) {
      for (const [, tag] of text.matchAll(/(?<![\w.#[*^$"'-])([a-z][a-z0-9]*(?:-[a-z0-9]+)+)(?=$|[\s.#:[>,)])/g)) tags.add(tag!);
      for (const [, name] of text.matchAll(/\[\s*([a-z][\w:-]*)/g)) attributes.add(name!);
      for (const [, name, operator, value] of text.matchAll(/\[\s*([a-z][\w:-]*)\s*([~^$*]?=)\s*"([^"\]]+)"/g))
        // A sign alone, such as the slash of every address, tells nothing.
        if (/[A-Za-z0-9]/.test(value!)) matches.set(`${name}${operator}${value}`, [name!, operator!, value!]);
      for (const [, name] of text.matchAll(/[.#]([A-Za-z_][\w-]*)/g)) values.add(name!);
      for (const [, letter] of text.matchAll(/(?<![\w.-])([a-z])(?=\/)/g)) segments.add(letter!);
      for (const [word] of text.matchAll(/[A-Za-z][A-Za-z0-9]+/g)) words.add(word);
      if (!isWhole) continue;
      if (/^[a-z][a-z0-9]*(?:[-_:][a-z0-9]+)*$/.test(text)) attributes.add(text);
      // A single digit can be a state; longer numbers are only kept where a selector names their attribute.
      if (/^(?:\d|[A-Za-z][\w.:-]{0,40})$/.test(text)) values.add(text);
    }
  }
  const sorted = (set: Set<string>): string[] => [...set].sort();
  return {
    tags: sorted(tags),
    attributes: sorted(attributes),
    values: sorted(values),
    words: sorted(words),
    segments: sorted(segments),
    matches: [...matches.keys()].sort().map((key) => matches.get(key)!),
  };
}

/** The strings and regular expressions in a source, and the attributes it reads by `dataset`. `isWhole`: a string by itself. */
function literalsOf(source: string): { texts: { text: string; isWhole: boolean }[]; names: string[] } {
  const texts: { text: string; isWhole: boolean }[] = [];
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) return;
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) texts.push({ text: node.text, isWhole: true });
    else if (ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node))
      texts.push({ text: node.text, isWhole: false });
    else if (ts.isRegularExpressionLiteral(node)) texts.push({ text: plainOf(node.text), isWhole: false });
    else if (ts.isPropertyAccessExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      if (node.expression.name.text === 'dataset')
        names.push(`data-${node.name.text.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('site.ts', source, ts.ScriptTarget.Latest, true));
  return { texts, names };
}

/** The fixed parts of a regular expression: without what stands for something else. */
function plainOf(regex: string): string {
  return regex
    .slice(1, regex.lastIndexOf('/'))
    .replace(/\\[dDwWsSbBnrtfv]|\\u\{?[0-9a-fA-F]+\}?|\\x[0-9a-fA-F]{2}|\\[pP]\{[^}]*\}|\{\d+(?:,\d*)?\}|\(\?<\w+>|\(\?[<:=!]+/g, ' ')
    .replace(/(?<!\\)\[(?:\\.|[^\]\\])*\]/g, ' ')
    .replace(/\\(.)/g, '$1');
}
