// Which selectors a taught site may hold. A small part of CSS, so that a file from somebody else can name elements and do nothing more.

/** Leads into the open shadow root of the element before it. */
export const INTO = ' >>> ';

/** No selector is longer: nobody can read one that is. */
export const LONGEST = 300;

// No escapes: names that need them are left to the structure around them.
const name = String.raw`-{0,2}(?:[_a-z]|[^\x00-\x7f])(?:[\w-]|[^\x00-\x7f])*`;
const value = String.raw`"(?:[^"\\\n]|\\[^\n])*"`;
const attribute = String.raw`\[${name}(?:[~|^$*]?=${value}(?: i)?)?\]`;
const simple = `(?:#${name}|\\.${name}|${attribute})`;
const pseudo = String.raw`:(?:(?:first|last|only)-(?:child|of-type)|nth-(?:last-)?(?:child|of-type)\(\d{1,4}\)|not\((?:${name}${simple}*|${simple}+)\)|scope)`;
const compound = `(?:(?:${name}|\\*)(?:${simple}|${pseudo})*|(?:${simple}|${pseudo})+)`;
const SELECTOR = new RegExp(`^${compound}(?:(?: [>+~] | )${compound})*$`, 'i');

/**
 * Whether this names elements and nothing else: tags, ids, classes, attributes, places among siblings, and the way into open
 * shadow roots. No lists, no `:has`, no addresses in values.
 */
export function isSelector(text: string): boolean {
  if (text.length > LONGEST || /:\/\/|javascript:|data:/i.test(text)) return false;
  const steps = text.split(INTO);
  return steps.length <= 6 && steps.every((step) => step !== '' && step === step.trim() && SELECTOR.test(step));
}

/** A value as it stands between quotes in a selector. */
export function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&').replace(/\n/g, '\\a ')}"`;
}

/** A name of a class or id as it stands in a selector; null for one that only escapes could write. */
export function plainName(text: string): string | null {
  return /^-?[_a-z][\w-]*$/i.test(text) ? text : null;
}
