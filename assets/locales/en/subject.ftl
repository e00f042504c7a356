# One person’s page and its charts.
subject-timeline = Follow-up line
subject-timeline-keys = Visits in the order of their days; arrow keys move, Enter opens
subject-reach = What is drawn
subject-reach-all = whole follow-up
subject-reach-beginning = first two years
subject-reach-coming = next 12 months
subject-narrower = Fewer years, around the chosen visit
subject-wider = More years
subject-drawn = { $from } to { $to }
subject-visit-said = { $label }: { $earliest } to { $latest }, { $standing }
subject-dosed = Administration { $number }: { $on }
subject-today = today
subject-parts = Parts of this page
subject-part-visits = Visits
subject-part-history = History
subject-part-charts = Charts
subject-part-findings = Signals
subject-papers = Papers …
subject-no-findings = No rule of the protocol has raised a signal.
subject-findings-of = Signals of this subject
subject-finding-on = Seen
subject-finding-what = Signal
subject-finding-severity = Severity
subject-no-charts = Nothing to draw yet.
subject-no-history = Nothing recorded yet.
subject-person = { $sex }, { $age }, born { $born }
subject-record-visit = Record a visit
subject-add-dosing = Further dosing …
subject-change-status = Change status …
subject-open-identity = Name and contacts …
subject-enrolled = enrolled { $on }
subject-until = follow-up until { $on }
subject-conflicts = Two devices changed the same record. Open the audit and decide which one holds.
subject-next = Next
subject-no-next = No visit is owed any more.
subject-window = any day from { $earliest } to { $latest }, best on { $due }
subject-col-visit = What
subject-col-window = Window
subject-col-due = Best day
subject-col-standing = Standing
subject-col-tasks = What is done
subject-col-act = Do
subject-why = Why this date
subject-signed = signed by { $who }
subject-awaited = result awaited
subject-written = written by { $who }, { $at }
subject-correct = Correct …
subject-status = Status
subject-status-on = Since
subject-because = Why
subject-because-if = Why, if it is a correction or unusual
subject-keep = Save
subject-restored = What you were typing here is back as you left it.
subject-col-done = Took place
subject-reach-empty = No window lies in this part.
subject-legend = What the marks mean
subject-mark-window = window, with its best day
subject-mark-done = done, in the window
subject-mark-outside = done, early or late
subject-mark-missed = missed
subject-mark-overdue = overdue
subject-mark-open = open now
subject-mark-dosing = dosing
subject-mark-signal = signal
subject-flag = Signal: { $name }, seen { $on }, { $standing }
subject-open-record = Show the record
subject-first-dosing = Record the dosing …
subject-since = { $days ->
    [one] { $shown } day since first dosing, year { $year }
   *[other] { $shown } days since first dosing, year { $year }
  }
subject-age-dosed = { $age } at first dosing
subject-speaks = family’s language: { $language }
subject-status-told = { $status }, { $on }: { $because }
subject-undosed = No dosing is recorded yet. The dates of follow-up are counted from it.
subject-matters = Waits for someone
subject-axis = Years drawn
subject-axis-common = the same years for all
subject-axis-own = each its own
subject-show = Which visits
subject-show-all = All { $count }
subject-show-ahead = Still to come { $count }
subject-only = Show only
subject-only-all = Everything that was recorded
subject-only-count = { $what } ({ $count })
subject-only-none = Nothing of this kind was recorded.
subject-corrected = corrected
subject-other-day = Recorded for another day
subject-dosing-about = A partial or failed administration counts as well: follow-up is owed after it too.
subject-dosing-numbered = Administration { $number }
subject-records = { $count ->
    [one] { $count } form
   *[other] { $count } forms
  }
subject-said = Saved.
chart-table-on = Date
chart-table-what = Series
chart-table-value = Value
chart-as-table = as a table
chart-as-drawing = as a chart
chart-below = open mark: below the limit, drawn at the limit
chart-about = { $title }, { $count ->
    [one] { $count } value
   *[other] { $count } values
  }; newest: { $last }, { $on }
