// What is typed into a dialogue of the subject's page, as its draft keeps it: only what that dialogue asks.
import type { DosingForm, Identity, Status } from '$lib/api/index.ts';

export type Asking = 'status' | 'dosing' | 'identity' | 'missed';

export interface StatusTold {
  status: Status;
  on: string;
  /** What is still booked from that day on is called off with it. */
  call_off: boolean;
}

export interface Told {
  asking: Asking | null;
  /** Key of the visit that is declared missed. */
  about: string | null;
  because: string;
  status: StatusTold | null;
  dosing: DosingForm | null;
  identity: Identity | null;
}

/** The draft; null when no dialogue is open. Names go along only from the dialogue that shows them. */
export function told({ asking, about, because, status, dosing, identity }: Told): string | null {
  if (!asking) return null;
  const own = { status: { status }, dosing: { dosing }, identity: { identity }, missed: { about } }[asking];
  return JSON.stringify({ asking, because, ...own });
}

/** One that cannot be read opens no dialogue. */
export function readTold(json: string): Told | null {
  try {
    const read = JSON.parse(json) as Partial<Told> | null;
    const asking = (['status', 'dosing', 'identity', 'missed'] as const).find((one) => one === read?.asking);
    if (!read || !asking) return null;
    const { about = null, because = '', dosing = null, identity = null } = read;
    const status = read.status ? { ...read.status, call_off: read.status.call_off !== false } : null;
    return { asking, about, because, status, dosing, identity };
  } catch {
    return null;
  }
}
