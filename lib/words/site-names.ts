// The names of sites in the language in use: some have one of their own in Chinese.
import { t, type WordKey } from './words';

/** The names in the site files, as which people know the sites in English; each has its key in the books. */
export const ENGLISH_NAMES: ReadonlySet<string> = new Set([
  'Bilibili',
  'Bluesky',
  'Converse.js',
  'Discord',
  'Douyin',
  'Element',
  'Facebook Messenger',
  'Instagram',
  'LinkedIn',
  'Mastodon',
  'Mattermost',
  'Rocket.Chat',
  'Slack',
  'Teahouse (demo)',
  'Telegram Web A',
  'Telegram Web K',
  'WeChat Web',
  'Weibo',
  'WhatsApp Web',
  'X',
  'Xiaohongshu',
  'Zhihu',
]);

/** The key of a site's name, made of the name in its file: `site_rocket_chat` of "Rocket.Chat". */
export const siteKey = (name: string): string => `site_${name.toLowerCase().replace(/\W+/g, '_').replace(/_$/, '')}`;

/** A site's name as the user's language has it. A taught site keeps the name its user gave it. */
export const siteName = (name: string): string => (ENGLISH_NAMES.has(name) ? t(siteKey(name) as WordKey) : name);
