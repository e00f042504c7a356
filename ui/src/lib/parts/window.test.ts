import { describe, expect, it } from 'vitest';
import { bar } from './window.ts';

describe('a window bar', () => {
  it('puts the due day inside the window and today where it is', () => {
    const drawn = bar('2025-02-01', '2025-03-01', '2025-04-01', '2025-03-01');
    expect(drawn.from).toBeLessThan(drawn.due);
    expect(drawn.due).toBeLessThan(drawn.to);
    expect(drawn.today).toBeCloseTo(drawn.due);
    expect(drawn.beyond).toBeNull();
  });
  it('keeps a today far past the window at the edge and says so', () => {
    expect(bar('2025-02-01', '2025-03-01', '2025-04-01', '2029-01-01')).toMatchObject({ today: 100, beyond: 'after' });
    expect(bar('2025-02-01', '2025-03-01', '2025-04-01', '2020-01-01')).toMatchObject({ today: 0, beyond: 'before' });
  });
  it('draws a window of a single day', () => {
    const drawn = bar('2025-02-01', '2025-02-01', '2025-02-01', '2025-02-01');
    expect(drawn.to).toBe(drawn.from);
    expect(drawn.from).toBe(50);
  });
});
