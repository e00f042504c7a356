// What crosses to Rust, written by hand from crates/clinic/src/wire until the generated bindings.ts stands here.
import { invoke } from '@tauri-apps/api/core';

export type CivilDate = string;
export type SubjectId = string;
export type RecordId = string;
export type EntryId = string;
export type Role = 'coordinator' | 'investigator' | 'monitor' | 'administrator';
export type Sex = 'female' | 'male' | 'undifferentiated' | 'unknown';
export type Mode = 'clinic' | 'home' | 'video' | 'phone' | 'letter' | 'local-laboratory';
export type Status = 'on-follow-up' | 'lost-to-follow-up' | 'withdrawn' | 'transferred' | 'deceased' | 'completed';
export type DosingOutcome = 'complete' | 'partial' | 'failed';
export type Action = 'comment' | 'take' | 'reviewed' | 'reported' | 'dismissed' | 'reopened';

export type Failure = {
  kind: 'fix' | 'ask' | 'not-allowed' | 'store' | 'bug';
  code: string;
  field: string | null;
  args: { [key: string]: string };
};
export type Result<T, E> = { status: 'ok'; data: T } | { status: 'error'; error: E };

// start
export type StoreFound = { path: string; practice: boolean; locked_by_another: boolean };
export type LanguageLine = { tag: string; name: string; reviewed: boolean };
export type Start = {
  stores: StoreFound[];
  default_path: string;
  version: string;
  language: string;
  languages: LanguageLine[];
};
export type NewStore = {
  path: string;
  site_name: string;
  telephone: string;
  address: string;
  admin_login: string;
  admin_name: string;
  admin_role: Role;
  passphrase: string;
  language: string;
};
export type StoreMade = { kit_words: string[]; kit_pdf: string; session: Session };
export type Unlocking = { path: string; login: string; passphrase: string };
export type KitUnlocking = { path: string; words: string; login: string; passphrase: string };
export type Person = { login: string; name: string; role: Role };
export type Session = {
  site: string;
  path: string;
  practice: boolean;
  user: Person;
  today: CivilDate;
  language: string;
  auto_lock_minutes: number;
  saved_at: string | null;
  clock_behind: boolean;
  proven_backup_at: string | null;
};

// today
export type Timing = 'early' | 'in-window' | 'late';
export type Standing =
  | { is: 'not-yet-open'; days: number }
  | { is: 'open'; days_left: number }
  | { is: 'due-soon'; days_left: number }
  | { is: 'overdue'; days: number }
  | { is: 'done'; timing: Timing }
  | { is: 'missed' }
  | { is: 'not-required' }
  | { is: 'superseded' };
export type Group = 'overdue' | 'due' | 'awaited' | 'signal' | 'coming';
export type Sort = 'urgency' | 'subject' | 'due';
export type TodayAsked = {
  group: Group | null;
  accounted: string | null;
  search: string;
  sort: Sort;
  offset: number;
  limit: number;
};
export type TallyLine = {
  enrolled: number;
  up_to_date: number;
  due: number;
  overdue: number;
  lost: number;
  withdrawn: number;
  transferred: number;
  deceased: number;
  completed: number;
};
export type WorkAction = 'open-visit' | 'record-call' | 'enter-result' | 'review-signal' | 'report';
export type WorkRow = {
  group: Group;
  subject: SubjectId;
  code: string;
  key: string;
  what: string;
  because: string;
  earliest_on: CivilDate;
  due_on: CivilDate;
  latest_on: CivilDate;
  standing: Standing | null;
  standing_text: string;
  accounted: string;
  severity: string | null;
  action: WorkAction;
  target: string | null;
};
export type NextDue = { code: string; what: string; days: number };
export type GroupCount = { group: Group; count: number };
export type TodayPage = {
  as_of: CivilDate;
  tally: TallyLine;
  counts: GroupCount[];
  rows: WorkRow[];
  total: number;
  next: NextDue | null;
};
export type SubjectLine = {
  subject: SubjectId;
  code: string;
  sex: string;
  born_on: CivilDate;
  age: string;
  first_dosed_on: CivilDate | null;
  status: string;
  status_text: string;
  accounted: string;
  accounted_text: string;
  next_what: string;
  next_due_on: CivilDate | null;
  next_latest_on: CivilDate | null;
  open_findings: number;
  protocol: string;
};

