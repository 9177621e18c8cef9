// How little room is left, in words.
import type { Answer } from '../lib/messages/protocol';
import { languageTag, t } from '../lib/words/words';

/** What has to be said of the room on the disk; null when there is enough. */
export function spaceInWords(seen: Answer<'space.state'> | null): string | null {
  if (!seen || seen.space === 'enough') return null;
  if (seen.space === 'full' || seen.free === null) return t('space_full');
  const left = new Intl.NumberFormat(languageTag(), { style: 'unit', unit: 'megabyte', maximumFractionDigits: 0 }).format(seen.free / 1e6);
  return t('space_low', left);
}
