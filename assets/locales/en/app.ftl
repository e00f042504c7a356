# The window: frame, common actions, forms, and the screens Unlock, Today, Subjects, Enrol, Visit, Settings.

## Frame
shell-brand = Perennial
shell-rail = Screens
shell-skip = Skip to the screen
shell-practice = PRACTICE: invented people, nothing here is real
shell-saved = saved { $time }
shell-nothing-saved = nothing saved yet
shell-locks-in = locks in { $minutes } min
shell-held-title = Not locked yet
shell-held-person = What you typed could not be kept as a draft, so nothing was locked. { $why } Try again, copy the text to a safe place, or lock without it.
shell-held-clock = Nobody was typing, so the screen is covered. What was typed could not be kept as a draft, so the store is not locked yet. { $why } This is tried again every few seconds.
shell-held-trying = Keeping what was typed …
shell-held-again = Try again
shell-held-anyway = Lock anyway, lose the text
shell-held-without = Lock without it
shell-left-unkept = What you typed there could not be kept as a draft. { $why } It is held until this program is locked or closed: go back to it, or make room.
shell-language = Language
shell-speak = Language: { $language }
shell-find = Find
shell-find-key = Ctrl K
shell-find-hint = Screen, action or subject
shell-find-none = Nothing with these words.
palette-visit = Record a visit of the subject on screen
palette-print = Print the schedule of the subject on screen
palette-backup = Back up now
palette-verify = Check the integrity of the store now
palette-light = Appearance: light
palette-dark = Appearance: dark
palette-system = Appearance: as the system
shell-unreachable = The program did not answer. Nothing was saved. Close it and open it again; what you typed was kept as a draft.
shell-clock-behind = The date of this computer lies before the last entry ({ $last }). Correct it, or confirm it below: until then nothing here is called due or overdue, windows stay as they are. You can go on recording; the entries bear the wrong date as their time of entry.
shell-date-right = { $today } is right …
shell-date-title = Is the date of this computer right?
shell-date-about = Look at a calendar or a telephone. If today is { $today }, then something was once recorded by a wrong date, { $last }. Confirmed, everything is judged by today again; the entries keep the date they bear, and your reason stands in the ledger.
shell-date-because = Why the other date was wrong
shell-date-confirm = Today is { $today }
shell-as-of = As known on { $on }. Nothing can be recorded here.
shell-as-of-title = As known on a past day
shell-as-of-about = Every list and every page as it stood at the end of that day, with what was known then. Nothing is changed and nothing can be recorded until you come back.
shell-as-of-day = Day
shell-as-of-show = Show that day
shell-as-of-back = Back to today
palette-as-of = As known on a past day …
palette-as-of-day = As known on { $on }
palette-present = Back to today
audit-as-of = As known that day
shell-ago = { $unit ->
    [minute] { $count } min ago
   *[second] { $count } s ago
  }
shell-person = { $name }, { $role }
shell-role-coordinator = coordinator
shell-role-investigator = investigator
shell-role-monitor = monitor (reads only)
shell-role-administrator = administrator

## Names of the screens
screen-unlock = Unlock
screen-today = Today
screen-subjects = Subjects
screen-signals = Signals
screen-print = Print
screen-study = Study
screen-audit = Audit
screen-settings = Settings
screen-enrol = Enrol a subject
screen-subject = Subject
screen-visit = Visit

## Common actions
action-close = Close
action-lock = Lock
action-back = Back
action-cancel = Cancel
action-save = Save

## Date field
date-field-form = year-month-day
date-field-fault = { $fault ->
    [ambiguous] This can be read two ways. Write year-month-day, such as 2026-03-09, or name the month.
    [impossible] There is no such day in the calendar.
   *[unreadable] Write year-month-day, such as 2026-03-09.
  }

