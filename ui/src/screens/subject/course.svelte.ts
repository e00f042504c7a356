import {
  api,
  refused,
  sentence,
  type CourseChange,
  type CoursePage,
  type CoursePreview,
  type Refused,
  type TripsPage,
} from '$lib/api/index.ts';
import { say } from '$lib/parts/index.ts';
import { t } from '$lib/words/index.ts';
import { Keeper } from '../../keeper.svelte.ts';
import { readChange } from './course.ts';
import { newest } from './newest.ts';

const LOOK_MS = 250;
const MONTHS_AHEAD = 12;

/** What the schedule is made from, and one change of it that is being typed. */
export class Foundations {
  page = $state.raw<CoursePage | null>(null);
  trips = $state.raw<TripsPage | null>(null);
  /** Brothers and sisters whose contacts are planned with these. */
  together = $state.raw<{ subject: string; code: string }[]>([]);
  /** Why somebody could not be planned with. */
  unknown = $state<string | null>(null);
  change = $state<CourseChange | null>(null);
  because = $state('');
  preview = $state.raw<CoursePreview | null>(null);
  trouble = $state<string | null>(null);
  refused = $state<Refused | null>(null);
  busy = $state(false);
  restored = $state(false);
  readonly kept: Keeper;
  readonly subject: string;
  #soon: ReturnType<typeof setTimeout> | undefined;
  readonly #newest = newest();

  /** `draft`: under which name what is typed is kept; each part of the page has its own. */
  constructor(subject: string, draft = 'course') {
    this.subject = subject;
    const text = () => (this.change ? JSON.stringify({ change: this.change, because: this.because }) : null);
    this.kept = new Keeper(`${draft}:${subject}`, subject, text);
  }

  async begin(mayChange: boolean): Promise<void> {
    await this.load();
    const json = mayChange ? await this.kept.found().catch(() => null) : null;
    const left = json ? readChange(json) : null;
    if (!left) return;
    this.ask(left.change);
    this.because = left.because;
    this.restored = true;
  }

  async load(): Promise<void> {
    try {
      this.page = await api.course(this.subject);
      await this.#plan();
      this.trouble = null;
    } catch (error) {
      this.trouble = sentence(error);
    }
  }

  async #plan(): Promise<void> {
    const subjects = [this.subject, ...this.together.map((one) => one.subject)];
    this.trips = await api.planTrips({ subjects, months: MONTHS_AHEAD });
  }

  /** Plans the contacts of one more together with these; a code that nobody bears is told. */
  async planWith(code: string): Promise<boolean> {
    this.unknown = null;
    try {
      const subject = await api.subjectOfCode(code.trim());
      const known = subject === this.subject || this.together.some((one) => one.subject === subject);
      if (!known) this.together = [...this.together, { subject, code: code.trim() }];
      await this.#plan();
      return true;
    } catch (error) {
      this.unknown = sentence(error);
      return false;
    }
  }

  async planWithout(subject: string): Promise<void> {
    this.together = this.together.filter((one) => one.subject !== subject);
    await this.#plan().catch((error: unknown) => (this.trouble = sentence(error)));
  }

  ask(change: CourseChange): void {
    this.change = change;
    this.because = '';
    this.preview = null;
    this.refused = null;
    this.restored = false;
    this.look();
  }

  /** Something was typed: keep it, and look at what would move. */
  typed(): void {
    this.kept.changed();
    clearTimeout(this.#soon);
    this.#soon = setTimeout(() => this.look(), LOOK_MS);
  }

  look(): void {
    const change = this.change;
    if (!change) return;
    const form = { subject: this.subject, change: $state.snapshot(change) as CourseChange, because: this.because };
    this.#newest(api.previewCourse(form), (preview) => (this.preview = preview)).catch(
      (error: unknown) => (this.refused = refused(error)),
    );
  }

  async close(): Promise<void> {
    this.change = null;
    await this.kept.drop().catch((error: unknown) => (this.trouble = sentence(error)));
  }

  async keep(): Promise<boolean> {
    if (this.busy || !this.change) return false;
    this.busy = true;
    this.refused = null;
    try {
      const change = $state.snapshot(this.change) as CourseChange;
      const done = await api.changeCourse({ subject: this.subject, change, because: this.because });
      if (!done.subject) {
        this.preview = { moved: [], stay: 0, ...this.preview, problems: done.problems };
        return false;
      }
      this.change = null;
      await this.kept.drop().catch(() => undefined);
      say(t('subject-said'));
      await this.load();
      return true;
    } catch (error) {
      this.refused = refused(error);
      return false;
    } finally {
      this.busy = false;
    }
  }
}

/** A correction of what was recorded; the page around it is loaded by its own screen. */
export class Recorded extends Foundations {
  constructor(subject: string) {
    super(subject, 'recorded');
  }

  override load(): Promise<void> {
    return Promise.resolve();
  }
}
