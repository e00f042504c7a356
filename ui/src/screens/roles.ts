// Who may record here; Rust decides, the page only leaves out what would be refused.
import { desk } from '../session.svelte.ts';

export function entersClinical(): boolean {
  return ['coordinator', 'investigator'].includes(desk.role);
}
