import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { configDefaults, defineConfig } from 'vitest/config';

// Some sites write local times without a zone, so what their fixtures expect holds in one zone only.
process.env.TZ = 'UTC';

const RULES = 'lib/{domain,formats,words}/**/*.test.ts';

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') } },
  // Said here and not left to tsconfig.json, whose base file WXT writes only when it first runs.
  esbuild: {
    tsconfigRaw: { compilerOptions: { jsx: 'react-jsx', jsxImportSource: 'preact', target: 'ES2023', verbatimModuleSyntax: true } },
  },
  test: {
    setupFiles: ['tests/setup.ts'],
    // As many as there are cores: left to itself, one would stand idle while nobody watches.
    maxWorkers: availableParallelism(),
    // Nothing here waits; but the browser tests of somebody else may keep both cores busy.
    testTimeout: 60_000,
    projects: [
      // Pure rules leave nothing behind that another file could trip over, so they share what they import.
      { extends: true, test: { name: 'rules', include: [RULES], isolate: false } },
      {
        extends: true,
        test: {
          name: 'rest',
          include: ['{lib,components,entrypoints}/**/*.test.{ts,tsx}', 'tests/*.test.ts', 'tests/sites/**/*.test.ts'],
          exclude: [...configDefaults.exclude, RULES],
        },
      },
    ],
  },
});
