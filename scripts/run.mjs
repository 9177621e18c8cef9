// Runs other programs for the scripts beside it.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the repository. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Programs that are running now; they are ended with us. */
const running = new Set();

/** Ends a program and everything it has started. */
function end(child) {
  try {
    if (process.platform === 'win32') spawn('taskkill', ['/pid', String(child.pid), '/t', '/f']);
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}

for (const [signal, code] of Object.entries({ SIGINT: 130, SIGTERM: 143 })) {
  process.on(signal, () => {
    // A script that listens too decides what the signal means, as long as nothing runs that would be left behind.
    if (running.size === 0 && process.listenerCount(signal) > 1) return;
    for (const child of running) end(child);
    process.exit(code);
  });
}

/**
 * Runs a program in the repository and waits for it. Never throws: a program that cannot be started has code 127,
 * one that takes longer than `minutes` is ended and has code 124.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, isLive?: boolean, minutes?: number, needsShell?: boolean }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(command, args, { env = {}, isLive = false, minutes = 15, needsShell = false } = {}) {
  return new Promise((resolve) => {
    let output = '';
    // A process group of its own, so that a program which hangs can be ended together with its children.
    const child = spawn(command, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
      shell: needsShell,
    });
    running.add(child);
    const hear = (/** @type {Buffer} */ part) => {
      output += part.toString();
      if (isLive) process.stdout.write(part);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    let isLate = false;
    const limit = setTimeout(() => {
      isLate = true;
      output += `\nEnded: ${command} took longer than ${minutes} minutes.\n`;
      end(child);
    }, minutes * 60_000);
    const finish = (/** @type {number} */ code) => {
      clearTimeout(limit);
      running.delete(child);
      resolve({ code, output });
    };
    child.on('error', (error) => {
      output += `${error.message}\n`;
      finish(127);
    });
    child.on('close', (code) => finish(isLate ? 124 : (code ?? 1)));
  });
}

/**
 * Runs the program of an installed package, such as `wxt`, with this Node: works the same on every system.
 * @param {string} name the package
 * @param {string[]} args
 * @param {Parameters<typeof run>[2] & { program?: string }} [options]
 */
export async function runPackage(name, args, { program = name, ...options } = {}) {
  const folder = join(ROOT, 'node_modules', name);
  try {
    const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = typeof bin === 'string' ? bin : bin[program];
    return await run(process.execPath, [join(folder, file), ...args], options);
  } catch (error) {
    return { code: 127, output: `${name} is not installed: ${error instanceof Error ? error.message : String(error)}\n` };
  }
}
