// How well the page can be read, when it is not simply fine.
import type { Part, Reading } from '../../lib/messages/protocol';
import { siteName } from '../../lib/words/site-names';
import { languageTag, t, type WordKey } from '../../lib/words/words';

const parts: Record<Part, WordKey> = {
  account: 'common_part_account',
  conversation: 'common_part_conversation',
  messages: 'common_part_messages',
  composer: 'common_part_composer',
};

/** The missing parts, named: "the messages and the message box". */
export function missingInWords(missing: Part[]): string {
  return new Intl.ListFormat(languageTag()).format(missing.map((part) => t(parts[part])));
}

/** The clock time of an instant. */
export function clock(ms: number, zone: string): string {
  return new Intl.DateTimeFormat(languageTag(), { hour: '2-digit', minute: '2-digit', timeZone: zone }).format(ms);
}

export function ReadingState({ reading, siteName: site, zone }: { reading: Reading; siteName: string; zone: string }) {
  if (reading.state === 'reading') return null;
  return (
    <div class="panel-notice" role="status">
      {reading.state === 'partly' ? (
        <p>{t('panel_partly', missingInWords(reading.missing))}</p>
      ) : (
        <p>
          <strong>{t('panel_unrecognised', siteName(site), clock(reading.since, zone))}</strong> {t('panel_unrecognised_how')}
        </p>
      )}
    </div>
  );
}
