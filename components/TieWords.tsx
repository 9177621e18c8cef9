// The tie in words: what it is, why, and what to say now. Every word has its reason as a tooltip and for screen readers.
import { useState } from 'preact/hooks';
import type { Day } from '../lib/domain/day';
import type { TieView } from '../lib/messages/protocol';
import { dateInWords } from '../lib/words/dates';
import { tell } from '../lib/words/said';
import { gap } from '../lib/words/sentences';
import { t } from '../lib/words/words';
import { Button } from './Button';
import './tie-words.css';

/** The whole tie as one sentence, for the picture. */
export function tieSentence({ existence, direction, strength, trend, tier }: TieView, today: Day): string {
  const parts = [
    tier.label,
    ...(existence.is === 'live' ? [direction.label, ...(strength ? [strength.label] : [])] : [existence.label]),
    trend.label,
  ];
  return parts.map((part) => tell(part, today)).join(' · ');
}

/** A time to answer in words; where too few answers were seen it is unknown. */
const timeIn = (time: TieView['replies']['mine'], today: Day): string => (time === null ? t('tie_time_unknown') : tell(time, today));

/** Type and tier, trend and direction, one after the other; opened, each with its reason, and what changed of late. */
export function TieWords({ tie, today }: { tie: TieView; today: Day }) {
  const [open, setOpen] = useState(false);
  const reasons = [
    tie.type,
    tie.tier,
    ...(tie.existence.is === 'live' ? [] : [tie.existence]),
    tie.direction,
    ...(tie.strength ? [tie.strength] : []),
    tie.trend,
  ];
  return (
    <div class="tie-words">
      <p class="tie-now">
        {[tie.now.recall, tie.now.date, tie.now.act]
          .filter((part) => part !== null)
          .map((part) => (
            <span key={part.word} class={part === tie.now.act ? 'act' : 'private'}>
              {tell(part, today)}
              {gap()}
            </span>
          ))}
      </p>
      <p class="tie-labels small">
        <span title={tell(tie.type.why, today)}>{tell(tie.type.label, today)}</span>
        <span title={tell(tie.tier.why, today)}>{tell(tie.tier.label, today)}</span>
        <span class={`trend ${tie.trend.is}`} title={tell(tie.trend.why, today)}>
          {tell(tie.trend.label, today)}
        </span>
        <Button kind="text" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? 'tie_why_close' : 'tie_why')}
        </Button>
      </p>
      {open && (
        <dl class="tie-reasons small">
          {reasons.map(({ label, why }) => (
            <div key={label.word}>
              <dt>{tell(label, today)}</dt>
              <dd class="private">{tell(why, today)}</dd>
            </div>
          ))}
          {tie.reciprocity && (
            <div>
              <dt>{t('tie_reciprocity')}</dt>
              <dd>{tell(tie.reciprocity.label, today)}</dd>
            </div>
          )}
          <div>
            <dt>{t('tie_reply_times')}</dt>
            <dd>{t('tie_reply_times_are', timeIn(tie.replies.mine, today), timeIn(tie.replies.theirs, today))}</dd>
          </div>
          {tie.bonds.missing && (
            <div>
              <dt>{t('tie_bond_missing', tell(tie.bonds.missing.label, today))}</dt>
              <dd>{tell(tie.bonds.missing.why, today)}</dd>
            </div>
          )}
          {tie.changes.slice(0, 4).map(({ week, said }) => (
            <div key={week + said.word}>
              <dt>{t('tie_since_week', dateInWords(week, today))}</dt>
              <dd>{tell(said, today)}</dd>
            </div>
          ))}
          <div class="tie-metrics">
            <dt>{t('tie_metrics')}</dt>
            <dd>
              <ul>
                {tie.metrics.map(({ label, missing, why }) => (
                  <li key={label.word} class={missing ? 'missing private' : 'private'}>
                    <span class="soft">{tell(label, today)}</span> {tell(why, today)}
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        </dl>
      )}
    </div>
  );
}
