// The starter set as records, ready to be stored.
import { blankReply } from '../blank-reply';
import type { Reply } from '../reply-records';
import { english } from './en';
import { purposes, type StarterId, type StarterSet } from './purposes';
import { chinese } from './zh';

const SETS: Record<'en' | 'zh', StarterSet> = { en: english, zh: chinese };

/** All replies of one language, made at `now`. Their ids are always the same, so that one is never there twice. */
export function starterReplies(language: 'en' | 'zh', now: number): Reply[] {
  const { folders, replies } = SETS[language];
  return (Object.keys(purposes) as StarterId[]).map((id) => {
    const { folder, fits, sells = false } = purposes[id];
    const { title, body, shortcut } = replies[id];
    const blank = blankReply(title, body, now);
    return {
      ...blank,
      id: `starter-${language}-${id}`,
      shortcut,
      language,
      folder: folders[folder],
      fits: { ...blank.fits, ...fits },
      sells,
      starter: id,
    };
  });
}
