// A reply as it is being written.
import type { Reply } from '../../lib/domain/reply-records';

export type ReplyDraft = Pick<Reply, 'title' | 'body' | 'shortcut' | 'language' | 'folder' | 'tags' | 'fits' | 'sells'>;

export const blankDraft: ReplyDraft = {
  title: '',
  body: '',
  shortcut: '',
  language: null,
  folder: '',
  tags: [],
  fits: { types: [], tiers: [], stages: [], occasions: [] },
  sells: false,
};

export function draftOf({ title, body, shortcut, language, folder, tags, fits, sells }: ReplyDraft): ReplyDraft {
  return { title, body, shortcut, language, folder, tags, fits, sells };
}

export const sameDraft = (a: ReplyDraft, b: ReplyDraft): boolean => JSON.stringify(draftOf(a)) === JSON.stringify(draftOf(b));
