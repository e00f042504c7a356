import { api, refused, sentence, type Refused, type Session, type Start, type StoreMade } from '$lib/api/index.ts';
import { say } from '$lib/parts/index.ts';
import { language } from '$lib/words/index.ts';
import { desk } from '../../session.svelte.ts';
import { blankStore, firstStep, lacks, real, type Lack, type Step } from './unlock.ts';

export class Unlocking {
  step = $state<Step>('choose');
  busy = $state(false);
  refused = $state<Refused | null>(null);
  login = $state({ path: '', login: '', passphrase: '' });
  kit = $state({ words: '' });
  store = $state(blankStore('', 'en'));
  repeated = $state('');
  lacks = $state<Lack[]>([]);
  made = $state<StoreMade | null>(null);

  constructor(start: Start) {
    this.step = firstStep(start.stores);
    this.login.path = real(start.stores)[0]?.path ?? start.default_path;
    this.store = blankStore(start.default_path, language());
  }

  show(step: Step): void {
    this.step = step;
    this.refused = null;
    this.lacks = [];
  }

  /** Text beside a field: what lacks, or what was refused about it. */
  about(field: string, say: (key: string) => string): string | null {
    const lack = this.lacks.find((one) => one.field === field);
    if (lack) return say(lack.key);
    return this.refused?.field === field ? this.refused.text : null;
  }

  async #run<T>(work: () => Promise<T>): Promise<T | null> {
    if (this.busy) return null;
    this.busy = true;
    this.refused = null;
    try {
      return await work();
    } catch (error) {
      this.refused = refused(error);
      return null;
    } finally {
      this.busy = false;
    }
  }

  #enter(session: Session | null): void {
    if (!session) return;
    // A passphrase does not stay in the page longer than it is needed.
    this.login.passphrase = '';
    desk.enter(session);
  }

  async unlock(): Promise<void> {
    this.#enter(await this.#run(() => api.unlock({ ...this.login })));
  }

  async recover(): Promise<void> {
    this.#enter(await this.#run(() => api.unlockWithKit({ ...this.login, words: this.kit.words })));
  }

  async explore(): Promise<void> {
    this.#enter(await this.#run(() => api.explorePractice()));
  }

  async create(): Promise<void> {
    this.lacks = lacks(this.store, this.repeated);
    if (this.lacks.length > 0) return;
    const made = await this.#run(() => api.createStore({ ...this.store, language: language() }));
    if (!made) return;
    this.store.passphrase = '';
    this.repeated = '';
    this.made = made;
    this.step = 'kit';
  }

  /** The kit was confirmed: its words leave the page. */
  async confirmed(): Promise<void> {
    const session = this.made?.session ?? null;
    this.made = null;
    this.#enter(session);
    // Its page leaves the disk too: whoever finds it could open the store.
    await api.forgetKit().catch((error: unknown) => say(sentence(error), 'alarm'));
  }
}
