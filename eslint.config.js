// The tiers of the window: only lib/api speaks to Tauri, parts know no commands, screens never import screens.
import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';

const noTauri = {
  group: ['@tauri-apps/*'],
  message: 'Only ui/src/lib/api speaks to Tauri.',
};
const noApi = { group: ['$lib/api', '$lib/api/*', '**/lib/api/*', '**/api/*'], message: 'Parts know no commands.' };
const noAbove = { group: ['$ui/*', '$lib/form/*', '$lib/charts/*'], message: 'Parts import nothing above themselves.' };
const noScreens = {
  group: [
    '$ui/screens/*',
    '../../screens/*',
    '../unlock/*',
    '../today/*',
    '../subjects/*',
    '../enrol/*',
    '../visit/*',
    '../settings/*',
    '../subject/*',
    '../signals/*',
    '../study/*',
    '../audit/*',
    '../print/*',
  ],
  message: 'A screen never imports another screen; what two share belongs in lib.',
};
const restrict = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });

export default ts.config(
  {
    ignores: ['ui/dist/**', 'target/**', 'node_modules/**', 'ui/src/lib/api/bindings.ts', 'crates/**', 'src-tauri/**'],
  },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser } },
    rules: {
      ...restrict(noTauri),
      // svelte-check knows the globals; this rule does not know types.
      'no-undef': 'off',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      'svelte/no-at-html-tags': 'error',
      'svelte/no-navigation-without-resolve': 'off',
    },
  },
  { files: ['**/*.svelte', '**/*.svelte.ts'], languageOptions: { parserOptions: { parser: ts.parser } } },
  { files: ['*.js', '*.ts'], languageOptions: { globals: { ...globals.node } } },
  { files: ['ui/src/lib/api/**'], rules: { 'no-restricted-imports': 'off' } },
  { files: ['ui/src/lib/parts/**'], rules: restrict(noTauri, noApi, noAbove) },
  { files: ['ui/src/lib/{form,charts,words}/**'], rules: restrict(noTauri, noScreens) },
  { files: ['ui/src/screens/*/**'], rules: restrict(noTauri, noScreens) },
);
