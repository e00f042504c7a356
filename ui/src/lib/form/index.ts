export { default as Form } from './Form.svelte';
export { answered, blankForm, completed, formKey, sendable, touched } from './entered.ts';
export { asksLimits } from './limits.ts';
export { unitShown } from './units.ts';
