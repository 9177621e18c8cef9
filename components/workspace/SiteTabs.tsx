// The open tabs of a site, and how well each can be read at this moment.
import type { ComponentChildren } from 'preact';
import type { TabRow } from '../../lib/messages/protocol';
import { t } from '../../lib/words/words';
import { clock, missingInWords } from '../panel/ReadingState';
import './site-tabs.css';

/** `more` draws what can be done about a tab. */
export function SiteTabs({ tabs, zone, more }: { tabs: readonly TabRow[]; zone: string; more: (tab: TabRow) => ComponentChildren }) {
  if (tabs.length === 0) return null;
  return (
    <ul class="ws-tabs" aria-label={t('work_tabs')}>
      {tabs.map((tab) => (
        <li key={tab.tab}>
          <p>
            <span class={`state-dot ${toneOf(tab)}`} aria-hidden="true" />
            <span>{stateInWords(tab, zone)}</span> <span class="ws-tab-title small soft private">{tab.title}</span>
          </p>
          {more(tab)}
        </li>
      ))}
    </ul>
  );
}

const TONES = { reading: 'on', partly: 'partly', unrecognised: 'lost' } as const;
function toneOf({ reading }: TabRow): 'on' | 'partly' | 'lost' | 'off' {
  if (!reading) return 'off';
  return TONES[reading.state];
}

function stateInWords({ running, waiting, reading }: TabRow, zone: string): string {
  if (!running && !waiting) return t('work_tab_reload');
  if (!reading) return t('work_tab_looking');
  if (reading.state === 'reading') return t('work_tab_reading');
  if (reading.state === 'partly') return t('work_tab_partly', missingInWords(reading.missing));
  return t('work_tab_unrecognised', clock(reading.since, zone));
}
