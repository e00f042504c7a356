// What Rust says on its own: the day changed, the store was locked, something was saved.
import { listen } from '@tauri-apps/api/event';

export type Told = {
  'day-changed': { today: string };
  locked: null;
  saved: { saved_at: string };
};

/** Listens until the returned function is called. */
export function heard<K extends keyof Told>(event: K, act: (payload: Told[K]) => void): () => void {
  const stop = listen<Told[K]>(event, ({ payload }) => act(payload));
  return () => void stop.then((end) => end());
}