chart-table-record = Record
chart-table-open = Show
chart-limit = limit { $value } { $unit }
chart-dosed = Dosing, { $on }
chart-cycles = fewer cycles mean more vector; the scale runs downwards
chart-undrawn = { $count ->
    [one] { $count } result has no value to draw; see the table
   *[other] { $count } results have no value to draw; see the table
  }
chart-percent = { $value } %
chart-table-part = Part
chart-shares-about = { $title }, { $count ->
    [one] { $count } time
   *[other] { $count } times
  }; largest at { $time }: { $largest }, { $share }
subject-part-shedding = Shedding
shedding-told = Clearance
shedding-of = Matrices that are followed
shedding-state-cleared = cleared
shedding-state-not-yet = not cleared
shedding-state-not-sampled = no sample
shedding-state-returned = returned
precautions-asked = The family is asked
precautions-over = The family may again
precautions-show = Show
precautions-count = { $count ->
    [one] { $count } precaution for the family in force
   *[other] { $count } precautions for the family in force
  }
subject-part-growth = Growth
growth-index = Chart
growth-print = Print this chart
growth-no-points = Nothing was measured for this chart yet.
growth-z-corrected = z, corrected
growth-about = { $title }, { $count ->
    [one] { $count } measurement
   *[other] { $count } measurements
  }; newest: { $value } at { $age }, centile { $centile }
growth-first = the first that has a measurement

subject-part-course = Dates and versions
course-counts-from = What every date counts from
course-born = Born on
course-consented = Consented on
course-enrolled = Enrolled on
course-language = Language of the family
course-correct = Correct
course-correct-what = Correct: { $what }
course-change = Change
course-record = Record its day
course-awaited = awaited
course-no-dosing = Did not take place
course-no-dosing-about = The dosing stays in the ledger, marked as entered in error. Visits that counted from it count from the others, or wait.
course-follows = What is followed
course-version = Version { $version }
course-from-beginning = from the beginning
course-from = from { $on }
course-until = until { $on }
course-offer = Version { $version } is in force here
course-effective = Takes effect on { $on }.
course-reconsent = New consent is needed before anybody moves to it.
course-stays = Stays on the version followed: { $because }
course-no-change = Asks nothing else of anybody.
course-decide = Move or stay
course-beside = Also demanded by
course-no-tracks = Nothing besides the protocol.
course-follow = Follow { $title }
course-event-on = Took place on
course-moves-on = Follows it from
course-moves-hint = Leave it empty: stays on the version followed.
course-reconsented-on = Consent to the amended protocol
course-from-on = First day
course-until-on = Last day
course-at = at { $clinic }
course-clinic = Clinic of its visits
course-clinic-hint = Leave empty when they take place here. Visits at another clinic are planned on the same journey and need no kit from here.
course-stays-head = Nothing moves: the subject stays on the version followed.
course-moves = { $count ->
    [0] No date moves; { $stay } stay as they are.
    [one] One line moves; { $stay } stay as they are.
   *[other] { $count } lines move; { $stay } stay as they are.
  }
course-kind-added = added
course-kind-gone = gone
course-kind-moved = moved
course-kind-changed = other standing
course-keep-stays = Keep: stays
course-dialog-enrolment = Correct dates of the person
course-dialog-dosing = Correct a dosing
course-dialog-no-dosing = Dosing did not take place
course-dialog-event = Day of an event
course-dialog-amendment = Amended protocol
course-dialog-track = Followed beside the protocol
trips-head = { $count ->
    [0] Nothing is due until { $until }.
    [one] One contact settles everything until { $until } ({ $apart } if each were made by itself)
   *[other] { $count } contacts settle everything until { $until } ({ $apart } if each were made by itself)
  }
