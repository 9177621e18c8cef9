import { render } from 'preact';
import '../../components/theme.css';
import { startScreen } from '../../lib/hooks/start-screen';
import { App } from './App';
import { openChannel } from './channel';

const channel = openChannel();
startScreen(() => render(<App channel={channel} />, document.getElementById('root')!));