// enrol
export type Contact = { who: string; telephone: string; email: string; address: string };
export type Identity = { name: string; called: string; contacts: Contact[]; note: string };
export type DosingForm = {
  number: number;
  on: string;
  outcome: DosingOutcome | null;
  batch: string;
  note: string;
  because: string;
};
export type EnrolForm = {
  code: string;
  sex: Sex | null;
  born_on: string;
  gestation_weeks: string;
  consented_on: string;
  enrolled_on: string;
  language: string;
  protocol: string;
  identity: Identity;
  dosing: DosingForm | null;
  because: string;
};
export type Enrolled = { subject: SubjectId | null; problems: ProblemLine[] };
export type ProtocolLine = {
  reference: string;
  title: string;
  authority: string;
  class_text: string;
  adopted: boolean;
};
export type StatusForm = { subject: SubjectId; status: Status; on: string; because: string };

// assess
export type Needed = 'required' | 'optional';
export type Input =
  | { is: 'text'; lines: number }
  | { is: 'choice'; options: string[] }
  | { is: 'choices'; options: string[] }
  | { is: 'date' }
  | { is: 'count' }
  | { is: 'number'; units: string[]; decimals: number }
  | { is: 'result'; units: string[] }
  | { is: 'table'; columns: FieldSpec[] }
  | { is: 'computed'; decimals: number; unit: string };
export type ShownWhen = { field: string; is: string[] };
export type Plausible = { low: string; high: string; unit: string };
export type FieldSpec = {
  key: string;
  input: Input;
  needed: Needed;
  shown_when: ShownWhen | null;
  plausible: Plausible | null;
};
export type FormSpec = { kind: string; edition: number; family: string; fields: FieldSpec[] };
export type Mark = 'none' | 'not-done' | 'nothing-to-report' | 'not-detected' | 'below-quantification';
export type Entered = {
  mark: Mark;
  text: string;
  codes: string[];
  unit: string;
  lod: string;
  lloq: string;
  because: string;
  rows: { [key: string]: Entered }[];
};
export type EnteredClosure = 'answered' | 'nothing-to-report' | 'not-done' | 'awaited';
export type EnteredForm = {
  kind: string;
  collected_on: string;
  closure: EnteredClosure;
  because: string;
  fields: { [key: string]: Entered };
};
export type Severity = 'stops' | 'asks-reason' | 'notes';
export type Level = 'plain' | 'caution' | 'alarm';

// visit
export type VisitAsked = { subject: SubjectId; on: string; code: string | null };
export type VisitChoice = {
  code: string;
  label: string;
  earliest_on: CivilDate;
  due_on: CivilDate;
  latest_on: CivilDate;
  standing: Standing;
  standing_text: string;
};
export type Previous = { on: CivilDate; shown: string };
export type FormDue = {
  kind: string;
  task: string;
  label: string;
  because: string;
  spec: FormSpec;
  fixed: { [key: string]: string };
  previous: { [key: string]: Previous[] };
};
export type VisitPlan = {
  subject: SubjectId;
  subject_code: string;
  age: string;
  on: CivilDate;
  choices: VisitChoice[];
  chosen: string;
  modes: Mode[];
  forms: FormDue[];
  more: FormDue[];
  draft: DraftKept | null;
};
export type DraftKept = { json: string; kept_at: string };
export type DraftLine = { key: string; subject: SubjectId | null; subject_code: string; kept_at: string };
export type ProblemLine = { place: string; code: string; text: string; severity: Severity };
export type NoteLine = { place: string; text: string; level: Level };
export type FormChecked = { problems: ProblemLine[]; notes: NoteLine[]; computed: { [key: string]: string } };
export type TaskForm = { task: string; form: EnteredForm };
export type VisitDraft = {
  subject: SubjectId;
  code: string;
  on: string;
  mode: Mode | null;
  note: string;
  forms: TaskForm[];
  because: string;
  signature_passphrase: string;
};
export type ReviewLine = { form: string; field: string; shown: string };
export type FormProblems = { task: string; kind: string; title: string; problems: ProblemLine[] };
export type VisitReview = {
  timing_text: string;
  will_record: ReviewLine[];
  left_out: ReviewLine[];
  problems: FormProblems[];
  may_save: boolean;
};
export type Receipt = { visit: RecordId | null; saved_at: string; entries: number; findings: FindingLine[] };
export type Missing = { subject: SubjectId; obligation: string; because: string };
export type Correction = { subject: SubjectId; record: RecordId; form: EnteredForm; because: string };
export type FormOpened = { record: RecordId; form: EnteredForm; due: FormDue };

