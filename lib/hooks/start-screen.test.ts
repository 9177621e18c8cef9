// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import en from '../../public/_locales/en/messages.json';
import zh from '../../public/_locales/zh_CN/messages.json';
import type { ShownSettings } from '../messages/protocol';

let settings: ShownSettings = { language: 'en', theme: 'auto', paused: false, blurred: false };
let tell = (_: readonly string[]): void => undefined;
vi.mock('../messages/ask', () => ({ ask: () => Promise.resolve(settings) }));
vi.mock('../messages/on-changed', () => ({ onChanged: (heard: typeof tell) => (tell = heard) }));

it('Another language is spoken only once its words are there: until then whatever is drawn keeps the words it had', async () => {
  let arrive = (): void => undefined;
  const answer = (book: object) => ({ json: () => Promise.resolve(book) });
  vi.stubGlobal('fetch', (path: string) =>
    path.includes('zh_CN') ? new Promise((resolve) => (arrive = () => resolve(answer(zh)))) : Promise.resolve(answer(en)),
  );
  // Those that the tests of screens use know both languages from the start.
  vi.resetModules();
  const { startScreen } = await import('./start-screen');
  const { t } = await import('../words/words');
  const drawn: string[] = [];
  startScreen(() => drawn.push(t('work_settings')));
  await vi.waitFor(() => expect(drawn).toEqual(['Settings']));

  settings = { ...settings, language: 'zh_CN' };
  tell(['settings']);
  await new Promise((later) => setTimeout(later, 5));
  expect(t('work_settings')).toBe('Settings');
  arrive();
  await vi.waitFor(() => expect(drawn).toEqual(['Settings', '设置']));
  vi.unstubAllGlobals();
});
