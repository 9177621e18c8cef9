// How the code is cut into files. Opening a file of the extension takes longer than reading it, and the bundler alone would cut what the
// screens share into a dozen small ones.
import type { Plugin } from 'vite';

/** The background's and the screens'. */
const COMMON = /virtual:wxt-(html-)?plugins|\/node_modules\/webextension-polyfill\/|\/lib\/words\/|\/lib\/sites\/origins\.ts$/;
/** What the screens draw with. */
const BASE =
  /\/node_modules\/preact\/|\/lib\/hooks\/|\/lib\/messages\/(ask|early|on-changed)\.ts$|\/components\/([^/]+|panel\/(ReadingState|copy-text))\.(tsx?|css)$/;

/** Puts what all start with, and all that this needs, into the chunks `common` and `base`. Single-file scripts are left alone. */
export function sharedChunk(): Plugin {
  return {
    name: 'rapport:shared-chunk',
    outputOptions: (options) =>
      options.inlineDynamicImports || options.format === 'iife'
        ? null
        : { ...options, manualChunks: (id: string) => (COMMON.test(id) ? 'common' : BASE.test(id) ? 'base' : undefined) },
  };
}
