// All there is to say of one lead beside the board: the score with its reasons, and what can be changed without opening the contact.
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { Nurture } from '../../lib/domain/kinds';
import type { Answer, LeadCard } from '../../lib/messages/protocol';
import { tell } from '../../lib/words/said';
import { t, type WordKey } from '../../lib/words/words';
import { IconButton } from '../Button';
import { Field } from '../workspace/Field';
import { amountInWords } from '../money-words';
import { NurtureChoice } from '../workspace/NurtureChoice';
import { hashOf } from '../workspace/route';
import { stageName } from '../workspace/stage-name';
import { dwellInWords } from './LeadCard';

type Score = Answer<'lead.score'>;
const PARTS: Record<Score['parts'][number]['part'], WordKey> = {
  fit: 'lead_part_fit',
  deal: 'lead_part_deal',
  talk: 'lead_part_talk',
  heard: 'lead_part_heard',
  next: 'lead_part_next',
  dwell: 'lead_part_dwell',
};

export function LeadDetail(props: {
  card: LeadCard;
  score: Score | null;
  today: string;
  stages: readonly { id: string; name: string; removed: boolean }[];
  onMove: (to: string | null) => void;
  onNurture: (nurture: Nurture | null) => Promise<boolean>;
  onClose: () => void;
}) {
  const { card, score, today, stages } = props;
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [card.id]);
  return (
    <div
      class="lead-detail"
      role="dialog"
      aria-labelledby={id}
      onKeyDown={(event) => {
        if (event.key === 'Escape') props.onClose();
      }}
    >
      <header>
        <h2 id={id} ref={heading} tabIndex={-1} class="private">
          {card.name}
        </h2>
        <IconButton icon="close" label={t('common_close')} onClick={props.onClose} />
      </header>
      <p>
        <a href={hashOf('contacts', card.id)}>{t('lead_open_page')}</a>
      </p>
      <Field label={t('life_stage')}>
        <select
          class="field"
          value={card.stage ?? ''}
          onChange={({ currentTarget }) => {
            const to = currentTarget.value || null;
            // It changes when it is done, for more may be asked first.
            currentTarget.value = card.stage ?? '';
            props.onMove(to);
          }}
        >
          <option value="">{t('life_stage_none')}</option>
          {stages
            .filter((stage) => !stage.removed || stage.id === card.stage)
            .map((stage) => (
              <option key={stage.id} value={stage.id}>
                {stageName(stage)}
              </option>
            ))}
        </select>
      </Field>
      <Field label={t('lead_nurture')}>
        <NurtureChoice nurture={card.nurture} onChoose={props.onNurture} />
      </Field>
      <dl class="lead-facts small">
        <Fact name={t('lead_dwell_title')}>{dwellInWords(card, today)}</Fact>
        <Fact name={t('life_source')}>{card.source}</Fact>
        {card.deals.map((deal) => (
          <Fact key={deal.id} name={t('life_deal')}>
            {[deal.item, amountInWords(deal.amount, deal.currency)].filter((word) => word !== '').join(' · ')}
          </Fact>
        ))}
      </dl>
      {score && card.stage !== 'won' && card.stage !== 'lost' && (
        <>
          <h3>{score.value === null ? t('lead_score_unknown') : t('lead_score_of', score.value)}</h3>
          <table class="lead-parts small">
            <tbody>
              {score.parts.map(({ part, points, most, why }) => (
                <tr key={part} class={points === null ? 'soft' : ''}>
                  <th scope="row">{t(PARTS[part])}</th>
                  <td class="ws-number">{points === null ? t('lead_points_unknown') : t('lead_points', points, most)}</td>
                  <td class="private">{tell(why, today)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p class="small soft">{t('lead_score_about')}</p>
        </>
      )}
    </div>
  );
}

const Fact = ({ name, children }: { name: string; children: ComponentChildren }) =>
  children ? (
    <div>
      <dt>{name}</dt>
      <dd class="private">{children}</dd>
    </div>
  ) : null;
