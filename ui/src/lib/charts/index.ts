export { default as LineChart } from './LineChart.svelte';
export { reach } from './plot.ts';
export { along, inside, quarters, years, type Span } from './scale.ts';