## Unlock
unlock-about = Long-term follow-up after gene therapy, for fifteen years, on this computer.
unlock-offline = Works without a network. Everything is kept encrypted on this computer.
unlock-version = Version { $version }
unlock-open = Unlock
unlock-opening = Opening …
unlock-store = Store
unlock-in-use = Another program has this store open. Close it there first.
unlock-login = Login
unlock-passphrase = Passphrase
unlock-new-passphrase = New passphrase
unlock-passphrase-hint = Several words are safer than a few odd signs, and easier to remember.
unlock-repeat = The passphrase again
unlock-needed = Please fill this in.
unlock-differs = The two passphrases differ. Type the same one twice.
unlock-create = Create a store
unlock-create-about = For the real subjects of this site: one encrypted file, with a recovery kit to print and lock away.
unlock-creating = Creating …
unlock-explore = Explore the practice study
unlock-explore-about = Sixty invented people over twelve years. Try everything; nothing here can reach a real store.
unlock-preparing = Preparing the practice study …
unlock-site = Name of the clinic
unlock-site-hint = As families see it on paper.
unlock-telephone = Telephone for families
unlock-telephone-hint = Printed large on every sheet.
unlock-address = Address
unlock-name = Your name
unlock-role = Your role
unlock-path = File of the store
unlock-path-hint = Nothing that is already there is ever overwritten.
unlock-recover = Use the recovery kit
unlock-kit = The recovery kit
unlock-kit-about = These words open the store when every passphrase is lost. They are shown only now. Print them, lock the paper away, and do not keep the file.
unlock-kit-file = Page to print:
unlock-kit-open = Open to print
unlock-kit-type = Word { $place }, from the paper
unlock-kit-wrong = These are not the words. Compare them with the paper, letter by letter.
unlock-kit-confirm = The kit is printed; open the store
unlock-kit-words = Words of the kit
unlock-kit-words-hint = In their order, with spaces between.

## Today
today-accounted = Everyone is accounted for
today-enrolled = { $count } enrolled:
today-count-up-to-date = { $count } up to date
today-count-due = { $count } due
today-count-overdue = { $count } overdue
today-count-not-judged = { $count } not judged
today-count-lost = { $count } lost
today-count-withdrawn = { $count } withdrawn
today-count-transferred = { $count } transferred
today-count-deceased = { $count } deceased
today-count-completed = { $count } completed
today-filter = What to show
today-all = All
today-group-overdue = Overdue { $count }
today-group-not-judged = Owed, not judged { $count }
today-group-due = Due now { $count }
today-group-awaited = Results awaited { $count }
today-group-signal = Signals { $count }
today-group-coming = Coming up { $count }
today-search = Search subject or visit
today-sort = Order
today-sort-urgency = most urgent first
today-sort-subject = by subject
today-sort-due = by due date
today-action-open-visit = Open visit
today-action-record-call = Record call
today-action-enter-result = Enter result
today-action-review-signal = Review signal
today-action-report = Report
today-action-open-subject = Open subject
today-action-record-attempt = Record attempt
today-action-record-consent = Record consent
today-action-decide = Decide
today-window = { $earliest } to { $latest }
today-since = since { $on }
today-none = Nothing is overdue and nothing is due.
today-none-not-judged = Nothing is owed in the next weeks. Whether anything is late cannot be said until the computer’s date is corrected.
today-none-filtered = Nothing fits this choice.
today-others = { $count ->
    [one] + 1 more of the same cause
   *[other] + { $count } more of the same cause
  }
today-nobody = Nobody is enrolled yet.
today-next = { $days ->
    [0] Next: { $code }, { $what }, today.
    [one] Next: { $code }, { $what }, in { $days } day.
   *[other] Next: { $code }, { $what }, in { $days } days.
  }
today-clear = Show everyone
today-draft = { $what ->
    [enrol] Unfinished enrolment, draft kept { $time }.
    [correct] Unfinished result or correction: { $code }, draft kept { $time }.
    [life] Unfinished entry on the subject’s page: { $code }, draft kept { $time }.
    [finding] Unfinished comment on a signal: { $code }, draft kept { $time }.
   *[visit] Unfinished visit: { $code }, draft kept { $time }.
  }
today-draft-open = Go on
today-keys = j k or arrows move · Enter opens · w why · o subject · p print · f filter · / search
today-why = Why
today-why-title = { $code }: why this date for { $what }
today-print = Print this list
today-printed = { $pages ->
    [one] The list is saved: one page.
   *[other] The list is saved: { $pages } pages.
  }

