// The focus of the picker: taken with what was typed so far, kept from a page that takes it in the middle of a word.
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Channel } from './channel';

/** A blur so soon after a key, or after the focus came, was no hand. */
const THEFT_MS = 300;

export function useFocus(given: {
  channel: Channel;
  field: RefObject<HTMLInputElement | null>;
  query: string;
  type: (query: string) => void;
  /** While a reply is on its way the page has the focus by our own will. */
  isBusy: RefObject<boolean>;
  onStolen: () => void;
  onBack: () => void;
}): void {
  const latest = useRef(given);
  latest.current = given;
  const { channel } = given;

  useEffect(() => {
    let lastSign = -Infinity;
    /** What stood in the composer before the focus came; what is typed here stands behind it. */
    let before = '';
    const key = (): void => void (lastSign = performance.now());
    const focus = (): void => {
      key();
      latest.current.field.current?.focus();
      latest.current.onBack();
      channel.say({ say: 'focused' });
    };
    const blur = (): void => {
      if (!latest.current.isBusy.current) channel.say({ say: 'blur', stolen: performance.now() - lastSign < THEFT_MS });
    };
    channel.onTold((told) => {
      if (told.tell === 'stolen') return latest.current.onStolen();
      const { query, type, field } = latest.current;
      type(told.query + (query.startsWith(before) ? query.slice(before.length) : query));
      before = told.query;
      field.current?.focus();
    });
    addEventListener('keydown', key, { capture: true });
    addEventListener('focus', focus);
    addEventListener('blur', blur);
    channel.say({ say: 'ready' });
    return () => {
      removeEventListener('keydown', key, { capture: true });
      removeEventListener('focus', focus);
      removeEventListener('blur', blur);
    };
  }, [channel]);
}
