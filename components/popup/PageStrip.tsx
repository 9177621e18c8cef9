// The strip at the top: what Rapport does on the page in front, and the ways to elsewhere.
import type { Answer } from '../../lib/messages/protocol';
import { siteName } from '../../lib/words/site-names';
import { t, tn } from '../../lib/words/words';
import { Button, IconButton } from '../Button';
import { clock, missingInWords } from '../panel/ReadingState';

export type TabAnswer = Answer<'tab.state'>;
/** A site of the list that people host themselves, recognised on the page in front. */
export interface Recognised {
  id: string;
  name: string;
}

export interface StripActs {
  /** Must ask for the permission first thing in the click. */
  enable: () => void;
  switchOn: () => void;
  /** Must ask for the permission first thing in the click. */
  teach: () => void;
  forget: () => void;
  pause: (paused: boolean) => void;
  /** Must open first thing in the click. */
  sidePanel: () => void;
  workspace: () => void;
}

export function PageStrip({
  state,
  recognised,
  paused,
  zone,
  acts,
}: {
  state: TabAnswer | null;
  recognised: Recognised | null;
  paused: boolean;
  zone: string;
  acts: StripActs;
}) {
  const canEnable = !paused && ((state?.site && !state.site.granted) || (!state?.site && recognised));
  // An address can be another site's, too: where nothing of that site was found, the page can be taught.
  const isSilent = state?.site?.granted === true && !state.site.off && !state.site.taught && !state.running;
  const canTeach = state !== null && (!state.site || isSilent) && !recognised && state.origin !== null && !state.unteachable;
  return (
    <header class="strip">
      <div class="strip-line">
        <p class="strip-words" role="status">
          <span class={`state-dot ${paused ? 'off' : toneOf(state)}`} aria-hidden="true" />
          {paused ? t('popup_paused') : state ? stateInWords(state, recognised, zone) : ''}
        </p>
        <IconButton icon="side" label={t('popup_side')} onClick={acts.sidePanel} />
        <IconButton icon="book" label={t('popup_workspace')} onClick={acts.workspace} />
        <button
          type="button"
          class="icon-button switch"
          role="switch"
          aria-checked={paused}
          aria-label={t('popup_pause')}
          title={t('popup_pause')}
          onClick={() => acts.pause(!paused)}
        >
          <span class="switch-track" aria-hidden="true" />
        </button>
      </div>
      {canEnable && (
        <div class="strip-more">
          <Button kind="primary" onClick={acts.enable}>
            {t('popup_enable')}
          </Button>
          <span class="small soft">{t('popup_enable_what')}</span>
        </div>
      )}
      {!paused && canTeach && (
        <div class="strip-more">
          <Button onClick={acts.teach}>{t('popup_teach')}</Button>
          <span class="small soft">{t('popup_teach_what')}</span>
        </div>
      )}
      {!paused && state?.unteachable && <p class="strip-more small soft">{t('popup_unteachable')}</p>}
      {!paused && state?.site?.granted && !state.site.off && state.site.taught && (
        <div class="strip-more small">
          <Button kind="text" onClick={acts.teach}>
            {t('popup_teach_again')}
          </Button>
        </div>
      )}
      {!paused && state?.site?.granted && state.site.off && (
        <div class="strip-more">
          <Button onClick={acts.switchOn}>{t('popup_switch_on')}</Button>
        </div>
      )}
      {!paused && (state?.recordedToday ?? 0) > 0 && (
        <div class="strip-more small soft">
          {tn('popup_recorded', state!.recordedToday)}
          <Button kind="text" onClick={acts.forget}>
            {t('popup_forget')}
          </Button>
        </div>
      )}
    </header>
  );
}

const TONES = { reading: 'on', partly: 'partly', unrecognised: 'lost' } as const;
function toneOf(state: TabAnswer | null): 'on' | 'partly' | 'lost' | 'off' {
  if (!state?.site?.granted || state.site.off || !state.reading) return 'off';
  return TONES[state.reading.state];
}

function stateInWords(state: TabAnswer, recognised: Recognised | null, zone: string): string {
  const { site, reading } = state;
  if (!site) return recognised ? t('popup_recognised', siteName(recognised.name)) : t('popup_no_site');
  const name = siteName(site.name);
  if (!site.granted) return t('popup_can_read', name);
  if (site.off) return t('popup_site_off', name);
  if (!reading) return t(state.running || state.waiting ? 'popup_looking' : 'popup_reload', name);
  if (reading.state === 'reading') return t('popup_reading', name);
  if (reading.state === 'partly') return t('popup_partly', name, missingInWords(reading.missing));
  return t('popup_unrecognised', name, clock(reading.since, zone));
}
