import { render } from 'preact';
import '../../components/theme.css';
import { startScreen } from '../../lib/hooks/start-screen';
import { ask } from '../../lib/messages/ask';
import { App } from './App';

document.documentElement.setAttribute('data-collapsed', '');
// Asked before anything is drawn: the settings are on their way at the same time.
const first = ask('panel.view', {});
startScreen((settings) => render(<App settings={settings} first={first} />, document.getElementById('root')!));
