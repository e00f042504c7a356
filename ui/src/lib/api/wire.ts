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
export type Mark = 'typed' | 'not-done' | 'nothing-to-report' | 'not-detected' | 'below-quantification';
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
export type Level = 'plain' | 'caution';

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

// pages
export type VisitLine = {
  key: string;
  code: string;
  label: string;
  earliest_on: CivilDate;
  due_on: CivilDate;
  latest_on: CivilDate;
  standing: Standing;
  standing_text: string;
  explanation: string;
  done_on: CivilDate | null;
  record: RecordId | null;
  modes: Mode[];
  tasks: string[];
  citation: CitationLine | null;
};
export type FieldShown = { key: string; label: string; shown: string };
export type AssessmentShown = {
  record: RecordId;
  entry: EntryId;
  kind: string;
  title: string;
  collected_on: CivilDate;
  visit_label: string;
  closure_text: string;
  awaited: boolean;
  fields: FieldShown[];
  author: string;
  recorded_at: string;
};
export type Point = { on: CivilDate; value: number | null; shown: string; below_limit: boolean; record: RecordId };
export type Series = { name: string; points: Point[] };
export type Limit = { value: number; label: string };
export type Course = { from: CivilDate; to: CivilDate | null; label: string };
export type Scale = 'linear' | 'log10' | 'log2';
export type Chart = {
  key: string;
  title: string;
  unit: string;
  scale: Scale;
  limits: Limit[];
  series: Series[];
  courses: Course[];
};
export type StatusLine = { record: RecordId; status: Status; text: string; on: CivilDate; because: string };
export type DosingLine = {
  record: RecordId;
  number: number;
  on: CivilDate;
  outcome: DosingOutcome;
  outcome_text: string;
  batch: string;
  note: string;
};
export type ContactLine = {
  record: RecordId;
  on: CivilDate;
  label: string;
  mode: Mode;
  note: string;
  signed_by: string | null;
};
export type SubjectPage = {
  subject: SubjectId;
  code: string;
  sex_text: string;
  born_on: CivilDate;
  age_now: string;
  age_at_dosing: string | null;
  product: string;
  class_text: string;
  protocol: string;
  protocol_title: string;
  enrolled_on: CivilDate;
  consented_on: CivilDate | null;
  first_dosed_on: CivilDate | null;
  day_since_dosing: number | null;
  year_since_dosing: number | null;
  until: CivilDate | null;
  status: Status;
  status_text: string;
  accounted: string;
  next: VisitLine | null;
  visits: VisitLine[];
  contacts: ContactLine[];
  assessments: AssessmentShown[];
  findings: FindingLine[];
  charts: Chart[];
  statuses: StatusLine[];
  dosings: DosingLine[];
  conflicts: RecordId[];
};
export type StudyVisit = {
  code: string;
  label: string;
  when: string;
  window: string;
  modes: Mode[];
  tasks: Labelled[];
  citation: CitationLine;
};
export type StudyRule = {
  rule: string;
  name: string;
  looks_for: string;
  because: string;
  silent_when: string;
  severity_text: string;
  limits: Labelled[];
  genes: string[];
  calls: string[];
  citation: CitationLine;
};
export type SourceLine = { id: string; title: string; issued: string; authority: string; confidence: string };
export type StudyPage = {
  reference: string;
  title: string;
  authority: string;
  product: string;
  class_text: string;
  integrating: boolean;
  follow_up: string;
  month_end_rule: string;
  notes: string[];
  visits: StudyVisit[];
  rules: StudyRule[];
  sources: SourceLine[];
  toml: string;
};
export type FaultLine = { line: number; column: number; key: string; text: string; stops: boolean };
export type AuditAsked = { subject: SubjectId | null };
export type ChangeLine = { field: string; label: string; before: string; after: string };
export type AuditLine = {
  entry: EntryId;
  record: RecordId;
  version: number;
  recorded_at: string;
  author: string;
  role: Role;
  role_text: string;
  kind: string;
  kind_text: string;
  what: string;
  reason: string;
  changes: ChangeLine[];
  hash: string;
};
export type PaperSize = 'a4' | 'letter';
export type PrintAsked = {
  subject: SubjectId;
  paper: PaperSize;
  language: string;
  show_product: boolean;
  folder: string;
};
export type Printed = { path: string; pages: number; visits: number };

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
  createStore: (asked: NewStore) => ask<StoreMade>('create_store', { asked }),
  unlock: (asked: Unlocking) => ask<Session>('unlock', { asked }),
  unlockWithKit: (asked: KitUnlocking) => ask<Session>('unlock_with_kit', { asked }),
  explorePractice: () => ask<Session>('explore_practice'),
  lock: () => ask<null>('lock'),
  session: () => ask<Session | null>('session'),
  today: (asked: TodayAsked) => ask<TodayPage>('today', { asked }),
  subjects: (search: string, state: string) => ask<SubjectLine[]>('subjects', { search, state }),
  protocols: () => ask<ProtocolLine[]>('protocols'),
  enrol: (form: EnrolForm) => ask<Enrolled>('enrol', { form }),
  subject: (subject: SubjectId) => ask<SubjectPage>('subject', { subject }),
  subjectOfCode: (code: string) => ask<SubjectId>('subject_of_code', { code }),
  identity: (subject: SubjectId) => ask<Identity>('identity', { subject }),
  setIdentity: (subject: SubjectId, identity: Identity, because: string) =>
    ask<null>('set_identity', { subject, identity, because }),
  changeStatus: (form: StatusForm) => ask<Enrolled>('change_status', { form }),
  recordDosing: (subject: SubjectId, form: DosingForm) => ask<Enrolled>('record_dosing', { subject, form }),
  declareMissed: (missing: Missing) => ask<null>('declare_missed', { missing }),
  planVisit: (asked: VisitAsked) => ask<VisitPlan>('plan_visit', { asked }),
  checkForm: (subject: SubjectId, form: EnteredForm) => ask<FormChecked>('check_form', { subject, form }),
  keepDraft: (key: string, subject: SubjectId | null, json: string) => ask<null>('keep_draft', { key, subject, json }),
  draft: (key: string) => ask<DraftKept | null>('draft', { key }),
  drafts: () => ask<DraftLine[]>('drafts'),
  dropDraft: (key: string) => ask<null>('drop_draft', { key }),
  reviewVisit: (draft: VisitDraft) => ask<VisitReview>('review_visit', { draft }),
  recordVisit: (draft: VisitDraft) => ask<Receipt>('record_visit', { draft }),
  formOf: (subject: SubjectId, record: RecordId) => ask<FormOpened>('form_of', { subject, record }),
  correctRecord: (correction: Correction) => ask<Receipt>('correct_record', { correction }),
  signals: (asked: SignalsAsked) => ask<FindingLine[]>('signals', { asked }),
  finding: (subject: SubjectId, key: string) => ask<FindingPage>('finding', { subject, key }),
  reviewFinding: (form: HandlingForm) => ask<FindingPage>('review_finding', { form }),
  printSchedule: (asked: PrintAsked) => ask<Printed>('print_schedule', { asked }),
  printCalendar: (asked: PrintAsked) => ask<Printed>('print_calendar', { asked }),
  openPath: (path: string) => ask<null>('open_path', { path }),
  study: (reference: string) => ask<StudyPage>('study', { reference }),
  checkProtocol: (toml: string) => ask<FaultLine[]>('check_protocol', { toml }),
  adoptProtocol: (presetOrText: string) => ask<string>('adopt_protocol', { presetOrText }),
  audit: (asked: AuditAsked) => ask<AuditLine[]>('audit', { asked }),
  users: () => ask<UserLine[]>('users'),
  addUser: (form: NewUserForm) => ask<null>('add_user', { form }),
  retireUser: (login: string) => ask<null>('retire_user', { login }),
  changePassphrase: (form: PassphraseForm) => ask<null>('change_passphrase', { form }),
  setLanguage: (language: string) => ask<null>('set_language', { language }),
  setAutoLock: (minutes: number) => ask<null>('set_auto_lock', { minutes }),
  backupNow: () => ask<BackupLine>('backup_now'),
  verify: (deep: boolean) => ask<VerdictLine>('verify', { deep }),
  export: () => ask<Exported>('export'),
};