// signals
export type FindingSeverity = 'notice' | 'caution' | 'alarm';
export type FindingStanding = 'open' | 'taken' | 'reviewed' | 'reported' | 'dismissed' | 'reopened';
export type SignalsAsked = { standing: string; severity: string | null; subject: SubjectId | null };
export type CallLine = { text: string; by: CivilDate | null };
export type FindingLine = {
  subject: SubjectId;
  code: string;
  key: string;
  rule: string;
  name: string;
  sentence: string;
  severity: FindingSeverity;
  severity_text: string;
  standing: FindingStanding;
  standing_text: string;
  open: boolean;
  seen_on: CivilDate;
  calls: CallLine[];
};
export type Labelled = { label: string; value: string };
export type EvidenceLine = { record: RecordId; kind_title: string; field_label: string; on: CivilDate; shown: string };
export type CitationLine = { text: string; confidence: string };
export type HandlingLine = { at: string; who: string; action: Action; action_text: string; comment: string };
export type FindingPage = {
  line: FindingLine;
  version: number;
  why: string;
  looks_for: string;
  silent_when: string;
  threshold: Labelled[];
  citation: CitationLine;
  evidence: EvidenceLine[];
  handlings: HandlingLine[];
};
export type HandlingForm = { subject: SubjectId; key: string; action: Action; comment: string };

// settings
export type UserLine = { login: string; name: string; role: Role; role_text: string; active: boolean };
export type NewUserForm = { login: string; name: string; role: Role; passphrase: string };
export type PassphraseForm = { old: string; new: string };
export type BackupLine = { path: string; at: string; entries: number; proven: boolean };
export type VerdictLine = { entries: number; devices: number; ok: boolean; details: string[]; text: string };
export type Exported = { path: string; lines: number };

async function ask<T>(command: string, args?: Record<string, unknown>): Promise<Result<T, Failure>> {
  try {
    return { status: 'ok', data: await invoke<T>(command, args) };
  } catch (error) {
    if (error instanceof Error) throw error;
    return { status: 'error', error: error as Failure };
  }
}

export const commands = {
  start: () => ask<Start>('start'),
  createStore: (form: NewStore) => ask<StoreMade>('create_store', { form }),
  unlock: (form: Unlocking) => ask<Session>('unlock', { form }),
  unlockWithKit: (form: KitUnlocking) => ask<Session>('unlock_with_kit', { form }),
  explorePractice: (role: Role) => ask<Session>('explore_practice', { role }),
  lock: () => ask<null>('lock'),
  session: () => ask<Session | null>('session'),
  today: (asked: TodayAsked) => ask<TodayPage>('today', { asked }),
  subjects: (search: string, accounted: string | null) => ask<SubjectLine[]>('subjects', { search, accounted }),
  protocols: () => ask<ProtocolLine[]>('protocols'),
  enrol: (form: EnrolForm) => ask<Enrolled>('enrol', { form }),
  checkEnrol: (form: EnrolForm) => ask<ProblemLine[]>('check_enrol', { form }),
  visitPlan: (asked: VisitAsked) => ask<VisitPlan>('visit_plan', { asked }),
  checkForm: (subject: SubjectId, form: EnteredForm) => ask<FormChecked>('check_form', { subject, form }),
  keepDraft: (key: string, subject: SubjectId | null, json: string) =>
    ask<DraftKept>('keep_draft', { key, subject, json }),
  draft: (key: string) => ask<DraftKept | null>('draft', { key }),
  drafts: () => ask<DraftLine[]>('drafts'),
  dropDraft: (key: string) => ask<null>('drop_draft', { key }),
  reviewVisit: (draft: VisitDraft) => ask<VisitReview>('review_visit', { draft }),
  recordVisit: (draft: VisitDraft) => ask<Receipt>('record_visit', { draft }),
  declareMissed: (form: Missing) => ask<Receipt>('declare_missed', { form }),
  users: () => ask<UserLine[]>('users'),
  addUser: (form: NewUserForm) => ask<UserLine[]>('add_user', { form }),
  retireUser: (login: string) => ask<UserLine[]>('retire_user', { login }),
  changePassphrase: (form: PassphraseForm) => ask<null>('change_passphrase', { form }),
  setLanguage: (language: string) => ask<Session>('set_language', { language }),
  setAutoLock: (minutes: number) => ask<Session>('set_auto_lock', { minutes }),
  backupNow: () => ask<BackupLine>('backup_now'),
  checkIntegrity: () => ask<VerdictLine>('check_integrity'),
  exportLines: () => ask<Exported>('export_lines'),
};
