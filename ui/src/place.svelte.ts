// Which screen is shown, about what, and the way back.
export type Params = Record<string, string>;
export interface Place {
  screen: string;
  params: Params;
  /** Differs for each arrival, so that the screen is drawn anew. */
  stamp: number;
}

const HOME = 'today';
const kept = $state<{ here: Place; past: Place[] }>({ here: { screen: HOME, params: {}, stamp: 0 }, past: [] });
let stamps = 0;

export function here(): Place {
  return kept.here;
}

export function go(screen: string, params: Params = {}): void {
  stamps += 1;
  kept.past = [...kept.past.slice(-30), kept.here];
  kept.here = { screen, params, stamp: stamps };
}

/** Goes there in place of what is shown: the way back does not lead through it. */
export function instead(screen: string, params: Params = {}): void {
  stamps += 1;
  kept.here = { screen, params, stamp: stamps };
}

export function back(): void {
  const last = kept.past.at(-1);
  kept.past = kept.past.slice(0, -1);
  if (!last) return go(HOME);
  stamps += 1;
  kept.here = { ...last, stamp: stamps };
}

/** Remembers a choice made on the screen (tab, filter), so that the way back finds it. */
export function remember(params: Params): void {
  kept.here.params = { ...kept.here.params, ...params };
}
