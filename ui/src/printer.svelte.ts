import type { PaperSize } from '$lib/api/index.ts';

/** The paper in the printer does not change from one print to the next. */
export const printer = $state<{ usual: PaperSize }>({ usual: 'a4' });
