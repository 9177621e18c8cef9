// Draws the toolbar icons anew after a change of public/icon.svg: node scripts/icons.mjs
import { chromium } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureChromium } from './needs.mjs';
import { ROOT } from './run.mjs';

const svg = readFileSync(join(ROOT, 'public/icon.svg'), 'utf8');
const browser = await chromium.launch({ executablePath: await ensureChromium(), chromiumSandbox: process.getuid?.() !== 0 });
for (const size of [16, 32, 48, 128]) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
  await page.screenshot({ path: join(ROOT, `public/icon/${size}.png`), omitBackground: true });
  await page.close();
}
await browser.close();
