// A deal as it stands in its form, and back.
import { linesTotal } from '../../lib/domain/deal-lines';
import { isDay, type Day } from '../../lib/domain/day';
import type { Deal, DealLine } from '../../lib/domain/tie-records';
import type { WordKey } from '../../lib/words/words';

export type DealGiven = Omit<Deal, 'contactId' | 'createdAt' | 'updatedAt'>;

/** What the form holds, all as text; an empty text is "not known". */
export type DealDraft = Record<'item' | 'amount' | 'currency' | 'status' | 'openedOn' | 'closedOn' | 'paidOn' | 'lostReason', string>;

/** A line as it is typed. */
export type LineDraft = Record<'item' | 'quantity' | 'price', string>;

/** The line that is meant, or null while it is none. */
export function lineIn({ item, quantity, price }: LineDraft): DealLine | null {
  const [many, each] = [amountIn(quantity), amountIn(price)];
  return many === null || each === null ? null : { item: item.trim(), quantity: many, price: each };
}

/** The form of a deal, or of a new one. */
export function draftOfDeal(deal: DealGiven | null, today: Day, currency: string): DealDraft {
  if (!deal) return { item: '', amount: '', currency, status: 'open', openedOn: today, closedOn: '', paidOn: '', lostReason: '' };
  const { item, status, openedOn, lostReason } = deal;
  return {
    ...{ item, status, openedOn, lostReason },
    amount: deal.amount ?? '',
    currency: deal.currency ?? '',
    closedOn: deal.closedOn ?? '',
    paidOn: deal.paidOn ?? '',
  };
}

/** Digits with at most one decimal point; full-width digits, spaces and commas between thousands are understood. Null is no amount. */
export function amountIn(text: string): string | null {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  const digits = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain) ? plain.replaceAll(',', '') : plain;
  return /^\d{1,12}(\.\d{1,4})?$/.test(digits) ? digits : null;
}

/**
 * The deal that the form and its lines describe, or what is wrong with them. With lines the amount is their sum. A deal that is over without
 * a day was closed today.
 */
export function dealIn(
  draft: DealDraft,
  id: string,
  today: Day,
  given: readonly LineDraft[] = [],
): { deal: DealGiven } | { wrong: WordKey } {
  const item = draft.item.trim();
  const read = given.map(lineIn);
  const lines = read.filter((line) => line !== null);
  if (lines.length < read.length) return { wrong: 'deal_wrong_line' };
  const amount = lines.length > 0 ? linesTotal(lines) : draft.amount.trim() === '' ? null : amountIn(draft.amount);
  if (lines.length > 0 && amount === null) return { wrong: 'deal_wrong_total' };
  const currency = draft.currency.trim().toUpperCase();
  if (lines.length === 0 && draft.amount.trim() !== '' && amount === null) return { wrong: 'life_wrong_amount' };
  if (item === '' && amount === null) return { wrong: 'life_wrong_deal' };
  if (amount !== null && !/^[A-Z]{3}$/.test(currency)) return { wrong: 'life_wrong_currency' };
  const status = draft.status === 'won' || draft.status === 'lost' ? draft.status : 'open';
  const closedOn = status === 'open' ? null : draft.closedOn || today;
  const paidOn = status === 'won' && draft.paidOn !== '' ? draft.paidOn : null;
  if (![draft.openedOn, closedOn ?? today, paidOn ?? today].every(isDay)) return { wrong: 'life_wrong_day' };
  if (closedOn !== null && closedOn < draft.openedOn) return { wrong: 'life_wrong_closed' };
  const lostReason = status === 'lost' ? draft.lostReason.trim() : '';
  return {
    deal: {
      id,
      item,
      lines,
      amount,
      currency: amount === null ? null : currency,
      status,
      openedOn: draft.openedOn,
      closedOn,
      paidOn,
      lostReason,
    },
  };
}
