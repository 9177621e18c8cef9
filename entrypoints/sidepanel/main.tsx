import { render } from 'preact';
import '../../components/theme.css';
import { startScreen } from '../../lib/hooks/start-screen';
import { App } from './App';

startScreen((settings) => render(<App settings={settings} />, document.getElementById('root')!));

// Once all is drawn: while any page of Rapport is open the backup of the day is made. Leaving the page ends it.
setTimeout(() => void import('../workspace/daily-backup').then(({ keepSaving }) => keepSaving(new AbortController().signal)), 5_000);
