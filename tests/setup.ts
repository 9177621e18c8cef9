// Browsers have Temporal; Node gets it here. Only tests ever load the polyfill.
import 'temporal-polyfill/global';
import { learn, speak } from '@/lib/words/words';
import en from '../public/_locales/en/messages.json';
import zh from '../public/_locales/zh_CN/messages.json';

// At each call the polyfill would ask the engine for the zone, which takes longer than the rest of it. Here there is but one.
const zone = Temporal.Now.timeZoneId();
const { plainDateISO, plainDateTimeISO } = Temporal.Now;
Object.assign(Temporal.Now, {
  timeZoneId: () => zone,
  plainDateISO: (asked = zone) => plainDateISO(asked),
  plainDateTimeISO: (asked = zone) => plainDateTimeISO(asked),
});

// A screen reads the words of one language before it draws; tests speak both.
void learn('en', en);
void learn('zh_CN', zh);

// Files that share what they import begin in the same language, whatever the one before spoke.
speak('en', '');
