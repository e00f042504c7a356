// Text and status hues keep 4.5:1 on the grounds they stand on, in both themes.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

function theme(name: 'light' | 'dark'): Record<string, string> {
  const block = new RegExp(`data-theme='${name}'\\] \\{([^}]*)\\}`).exec(css)?.[1] ?? '';
  return Object.fromEntries(
    [...block.matchAll(/--([a-z0-9-]+): (#[0-9a-f]{6})/g)].map((found) => [found[1], found[2]]),
  );
}
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

describe.each(['light', 'dark'] as const)('the %s theme', (name) => {
  const hue = theme(name);
  const pairs = [
    ...['ink', 'ink-2', 'action', 'fine', 'due', 'overdue', 'signal'].flatMap((text) =>
      ['paper', 'sheet', 'sunk', 'hover'].map((ground) => [text, ground]),
    ),
    ...['fine', 'due', 'overdue', 'signal'].map((text) => [text, `${text}-soft`]),
    ['ink', 'fine-soft'],
    ['ink', 'due-soft'],
    ['ink', 'overdue-soft'],
    ['ink', 'signal-soft'],
    ['action-strong', 'action-soft'],
    ['on-action', 'action'],
    ['on-action', 'action-strong'],
    ['on-practice', 'practice'],
  ];
  it.each(pairs)('%s on %s', (text, ground) =>
    expect(contrast(hue[text ?? ''] ?? '#000000', hue[ground ?? ''] ?? '#000000')).toBeGreaterThanOrEqual(4.5),
  );
  it('draws the edge of a field at 3:1', () =>
    expect(contrast(hue.edge ?? '', hue.sheet ?? '')).toBeGreaterThanOrEqual(3));
});
