// The panel: what is remembered of the person in the open conversation. It decides which of its states to show.
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import type { Day } from '../../lib/domain/day';
import type { PanelView } from '../../lib/messages/protocol';
import { t } from '../../lib/words/words';
import { ErrorLine } from '../ErrorLine';
import { UndoToast } from '../UndoToast';
import type { Act } from './act';
import { NeverScreen } from './NeverScreen';
import { NoConversation, SearchAtTheSide } from './NoConversation';
import './panel.css';
import { PanelBar } from './PanelBar';
import { Paused } from './Paused';
import { PersonBody } from './PersonBody';
import { PersonHead } from './PersonHead';
import { ReadingState } from './ReadingState';
import { useTry } from './use-try';
import { WhichPerson } from './WhichPerson';

export interface PanelProps {
  view: PanelView;
  today: Day;
  zone: string;
  blurred: boolean;
  act: Act;
  /** Only in the page: the edge by which the panel is made wider. */
  edge?: ComponentChildren;
  /** Grows when the replies may have changed. */
  fresh?: number;
  withReplies?: boolean;
  /** Whether a click at this time (ms, of the event) may insert; without it, it always may. */
  mayInsert?: (() => Promise<boolean>) | undefined;
  /** Only in the page: collapse to the edge tab. */
  onCollapse?: (() => void) | undefined;
  /** Only in the page, and where the browser lets it: open the side panel. Must be called first thing in the click. */
  onSidePanel?: (() => void) | undefined;
  /** Only at the top level: finding people while the page cannot be read. */
  finder?: ComponentChildren;
}

export function Panel(props: PanelProps) {
  const { today, zone, blurred, act, onCollapse } = props;
  // Between two conversations what was shown stays in place, so that a note being typed keeps its box, but cannot be seen.
  const steady = useRef(props.view);
  if (!props.view.settling) steady.current = props.view;
  const view = steady.current;
  const { attempt, error, dropError, toast, takeBack, dropToast } = useTry(act);
  const { conversation, person, reading, site } = view;
  const shown = conversation && !view.never && !view.which;
  // Nobody can be shown although somebody may be on the screen: that no chat is open would be a guess.
  const isBlind = reading?.state === 'unrecognised' || reading?.missing.includes('conversation') === true;

  return (
    <main class={props.view.settling ? 'panel settling' : 'panel'} aria-hidden={props.view.settling || undefined}>
      {shown ? (
        <PersonHead view={view} name={person?.name ?? conversation.name} blurred={blurred} attempt={attempt} onCollapse={onCollapse} />
      ) : (
        <PanelBar siteName={site?.name ?? null} paused={view.paused} blurred={blurred} attempt={attempt} onCollapse={onCollapse} />
      )}
      {view.full && (
        <p class="panel-notice" role="status">
          {t('space_full')}
        </p>
      )}
      {view.paused && <Paused onResume={() => void attempt('settings.set', { paused: false })} />}
      {reading && site && <ReadingState reading={reading} siteName={site.name} zone={zone} />}
      <ErrorLine code={error} onGone={dropError} />
      {/* Before the page has said what it shows, nothing is said that would be wrong a moment later. */}
      {!conversation && !view.never && (reading !== null || site === null) && (
        <>
          {!isBlind && <NoConversation site={site !== null} />}
          {props.finder ?? (isBlind && <SearchAtTheSide onSidePanel={props.onSidePanel} />)}
        </>
      )}
      {view.never && <NeverScreen onAllow={() => void attempt('person.allow', {})} />}
      {conversation && !view.never && view.which && (
        <WhichPerson
          name={conversation.name}
          candidates={view.which}
          today={today}
          zone={zone}
          onWhich={(identity) => void attempt('person.which', { identity })}
        />
      )}
      {/* The key is the conversation: what is typed for one person never moves on to the next. */}
      {shown && (
        <PersonBody
          key={view.ref}
          {...props}
          view={view}
          name={person?.name ?? conversation.name}
          group={(person ?? conversation).kind === 'group'}
          person={person}
          attempt={attempt}
        />
      )}
      {props.edge}
      <UndoToast toast={toast} onUndo={takeBack} onGone={dropToast} />
    </main>
  );
}
