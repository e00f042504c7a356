// What is typed of a hand-over, as a draft keeps it: never the passphrase.

export interface HandOverTyped {
  site: string;
  on: string;
  because: string;
  identity: boolean;
  call_off: boolean;
}

/** A draft as it was kept; null when it is none. */
export function readHandOver(json: string): HandOverTyped | null {
  try {
    const read: unknown = JSON.parse(json);
    if (typeof read !== 'object' || read === null) return null;
    const { site, on, because, identity, call_off } = read as Record<string, unknown>;
    if (typeof site !== 'string' || typeof on !== 'string' || typeof because !== 'string') return null;
    return { site, on, because, identity: identity === true, call_off: call_off !== false };
  } catch {
    return null;
  }
}
