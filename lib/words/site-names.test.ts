import { afterEach, describe, expect, test } from 'vitest';
import { sites } from '@/lib/sites';
import en from '../../public/_locales/en/messages.json';
import { ENGLISH_NAMES, siteKey, siteName } from './site-names';
import { speak } from './words';

const book = en as Record<string, { message: string }>;
afterEach(() => void speak('en', ''));

describe('The name of a site', () => {
  test.each(sites.map(({ id, name }) => [id, name] as const))('%s stands in both languages, in English as in its file', (_, name) => {
    const key = siteKey(name);
    expect(book[key]?.message, `Add it: node scripts/words.mjs ${key} "${name}" "its name in Chinese"`).toBe(name);
    expect(ENGLISH_NAMES).toContain(name);
    expect(siteName(name)).toBe(name);
  });

  test('is the one by which people know it in China', () => {
    speak('zh_CN', '');
    const names = ['Weibo', 'Xiaohongshu', 'Zhihu', 'Douyin', 'Bilibili', 'WeChat Web', 'LinkedIn', 'WhatsApp Web', 'X'];
    expect(names.map(siteName)).toEqual(['微博', '小红书', '知乎', '抖音', '哔哩哔哩', '微信网页版', '领英', 'WhatsApp 网页版', 'X']);
  });

  test('that a user gave to a taught site stays as it is', () => {
    speak('zh_CN', '');
    expect(['weibo', 'Our shop', 'constructor', '茶'].map(siteName)).toEqual(['weibo', 'Our shop', 'constructor', '茶']);
  });

  test('keeps no key for a site that is no more', () => {
    const kept = Object.keys(book).filter((key) => key.startsWith('site_'));
    expect(kept.sort()).toEqual(sites.map(({ name }) => siteKey(name)).sort());
  });
});
