// How every screen begins: settings first, so that it never flashes in the wrong theme or language.
import { ask } from '../messages/ask';
import { onChanged } from '../messages/on-changed';
import type { ShownSettings } from '../messages/protocol';
import { languageTag, speak, t } from '../words/words';

/** Puts the settings on the document, then draws; again whenever they change. Words are looked up while drawing. */
export function startScreen(draw: (settings: ShownSettings) => void): void {
  let shown: ShownSettings = { language: 'auto', theme: 'auto', paused: false, blurred: false };
  const refresh = async () => {
    shown = await ask('settings.get', {}).catch(() => shown);
    speak(shown.language, navigator.language);
    const page = document.documentElement;
    page.lang = languageTag();
    page.dataset['theme'] = shown.theme;
    page.toggleAttribute('data-blurred', shown.blurred);
    document.title = t('app_name');
    draw(shown);
  };
  onChanged((tables) => tables.includes('settings') && void refresh());
  void refresh();
}
