// What is asked when a lead is won or lost: why it was lost, and which of its open deals are closed with it.
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { ClosedStage } from '../../lib/domain/lead/closed';
import type { LeadCard } from '../../lib/messages/protocol';
import { t } from '../../lib/words/words';
import { Button } from '../Button';
import { amountInWords } from '../money-words';

export interface ClosingProps {
  card: LeadCard;
  to: ClosedStage;
  /** Why others were lost, in the rep's own words. */
  reasons: readonly string[];
  onSave: (lostReason: string, deals: string[]) => void;
  onCancel: () => void;
}

export function Closing({ card, to, reasons, onSave, onCancel }: ClosingProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const [reason, setReason] = useState('');
  // With a lost lead all its deals are; which one was won the rep has to say, unless there is one alone.
  const [deals, setDeals] = useState(() => (to === 'lost' || card.deals.length === 1 ? card.deals.map((deal) => deal.id) : []));
  return (
    <dialog ref={dialog} class="lead-dialog" aria-labelledby={id} onCancel={onCancel}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onSave(to === 'lost' ? reason.trim() : '', deals);
        }}
      >
        <h2 id={id}>{to === 'lost' ? t('lead_lost_title') : t('lead_won_title')}</h2>
        <p class="private">{card.name}</p>
        {to === 'lost' && (
          <fieldset>
            <legend>{t('lead_lost_reason')}</legend>
            {reasons.map((one) => (
              <label key={one} class="ws-check">
                <input type="radio" name={`${id}-reason`} checked={reason === one} onChange={() => setReason(one)} />
                <span class="private">{one}</span>
              </label>
            ))}
            <input
              class="field private"
              aria-label={t('lead_lost_own')}
              placeholder={t('lead_lost_own_hint')}
              maxLength={200}
              autocomplete="off"
              value={reason}
              onInput={(event) => setReason(event.currentTarget.value)}
            />
          </fieldset>
        )}
        {card.deals.length > 0 && (
          <fieldset>
            <legend>{to === 'lost' ? t('lead_lost_deals') : t('lead_won_deals')}</legend>
            {card.deals.map((deal) => (
              <label key={deal.id} class="ws-check">
                <input
                  type="checkbox"
                  checked={deals.includes(deal.id)}
                  onChange={({ currentTarget: { checked } }) =>
                    setDeals((all) => (checked ? [...all, deal.id] : all.filter((one) => one !== deal.id)))
                  }
                />
                <span class="private">
                  {[deal.item, amountInWords(deal.amount, deal.currency)].filter((word) => word !== '').join(' · ')}
                </span>
              </label>
            ))}
          </fieldset>
        )}
        <div class="panel-acts">
          <Button type="submit" kind="primary">
            {to === 'lost' ? t('lead_lost_save') : t('lead_won_save')}
          </Button>
          <Button kind="text" onClick={onCancel}>
            {t('common_cancel')}
          </Button>
        </div>
      </form>
    </dialog>
  );
}
