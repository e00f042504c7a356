import {
  api,
  sentence,
  type AppointmentForm,
  type AppointmentLine,
  type CalendarDay,
  type CalendarMonth,
  type CalendarYear,
  type ToPlanLine,
} from '$lib/api/index.ts';
import { say } from '$lib/parts/index.ts';
import { date, t } from '$lib/words/index.ts';
import { carriedFrom, carriedNew, holds, stepped, type Carried } from './calendar.ts';

/** A form that was asked to be kept, and what lies in its way. */
export interface Warned {
  form: AppointmentForm;
  code: string;
  warnings: string[];
}

export class Calendar {
  month = $state.raw<CalendarMonth | null>(null);
  year = $state.raw<CalendarYear | null>(null);
  day = $state.raw<CalendarDay | null>(null);
  trouble = $state<string | null>(null);
  view = $state<'month' | 'year'>('month');
  /** The day that has the keyboard. */
  on = $state('');
  /** Record of the appointment that is looked at. */
  chosen = $state<string | null>(null);
  carried = $state<Carried | null>(null);
  warned = $state.raw<Warned | null>(null);
  /** What is asked about, an appointment or a new one. */
  asked = $state.raw<Carried | null>(null);
  /** Raised when the day that is shown should have the keyboard: what was carried is put down. */
  landed = $state(0);
  #asking = 0;

  async begin(on: string, view: 'month' | 'year'): Promise<void> {
    this.view = view;
    await this.show(on);
  }

  /** Shows the month or year of a day; that of today for an empty text. */
  async show(on: string): Promise<void> {
    this.#asking += 1;
    const asking = this.#asking;
    try {
      if (this.view === 'year') {
        const year = await api.calendarYear(on);
        if (asking !== this.#asking) return;
        this.year = year;
        this.on = on === '' ? year.today : on;
      } else {
        const month = await api.calendarMonth(on);
        if (asking !== this.#asking) return;
        this.month = month;
        this.on = on === '' ? month.today : on;
        await this.#look();
      }
      this.trouble = null;
    } catch (error) {
      this.trouble = sentence(error);
    }
  }

  async again(): Promise<void> {
    await this.show(this.on);
  }

  /** Goes to a day; loads its month when it is not drawn. */
  async reach(on: string): Promise<void> {
    if (this.carried) this.carried = { ...this.carried, on };
    if (holds(this.month, on) && on.slice(0, 7) === this.month?.month_on.slice(0, 7)) {
      this.on = on;
      if (!this.carried) await this.#look();
    } else await this.show(on);
  }

  async step(key: string): Promise<boolean> {
    const next = stepped(this.carried?.on ?? this.on, key);
    if (next === null) return false;
    await this.reach(next);
    return true;
  }

  async #look(): Promise<void> {
    const on = this.on;
    const day = await api.calendarDay(on).catch(() => null);
    if (this.on === on) this.day = day;
  }

  pickUp(line: AppointmentLine): void {
    this.chosen = line.record;
    this.carried = carriedFrom(line);
  }

  async pickNew(line: ToPlanLine): Promise<void> {
    this.chosen = null;
    this.carried = carriedNew(line, this.month?.today ?? line.due_on);
    await this.reach(this.carried.on);
  }

  async putBack(): Promise<void> {
    const from = this.carried?.from;
    this.carried = null;
    if (from !== undefined) await this.reach(from);
    this.landed += 1;
  }

  /** Lets go on the day it is carried to: a new one is asked about, a moved one is kept. */
  async letGo(): Promise<void> {
    const carried = this.carried;
    if (!carried) return;
    if (carried.is === 'new') {
      this.asked = carried;
      return;
    }
    if (carried.on === carried.from) {
      this.carried = null;
      this.landed += 1;
      return;
    }
    await this.keep(formOf(carried), carried.code);
  }

  /** Keeps it, or shows what lies in the way; true when it was kept. Refusals are the caller's to show. */
  async ask(form: AppointmentForm, code: string): Promise<boolean> {
    const planned = form.record === null ? await api.planAppointment(form) : await api.moveAppointment(form);
    if (planned.record === null) {
      this.warned = { form, code, warnings: planned.warnings };
      return false;
    }
    const key = form.record === null ? 'calendar-kept' : 'calendar-moved';
    this.carried = null;
    this.asked = null;
    this.warned = null;
    this.chosen = planned.record;
    say(t(key, { code, on: date(form.on) }));
    await this.show(form.on);
    this.landed += 1;
    return true;
  }

  async keep(form: AppointmentForm, code: string): Promise<void> {
    try {
      await this.ask(form, code);
    } catch (error) {
      this.trouble = sentence(error);
    }
  }

  async callOff(line: AppointmentLine, because: string): Promise<void> {
    await api.cancelAppointment(line.subject, line.record, because);
    say(t('calendar-called-off', { code: line.code }));
    this.chosen = null;
    await this.again();
  }

  async tookPlace(line: AppointmentLine): Promise<void> {
    try {
      await api.markKept(line.subject, line.record);
      await this.again();
    } catch (error) {
      this.trouble = sentence(error);
    }
  }
}

/** What is sent for something carried: all it said before, on the day it is carried to. */
export function formOf(carried: Carried): AppointmentForm {
  const { subject, record, keys, on, at, minutes, mode, place, note } = carried;
  return {
    subject,
    record,
    visits: keys,
    on,
    at,
    minutes: minutes === null ? '' : String(minutes),
    mode,
    place,
    note,
    despite: false,
  };
}
