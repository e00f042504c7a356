import { expect, it } from 'vitest';
import type { FindingLine } from '$lib/api/index.ts';
import { ordered } from './findings.ts';

it('what stands open comes first, the newest before the older', () => {
  const line = (key: string, open: boolean, seen_on: string) => ({ key, open, seen_on }) as FindingLine;
  const lines = [
    line('closed', false, '2031-05-02'),
    line('old', true, '2026-01-01'),
    line('new', true, '2030-01-01'),
    line('long closed', false, '2025-01-01'),
  ];
  expect(ordered(lines).map((one) => one.key)).toEqual(['new', 'old', 'closed', 'long closed']);
});
