// The board of leads, from the first word to won or lost.
import { useRef, useState } from 'preact/hooks';
import { Board, type FromBoard } from '../../components/board/Board';
import { BoardFilters } from '../../components/board/BoardFilters';
import { Closing } from '../../components/board/Closing';
import { Column } from '../../components/board/Column';
import { HoldingNote } from '../../components/board/HoldingNote';
import { LeadDetail } from '../../components/board/LeadDetail';
import { codeOf, ErrorLine } from '../../components/ErrorLine';
import type { Clock } from '../../components/workspace/clock';
import { Page } from '../../components/workspace/Page';
import { hashOf } from '../../components/workspace/route';
import { stageName } from '../../components/workspace/stage-name';
import { everybodyByName, noFilter } from '../../lib/domain/book/first-query';
import type { BookQuery } from '../../lib/domain/book/query';
import type { ClosedStage } from '../../lib/domain/lead/closed';
import { converted, type Rates } from '../../lib/domain/rates';
import { useAnswer } from '../../lib/hooks/use-answer';
import { useToday } from '../../lib/hooks/use-today';
import { ask } from '../../lib/messages/ask';
import type { ErrorCode, LeadCard } from '../../lib/messages/protocol';
import { t, tn } from '../../lib/words/words';
import { useCards } from './use-cards';
import type { OnDone } from './Workspace';

const TABLES = ['contacts', 'deals', 'followUps', 'agenda', 'book', 'settings'];
export const firstBoard: BookQuery = { ...everybodyByName, sort: 'since' };

export function BoardPage({ query, onQuery, onDone }: { query: BookQuery; onQuery: (query: BookQuery) => void; onDone: OnDone }) {
  const { answer, error } = useAnswer('board.get', { query }, TABLES);
  const sources = useAnswer('source.known', {}, ['contacts']).answer?.sources ?? [];
  const tags = useAnswer('book.tags', {}, ['contacts', 'book']).answer?.tags ?? [];
  const { today, zone } = useToday();
  const [failed, setFailed] = useState<ErrorCode | null>(null);
  const [closing, setClosing] = useState<{ card: LeadCard; to: ClosedStage } | null>(null);
  const reasons = useAnswer('lead.reasons', closing?.to === 'lost' ? {} : null, ['contacts']).answer;
  const [open, setOpen] = useState<LeadCard | null>(null);
  const score = useAnswer('lead.score', open ? { contact: open.id } : null, TABLES).answer;
  const page = useRef<HTMLDivElement>(null);
  const stages = answer?.stages ?? [];
  const nameOf = (id: string | null) => stageName(stages.find((stage) => stage.id === id) ?? { id: id ?? '', name: '' });

  const commit = ({ id, name }: Pick<LeadCard, 'id' | 'name'>, to: string | null, lostReason = '', deals: string[] = []) =>
    ask('lead.move', { contact: id, to, lostReason, deals }).then(
      ({ undo }) => {
        setFailed(null);
        setOpen((one) => (one?.id === id ? { ...one, stage: to, deals: one.deals.filter((deal) => !deals.includes(deal.id)) } : one));
        onDone(to === null ? t('lead_left', name) : t('lead_moved', name, nameOf(to)), undo);
      },
      (why: unknown) => setFailed(codeOf(why)),
    );
  const move = (card: LeadCard, to: string | null) => {
    if (to === card.stage) return;
    if (to === 'lost' || (to === 'won' && card.deals.length > 0)) setClosing({ card, to });
    else void commit(card, to);
  };
  const letGo = (contact: string) => {
    const one = answer?.letGo.find(({ id }) => id === contact);
    if (one) setClosing({ card: bareCard(one), to: 'lost' });
  };
  const cardOf = (id: string) => page.current?.querySelector<HTMLElement>(`[data-lead="${CSS.escape(id)}"]`);
  /** Shuts the dialog; the focus goes back to the card that it was about. */
  const leave = (id: string) => {
    setClosing(null);
    requestAnimationFrame(() => cardOf(id)?.focus());
  };
  const close = () => {
    const back = open && cardOf(open.id);
    setOpen(null);
    back?.focus();
  };
  const isEmpty = answer !== null && stages.every(({ count }) => count === 0) && isFirst(query);
  return (
    <div ref={page} class="lead-page">
      <Page
        title={t('work_board')}
        beside={
          <p class="ws-count" role="status">
            {answer && !isEmpty && tn('lead_held_all', answer.held)}
          </p>
        }
      >
        <ErrorLine code={error ?? failed} />
        {isEmpty ? (
          <NobodyYet />
        ) : (
          answer && (
            <>
              <BoardFilters query={query} sources={sources} tags={tags} onQuery={onQuery} />
              <HoldingNote {...answer} today={today} onLetGo={letGo} />
              <Board
                stages={stages}
                column={(given) => (
                  <StageColumn
                    key={given.stage.id}
                    given={given}
                    query={query}
                    rates={answer.rates}
                    clock={{ today, zone }}
                    onError={setFailed}
                  />
                )}
                onMove={move}
                onOpen={setOpen}
              />
            </>
          )
        )}
      </Page>
      {open && (
        <LeadDetail
          card={open}
          score={score}
          today={today}
          stages={stages}
          onMove={(to) => move(open, to)}
          onNurture={async (nurture) => {
            try {
              const { undo } = await ask('tie.say', { subject: { contact: open.id }, about: { nurture } });
              setOpen({ ...open, nurture });
              onDone(t('life_said'), undo);
              return true;
            } catch (why) {
              setFailed(codeOf(why));
              return false;
            }
          }}
          onClose={close}
        />
      )}
      {closing && (
        <Closing
          card={closing.card}
          to={closing.to}
          reasons={reasons?.reasons ?? []}
          onSave={(lostReason, deals) => {
            leave(closing.card.id);
            void commit(closing.card, closing.to, lostReason, deals);
          }}
          onCancel={() => leave(closing.card.id)}
        />
      )}
    </div>
  );
}

const isFirst = (query: BookQuery): boolean => query.words === '' && JSON.stringify(query.filter) === JSON.stringify(noFilter);

/** Of somebody who is let go from the list only the name is at hand; open deals stay open and can be closed on the contact's page. */
const bareCard = ({ id, name, stage }: { id: string; name: string; stage: string | null }): LeadCard => ({
  ...{ id, name, stage, kind: 'person', in: 0, out: 0, last: null, score: null, since: null, dwell: null },
  ...{ next: null, source: '', nurture: null, deals: [], lostReason: '' },
});

function StageColumn(props: { given: FromBoard; query: BookQuery; rates: Rates; clock: Clock; onError: (code: ErrorCode | null) => void }) {
  const { given, query, rates, clock, onError } = props;
  const cards = useCards(query, given.stage.id, TABLES, onError);
  return <Column {...given} cards={cards} clock={clock} total={converted(given.stage.sums, rates)} />;
}

/** No lead yet: how one gets here. */
function NobodyYet() {
  return (
    <div class="ws-teach">
      <p>{t('lead_nobody_1')}</p>
      <ol>
        <li>
          {t('lead_nobody_2')} <a href={hashOf('contacts')}>{t('work_contacts')}</a>
        </li>
        <li>{t('lead_nobody_3')}</li>
        <li>
          {t('lead_nobody_4')} <a href={hashOf('settings')}>{t('work_settings')}</a>
        </li>
      </ol>
    </div>
  );
}
