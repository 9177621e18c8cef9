// What the compiler does not see: habits that keep the code safe and easy to read. Layout is Prettier's business.
import jsxA11y from 'eslint-plugin-jsx-a11y';
import tseslint from 'typescript-eslint';

const names = (list) => Object.fromEntries(list.split(' ').map((name) => [name, 'readonly']));

const BROWSER = names(
  'window document location history navigator localStorage matchMedia addEventListener customElements console setTimeout clearTimeout ' +
    'setInterval clearInterval requestAnimationFrame queueMicrotask structuredClone crypto performance fetch CSS Event CustomEvent ' +
    'sessionStorage PerformanceObserver MutationObserver ResizeObserver Intl URL URLSearchParams HTMLElement Element Node',
);
const NODE = names(
  'process console Buffer URL URLSearchParams setTimeout clearTimeout setInterval clearInterval fetch performance AbortController AbortSignal',
);

const sink = (selector) => ({
  selector,
  message: 'Text from a page or a user must never become HTML. Use textContent, or let Preact draw it.',
});

/** Every way from a string to markup or code. */
const SINKS = [
  sink('MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|createContextualFragment)$/]'),
  sink('MemberExpression[computed=true][property.value=/^(innerHTML|outerHTML|insertAdjacentHTML)$/]'),
  sink('MemberExpression[object.name="document"][property.name=/^(write|writeln)$/]'),
  sink('JSXAttribute[name.name=/^(dangerouslySetInnerHTML|innerHTML|outerHTML)$/]'),
  sink('Property[key.name="dangerouslySetInnerHTML"]'),
  { selector: 'CallExpression[callee.name="eval"], NewExpression[callee.name="Function"]', message: 'Code is never made from text.' },
];
const ENUMS = { selector: 'TSEnumDeclaration', message: 'Use a union of string literals; enums leave code behind in every page script.' };

export default tseslint.config(
  { ignores: ['.output/', '.wxt/', 'node_modules/', 'test-results/', 'tests/screenshots/', 'tests/sites/fixtures/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports', disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      // The code is sure of what it has just looked at; `noUncheckedIndexedAccess` asks it to say so.
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-restricted-syntax': ['error', ...SINKS, ENUMS],
      // A click may start something that takes a while; whatever goes wrong in it is shown by the act itself.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/require-await': 'off',
      'no-control-regex': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['{lib,components,entrypoints}/**/*.{ts,tsx}'],
    ignores: ['**/*.test.{ts,tsx}'],
    rules: { 'no-console': 'error', 'no-eval': 'error', 'no-implied-eval': 'off', '@typescript-eslint/no-implied-eval': 'error' },
  },
  {
    files: ['{components,entrypoints}/**/*.tsx'],
    extends: [jsxA11y.flatConfigs.recommended],
    rules: {
      // A field that the user has just asked for has to have the focus: everything works by keyboard alone.
      'jsx-a11y/no-autofocus': 'off',
      // Escape is heard by the form or list around the focused button, which is not itself something to click on.
      'jsx-a11y/no-noninteractive-element-interactions': 'off',
    },
  },
  // Tests plant what the code must withstand, and look at answers they know the form of.
  {
    files: ['**/*.test.{ts,tsx}', 'tests/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', ENUMS],
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-implied-eval': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/restrict-template-expressions': 'off',
    },
  },
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: { ecmaVersion: 2023, sourceType: 'module' },
    rules: {
      'no-undef': 'error',
      'no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'no-restricted-syntax': ['error', ...SINKS],
      eqeqeq: 'error',
    },
  },
  { files: ['demo/messenger/**/*.js', 'tests/**/*.js'], languageOptions: { globals: BROWSER } },
  // These send functions into pages.
  { files: ['demo/*.mjs', 'scripts/bench/**/*.mjs'], languageOptions: { globals: BROWSER } },
  { files: ['tests/**/*.js'], rules: { 'no-restricted-syntax': 'off' } },
  { files: ['scripts/**/*.mjs', 'demo/*.mjs', 'tests/**/*.mjs', '*.js'], languageOptions: { globals: NODE } },
);
