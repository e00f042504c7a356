import {
  api,
  refused,
  sentence,
  type AuditLine,
  type CoursePreview,
  type DosingForm,
  type Identity,
  type ProblemLine,
  type Refused,
  type StatusEnds,
  type SubjectPage,
  type VisitLine,
} from '$lib/api/index.ts';
import { say } from '$lib/parts/index.ts';
import { t } from '$lib/words/index.ts';
import { Keeper } from '../../keeper.svelte.ts';
import { desk } from '../../session.svelte.ts';
import { laterVersions } from './history.ts';
import { canBeMissed } from './line.ts';
import { newest } from './newest.ts';
import { entersClinical } from '../roles.ts';
import { readTold, told, type Asking, type StatusTold, type Told } from './told.ts';

/** Fields that show what is wrong with them. */
const SHOWN = ['on', 'outcome', 'because'];

/** One life as it is shown, and what may be told about it outside a visit. */
export class Life {
  page = $state.raw<SubjectPage | null>(null);
  trouble = $state<string | null>(null);
  refused = $state<Refused | null>(null);
  problems = $state.raw<ProblemLine[]>([]);
  asking = $state<Asking | null>(null);
  busy = $state(false);
  chosen = $state.raw<VisitLine | null>(null);
  because = $state('');
  status = $state<StatusTold>({ status: 'on-follow-up', on: '', call_off: true });
  /** What that status would put an end to. */
  ends = $state.raw<StatusEnds | null>(null);
  dosing = $state<DosingForm>({ number: 0, on: '', outcome: null, batch: '', note: '', because: '' });
  /** What a further dosing would move. */
  moves = $state.raw<CoursePreview | null>(null);
  identity = $state<Identity>({ name: '', called: '', contacts: [], note: '' });
  readonly subject: string;
  readonly #newest = newest();
  /** Asked for when the first corrected row is opened, and again after something was written. */
  #ledger: Promise<AuditLine[]> | null = null;

  /** What is typed into a dialogue: names as well, for a draft lies in the encrypted store. */
  readonly kept: Keeper;
  /** The dialogue came back with what was typed before. */
  restored = $state(false);

  constructor(subject: string) {
    this.subject = subject;
    this.kept = new Keeper(`life:${subject}`, subject, () => told(this.#typed()));
  }

  /** The life, and the dialogue that was left in the middle of typing. */
  async begin(): Promise<void> {
    await this.load();
    if (!this.page || !entersClinical()) return;
    const json = await this.kept.found().catch(() => null);
    const left = json ? readTold(json) : null;
    if (left) this.#resume(left);
  }

  #typed(): Told {
    const { asking, because, status, dosing, identity } = this;
    return { asking, about: this.chosen?.key ?? null, because, status, dosing, identity };
  }

  #resume(left: Told): void {
    const about = this.page?.visits.find((visit) => visit.key === left.about);
    this.chosen = about ?? this.chosen;
    // The visit may have been settled meanwhile: then there is nothing left to declare of it.
    if (left.asking === 'missed' && (!about || !canBeMissed(about)))
      return void this.kept.drop().catch(() => undefined);
    this.because = left.because;
    this.status = left.status ?? this.status;
    this.dosing = left.dosing ?? this.dosing;
    this.identity = left.identity ?? this.identity;
    this.restored = true;
    this.asking = left.asking;
  }

  async load(): Promise<void> {
    this.#ledger = null;
    try {
      this.page = await api.subject(this.subject);
      const key = this.chosen?.key ?? this.page.next?.key;
      this.chosen = this.page.visits.find((visit) => visit.key === key) ?? null;
      this.trouble = null;
    } catch (error) {
      this.trouble = sentence(error);
    }
  }

