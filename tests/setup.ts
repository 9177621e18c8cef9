// Browsers have Temporal; Node gets it here. Only tests ever load the polyfill.
import 'temporal-polyfill/global';
import { learn, speak } from '@/lib/words/words';
import en from '../public/_locales/en/messages.json';
import zh from '../public/_locales/zh_CN/messages.json';

// A screen reads the words of one language before it draws; tests speak both.
void learn('en', en);
void learn('zh_CN', zh);

// Files that share what they import begin in the same language, whatever the one before spoke.
speak('en', '');
