// Light, dark, or as the system says; remembered on this computer, for it is no fact of the study.
export type Theme = 'system' | 'light' | 'dark';
const KEY = 'theme';

function remembered(): Theme {
  const kept = typeof localStorage === 'undefined' ? null : localStorage.getItem(KEY);
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}

const chosen = $state<{ theme: Theme }>({ theme: remembered() });

export function theme(): Theme {
  return chosen.theme;
}

function apply(): void {
  const dark =
    chosen.theme === 'dark' || (chosen.theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
}

export function wear(next: Theme): void {
  chosen.theme = next;
  localStorage.setItem(KEY, next);
  apply();
}

/** Follows the system until the returned function is called. */
export function dress(): () => void {
  const system = matchMedia('(prefers-color-scheme: dark)');
  system.addEventListener('change', apply);
  apply();
  return () => system.removeEventListener('change', apply);
}
