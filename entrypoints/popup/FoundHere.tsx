// A remembered person in the popup, found by name while the page cannot be read: notes, tags and follow-ups, as in the panel.
import { useMemo } from 'preact/hooks';
import { ErrorLine } from '../../components/ErrorLine';
import { Found } from '../../components/panel/Found';
import { askAbout } from '../../lib/hooks/ask-about';
import { useAnswer } from '../../lib/hooks/use-answer';
import { useFresh } from '../../lib/hooks/use-fresh';
import { useToday } from '../../lib/hooks/use-today';
import type { ShownSettings } from '../../lib/messages/protocol';

const TABLES = ['contacts', 'identities', 'interactions', 'days', 'notes', 'followUps', 'settings'];

export function FoundHere({ contact, settings, onBack }: { contact: string; settings: ShownSettings; onBack: () => void }) {
  const { answer, error } = useAnswer('contact.get', { contact }, TABLES);
  const { today, zone } = useToday();
  const fresh = useFresh('replies');
  const act = useMemo(() => askAbout({ contact }), [contact]);
  if (!answer?.person) return <ErrorLine code={answer ? 'gone' : error} onGone={onBack} />;
  return (
    <div class="popup-found">
      <Found
        person={answer.person}
        draft={answer.draft}
        paused={settings.paused}
        onBack={onBack}
        today={today}
        zone={zone}
        fresh={fresh}
        blurred={settings.blurred}
        act={act}
      />
    </div>
  );
}
