// The clones of one person: what stands first, and each cell type as shares of a whole that a chart can draw.
import type { ClonePlot, CloneGroup } from '$lib/api/index.ts';
import type { Shares } from '$lib/charts/index.ts';
import type { Look } from '$lib/parts/index.ts';

/** A clone is told by its gene; two at one gene by their places as well. */
export function nameOf(group: CloneGroup, clone: number): string {
  const line = group.clones[clone];
  if (!line) return '';
  const twice = group.clones.filter((other) => other.name === line.name).length > 1;
  return twice ? `${line.name} ${line.site}` : line.name;
}

/** One cell type, with the same clones in the same order as its parts. */
export function sharesOf(
  group: CloneGroup,
  plot: ClonePlot,
  words: { title: string; rest: string; day: (day: string) => string; silent: string },
): Shares {
  return {
    title: words.title,
    rest: words.rest,
    times: plot.days.map((day, i) => ({
      key: day,
      name: plot.silent[i] ? `${words.day(day)} ${words.silent}` : words.day(day),
      on: day,
    })),
    parts: plot.parts.map((part) => {
      const line = group.clones[part.clone];
      return {
        key: line?.site ?? String(part.clone),
        name: nameOf(group, part.clone),
        shares: part.shares.map((share) => share ?? 0),
        watched: (line?.watched ?? '') !== '',
        note: line?.site ?? '',
      };
    }),
  };
}

export function answerLook(said: 'yes' | 'no' | 'silent', key: string): Look {
  if (said === 'silent') return 'quiet';
  if (said === 'no') return 'fine';
  return key === 'rising' ? 'due' : 'signal';
}
