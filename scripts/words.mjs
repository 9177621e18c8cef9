// Adds or changes words in both languages: node scripts/words.mjs KEY "English" "中文". Keeps the files sorted by key.
import { readFileSync, writeFileSync } from 'node:fs';

const [key, en, zh] = process.argv.slice(2);
if (!key || !en || !zh || !/^[a-z][a-z0-9_]*$/.test(key)) {
  console.error('Usage: node scripts/words.mjs key_in_snake_case "English" "中文"');
  process.exit(2);
}
for (const [language, message] of [
  ['en', en],
  ['zh_CN', zh],
]) {
  const file = new URL(`../public/_locales/${language}/messages.json`, import.meta.url);
  const book = JSON.parse(readFileSync(file, 'utf8'));
  book[key] = { ...book[key], message };
  const sorted = Object.fromEntries(Object.entries(book).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(file, JSON.stringify(sorted, null, 2) + '\n');
}
