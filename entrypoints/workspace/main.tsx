import { render } from 'preact';
import '../../components/theme.css';
import '../../components/panel/panel.css';
import '../../components/workspace/workspace.css';
import { Workspace } from './Workspace';
import { startScreen } from '../../lib/hooks/start-screen';

startScreen((settings) => render(<Workspace settings={settings} />, document.getElementById('root')!));
