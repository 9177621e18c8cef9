// From the page as it is to what may be told of it.
import type { ReportNode } from '../../domain/page-report';
import type { Hooks } from './hooks';
import { ADDRESSES, ATTRIBUTES, DRAWING, LAYOUT, TAGS, TEXTUAL, VALUELESS } from './standard';
import type { StandIns } from './stand-ins';
import type { Raw } from './take';
import { isMachineMade, type Values } from './values';
import type { Words } from './words';

/** Attributes that hold several names. */
const LISTS = new Set([
  'role',
  'rel',
  'for',
  'itemref',
  'headers',
  'aria-labelledby',
  'aria-describedby',
  'aria-controls',
  'aria-owns',
  'aria-details',
]);

/** What a style says of sides; null when it says nothing of them. */
function layoutIn(style: string): string | null {
  const told = style.split(';').flatMap((part) => {
    const [, name = '', value = ''] = /^\s*([\w-]+)\s*:\s*([\w-]+)/.exec(part) ?? [];
    return Object.hasOwn(LAYOUT, name) && LAYOUT[name]!.has(value) ? [`${name}: ${value}`] : [];
  });
  return told.length > 0 ? told.join('; ') : null;
}

export function rewrite(
  raw: Raw,
  { hooks, values, words, standIns }: { hooks: Hooks; values: Values; words: Words; standIns: StandIns },
): ReportNode {
  const tagOf = (tag: string): string => {
    const name = tag.toLowerCase();
    return TAGS.has(name) || hooks.isTag(name) ? name : `x-${standIns.word(name).toLowerCase()}`;
  };
  const nameOf = (name: string): string =>
    ATTRIBUTES.has(name) || hooks.isAttribute(name) ? name : `data-${standIns.word(name).toLowerCase()}`;

  /** The value to show of an attribute; null to leave it out. */
  function valueOf(name: string, value: string): string | null {
    if (name.startsWith('on') || DRAWING.has(name)) return null;
    if (name === 'style') {
      const match = hooks.matchIn('style', value);
      return match ? value.slice(match.start, match.end) : layoutIn(value);
    }
    if (value === '' || VALUELESS.has(name)) return '';
    if (name === 'class') return values.classes(value);
    if (name === 'lang' || name === 'hreflang') return values.language(value);
    if (name === 'tabindex') return /^-?[01]$/.test(value) ? value : '';
    if (ADDRESSES.has(name)) return values.address(value);
    if (LISTS.has(name))
      return value
        .split(/\s+/)
        .slice(0, 10)
        .map((part) => values.machine(name, part))
        .join(' ');
    if (TEXTUAL.has(name)) return words.label(name, value);
    return values.json(value) ?? (isMachineMade(value) ? values.machine(name, value) : words.label(name, value));
  }

  function textIn(parent: string, text: string): string {
    if (parent === 'title') return words.label('page title', text);
    // The title of a picture is often the name of the icon.
    return parent === 'svg title' && isMachineMade(text.trim())
      ? values.machine('title', text.trim())
      : words.text(text, /^h[1-6]$/.test(parent));
  }

  function nodes(children: readonly (Raw | string)[], parent: string): (ReportNode | string)[] {
    return children
      .map((child) => (typeof child === 'string' ? textIn(parent, child) : element(child, parent)))
      .filter((node) => node !== '' && node !== null) as (ReportNode | string)[];
  }

  function element(from: Raw, parent: string): ReportNode | null {
    const attributes = new Map<string, string>();
    for (const [name, value] of from.attributes.slice(0, 60)) {
      const told = valueOf(name.toLowerCase(), value);
      if (told !== null) attributes.set(nameOf(name.toLowerCase()), told);
    }
    const tag = tagOf(from.tag);
    if (tag === 'meta' && !hooks.matchIn('name', attributes.get('name') ?? '')) return null;
    const children = nodes(from.children, tag === 'title' && parent === 'svg' ? 'svg title' : tag);
    return {
      tag,
      ...(attributes.size > 0 ? { attributes: Object.fromEntries(attributes) } : {}),
      ...(children.length > 0 ? { children } : {}),
      ...(from.shadow ? { shadow: nodes(from.shadow, tag) } : {}),
      ...(from.cut > 0 ? { cut: from.cut } : {}),
    };
  }
  return element(raw, '')!;
}
