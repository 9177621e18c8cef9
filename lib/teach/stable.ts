// What on an element is likely to be the same tomorrow, with another person, after the next release of the site.
import { plainName } from '../domain/selector';
import { PENDING, SENT, YOU } from '../sites/words';

/** Attributes that people put there for tests and tools: their values are names. */
const TEST_IDS = /^data-(testid|test-id|test|qa|cy|e2e|tid|hook|selector|automation-?id|purpose)$/;
/** Values that name a kind of thing in plain words. */
const NAMING = /^(role|itemprop|type|name|contenteditable|slot|part)$/;
/** What frameworks make up, what changes by itself, and what belongs to readers and layout. */
const FLEETING =
  /^(style|class|id|title|value|href|src|srcset|alt|dir|lang|tabindex|placeholder|draggable|hidden|width|height|d|for|is|xmlns.*|on.*|aria-.*|_ng.*|data-(v-.*|react.*|radix.*|headlessui.*|styled.*|emotion.*|state|index|item-index|known-size|focus.*|hover.*|active|selected|open|orientation|loaded|visible|theme|color-.*|tab|lexical-text|offset-key))$/;
/** Names of attributes whose values tell one person or message from another. */
export const IDENTIFYING =
  /(^|[-_])(id|ids|key|uid|uuid|guid|mid|jid|urn|msgid|messageid|message|ts|cid|sid|peer|user|username|account|author|sender|from|to|conversation|chat|thread|channel|room)$/;

/** States that come and go: they say nothing about what an element is. */
const STATE =
  /(^|[-_])(is-?)?(read|unread|seen|delivered|new|first|last|middle|single|active|inactive|hover|hovered|focus|focused|selected|highlight|highlighted|group|grouped|tail|avatar|visible|hidden|loaded|animated|enter|leave|even|odd|open|opened|closed|collapsed|expanded|pressed|disabled|editing|edited|pinned|empty|current|online|offline|ng)($|[-_])|^(can|has)-/i;
/** Classes that say how something looks: many elements share them. */
const LOOK =
  /^-?(flex|grid|block|inline|hidden|relative|absolute|fixed|sticky|container|row|col|clearfix|truncate|[wh]-|m[trblxyse]?-|p[trblxyse]?-|min-|max-|text-|bg-|border|rounded|items-|justify-|self-|content-|gap-|space-|overflow-|shadow|font-|leading-|tracking-|cursor-|transition|duration|ease|z-|top-|left-|right-|bottom-|inset-|opacity-|order-|float-|pull-|col-|d-|align-|scroll|t-\d|ng-)/;

/** Whether a name looks made up by a tool that builds style sheets: it is another one after the next release. */
export function isHashed(name: string): boolean {
  if (/^(css|sc|jsx|jss|svelte|emotion|tss|style|styled|astro|vue|cls|c|r|x|_|__)[-_]?[0-9a-z]*\d[0-9a-z]*$/i.test(name)) return true;
  if (/^(css|sc|emotion|jsx|svelte)-/i.test(name) || /^_{1,2}[0-9a-z]+$/i.test(name) || name.length < 2) return true;
  return name.split(/[-_]+/).some((part) => isGibberish(part));
}

/** A run of characters that is no word: digits among letters, capitals in odd places, no vowel in a long one. */
function isGibberish(part: string): boolean {
  if (part.length < 4) return /\d[a-z]|[a-z]\d[a-z]/i.test(part);
  if (/^\d+$/.test(part)) return part.length > 4;
  if (/[a-z]\d|\d[a-z]/i.test(part) && !/^[a-z]{3,}\d{1,2}$/i.test(part)) return true;
  if (/[A-Z]{2,}[a-z]+[A-Z]|[a-z][A-Z]{2,}[a-z]|[a-z][A-Z]$/.test(part)) return true;
  return !/[aeiouy]/i.test(part) && part.length > 4;
}

/** The stable part before a hash, as CSS modules write it (`message__5126c`), or null. */
export function stablePart(name: string): string | null {
  const part = /^([a-z][a-z-]*[a-z](?:[A-Z][a-z]+)*_{1,2})[0-9A-Za-z_-]*\d?[0-9A-Za-z]{3,}$/.exec(name)?.[1];
  return part && part.length >= 5 && isHashed(name.slice(part.length - 1)) && !isHashed(part.replace(/_+$/, '')) ? part : null;
}

export const isState = (name: string): boolean => STATE.test(name);

/** Class names that are words, the telling ones first; states and hashes left out. */
export function stableClasses(element: Element): string[] {
  const names = [...element.classList].filter((name) => plainName(name) && !isHashed(name) && !isState(name));
  return [...names.filter((name) => !LOOK.test(name)), ...names.filter((name) => LOOK.test(name))];
}

export const isLook = (name: string): boolean => LOOK.test(name);

/** Whether an id looks written by hand. */
export function isStableId(id: string): boolean {
  return (
    id.length > 1 && plainName(id) !== null && !/\d/.test(id) && !isHashed(id) && !/^(ember|radix|headlessui|mui|react|ext|yui)\b/.test(id)
  );
}

/** Whether an attribute may be named in a selector. */
export function isStableAttribute(name: string): boolean {
  return /^[a-z][a-z-]*$/.test(name) && !FLEETING.test(name);
}

/** Whether this attribute's value names a kind of thing, not one thing. */
export function isNaming(name: string, value: string): boolean {
  return (
    (TEST_IDS.test(name) || NAMING.test(name)) &&
    /^[a-z][a-z_:.-]*$/i.test(value) &&
    value.length <= 60 &&
    !value.split(/[-_:.]/).some((part) => isHashed(part) && part.length > 3)
  );
}

export const isTestId = (name: string): boolean => TEST_IDS.test(name);

/** Words by which sites say whose message it is. The short ones say so only at the end of a name: `is-out`, but not `first-in-group`. */
const SIDES =
  /(^|-)(incoming|outgoing|inbound|outbound|own|self|me|mine|my|others?|them|theirs?|peer|sent|received|sender|receiver|visitor|guest|agent|customer|client|operator|yours?|isme|isown|ismine|isself|fromme)(-|$)|(^|-)(in|out|left|right|start|end|from|to|user|you|admin|recv|send|receive)$/;

/** Whether a name or value speaks of the side of a message. */
export function speaksOfSides(text: string): boolean {
  const plain = text
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .replace(/[^\p{L}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase();
  const last = text
    .split('=')
    .at(-1)!
    .replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  return SIDES.test(plain) || YOU.test(last);
}

/** Whether a value says what became of a message: it is another one a moment later. */
export function speaksOfState(text: string): boolean {
  const plain = text.toLowerCase().trim();
  return SENT.has(plain) || PENDING.has(plain) || isState(text);
}
