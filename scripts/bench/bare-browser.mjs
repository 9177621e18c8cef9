// A browser driven over the DevTools pipe by hand. Playwright stops every new frame and sets it up before it may load, which
// would be measured as ours: here nobody attaches to a frame before it has been drawn.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ARGS = [
  '--headless',
  '--remote-debugging-pipe',
  '--enable-unsafe-extension-debugging',
  '--disable-gpu',
  '--disable-background-networking',
  '--no-first-run',
  '--window-size=1280,800',
  // So that a tab in the background is drawn like the one in front.
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
];

/** Reads and writes the protocol's messages, which end with a zero byte. */
function makeWire(/** @type {import('node:child_process').ChildProcess} */ child) {
  const [, , , input, output] = /** @type {any} */ (child.stdio);
  const waiting = new Map();
  const listeners = new Set();
  let last = 0;
  let rest = '';
  output.setEncoding('utf8').on('data', (part) => {
    const messages = (rest + part).split('\0');
    rest = messages.pop();
    for (const { id, error, result, method, params, sessionId } of messages.map((message) => JSON.parse(message))) {
      if (method) for (const hear of listeners) hear({ method, params, sessionId });
      const { resolve, reject } = waiting.get(id) ?? {};
      waiting.delete(id);
      if (error) reject?.(new Error(error.message));
      else resolve?.(result);
    }
  });
  child.on('exit', () => {
    for (const { reject } of waiting.values()) reject(new Error('The browser has ended.'));
  });
  const send = (method, params = {}, sessionId = undefined) =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      input.write(JSON.stringify({ id: last, method, params, sessionId }) + '\0');
    });
  /** Hears every event until the function it gives is called. */
  const listen = (hear) => {
    listeners.add(hear);
    return () => listeners.delete(hear);
  };
  return { send, listen };
}

/** Starts a browser in a throwaway profile, with an extension or (null) without. */
export async function openBare(executable, extension) {
  const profile = mkdtempSync(join(tmpdir(), 'rapport-bench-'));
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  const child = spawn(executable, [...ARGS, ...(isRoot ? ['--no-sandbox'] : []), `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise((resolve) => child.on('exit', resolve));
  const { send, listen } = makeWire(child);
  const extensionId = extension === null ? null : (await send('Extensions.loadUnpacked', { path: extension })).id;

  /** Attaches to a target; the result sends to it. */
  const attach = async (targetId) => {
    const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
    return (method, params) => send(method, params, sessionId);
  };
  const find = async (test) => (await send('Target.getTargets', { filter: [{}] })).targetInfos.find(test)?.targetId;
  return {
    extensionId,
    profile,
    attach,
    /** Records what all processes do, until the result is called: it gives the events of the tracing. */
    async trace(categories) {
      const events = [];
      const hear = listen(({ method, params }) => method === 'Tracing.dataCollected' && events.push(...params.value));
      await send('Tracing.start', { traceConfig: { includedCategories: categories, recordMode: 'recordAsMuchAsPossible' } });
      return async () => {
        const complete = new Promise((resolve) => {
          const stop = listen(({ method }) => method === 'Tracing.tracingComplete' && (stop(), resolve(undefined)));
        });
        await send('Tracing.end');
        await complete;
        hear();
        return events;
      };
    },
    /** Opens a tab. Gives its target id. */
    openTab: async (url) => (await send('Target.createTarget', { url })).targetId,
    closeTab: (targetId) => send('Target.closeTarget', { targetId }),
    /** The frame of the panel, or undefined. One tab at a time has one. */
    findPanel: () => find(({ type, url }) => type === 'iframe' && url.includes('/panel.html')),
    /** Stops the extension's background, as the browser does when nobody asked it anything for half a minute. */
    async stopWorker() {
      const worker = await find(({ type, url }) => type === 'service_worker' && url.includes(extensionId));
      if (worker) await send('Target.closeTarget', { targetId: worker });
    },
    async close() {
      await send('Browser.close').catch(() => undefined);
      await ended;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Runs a function in a target and gives what it returns. */
export async function evaluate(send, run, ...values) {
  const expression = `(${run})(...${JSON.stringify(values)})`;
  const { result, exceptionDetails } = await send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}

export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
