import { render } from 'preact';
import '../../components/theme.css';
import { startScreen } from '../../lib/hooks/start-screen';
import { App } from './App';

startScreen((settings) => render(<App settings={settings} />, document.getElementById('root')!));
