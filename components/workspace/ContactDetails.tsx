// How to reach a contact beside the chats, for which company, and by which channel the person came.
import { useId } from 'preact/hooks';
import { listChange } from '../../lib/domain/list-change';
import type { AboutChange } from '../../lib/domain/records';
import { readEmail } from '../../lib/formats/email';
import { phoneInWords, readPhone } from '../../lib/formats/phone';
import type { TieView } from '../../lib/messages/protocol';
import { t } from '../../lib/words/words';
import { KeptField } from './Field';
import { KeptList, type Reading } from './KeptList';
import { phoneWrong } from './phone-words';

const MOST = 20;

function emailIn(text: string): Reading {
  const value = readEmail(text);
  return value === null ? { wrong: t('life_wrong_email') } : { value };
}

interface DetailsProps {
  own: TieView['own'];
  /** Where numbers without a country's code belong, or null. */
  country: string | null;
  /** Channels by which others came. */
  sources: readonly string[];
  /** Says whether it was taken. */
  onSay: (about: AboutChange) => Promise<boolean>;
}

export function ContactDetails({ own, country, sources, onSay }: DetailsProps) {
  const id = useId();
  const phoneIn = (text: string): Reading => {
    const read = readPhone(text, country);
    return 'phone' in read ? { value: read.phone } : { wrong: phoneWrong(read) };
  };
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{t('life_details')}</h2>
      <div class="ws-life-form">
        <KeptList
          label={t('life_phones')}
          add={t('life_phone_add')}
          values={own.phones}
          shown={phoneInWords}
          read={phoneIn}
          inputMode="tel"
          most={MOST}
          onKeep={(phones) => onSay({ phones: listChange(own.phones, phones) })}
        />
        <KeptList
          label={t('life_emails')}
          add={t('life_email_add')}
          values={own.emails}
          read={emailIn}
          inputMode="email"
          most={MOST}
          onKeep={(emails) => onSay({ emails: listChange(own.emails, emails) })}
        />
        <KeptField label={t('life_company')} wide isPrivate maxLength={200} stored={own.company} onKeep={(company) => onSay({ company })} />
        <KeptField
          label={t('life_source')}
          hint={t('life_source_hint')}
          wide
          isPrivate
          maxLength={60}
          suggested={sources}
          stored={own.source}
          onKeep={(source) => onSay({ source })}
        />
      </div>
    </section>
  );
}
