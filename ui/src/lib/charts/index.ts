export { default as LineChart } from './LineChart.svelte';
export { own, reach } from './plot.ts';
export { along, calendar, inside, isShort, type Span } from './scale.ts';
export { default as StackedShares } from './StackedShares.svelte';
export type { As, Part, Shares, Time } from './stack.ts';
export { default as PointMark } from './PointMark.svelte';
export { default as Centiles } from './Centiles.svelte';
