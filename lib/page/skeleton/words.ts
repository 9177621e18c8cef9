// Words of people: texts, labels, names. A label such as "You", which tells whose message it is, stays; a name that stands in several places gets
// a stand-in, so that it can still be seen to be one; everything else becomes dots of about that length.
import { GROUP, PENDING, SENT, YOU } from '../../sites/words';
import { dots } from './dots';
import type { Hooks } from './hooks';
import { sentence } from './sentences';
import { inventStamp, isStamp, stampsIn } from './stamps';
import type { StandIns } from './stand-ins';
import type { Values } from './values';

export interface Words {
  /** The text of an element, of a heading where that is said. */
  text(text: string, isHeading?: boolean): string;
  /** An attribute that people read. */
  label(attribute: string, value: string): string;
}

/** Attributes whose words our sites look into. */
const LOOKED_INTO = new Set(['aria-label', 'title', 'placeholder', 'aria-placeholder']);
/** Longer labels are whole messages. */
const LONGEST = 300;
// eslint-disable-next-line no-control-regex -- marks that no one sees
export const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+/g;

export interface PhraseList {
  /** Names and the like, the longest first. */
  phrases: readonly string[];
  /** Runs of letters and digits that stand in machine-made values, in lower case. */
  tokens: ReadonlySet<string>;
}

/** `language` is that of the page, two letters. */
export function makeWords(hooks: Hooks, values: Values, standIns: StandIns, { phrases, tokens }: PhraseList, language: string): Words {
  const known = new Set(phrases);

  /** Whether this is a label where one may stand. Somebody may have written “read” as a message: that is no label. */
  const isLabel = (text: string, attribute: string): boolean => {
    if (!LOOKED_INTO.has(attribute) || /[\t\n]/.test(text)) return false;
    const small = text.toLowerCase();
    return SENT.has(small) || PENDING.has(small) || YOU.test(`${language}\t${text}\n${text}`);
  };

  /** A name, word by word: its parts may stand alone elsewhere. In a list of names one of them may be the user. */
  const name = (phrase: string, attribute: string): string =>
    phrase
      .split(/([\s,،、，]+)/)
      .map((word, i) => {
        if (i % 2 === 1 || word === '' || /^\p{P}$/u.test(word)) return word;
        if (isLabel(word, attribute) && (word === phrase || /[,،、]/.test(phrase))) return word;
        return /[\p{L}\p{N}]/u.test(word) ? values.token(word) : standIns.word(word);
      })
      .join('');

  /** Whether this is written as ids are, and all of it stands in such ids. */
  const isToken = (text: string): boolean =>
    /^[\x21-\x7e]{2,80}$/.test(text) &&
    (text.match(/[A-Za-z0-9]+/g) ?? []).every((part) => tokens.has(part.toLowerCase())) &&
    /[A-Za-z0-9]/.test(text);

  const stamped = (text: string): string => text.replace(stampsIn(), inventStamp);

  /** A whole text that says something by itself; null when it has to be taken apart. */
  function whole(text: string, attribute: string): string | null {
    if (/^\d{5,}$/.test(text)) return standIns.number(text);
    if (isToken(text) || /^(?=.*[@:/#_\d])[\x21-\x7e]{3,120}$/.test(text)) return isStamp(text) ? stamped(text) : values.token(text);
    if (known.has(text)) return name(text, attribute);
    return isStamp(text) ? stamped(text) : null;
  }

  const edges = (text: string, inner: (core: string) => string): string => {
    const core = text.trim();
    if (core === '') return text === '' || text.includes('\n') ? '' : ' ';
    return (text === text.trimStart() ? '' : ' ') + inner(core) + (text === text.trimEnd() ? '' : ' ');
  };

  /** What is left of a label between stamps and names. */
  function rest(text: string, attribute: string): string {
    const pieces = text.split(/([,،、|])/);
    return pieces
      .map((piece) => {
        const [, before = '', core = '', after = ''] = /^([\s\p{P}\p{S}]{0,3})([\s\S]*?)([\s\p{P}\p{S}]{0,3})$/u.exec(piece)!;
        const signs = (text: string): string => text.replace(/[^\s@:：,،、|[\]().·"'“”-]/gu, '');
        return signs(before) + (core === '' ? '' : inner(core, attribute)) + signs(after);
      })
      .join('');
  }
  function inner(core: string, attribute: string): string {
    if (isLabel(core, attribute)) return core;
    if (/^\d+$/.test(core)) return standIns.number(core);
    if (attribute === 'page title') return hooks.isValue(core) ? core : dots(core);
    if (!LOOKED_INTO.has(attribute)) return dots(core);
    const found = GROUP.exec(core);
    return found
      ? [core.slice(0, found.index), found[0], core.slice(found.index + found[0].length)]
          .map((part, i) => (i === 1 || part === '' ? part : dots(part)))
          .join('')
      : dots(core);
  }

  /** A label with names in it. */
  function named(text: string, attribute: string): string {
    let place = -1;
    const phrase = phrases.find((one) => (place = placeOf(one, text)) >= 0);
    if (phrase === undefined) return rest(text, attribute);
    return named(text.slice(0, place), attribute) + name(phrase, attribute) + named(text.slice(place + phrase.length), attribute);
  }

  /** Stamps and what is between them. */
  function stampedAndNamed(text: string, attribute: string): string {
    let made = '';
    let end = 0;
    for (const found of text.matchAll(stampsIn())) {
      made += named(text.slice(end, found.index), attribute) + inventStamp(found[0]);
      end = found.index + found[0].length;
    }
    return made + named(text.slice(end), attribute);
  }

  const inLabels = {
    name: (text: string) => name(text, 'aria-label'),
    around: (text: string) => stampedAndNamed(text, 'aria-label'),
    isYou: (text: string) => isLabel(text, 'aria-label'),
  };

  function label(attribute: string, value: string): string {
    return edges(value.replace(UNSEEN, ''), (text) => {
      const match = hooks.matchIn(attribute, text);
      if (match && match.end - match.start === text.length) return text;
      const [, core = '', colon = ''] = /^([\s\S]*?)(\s*[:：]?)$/.exec(text)!;
      if (isLabel(core, attribute)) return core + colon;
      const told = (attribute === 'aria-label' ? sentence(text, inLabels) : null) ?? (text.length > LONGEST ? dots(text) : null);
      if (told !== null) return told;
      const short = whole(core, attribute);
      if (short !== null) return short + colon;
      if (!match || match.end - match.start < 3) return stampedAndNamed(text, attribute);
      return (
        text.slice(0, match.start).replace(/[\s\S]+/, dots) +
        text.slice(match.start, match.end) +
        stampedAndNamed(text.slice(match.end), attribute)
      );
    });
  }

  return {
    label,
    text: (text, isHeading = false) =>
      edges(
        text.replace(UNSEEN, (marks) => (/\n/.test(marks) ? '\n' : '')),
        (core) => (isHeading ? sentence(core, inLabels) : null) ?? whole(core, '') ?? dots(core),
      ),
  };
}

/** Where a name stands by itself in a text, -1 where it does not. In scripts without spaces it may touch other letters. */
export function placeOf(phrase: string, text: string): number {
  const isJoined = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/.test(phrase);
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
    if (isJoined || !(/[\p{L}\p{N}]$/u.test(text.slice(0, at)) || /^[\p{L}\p{N}]/u.test(text.slice(at + phrase.length)))) return at;
  }
  return -1;
}
