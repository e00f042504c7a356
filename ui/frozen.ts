// The window freezes Object.prototype (tauri.conf.json, freezePrototype). Two modules under d3-scale assign to names that
// every object inherits from it, which a frozen prototype forbids; they define them instead. A release in which the
// lines are no longer there stops the build, so that someone looks.
import type { Plugin } from 'vite';

const DEFINED: [module: string, assigned: string, defined: string][] = [
  [
    '/d3-color/',
    'prototype.constructor = constructor;',
    'Object.defineProperty(prototype, "constructor", { value: constructor, writable: true, configurable: true });',
  ],
  [
    '/d3-format/',
    'FormatSpecifier.prototype.toString = function',
    'Object.defineProperty(FormatSpecifier.prototype, "toString", { writable: true, configurable: true });\n' +
      'FormatSpecifier.prototype.toString = function',
  ],
];

export function frozen(): Plugin {
  return {
    name: 'perennial-frozen-prototypes',
    enforce: 'pre',
    transform(code, id) {
      const found = DEFINED.find(([module]) => id.replaceAll('\\', '/').includes(`/node_modules${module}`));
      if (!found) return null;
      const [module, assigned, defined] = found;
      if (!code.includes(assigned)) throw new Error(`${module} no longer says: ${assigned}`);
      return { code: code.replace(assigned, defined), map: null };
    },
  };
}