trips-days = any day from { $from } to { $to }
trips-part = { $source }; { $earliest } to { $latest }
trips-open = Open the visit
status-ladder-complete = Every step of the contact ladder was taken
subject-part-contact = Contact
ladder-next = { $what }, by { $by }
ladder-next-from = { $what }, from { $from } on and by { $by }
ladder-complete = Every step was taken, the last on { $on }. The subject may be recorded as lost to follow-up; this can be taken back at any time.
ladder-nothing-arrived = Every step was tried and nothing arrived. Find a telephone or an address that holds: what does not arrive is no contact.
ladder-nobody = Nobody has to be looked for: no visit is missed, or the family was reached since.
ladder-unknown = The protocol has no contact ladder. Attempts are kept all the same.
ladder-about = { $visit } did not take place; overdue since { $since }.
ladder-step-made = done
ladder-step-failed = did not arrive
ladder-step-next = next
ladder-step-later = later
ladder-count = { $made } of { $times }
ladder-failed = { $count } did not arrive
ladder-outcome-yes = reached
ladder-outcome-no = tried, not reached
ladder-outcome-wrong-number = wrong number
ladder-outcome-undelivered = returned undelivered
ladder-steps = Steps of the ladder
ladder-attempts = Attempts so far
ladder-no-attempts = No attempt is recorded.
ladder-record = Record attempt
ladder-on = Day of the attempt
ladder-note = What was said or agreed
ladder-keep = Keep the attempt
ladder-kept = The attempt is kept.
ladder-letter = Print letter
ladder-letter-made = Letter saved: { $path }
ladder-lost = Record as lost to follow-up
trips-together = Planned together with (code)
trips-add = Plan together
trips-without = without { $code }
course-consent = What is no longer agreed to
course-withdraw = Withdraw a part of the consent
course-again = Given again, or correct
course-dialog-withdrawal = Consent withdrawn in part
course-of = No longer agreed to
course-withdrawn-on = Told on
course-given-again-on = Given again on
course-samples = Samples kept until then
course-samples-undecided = not decided yet
course-samples-on = Decided or done on
course-by = By
course-document = Version of the form
subject-part-consent = Consent
agree-holds = What holds today
agree-none = No consent to take part is recorded for today.
agree-asked = To be signed or decided
agree-asked-none = Nothing is to be signed or decided now.
agree-later = Later
agree-later-line = { $what }, from { $on }
agree-record = Record a consent
agree-all = Everything signed and withdrawn
agree-all-none = Nothing was signed or withdrawn.
agree-col-on = Day
agree-col-what = What was signed or withdrawn
agree-correct-what = Correct: { $what }
agree-never = Was never signed
agree-never-what = Was never signed: { $what }
agree-never-about = The record stays in the ledger, marked as entered in error. What it had settled is asked again.
course-dialog-consent = Consent signed or declined
course-dialog-no-consent = Consent was never signed
agree-form = Form
agree-version = Version on the paper
agree-version-now = { $version } (in force)
agree-on = Day of the signature
agree-answer = Answer
agree-answer-signed = signed
agree-answer-declined = declined
agree-by = Who signed
agree-by-subject = the person themselves
agree-by-known = { $who } (decides since { $on })
agree-by-birth = { $who } (decides since birth)
agree-by-other = { $who } (not in the list)
agree-language = Language of the paper
agree-copy = A copy was handed over
agree-witness = A witness was there
agree-interpreter = An interpreter helped
agree-guardians = Who decides for the child
agree-guardians-none = Nobody is listed. Names and telephones stay sealed.
agree-guardians-sealed = Names and telephones are sealed; they are shown on request.
agree-of-age = Of age: decides for themselves.
agree-names = Show names
agree-names-hide = Hide names
agree-guardian-add = Add a guardian
agree-guardian-change = Correct or end
agree-guardian-change-what = Correct or end: { $what }
agree-guardian-days = from { $from } to { $until }
agree-guardian-from = since { $from }
agree-guardian-birth = since birth
agree-guardian-birth-until = until { $until }
agree-guardian-past = no longer
agree-guardian-lives = lives with the child
agree-guardian-no-decision = does not decide
agree-guardian-head-new = Add a guardian
agree-guardian-head = Correct or end
agree-guardian-about = Kept sealed under the person’s own key. Only the relation and the days stand in the ledger in the clear, for the dates that follow from them.
agree-guardian-relation = Relation to the child
agree-guardian-name = Name
agree-guardian-telephone = Telephone
agree-guardian-email = E-mail
agree-guardian-address = Address
agree-guardian-from-on = Decides from
agree-guardian-birth-hint = Empty: since birth.
agree-guardian-until-on = Last day
agree-guardian-goes-on = Empty: goes on.
agree-guardian-may = Decides for the child
agree-guardian-with = The child lives with this person
