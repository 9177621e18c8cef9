// The timeline on a contact's page.
import { useState } from 'preact/hooks';
import { ErrorLine } from '../../components/ErrorLine';
import type { Clock } from '../../components/workspace/clock';
import { Timeline } from '../../components/workspace/Timeline';
import type { TimelineKind } from '../../lib/domain/timeline/item';
import { useTimeline } from './use-timeline';

export function TimelinePart({ contact, clock, onNote }: { contact: string; clock: Clock; onNote: (note: string) => void }) {
  const [kind, setKind] = useState<TimelineKind | null>(null);
  const { items, hasMore, error, more } = useTimeline(contact, kind);
  return (
    <>
      <Timeline
        items={items}
        hasMore={hasMore}
        kind={kind}
        today={clock.today}
        onKind={setKind}
        onMore={more}
        onOpen={({ on, id }) => {
          if (on === 'note') return onNote(id);
          const line = document.querySelector<HTMLElement>(`[data-edit="${CSS.escape(id)}"]`);
          line?.scrollIntoView({ block: 'center' });
          line?.focus();
        }}
      />
      <ErrorLine code={error} />
    </>
  );
}
