// Code for a page of the browser tests, made from TypeScript.
import { build } from 'esbuild';
import { resolve } from 'node:path';

/** Bundles a file under the project's root into one script; with a name, its exports become a global variable of that name. */
export async function bundle(entry: string, globalName?: string): Promise<string> {
  const result = await build({
    entryPoints: [resolve(entry)],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    logLevel: 'error',
    tsconfigRaw: '{}',
    alias: { '@': resolve('.') },
    // What the editors' packages expect of a bundler.
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    ...(globalName ? { globalName } : {}),
  });
  return result.outputFiles[0]!.text;
}
