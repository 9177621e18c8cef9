import { render } from 'preact';
import '../../components/theme.css';
import { startScreen } from '../../lib/hooks/start-screen';
import { App } from './App';

document.documentElement.setAttribute('data-collapsed', '');
startScreen((settings) => render(<App settings={settings} />, document.getElementById('root')!));
