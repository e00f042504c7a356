export { default as LineChart } from './LineChart.svelte';
export { own, reach } from './plot.ts';
export { along, calendar, inside, isShort, type Span } from './scale.ts';