## Subjects
subjects-search = Search by code
subjects-state = State
subjects-everyone = everyone
subjects-state-up-to-date = up to date
subjects-state-due = due
subjects-state-overdue = overdue
subjects-state-not-judged = not judged
subjects-state-lost = lost to follow-up
subjects-state-withdrawn = withdrawn
subjects-state-transferred = transferred
subjects-state-deceased = deceased
subjects-state-completed = completed
subjects-count = { $count ->
    [one] { $count } subject
   *[other] { $count } subjects
  }
subjects-none-found = No subject fits.
subjects-dosed = dosed { $on }
subjects-not-dosed = not dosed yet
subjects-until = by { $on }
subjects-findings = { $count ->
    [one] { $count } signal
   *[other] { $count } signals
  }
subjects-keys = Enter opens · j k or arrows move · n enrols · p print · / search

## Enrolment
enrol-study = Study
enrol-protocol = Protocol
enrol-choose = Choose …
enrol-protocol-adopted = { $title } ({ $reference })
enrol-protocol-preset = { $title } ({ $authority } preset, not yet in force here)
enrol-adopt = Put it in force
enrol-adopt-about = This preset ({ $class }) is not yet a protocol of this site. Read it in Study first.
enrol-person = Person
enrol-code = Subject code
enrol-code-hint = As in the study; no name and no initials.
enrol-born = Born on
enrol-gestation = Weeks of gestation
enrol-gestation-hint = Only if born preterm.
enrol-sex = Sex
enrol-sex-female = female
enrol-sex-male = male
enrol-sex-undifferentiated = undifferentiated
enrol-sex-unknown = unknown
enrol-consented = Consent signed on
enrol-enrolled = Enrolled on
enrol-language = Language of the family
enrol-language-hint = Their papers are printed in it.
enrol-dosing = First administration
enrol-dosing-about = A partial or failed administration starts follow-up as well. Leave the day empty if it has not taken place.
enrol-dosed = Administered on
enrol-outcome = How it went
enrol-outcome-complete = complete
enrol-outcome-partial = partial
enrol-outcome-failed = failed
enrol-batch = Batch or lot
enrol-dosing-note = Note on the administration
enrol-family = Family and contacts
enrol-family-about = Kept sealed under a key of its own, apart from everything clinical. All of it may stay empty.
enrol-name = Name
enrol-called = Name on the papers
enrol-called-hint = First name, initials or as the family wishes.
enrol-contact = Contact { $number }
enrol-contact-who = Who (mother, grandfather, practitioner …)
enrol-contact-telephone = Telephone
enrol-contact-email = E-mail
enrol-contact-address = Address
enrol-contact-decides = Decides for the child as
enrol-contact-decides-not = does not decide
enrol-contact-decides-hint = Whoever signs for the child. Later changes belong on the page of the person, under Consent.
enrol-contact-name = Name
enrol-contact-add = Another contact
enrol-note = Note for this family
enrol-because = Why this is right
enrol-not-yet = { $count ->
    [one] One thing is to be mended; it is marked above. Nothing was saved yet.
   *[other] { $count } things are to be mended; they are marked above. Nothing was saved yet.
  }
enrol-confirm = Enrol
enrol-done = { $code } is enrolled.
enrol-kept = draft kept

