export { default as LineChart } from './LineChart.svelte';
export { along, years, type Span } from './scale.ts';