  /** What the ledger says of one record after its first version. */
  async versionsOf(record: string): Promise<AuditLine[]> {
    this.#ledger ??= api.audit({ subject: this.subject });
    const asked = this.#ledger;
    try {
      return laterVersions(await asked, record);
    } catch (error) {
      // The next row asks again.
      if (this.#ledger === asked) this.#ledger = null;
      throw error;
    }
  }

  /** Opens a dialogue with what is known now. */
  async ask(what: Asking, about: VisitLine | null = this.chosen): Promise<void> {
    this.chosen = about;
    this.refused = null;
    this.problems = [];
    this.because = '';
    this.restored = false;
    const today = desk.open?.today ?? '';
    if (what === 'status') this.status = { status: this.page?.status ?? 'on-follow-up', on: today, call_off: true };
    if (what === 'dosing') {
      const number = Math.max(0, ...(this.page?.dosings ?? []).map((dosing) => dosing.number)) + 1;
      this.dosing = { number, on: '', outcome: null, batch: '', note: '', because: '' };
    }
    try {
      if (what === 'identity') this.identity = await api.identity(this.subject);
      this.asking = what;
    } catch (error) {
      this.trouble = sentence(error);
    }
  }

  /** Asks what the status would put an end to. */
  lookBeyond(): Promise<void> {
    const asked = { subject: this.subject, status: this.status.status, on: this.status.on };
    return this.#newest(
      api.statusEnds(asked).catch(() => null),
      (ends) => (this.ends = ends),
    );
  }

  /** Asks what a dosing of that day would move; nothing until its day and outcome are there. */
  lookMoves(): Promise<void> {
    const { number, on, outcome } = this.dosing;
    const form: DosingForm = { number, on, outcome, batch: '', note: '', because: '' };
    const ready = on.trim() !== '' && outcome !== null;
    const asked = ready ? api.previewDosing(this.subject, form).catch(() => null) : Promise.resolve(null);
    return this.#newest(asked, (moves) => (this.moves = moves));
  }

  /** The ladder was climbed to its end: the status is proposed, the person decides. */
  async askLost(): Promise<void> {
    await this.ask('status');
    this.status.status = 'lost-to-follow-up';
    this.because = t('status-ladder-complete');
  }

  /** Given up by the person, and its draft with it. */
  async close(): Promise<void> {
    this.asking = null;
    await this.kept.drop().catch((error: unknown) => (this.trouble = sentence(error)));
  }

  async keep(): Promise<boolean> {
    if (this.busy || !this.asking) return false;
    this.busy = true;
    this.refused = null;
    try {
      this.problems = await this.#write();
      const kept = !this.problems.some((problem) => problem.severity !== 'notes');
      if (!kept) return false;
      const missed = this.asking === 'missed';
      this.asking = null;
      // Saved: a draft that cannot be dropped is no reason to say that it was not.
      await this.kept.drop().catch(() => undefined);
      say(t(missed ? 'visit-missed-said' : 'subject-said'));
      await this.load();
      return true;
    } catch (error) {
      this.refused = refused(error);
      return false;
    } finally {
      this.busy = false;
    }
  }

  /** What stands in the way; nothing when it was kept. */
  async #write(): Promise<ProblemLine[]> {
    const { subject, because } = this;
    if (this.asking === 'status') {
      const done = await api.changeStatus({ subject, ...this.status, because });
      return done.subject ? [] : done.problems;
    }
    if (this.asking === 'dosing') {
      const done = await api.recordDosing(subject, { ...this.dosing, because });
      return done.subject ? [] : done.problems;
    }
    if (this.asking === 'identity') await api.setIdentity(subject, this.identity, because);
    else if (this.chosen) await api.declareMissed({ subject, obligation: this.chosen.key, because });
    return [];
  }

  /** Problems that no field of the dialogue shows. */
  elsewhere = $derived(this.problems.filter(({ place }) => !SHOWN.includes(place.split('.').at(-1) ?? '')));

  about(place: string): string | null {
    const problem = this.problems.find((one) => one.place === place || one.place.endsWith(`.${place}`));
    return problem?.text ?? (this.refused?.field === place ? this.refused.text : null);
  }
}
