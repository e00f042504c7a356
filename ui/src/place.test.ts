import { expect, it } from 'vitest';
import { back, go, here, instead, remember } from './place.svelte.ts';

it('the way back finds the choice made on a screen, and not what another place took the place of', () => {
  go('subjects');
  remember({ state: 'lost' });
  go('visit', { subject: 's' });
  instead('subject', { subject: 's' });
  expect([here().screen, here().params]).toEqual(['subject', { subject: 's' }]);
  back();
  expect([here().screen, here().params]).toEqual(['subjects', { state: 'lost' }]);
});
it('draws each arrival anew', () => {
  const before = here().stamp;
  instead('today');
  expect(here().stamp).not.toBe(before);
});
