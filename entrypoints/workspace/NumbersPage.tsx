// The page of numbers: pictures of the whole book, each with its table, how it is computed, and a file.
import { useState } from 'preact/hooks';
import { activeDays } from '../../lib/domain/numbers/activity';
import type { NumbersChange } from '../../lib/domain/numbers/choices';
import { funnelOf } from '../../lib/domain/numbers/funnel';
import { goalsByMonth } from '../../lib/domain/numbers/goals';
import { metricsByMonth } from '../../lib/domain/numbers/metrics-by-month';
import { sizesOf, sourcesOf } from '../../lib/domain/numbers/mix';
import { addMonths } from '../../lib/domain/numbers/months';
import { monthOf } from '../../lib/domain/numbers/share';
import { useAnswer } from '../../lib/hooks/use-answer';
import { ask } from '../../lib/messages/ask';
import type { Answer, ErrorCode } from '../../lib/messages/protocol';
import { t } from '../../lib/words/words';
import { codeOf, ErrorLine } from '../../components/ErrorLine';
import { ActivityPicture } from '../../components/numbers/ActivityPicture';
import { FunnelPicture } from '../../components/numbers/FunnelPicture';
import { GoalsPicture } from '../../components/numbers/GoalsPicture';
import { MetricsPicture } from '../../components/numbers/MetricsPicture';
import { SizesPicture, SourcesPicture } from '../../components/numbers/MixPicture';
import { rowsOfFile, type PictureTable } from '../../components/numbers/picture-table';
import { RepliesPicture } from '../../components/numbers/RepliesPicture';
import { Choice } from '../../components/workspace/Choice';
import { Page } from '../../components/workspace/Page';
import '../../components/numbers/numbers.css';
import { FlowPart } from './FlowPart';
import type { OnDone } from './Workspace';

const RANGES = ['6', '12', '24', '36'] as const;
type Range = (typeof RANGES)[number];

/** Hands a table to the browser's downloads, as CSV that no spreadsheet takes for formulas. */
async function saveTable(name: string, table: PictureTable, today: string): Promise<void> {
  const [{ writeCsv }, { saveAs }] = await Promise.all([import('../../lib/formats/csv'), import('./backup-job')]);
  // The mark at the beginning tells spreadsheets that it is UTF-8.
  saveAs(new Blob(['\ufeff', writeCsv(rowsOfFile(table))], { type: 'text/csv' }), `rapport-${name}-${today}.csv`);
}

export default function NumbersPage({ onDone }: { onDone: OnDone }) {
  const { answer, error } = useAnswer('numbers.get', {}, ['agenda', 'settings', 'replies', 'credits', 'moves']);
  const [range, setRange] = useState<Range>('12');
  const [failed, setFailed] = useState<ErrorCode | null>(null);
  return (
    <Page
      title={t('num_title')}
      beside={
        <p class="ws-count" role="status">
          {answer && !answer.complete && t('num_making')}
        </p>
      }
    >
      <ErrorLine code={error ?? failed} />
      <p class="ws-about">{t('num_about')}</p>
      {answer && (
        <>
          <div class="num-range">
            <Choice
              label={t('num_range')}
              value={range}
              options={RANGES.map((value) => ({ value, label: t('num_range_months', value) }))}
              onChoose={setRange}
            />
          </div>
          <Pictures
            answer={answer}
            months={Number(range)}
            onSave={(name, table) => void saveTable(name, table, answer.today).catch((why: unknown) => setFailed(codeOf(why)))}
            onWant={(change) =>
              ask('numbers.set', { change }).then(
                ({ undo }) => {
                  onDone(t('num_want_kept'), undo);
                  return true;
                },
                (why: unknown) => {
                  setFailed(codeOf(why));
                  return false;
                },
              )
            }
          />
        </>
      )}
    </Page>
  );
}

function Pictures({
  answer: { today, stages, sums, replies, choices, rates, movesFrom },
  months,
  onSave,
  onWant,
}: {
  answer: Answer<'numbers.get'>;
  months: number;
  onSave: (name: string, table: PictureTable) => void;
  onWant: (change: NumbersChange) => Promise<boolean>;
}) {
  const save = (name: string) => (table: PictureTable) => onSave(name, table);
  const now = monthOf(today);
  const from = addMonths(now, 1 - months);
  return (
    <>
      <FlowPart today={today} movesFrom={movesFrom} onSave={save('tiers')} />
      <FunnelPicture funnel={funnelOf(sums, stages, from, now)} stages={stages} onSave={save('funnel')} />
      <GoalsPicture
        rows={goalsByMonth(sums, today, months)}
        rates={rates}
        wanted={choices.wanted}
        onWant={(goal, value) => onWant({ what: 'goal', goal, value })}
        onSave={save('goals')}
      />
      <MetricsPicture rows={metricsByMonth(sums, today, months)} rates={rates} onSave={save('metrics')} />
      <ActivityPicture days={activeDays(sums, today, months <= 6 ? 26 : 52)} onSave={save('activity')} />
      <SourcesPicture rows={sourcesOf(sums, from, now, choices.mix.sources)} onWant={onWant} onSave={save('sources')} />
      <SizesPicture sizes={sizesOf(sums, choices.mix)} mix={choices.mix} onWant={onWant} onSave={save('sizes')} />
      <RepliesPicture replies={replies} onSave={save('replies')} />
    </>
  );
}
