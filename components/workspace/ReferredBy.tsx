// By whom a person was brought, and whom they brought: links both ways.
import { useId, useRef, useState } from 'preact/hooks';
import { gap } from '../../lib/words/sentences';
import { t, tn } from '../../lib/words/words';
import { Button } from '../Button';
import type { Try } from '../panel/act';
import { FindPerson } from '../panel/SamePerson';
import { hashOf } from './route';

type Named = { id: string; name: string };

interface ReferredByProps {
  contact: string;
  referredBy: Named | null;
  /** Those whom this one brought and who are there. */
  brought: readonly Named[];
  /** How many were brought, forgotten ones too. */
  many: number;
  attempt: Try;
  /** Puts down who brought them, null nobody. Says whether that was kept. */
  onSet: (by: Named | null) => Promise<boolean>;
}

const Person = ({ id, name }: Named) => (
  <a href={hashOf('contacts', id)}>
    <span class="private">{name}</span>
  </a>
);

export function ReferredBy({ contact, referredBy, brought, many, attempt, onSet }: ReferredByProps) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const place = useRef<HTMLElement>(null);
  const shut = () => {
    setOpen(false);
    // What had the focus goes away: back to the button that opened it.
    requestAnimationFrame(() => place.current?.querySelector('button')?.focus());
  };
  const set = async (by: Named | null) => (await onSet(by)) && shut();
  return (
    <section ref={place} aria-labelledby={id}>
      <h2 id={id}>{t('referral_title')}</h2>
      {referredBy && (
        <p>
          {t('life_referred_by')}
          {gap()}
          <Person {...referredBy} />
        </p>
      )}
      {isOpen ? (
        <section
          aria-label={t('referral_title')}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && !event.isComposing) shut();
          }}
        >
          <FindPerson
            label={t('referral_whom')}
            attempt={attempt}
            except={contact}
            focus
            onPick={({ id, name }) => void set({ id, name })}
          />
          <div class="panel-acts">
            {referredBy && (
              <Button kind="text" onClick={() => void set(null)}>
                {t('referral_nobody')}
              </Button>
            )}
            <Button kind="text" onClick={shut}>
              {t('common_cancel')}
            </Button>
          </div>
        </section>
      ) : (
        <Button kind="text" onClick={() => setOpen(true)}>
          {t(referredBy ? 'referral_change' : 'referral_add')}
        </Button>
      )}
      {many > 0 && (
        <p class="ws-brought">
          {tn('referral_brought', many)}
          {brought.map((one, index) => (
            <span key={one.id}>
              {index === 0 ? gap() : t('work_comma')}
              <Person {...one} />
            </span>
          ))}
        </p>
      )}
    </section>
  );
}
