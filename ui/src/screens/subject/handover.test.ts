import { describe, expect, it } from 'vitest';
import { readHandOver } from './handover.ts';

describe('a draft of a hand-over', () => {
  it('comes back as it was typed, and ticks nothing that was not ticked', () => {
    const typed = { site: 'Site B', on: '2026-11-24', because: 'moved', identity: true, call_off: false };
    expect(readHandOver(JSON.stringify(typed))).toEqual(typed);
    expect(readHandOver('{"site":"B","on":"","because":""}')?.call_off).toBe(true);
    expect(readHandOver('{"site":"B","on":"","because":"","identity":"yes"}')?.identity).toBe(false);
  });
  it('is nothing when it cannot be read', () => {
    for (const json of ['', 'null', '{"site":1,"on":"","because":""}', '[]']) expect(readHandOver(json)).toBeNull();
  });
});
