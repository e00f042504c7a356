import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { frozen } from './ui/frozen.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('./ui'),
  publicDir: false,
  clearScreen: false,
  cacheDir: here('./node_modules/.vite'),
  plugins: [frozen(), svelte()],
  resolve: { alias: { $lib: here('./ui/src/lib'), $ui: here('./ui/src') } },
  // The catalogues and the glyphs lie in assets/, above the root.
  server: { port: 5173, strictPort: true, fs: { allow: [here('.')] } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: ['es2022', 'safari16'],
    // An inline script would break the content security policy; every engine we run on preloads by itself.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
  },
  test: { include: ['src/**/*.test.ts'], environment: 'node' },
});
