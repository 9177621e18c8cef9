// What became of one reply: counts, how sure the share of answers is, by the tier its readers had reached.
import { useId } from 'preact/hooks';
import { TIERS } from '../../lib/domain/kinds';
import { beliefOf } from '../../lib/domain/rank/answered';
import type { Reply } from '../../lib/domain/reply-records';
import { FEW_SENT } from '../../lib/domain/reply-shelf';
import { sumOutcomes } from '../../lib/domain/reply-tally';
import { t, tn } from '../../lib/words/words';
import type { Clock } from './clock';
import { shareInWords, usedInWords } from './shelf-words';

/** `usual`: the share that replies are answered on the whole. */
export function ReplyFate({ reply, usual, clock }: { reply: Reply; usual: number; clock: Clock }) {
  const id = useId();
  const { sent, answered, edited } = sumOutcomes(reply.outcomes);
  const all = beliefOf({ sent, answered }, usual);
  const tiers = [...TIERS, 'unknown' as const].flatMap((tier) => {
    const one = reply.outcomes[tier];
    return one && one.sent + one.edited > 0 ? [{ tier, ...one }] : [];
  });
  return (
    <section class="shelf-fate" aria-labelledby={id}>
      <h2 id={id}>{t('shelf_fate')}</h2>
      <p>
        {usedInWords(reply, clock)}
        {reply.uses > 0 && sent + edited === 0 && ` · ${t('work_never_sent')}`}
        {sent > 0 && ` · ${tn('work_sent', sent)}`}
        {edited > 0 && ` · ${tn('work_edited', edited)}`}
        {sent > 0 && ` · ${tn('work_answered', answered)}`}
      </p>
      {tiers.length > 0 && (
        <table class="ws-table">
          <thead>
            <tr>
              <th scope="col">{t('shelf_tier')}</th>
              <th scope="col" class="ws-number">
                {t('shelf_sent')}
              </th>
              <th scope="col" class="ws-number">
                {t('shelf_answers')}
              </th>
              <th scope="col">{t('shelf_likely')}</th>
            </tr>
          </thead>
          <tbody>
            {tiers.map((one) => (
              <Line
                key={one.tier}
                name={one.tier === 'unknown' ? t('shelf_tier_unknown') : t(`tier_${one.tier}`)}
                {...one}
                usual={all.mean}
              />
            ))}
            {tiers.length > 1 && <Line name={t('shelf_tier_all')} sent={sent} answered={answered} usual={usual} />}
          </tbody>
        </table>
      )}
      <p class="ws-about">{tiers.length > 0 ? t('shelf_likely_about') : t('work_replies_counts')}</p>
    </section>
  );
}

function Line({ name, sent, answered, usual }: { name: string; sent: number; answered: number; usual: number }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td class="ws-number">{sent}</td>
      <td class="ws-number">{answered}</td>
      <td>
        {sent === 0 ? (
          <span class="soft">{t('shelf_likely_none')}</span>
        ) : (
          <>
            {shareInWords(beliefOf({ sent, answered }, usual))}
            {sent < FEW_SENT && <span class="soft"> {t('shelf_few_mark')}</span>}
          </>
        )}
      </td>
    </tr>
  );
}
