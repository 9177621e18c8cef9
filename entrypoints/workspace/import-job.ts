// What a file's replies go through on their way in: names of stages become those of this book, and parts go to the background one by one.
import type { Stage } from '../../lib/domain/care';
import { portableOf, type Portable } from '../../lib/domain/portable-reply';
import { stageCalled } from '../../lib/domain/stage-words';
import type { Incoming } from '../../lib/formats/replies/incoming';
import { ask } from '../../lib/messages/ask';
import type { Answer } from '../../lib/messages/protocol';

/** What one message may carry: see `replies.stage`. */
const MOST_IN_PART = 500;
const MOST_CHARACTERS = 200_000;

/** A reply with the ids of stages here; a stage that is none of this book's is left out, and said. */
export function withStages(reply: Incoming, stages: readonly Stage[]): Incoming {
  const ids = reply.fits.stages.map((name) => stageCalled(name, stages));
  const gone = reply.fits.stages.filter((_, i) => ids[i] === null);
  return {
    ...reply,
    fits: { ...reply.fits, stages: [...new Set(ids.flatMap((id) => id ?? []))] },
    changes: [...reply.changes, ...gone.map((name) => ({ kind: 'left-out' as const, from: name, to: '' }))],
  };
}

function* partsOf(replies: readonly Portable[]): Generator<Portable[]> {
  let part: Portable[] = [];
  let size = 0;
  for (const reply of replies) {
    if (part.length >= MOST_IN_PART || (part.length > 0 && size + reply.body.length > MOST_CHARACTERS)) {
      yield part;
      part = [];
      size = 0;
    }
    part.push(reply);
    size += reply.body.length;
  }
  if (part.length > 0) yield part;
}

/**
 * Sets the replies aside part by part, then has them put in at once. Leaves nothing behind when it fails or is cancelled: then it stops with the
 * signal's reason.
 */
export async function bringIn(replies: readonly Portable[], signal: AbortSignal): Promise<Answer<'replies.import'>> {
  const { job } = await ask('restore.begin', {});
  try {
    let n = 0;
    for (const part of partsOf(replies.map(portableOf))) {
      signal.throwIfAborted();
      await ask('replies.stage', { job, n: n++, replies: part });
    }
    signal.throwIfAborted();
    return await ask('replies.import', { job });
  } catch (error) {
    await ask('replies.drop', { job }).catch(() => undefined);
    throw error;
  }
}
