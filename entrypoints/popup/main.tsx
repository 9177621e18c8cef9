import { render } from 'preact';
import '../../components/theme.css';
import { startScreen } from '../../lib/hooks/start-screen';
import { App } from './App';
import { askFirst } from './first';

const first = askFirst();
const root = document.getElementById('root')!;
startScreen(
  (settings) => void first.then((first) => render(<App settings={settings} first={first} />, root)),
  first.then(({ settings }) => settings),
);

// Once all is drawn: while any page of Rapport is open the backup of the day is made. Leaving the page ends it.
setTimeout(() => void import('../workspace/daily-backup').then(({ keepSaving }) => keepSaving(new AbortController().signal)), 1_500);
