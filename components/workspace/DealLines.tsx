// What a deal consists of, line by line: what, how many, at what price each, and what that comes to.
import { useRef } from 'preact/hooks';
import { lineTotal, linesTotal } from '../../lib/domain/deal-lines';
import { MOST_LINES } from '../../lib/domain/tie-records';
import { t } from '../../lib/words/words';
import { Button, IconButton } from '../Button';
import { amountInWords } from '../money-words';
import { lineIn, type LineDraft } from './deal-draft';

export function DealLines({
  lines,
  currency,
  onLines,
}: {
  lines: readonly LineDraft[];
  currency: string;
  onLines: (lines: LineDraft[]) => void;
}) {
  const place = useRef<HTMLFieldSetElement>(null);
  const read = lines.map(lineIn);
  const whole = read.every((line) => line !== null) ? linesTotal(read) : null;
  const set = (at: number, part: Partial<LineDraft>) => onLines(lines.map((line, n) => (n === at ? { ...line, ...part } : line)));
  const add = () => {
    onLines([...lines, { item: '', quantity: '1', price: '' }]);
    requestAnimationFrame(() =>
      [...(place.current?.querySelectorAll<HTMLElement>('tbody tr') ?? [])].at(-1)?.querySelector('input')?.focus(),
    );
  };
  const remove = (at: number) => {
    // The button goes away with its line.
    place.current?.querySelector<HTMLElement>('[data-add-line]')?.focus();
    onLines(lines.filter((_, n) => n !== at));
  };
  return (
    <fieldset ref={place} class="ws-deal-lines wide">
      <legend class="label">{t('deal_lines')}</legend>
      {lines.length > 0 && (
        <table class="ws-table">
          <thead>
            <tr>
              <th scope="col">{t('deal_line_item')}</th>
              <th scope="col">{t('deal_line_quantity')}</th>
              <th scope="col">{t('deal_line_price')}</th>
              <th scope="col" class="ws-number">
                {t('deal_line_total')}
              </th>
              <th scope="col">
                <span class="visually-hidden">{t('deal_line_remove_head')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line, at) => (
              <tr key={at}>
                <LineField label={t('deal_line_item_of', at + 1)} text={line.item} longest={200} onText={(item) => set(at, { item })} />
                <LineField
                  label={t('deal_line_quantity_of', at + 1)}
                  text={line.quantity}
                  longest={20}
                  isNumber
                  onText={(quantity) => set(at, { quantity })}
                />
                <LineField
                  label={t('deal_line_price_of', at + 1)}
                  text={line.price}
                  longest={30}
                  isNumber
                  onText={(price) => set(at, { price })}
                />
                <td class="ws-number private">{read[at] ? amountInWords(lineTotal(read[at]), null) : '–'}</td>
                <td>
                  <IconButton icon="close" label={t('deal_line_remove', at + 1)} onClick={() => remove(at)} />
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={3}>
                {t('deal_lines_total')}
              </th>
              <td class="ws-number private">
                <output>{whole === null ? '–' : amountInWords(whole, currency)}</output>
              </td>
              <td />
            </tr>
          </tfoot>
        </table>
      )}
      {lines.length < MOST_LINES && (
        <Button kind="text" data-add-line onClick={add}>
          {t('deal_line_add')}
        </Button>
      )}
    </fieldset>
  );
}

interface LineFieldProps {
  label: string;
  text: string;
  longest: number;
  isNumber?: boolean;
  onText: (text: string) => void;
}

function LineField({ label, text, longest, isNumber = false, onText }: LineFieldProps) {
  return (
    <td>
      <input
        class={isNumber ? 'field ws-short private' : 'field private'}
        aria-label={label}
        {...(isNumber ? { inputMode: 'decimal' } : {})}
        maxLength={longest}
        autocomplete="off"
        value={text}
        onInput={({ currentTarget }) => onText(currentTarget.value)}
      />
    </td>
  );
}
