// What somebody may be to a child, in the order in which it is offered.
import type { Relation } from '$lib/api/index.ts';

export const RELATIONS: Relation[] = [
  'mother',
  'father',
  'adoptive-parent',
  'grandparent',
  'sibling',
  'foster-parent',
  'legal-guardian',
  'institution',
  'other-relative',
];
