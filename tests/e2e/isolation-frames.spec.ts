// Frames that a page plants, and clicks that it steals.
import { expect, test, type Frame, type Page } from '@playwright/test';
import { serveHostile, type Hostile } from './support/hostile';
import { askFrom, EXTENSION_ID, HOST, launch, openScreen, panelOf, screen, type Rapport } from './support/rapport';

let rapport: Rapport;
let server: Hostile;

test.beforeAll(async () => {
  server = await serveHostile({ plain: { spy: true } });
  rapport = await launch();
  const workspace = await openScreen(rapport.context, 'workspace.html');
  await askFrom(workspace, 'reply.save', { id: null, title: 'Greeting', body: 'Good day {{name}}.' });
  await workspace.close();
});

test.afterAll(async () => {
  await rapport.close();
  await server.close();
});

async function open(person = 'daniel-okafor'): Promise<{ page: Page; panel: Frame }> {
  const page = await rapport.context.newPage();
  await page.goto(`${server.url}plain/#/c/${person}`);
  const panel = await panelOf(page);
  await expect(
    panel.getByRole('button', { name: 'Remember this person' }).or(panel.getByRole('heading', { name: 'Notes' })),
  ).not.toHaveCount(0);
  return { page, panel };
}

/** The address of the frame as it stands in the page, read with the powers of a debugger: it holds the session's own host and the token. */
async function addressOf(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  await session.detach();
  const found = /chrome-extension:\/\/[^"\\]+panel\.html#\w+/.exec(JSON.stringify(root))?.[0];
  if (!found) throw new Error('There is no panel frame.');
  return found;
}

/** Plants a frame, and waits until it is what it will be. */
async function plant(page: Page, address: string): Promise<Frame> {
  const before = new Set(page.frames());
  await page.evaluate(async (src) => {
    const frame = document.createElement('iframe');
    frame.src = src;
    document.body.append(frame);
    await new Promise((loaded) => frame.addEventListener('load', loaded));
  }, address);
  await page.waitForTimeout(300);
  return page.frames().find((frame) => !before.has(frame))!;
}

test('A planted panel frame is blocked at our public address, and refused everything at the session’s own', async () => {
  const { page, panel } = await open();
  const real = await addressOf(page);
  expect(real, 'our id is not in it').not.toContain(EXTENSION_ID);

  const blocked = await plant(page, screen('panel.html'));
  expect(
    await blocked.evaluate(() => typeof (globalThis as { chrome?: { runtime?: object } }).chrome?.runtime).catch(() => 'nothing'),
  ).not.toBe('object');
  expect(await blocked.locator('#root').count()).toBe(0);

  const { ref } = await askFrom(panel, 'panel.view', {}).then((outcome) =>
    outcome.ok ? outcome.value : Promise.reject(new Error(outcome.code)),
  );
  // Without the token, with a wrong one, and even with the right one: the first document that used it is the only one that may.
  for (const address of [real.replace(/#.*/, ''), real.replace(/#.*/, `#${'0'.repeat(32)}`), real]) {
    const planted = await plant(page, address);
    await expect(planted.locator('.panel-refused'), address.replace(real, 'the real address')).toBeVisible();
    for (const [name, request] of [
      ['panel.view', {}],
      ['settings.get', {}],
      ['person.remember', { subject: { ref: ref! } }],
      ['contact.list', { query: '', cursor: null, limit: 10 }],
      ['note.add', { subject: { ref: ref! }, note: 'n1', text: 'planted' }],
      ['page.hello', { site: 'demo' }],
      ['backup.part', { cursor: null }],
    ] as const)
      expect(await askFrom(planted, name, request as never), name).toEqual({ ok: false, code: 'refused' });
  }
  expect(await askFrom(panel, 'panel.view', {}), 'the real panel still works').toMatchObject({ ok: true });
  expect(await askFrom(panel, 'contact.list', { query: '', cursor: null, limit: 10 }), 'but lists nobody').toEqual({
    ok: false,
    code: 'refused',
  });
  await page.close();
});

test('The panel’s page shows nothing in a tab of its own or in another page of ours, with or without the token', async () => {
  const { page } = await open();
  const token = (await addressOf(page)).split('#')[1]!;
  for (const fragment of ['', '#wrong', `#${token}`]) {
    const tab = await openScreen(rapport.context, `panel.html${fragment}`);
    expect(await askFrom(tab, 'panel.view', {})).toEqual({ ok: false, code: 'refused' });
    await tab.close();
  }
  const workspace = await openScreen(rapport.context, 'workspace.html');
  const inside = await plant(workspace, screen('panel.html#wrong'));
  expect(await inside.locator('#root').count(), 'our own pages have no frames').toBe(0);
  await workspace.close();
  await page.close();
});

test('A page cannot fetch, load or probe any file at our public address', async () => {
  const { page } = await open();
  const probes = await page.evaluate(async (base) => {
    const files = [
      'manifest.json',
      'panel.html',
      'popup.html',
      'workspace.html',
      'page-demo.js',
      'background.js',
      'icon/16.png',
      '_locales/en/messages.json',
    ];
    const load = (element: HTMLElement) =>
      new Promise<boolean>((done) => {
        element.addEventListener('load', () => done(true));
        element.addEventListener('error', () => done(false));
        document.head.append(element);
      });
    const answers: string[] = [];
    for (const file of files) {
      await fetch(base + file).then(
        () => answers.push(`fetch ${file}`),
        () => 0,
      );
      if (await load(Object.assign(document.createElement('script'), { src: base + file }))) answers.push(`script ${file}`);
      if (await load(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: base + file })))
        answers.push(`style ${file}`);
    }
    const runtime = (globalThis as { chrome?: { runtime?: object } }).chrome?.runtime;
    return { answers, runtime: typeof runtime };
  }, screen(''));
  expect(probes).toEqual({ answers: [], runtime: 'undefined' });
  await page.close();
});

/** What a page does to make the rep click what cannot be seen, and how it is undone. It insists: what is put right is spoilt again. */
const tricks: Record<string, string> = {
  'our element made transparent': `document.querySelector(mark).style.setProperty('opacity', '0.001', 'important')`,
  'the whole page made transparent': `document.documentElement.style.opacity = '0.001'`,
  'a picture of something else over it': `if (!document.querySelector('#cover')) {
    const cover = Object.assign(document.createElement('div'), { id: 'cover', popover: 'manual', textContent: 'You won!' });
    cover.style.cssText = 'position:fixed;inset:0;width:100vw;height:100vh;border:0;margin:0;padding:0;background:white;pointer-events:none';
    document.body.append(cover);
    cover.showPopover();
  }`,
};

for (const [trick, code] of Object.entries(tricks)) {
  test(`A real click on a reply inserts nothing with ${trick}, and inserts once it can be seen again`, async () => {
    const { page, panel } = await open('tom-becker');
    await page.bringToFront();
    const reply = panel.locator('.reply-insert').first();
    await expect(reply).toBeVisible();
    await reply.scrollIntoViewIfNeeded();
    await page.waitForTimeout(1_000);
    await page.evaluate(
      ([act, mark]) => {
        const again = new Function('mark', act!);
        Object.assign(window, { spoil: setInterval(() => again(mark), 20) });
      },
      [code, HOST],
    );
    await page.waitForTimeout(1_000);
    const frame = (await page.locator(HOST).boundingBox())!;
    const inside = await reply.evaluate((button) => button.getBoundingClientRect().toJSON() as DOMRect);
    const click = () => page.mouse.click(frame.x + inside.x + 40, frame.y + inside.y + inside.height / 2);
    await click();
    await expect(panel.getByText('Something on this page lies over the panel')).toBeAttached();
    await page.waitForTimeout(600);
    const composer = page.locator('textarea[data-composer]');
    expect(await composer.inputValue()).toBe('');

    await page.evaluate(() => {
      clearInterval((globalThis as unknown as { spoil: number }).spoil);
      document.documentElement.style.opacity = '';
      document.querySelector('#cover')?.remove();
    });
    await page.locator(HOST).evaluate((host) => host.style.removeProperty('opacity'));
    await page.waitForTimeout(1_000);
    await panel.locator('.reply-insert').first().click();
    await expect(composer).toHaveValue('Good day Tom Becker.');
    await page.close();
  });
}
