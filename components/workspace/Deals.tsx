// Deals and orders of a contact: the open ones and those that were won or lost.
import { useState } from 'preact/hooks';
import type { Day } from '../../lib/domain/day';
import { newId } from '../../lib/domain/id';
import { dateInWords } from '../../lib/words/dates';
import { languageTag, t, tn, type WordKey } from '../../lib/words/words';
import { amountInWords } from '../money-words';
import { dealIn, draftOfDeal, type DealGiven, type LineDraft } from './deal-draft';
import { DealLines } from './DealLines';
import { Field } from './Field';
import { LifeForm, LifeList } from './LifeList';
import { useDraft } from './use-draft';

const STATUSES: Record<DealGiven['status'], WordKey> = { open: 'life_deal_open', won: 'life_deal_won', lost: 'life_deal_lost' };

const linesInWords = ({ lines }: DealGiven): string => (lines.length > 1 ? tn('deal_lines', lines.length) : '');

export function Deals({
  deals,
  today,
  onSave,
  onRemove,
}: {
  deals: readonly DealGiven[];
  today: Day;
  onSave: (deal: DealGiven) => Promise<boolean>;
  onRemove: (deal: DealGiven) => void;
}) {
  const currency = deals.find((deal) => deal.currency !== null)?.currency ?? (languageTag() === 'zh-CN' ? 'CNY' : 'USD');
  return (
    <LifeList
      title={t('life_deals')}
      add={t('life_deal_add')}
      records={deals}
      line={(deal) => {
        const amount = amountInWords(deal.amount, deal.currency);
        return {
          what: deal.item || deal.lines.map(({ item }) => item).find(Boolean) || amount,
          more: [
            deal.item || deal.lines.some(({ item }) => item !== '') ? amount : '',
            linesInWords(deal),
            t(STATUSES[deal.status]),
            dateInWords(deal.closedOn ?? deal.openedOn, today),
            deal.lostReason,
          ]
            .filter(Boolean)
            .join(' · '),
        };
      }}
      form={(deal, shut) => (
        <DealForm deal={deal} currency={currency} today={today} onCancel={shut} onSave={async (given) => (await onSave(given)) && shut()} />
      )}
      onRemove={onRemove}
    />
  );
}

function DealForm({
  deal,
  currency,
  today,
  onSave,
  onCancel,
}: {
  deal: DealGiven | null;
  currency: string;
  today: Day;
  onSave: (deal: DealGiven) => void;
  onCancel: () => void;
}) {
  // One id for as long as the form is open: saving twice makes one deal.
  const [id] = useState(() => deal?.id ?? newId(Date.now()));
  const { draft, bind } = useDraft(draftOfDeal(deal, today, currency));
  const [lines, setLines] = useState<LineDraft[]>(() => deal?.lines.map((line) => ({ ...line })) ?? []);
  const [wrong, setWrong] = useState<WordKey | null>(null);
  const save = () => {
    const read = dealIn(draft, id, today, lines);
    if ('wrong' in read) return setWrong(read.wrong);
    setWrong(null);
    onSave(read.deal);
  };
  return (
    <LifeForm label={t(deal ? 'life_deal' : 'life_deal_add')} wrong={wrong && t(wrong)} onSave={save} onCancel={onCancel}>
      <Field label={t('life_deal_item')} wide>
        <input class="field private" maxLength={200} autocomplete="off" {...bind('item')} />
      </Field>
      <DealLines lines={lines} currency={draft.currency.trim().toUpperCase()} onLines={setLines} />
      {lines.length === 0 && (
        <Field label={t('life_deal_amount')}>
          <input class="field private" inputMode="decimal" maxLength={30} autocomplete="off" {...bind('amount')} />
        </Field>
      )}
      <Field label={t('life_deal_currency')}>
        <input class="field" maxLength={3} autocomplete="off" {...bind('currency')} />
      </Field>
      <Field label={t('life_deal_status')}>
        <select class="field" {...bind('status')}>
          {(Object.keys(STATUSES) as DealGiven['status'][]).map((status) => (
            <option key={status} value={status}>
              {t(STATUSES[status])}
            </option>
          ))}
        </select>
      </Field>
      <Field label={t('life_deal_opened')}>
        <input class="field" type="date" {...bind('openedOn')} />
      </Field>
      {draft.status !== 'open' && (
        <Field label={t(draft.status === 'won' ? 'life_deal_won_on' : 'life_deal_lost_on')}>
          <input class="field" type="date" {...bind('closedOn')} />
        </Field>
      )}
      {draft.status === 'won' && (
        <Field label={t('life_deal_paid')}>
          <input class="field" type="date" {...bind('paidOn')} />
        </Field>
      )}
      {draft.status === 'lost' && (
        <Field label={t('life_deal_reason')} wide>
          <input class="field private" maxLength={200} autocomplete="off" {...bind('lostReason')} />
        </Field>
      )}
    </LifeForm>
  );
}
