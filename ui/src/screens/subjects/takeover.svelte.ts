import { api, refused, type PackSeen, type ProblemLine, type Refused } from '$lib/api/index.ts';
import { say } from '$lib/parts/index.ts';
import { t } from '$lib/words/index.ts';

/** A file of another site: looked into, then taken over whole. */
export class TakeOver {
  path = $state('');
  passphrase = $state('');
  code = $state('');
  seen = $state.raw<PackSeen | null>(null);
  problems = $state.raw<ProblemLine[]>([]);
  refused = $state<Refused | null>(null);
  busy = $state(false);

  async choose(): Promise<void> {
    const path = await api.choosePack(t('transfer-in-choose')).catch((error: unknown) => {
      this.refused = refused(error);
      return null;
    });
    if (path !== null) this.changed(path);
  }

  /** Another file, or another passphrase: what was seen is of the one before. */
  changed(path = this.path): void {
    this.path = path;
    this.seen = null;
    this.problems = [];
    this.refused = null;
  }

  look(): Promise<boolean> {
    return this.#doing(async () => {
      const { path, passphrase } = this;
      const seen = await api.lookAtPack({ path, passphrase });
      this.seen = seen;
      this.code = seen.code_taken ? '' : seen.code;
      return true;
    });
  }

  /** The subject that was taken over; false when something stands in the way. */
  async keep(): Promise<string | null> {
    let subject: string | null = null;
    await this.#doing(async () => {
      const { path, passphrase, code } = this;
      const done = await api.transferIn({ pack: { path, passphrase }, code });
      this.problems = done.problems;
      subject = done.subject;
      if (subject) say(t('transfer-in-said', { code }));
      return subject !== null;
    });
    return subject;
  }

  async #doing(work: () => Promise<boolean>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.refused = null;
    try {
      return await work();
    } catch (error) {
      this.refused = refused(error);
      return false;
    } finally {
      this.busy = false;
    }
  }

  about(place: string): string | null {
    const problem = this.problems.find((one) => one.place === place);
    return problem?.text ?? (this.refused?.field === place ? this.refused.text : null);
  }
}
