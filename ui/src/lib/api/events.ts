// What Rust says on its own: the civil day is another one (midnight, wake-up); the backup of the day failed; how
// far a table is.
import { listen } from '@tauri-apps/api/event';
import type { BackupFailed, DayChanged, ImportProgress } from './bindings.ts';

export type Told = {
  'day-changed': DayChanged;
  'backup-failed': BackupFailed;
  'import-progress': ImportProgress;
};

/** Listens until the returned function is called. */
export function heard<K extends keyof Told>(event: K, act: (payload: Told[K]) => void): () => void {
  const stop = listen<Told[K]>(event, ({ payload }) => act(payload));
  return () => void stop.then((end) => end());
}
