// How every screen begins: settings first, so that it never flashes in the wrong theme or language.
import { ask } from '../messages/ask';
import { onChanged } from '../messages/on-changed';
import type { ShownSettings } from '../messages/protocol';
import { languageOf, languageTag, learn, speak, t } from '../words/words';
import { holdStill } from './hold-still';

/**
 * Puts the settings on the document, then draws; again whenever they change. Words are looked up while drawing. `first`: the settings, when
 * the screen has asked for them along with other things; null when that failed.
 */
export function startScreen(draw: (settings: ShownSettings) => void, first?: Promise<ShownSettings | null>): void {
  holdStill();
  let shown: ShownSettings = { language: 'auto', theme: 'auto', paused: false, blurred: false };
  // Most speak the browser's language: its words are fetched while the settings are asked for.
  void learn(languageOf('auto', navigator.language));
  const refresh = async (given?: ShownSettings | null) => {
    const mine = (shown = given ?? (await ask('settings.get', {}).catch(() => shown)));
    // Until its words are there the language before is spoken on: whatever is drawn meanwhile would show their keys.
    await learn(languageOf(mine.language, navigator.language));
    if (shown !== mine) return;
    speak(mine.language, navigator.language);
    const page = document.documentElement;
    page.lang = languageTag();
    page.dataset['theme'] = shown.theme;
    page.toggleAttribute('data-blurred', shown.blurred);
    document.title = t('app_name');
    draw(shown);
  };
  onChanged((tables) => tables.includes('settings') && void refresh());
  void Promise.resolve(first).then(refresh);
}
