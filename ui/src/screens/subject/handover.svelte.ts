import {
  api,
  refused,
  sentence,
  type AppointmentLine,
  type ProblemLine,
  type Refused,
  type TransferredOut,
} from '$lib/api/index.ts';
import { t } from '$lib/words/index.ts';
import { Keeper } from '../../keeper.svelte.ts';
import { desk } from '../../session.svelte.ts';
import { readHandOver } from './handover.ts';
import { newest } from './newest.ts';

/** Fields that show what is wrong with them. */
const SHOWN = ['site', 'on', 'because', 'path', 'passphrase'];

/** A person who is about to go to another site: what is typed, and the file that was written. */
export class HandOver {
  asking = $state(false);
  site = $state('');
  on = $state('');
  because = $state('');
  identity = $state(false);
  /** What is still booked here from that day on is called off with it. */
  call_off = $state(true);
  beyond = $state.raw<AppointmentLine[]>([]);
  path = $state('');
  /** Never kept in a draft. */
  passphrase = $state('');
  repeated = $state('');
  busy = $state(false);
  restored = $state(false);
  problems = $state.raw<ProblemLine[]>([]);
  refused = $state<Refused | null>(null);
  /** The file that was written. */
  made = $state.raw<TransferredOut | null>(null);
  readonly #newest = newest();
  readonly kept: Keeper;
  readonly subject: string;

  constructor(subject: string) {
    this.subject = subject;
    this.kept = new Keeper(`transfer:${subject}`, subject, () => this.#typed());
  }

  #typed(): string | null {
    const { asking, site, on, because, identity, call_off } = this;
    return asking && !this.made ? JSON.stringify({ site, on, because, identity, call_off }) : null;
  }

  async begin(mayEnter: boolean): Promise<void> {
    const json = mayEnter ? await this.kept.found().catch(() => null) : null;
    const left = json ? readHandOver(json) : null;
    if (!left) return;
    this.ask();
    ({ site: this.site, on: this.on, because: this.because, identity: this.identity } = left);
    this.call_off = left.call_off;
    this.restored = true;
  }

  ask(): void {
    this.site = this.because = this.path = this.passphrase = this.repeated = '';
    this.on = desk.open?.today ?? '';
    this.identity = this.restored = false;
    this.call_off = true;
    this.beyond = [];
    this.problems = [];
    this.refused = this.made = null;
    this.asking = true;
  }

  async close(): Promise<void> {
    this.asking = false;
    this.passphrase = this.repeated = '';
    await this.kept.drop().catch(() => undefined);
  }

  /** Asks what would be called off. */
  lookBeyond(): Promise<void> {
    const asked = api.statusEnds({ subject: this.subject, status: 'transferred', on: this.on });
    return this.#newest(
      asked.then((ends) => ends.appointments).catch(() => []),
      (beyond) => (this.beyond = beyond),
    );
  }

  async choose(code: string): Promise<void> {
    const path = await api.choosePackPlace(t('transfer-out-choose'), code).catch((error: unknown) => {
      this.refused = refused(error);
      return null;
    });
    if (path !== null) this.path = path;
  }

  /** Writes the file and hands over; false when something stands in the way. */
  async keep(): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.refused = null;
    try {
      const { subject, site, on, because, passphrase, identity, path, call_off } = this;
      const done = await api.transferOut({ subject, site, on, because, passphrase, identity, path, call_off });
      this.problems = done.problems;
      if (done.path === '') return false;
      this.made = done;
      this.passphrase = this.repeated = '';
      await this.kept.drop().catch((error: unknown) => (this.refused = { ...refused(error), text: sentence(error) }));
      return true;
    } catch (error) {
      this.refused = refused(error);
      return false;
    } finally {
      this.busy = false;
    }
  }

  elsewhere = $derived(this.problems.filter(({ place }) => !SHOWN.includes(place)));

  about(place: string): string | null {
    const problem = this.problems.find((one) => one.place === place);
    return problem?.text ?? (this.refused?.field === place ? this.refused.text : null);
  }
}