## Forms
form-unit = Unit
form-result = Result
form-result-typed = Value
form-result-not-detected = Not detected
form-result-below-quantification = Detected, below LLOQ
form-lod = LOD
form-lod-long = limit of detection
form-lloq = LLOQ
form-lloq-long = lower limit of quantification
form-nothing = Nothing to report
form-nothing-whole = Asked: nothing to report.
form-not-done = Not done, because …
form-not-done-because = Not done, because
form-awaited = Result awaited
form-awaited-whole = The sample was taken; the result is awaited. Today keeps it in view.
form-limits-of = Limits of { $laboratory }
form-limits-fills = { $count ->
    [one] Fills one empty field.
   *[other] Fills { $count } empty fields.
}
form-limits-full = Nothing is left to fill.
form-limits-filled = { $count ->
    [one] One limit of { $laboratory } filled in.
   *[other] { $count } limits of { $laboratory } filled in.
}
form-keys = In any field: Alt+N not done, because … · Alt+D nothing to report
form-key-not-done = Alt+N
form-key-nothing = Alt+D
form-because = because …
form-answer-after-all = Answer it after all
form-computed-later = computed from the values above
form-reason = Why this value is right
form-reason-for = Why the value of “{ $field }” is right
form-date-form = year-month-day, or year
form-not-done-for = Why “{ $field }” was not done
form-before = Earlier:
form-plausible = plausible { $low } to { $high }
form-plausible-unit = plausible { $low } to { $high } { $unit }
form-collected-on = Collected or examined on
form-progress = { $answered } of { $of } answered
form-closure-nothing-to-report = nothing to report
form-closure-not-done = not done
form-closure-awaited = result awaited
form-problems = { $count } to mend
form-flags = { $count ->
    [one] { $count } flag
   *[other] { $count } flags
  }
form-remove = Take “{ $form }” off this visit
form-row = Row
form-row-add = Add a row
form-row-remove = Remove row { $row }
form-rows-more = { $count ->
    [one] and { $count } more row, kept but not shown
   *[other] and { $count } more rows, kept but not shown
  }
form-in-row = Row { $row }: { $text }
form-cell = { $column }, row { $row }
form-paste-hint = Rows copied from a spreadsheet or a CSV file can be pasted into any cell.
form-pasted = { $count ->
    [one] { $count } row pasted.
   *[other] { $count } rows pasted.
  }
form-pasted-unknown = Not taken over, because no column has this name: { $heads }.

## Words inside UCUM units
unit-copies = copies
unit-cell = cell
unit-cells = cells
unit-ct = Ct
unit-titer = titre
unit-sfu = SFU

## How a contact takes place
mode-clinic = clinic
mode-home = at home
mode-video = video
mode-phone = telephone
mode-letter = letter
mode-local-laboratory = local laboratory

## Visit
visit-which = Visit
visit-also = The same contact also answers
visit-also-window = { $source }, { $earliest } to { $latest }
visit-also-late = { $count ->
    [one] Overdue: one visit could be made up for at the same contact
   *[other] Overdue: { $count } visits could be made up for at the same contact
  }
visit-choice = { $label }: { $standing }
visit-unplanned = Unscheduled contact
visit-on = Took place on
visit-mode = How it took place
visit-window = Window from { $earliest } to { $latest }, due { $due }
visit-restored = Your unfinished visit is back as you left it.
visit-no-forms = No form is due on this day. Record the contact alone, or add a form.
visit-add = Add a form
visit-add-which = Choose a form …
visit-note = Note on the visit
visit-kept = draft kept { $ago }
visit-keeping = keeping the draft …
visit-nothing-typed = nothing typed yet
visit-missed = Did not take place …
visit-missed-about = { $label } is declared missed. If it takes place after all, record it as usual: the record then counts.
visit-missed-why = Why it did not take place
visit-missed-confirm = Declare missed
visit-missed-said = The visit was declared missed.
visit-discard = Discard the draft
visit-discard-about = What was typed for this visit is removed. Nothing that was saved is touched.
visit-review = Review
visit-review-title = Before it is recorded
visit-will-record = Will be recorded
visit-only-contact = Only that the contact took place.
visit-left-out = Left out
visit-nothing-left-out = Nothing: every form that is due is filled in.
visit-go-mend = Go to the form
visit-because = Why this is right, or why it was left out
visit-because-hint = Stays with the record for good.
visit-sign = Sign with your passphrase
visit-sign-hint = Leave empty to record without a signature.
visit-not-yet = Mend what is marked, or write why it is right. Nothing is saved until then.
visit-record = Record the visit
visit-record-sign = Record and sign
visit-back = Back to the forms
visit-saved = The visit is recorded
visit-saved-at = { $count ->
    [one] Saved at { $time }: { $count } entry.
   *[other] Saved at { $time }: { $count } entries.
  }
visit-no-findings = It brought up no new signal.
visit-open-finding = Open the signal
visit-enter-result = Enter the awaited result
visit-correct = Correct a record
visit-correct-because = Why it is changed
visit-result-arrived = Result received

