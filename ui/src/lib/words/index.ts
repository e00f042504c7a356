export { language, languages, maybe, number, speak, t, type Args } from './words.svelte.ts';
export { ago, clock, date, dateLong, daysBetween, moment } from './dates.ts';
