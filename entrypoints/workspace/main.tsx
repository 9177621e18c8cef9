import { render } from 'preact';
import '../../components/theme.css';
import '../../components/panel/panel.css';
import '../../components/workspace/workspace.css';
import { Workspace } from './Workspace';
import { startScreen } from '../../lib/hooks/start-screen';
import { takeEarly } from '../../lib/messages/early';
import { routeOf } from '../../components/workspace/route';
import { loadNumbers } from './LaterNumbers';

const early = takeEarly('settings.get', '{}');
startScreen(
  (settings) => render(<Workspace settings={settings} />, document.getElementById('root')!),
  early && !early.changed.has('settings') ? early.answer.catch(() => null) : undefined,
);
// Its code is on its way before anything is drawn; a failure is told by whoever draws it.
if (routeOf(location.hash).page === 'numbers') loadNumbers().catch(() => undefined);