## Settings
settings-screen = This screen
settings-unreviewed = { $language } (translation not yet reviewed)
settings-auto-lock = Lock when nobody types for
settings-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
  }
settings-theme = Appearance
settings-theme-system = as the system
settings-theme-light = light
settings-theme-dark = dark
settings-keeping = Keeping it safe
settings-backup = Backup
settings-backup-last = Last proven backup: { $at }
settings-backup-none = No proven backup yet.
settings-backup-now = Back up now
settings-backup-proven = Backed up and proven by opening it: { $entries } entries in { $path }
settings-backup-unproven = The copy could not be proven and was not kept: the store itself may be damaged. Check it below, and keep the last proven backup.
backup-failed = The backup of the day failed; it is tried again within the hour. Look at Settings, Backup.
settings-verify = Integrity
settings-verify-about = Reads every entry and checks that none was changed, lost or moved.
settings-verify-now = Check now
settings-export = Export
settings-export-about = The whole ledger as readable lines (JSON), without names and contacts.
settings-export-now = Export
settings-exported = { $lines } lines written to { $path }
settings-working = Working …
settings-site = The clinic
settings-site-about = Stands at the head of every paper.
settings-site-keep = Keep
settings-site-kept = Kept. Papers printed from now on carry it.
ranges-title = What laboratories call normal
ranges-about = Limits by test, sex and age, with the days on which they hold. A form offers those that fit the person on the day of the sample.
ranges-none = No laboratory’s limits are kept yet. Forms ask for them one by one.
ranges-kept-by = { $count } limits, kept { $at } by { $author }
ranges-of = Limits of { $laboratory }
ranges-correct = Correct this table
ranges-table = Table (CSV)
ranges-table-hint = Paste it or choose a file. One laboratory a table; heading: laboratory, analyte, sex, age_from, age_to, low, high, unit, valid_from, valid_to. Analytes are named as in the forms: alt, ast, alp, ggt, bilirubin, albumin, wbc, neutrophils, lymphocytes, platelets, haemoglobin, ldh, creatinine, afp.
ranges-choose = Choose a file…
ranges-look = Read the table
ranges-faults = { $count ->
    [one] One fault. Nothing was kept: correct it and read the table again.
   *[other] { $count } faults. Nothing was kept: correct them and read the table again.
}
ranges-faults-of = Remarks on the table
ranges-read = { $count ->
    [one] { $laboratory }: one limit was read
   *[other] { $laboratory }: { $count } limits were read
}
ranges-unchanged = This is the table that is kept already.
ranges-because = Why this table supersedes that of { $laboratory }
ranges-keep = Keep the table of { $laboratory }
ranges-kept = The limits of { $laboratory } are kept. Forms offer them from now on.
ranges-analyte = Test
ranges-whom = For whom
ranges-limits = Limits
ranges-days = In force
settings-users = People
settings-user-login = Login
settings-user-name = Name
settings-user-role = Role
settings-user-state = State
settings-user-active = active
settings-user-retired = may no longer unlock
settings-user-add = Add a person
settings-user-retire = Withdraw access
settings-user-retire-about = { $name } will no longer be able to unlock this store. What they recorded stays under their name.
settings-first-passphrase = First passphrase
settings-passphrase = My passphrase
settings-passphrase-old = Passphrase now
settings-passphrase-new = New passphrase
settings-passphrase-change = Change passphrase
settings-passphrase-changed = The passphrase is changed. The recovery kit stays valid.
settings-about = Perennial { $version }. Store:
print-late = Not done yet, please call
print-reasons = Save every date with its reason
print-reasons-saved = { $pages ->
    [one] The dates with their reasons are saved: one page.
   *[other] The dates with their reasons are saved: { $pages } pages.
  }
print-call-script = Save a call script
print-call-questionnaire = Save a questionnaire
print-script-saved = A call script of { $pages ->
    [one] { $pages } page
   *[other] { $pages } pages
  } was saved.
print-questionnaire-saved = A questionnaire of { $pages ->
    [one] { $pages } page
   *[other] { $pages } pages
  } was saved.
