import { describe, expect, it } from 'vitest';
import { languages, maybe, speak } from '$lib/words/index.ts';
import { allowed, screenOf, screens } from './index.ts';

describe('the list of screens', () => {
  it('has no key and no shortcut twice', () => {
    const keys = screens.map((screen) => screen.key);
    const shortcuts = screens.flatMap((screen) => screen.shortcut ?? []);
    expect(new Set(keys).size).toBe(keys.length);
    expect(new Set(shortcuts).size).toBe(shortcuts.length);
  });
  it.each(languages)('has a title for each in %s', (tag) => {
    speak(tag);
    expect(screens.filter((screen) => maybe(`screen-${screen.key}`) === null)).toEqual([]);
  });
  it('leads a monitor home instead of to a form', () => {
    expect(screenOf('visit', 'monitor').key).toBe('today');
    expect(screenOf('visit', 'coordinator').key).toBe('visit');
    expect(screenOf('nowhere', 'coordinator').key).toBe('today');
  });
  it('lets everyone read what stands in the rail', () =>
    expect(screens.filter((screen) => screen.rail && !allowed(screen, 'monitor'))).toEqual([]));
});
