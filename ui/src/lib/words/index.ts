export { language, languages, maybe, number, option, speak, t, type Args } from './words.svelte.ts';
export { ago, clock, date, dateLong, datePartial, daysBetween, moment } from './dates.ts';
