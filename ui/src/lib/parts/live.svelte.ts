// Short news for everyone, also for those who listen: what was saved, what was refused.
export interface News {
  id: number;
  text: string;
  level: 'plain' | 'alarm';
}

const SHOWN_MS = 7000;
const kept = $state<{ news: News[] }>({ news: [] });
let last = 0;

export function news(): News[] {
  return kept.news;
}

/** Plain news goes by itself, or with the next; an alarm stays until it is closed. */
export function say(text: string, level: News['level'] = 'plain'): void {
  last += 1;
  const id = last;
  kept.news = [...kept.news.filter((item) => item.level === 'alarm' && item.text !== text), { id, text, level }].slice(
    -4,
  );
  if (level === 'plain') setTimeout(() => dismiss(id), SHOWN_MS);
}

export function dismiss(id: number): void {
  kept.news = kept.news.filter((item) => item.id !== id);
}
