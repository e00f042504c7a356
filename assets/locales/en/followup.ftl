# What is owed, where it stands, and why. Dates and periods arrive as ready text.

## Standing on the day
standing-not-yet-open = { $days ->
    [one] opens in { $days } day
   *[other] opens in { $days } days
  }
standing-open = { $days ->
    [0] open, today is the last day
    [one] open, { $days } day left
   *[other] open, { $days } days left
  }
standing-due-soon = { $days ->
    [0] due soon, today is the last day
    [one] due soon, { $days } day left
   *[other] due soon, { $days } days left
  }
standing-waits = { $days ->
    [0] to be decided
    [one] to be decided for { $days } day
   *[other] to be decided for { $days } days
  }
standing-overdue = { $days ->
    [one] overdue by { $days } day
   *[other] overdue by { $days } days
  }
standing-done-early = done, early
standing-done-in-window = done, in the window
standing-done-late = done, late
standing-missed = missed
standing-not-required = not required
standing-superseded = superseded
standing-not-judged = not judged
standing-because = { $standing }: { $because }

## Why something is not required
why-not-status = { $status } since { $on }
why-not-condition = does not apply to this person
why-not-cleared = { $n ->
    [one] { $matrix } was cleared on { $on } by a negative sample
   *[other] { $matrix } was cleared on { $on } by { $n } negative samples in a row
  }
why-not-undetected = the vector was no longer found
why-not-undetected-on = { $n ->
    [one] the vector was not found in the sample of { $days }
   *[other] the vector was not found in { $n } samples in a row ({ $days })
  }
why-not-already-adult = already of age when follow-up began
why-not-before-enrolment = its window had closed before enrolment
why-not-after-follow-up = falls after the end of follow-up
why-not-finding-gone = the finding that asked for it no longer stands
why-not-asked-already = another signal already asks for this test
why-not-reported-once = one report for this cause, owed by another signal
why-not-not-in-force = what asks for it did not apply to this person then
why-not-withdrawn = the person withdrew consent to { $part } on { $on }
why-not-no-longer-decides = whoever was to sign no longer decides for the child

## What took its place
superseded-by-dosing = a later dosing gave it a new date
superseded-by-consent = version { $version } of the form is to be signed instead
superseded-by-version = version { $version } of the protocol no longer asks for it

## Day of a contact, measured against its window
timing-early = earlier than the window
timing-in-window = in the window
timing-late = later than the window

## Where a subject is
status-on-follow-up = on follow-up
status-lost-to-follow-up = lost to follow-up
status-withdrawn = withdrawn
status-transferred = transferred to another site
status-deceased = deceased
status-completed = follow-up completed

## Everyone is counted in exactly one of these
accounted-up-to-date = up to date
accounted-due = due
accounted-overdue = overdue
accounted-not-judged = not judged
accounted-lost = lost to follow-up
accounted-withdrawn = withdrawn
accounted-transferred = transferred
accounted-deceased = deceased
accounted-completed = completed

## What is owed besides visits
what-test = Repeat: { $task }
what-task = To do: { $task }
test-of = { $test } ({ $sample })
what-report = Report to { $to }
what-result = Result awaited: { $kind }
what-visit-of-dosing = { $visit } (dosing { $n })
what-contact = Reach the family: { $channel }
what-contact-of = Reach the family: { $channel } ({ $n } of { $of })
what-contact-decide = Contact ladder finished: decide on lost to follow-up
what-contact-find = Nothing arrived: find an address or a number
what-consent-enrolment = To be signed: { $form }
what-consent-age = To be signed: { $form }
what-consent-majority = Own consent, now of age: { $form }
what-consent-version = Sign again: { $form }, version { $version }
what-consent-guardian = New guardian signs ({ $relation }): { $form }
what-decide-samples = Decide on the samples kept since { $since }
what-decide-declined = Declined at majority: withdraw or sign ({ $form })
what-decide-guardian = Nobody decides for the child: say who does
what-decide-version = Decide on version { $version } of the protocol

## Why a date is what it is
explain-visit = { $anchor } { $anchor-on } + { $offset } = { $due }; any day from { $earliest } to { $latest }
explain-visit-before = { $anchor } { $anchor-on } − { $offset } = { $due }; any day from { $earliest } to { $latest }
explain-after-planned = { $visit } (planned day, not made so far)
explain-test = Called for by the finding of { $anchor-on }: { $rule }; to be done by { $latest }
explain-report = Called for by the finding of { $anchor-on }: { $rule }; to be reported by { $latest }
explain-result = Sample of { $anchor-on }; the result is expected by { $latest }
explain-contact = { $visit } did not take place by { $anchor-on }; this step from { $earliest } to { $latest }
explain-consent-enrolment = Asked of everyone who takes part; enrolment { $anchor-on } + { $offset } = { $due }
explain-consent-joined = Asked from the age of { $age }; took part from { $anchor-on }, + { $offset } = { $due }
explain-consent-age = Reaches { $age } on { $anchor-on }; + { $offset } = { $due }
explain-consent-majority = Of age ({ $age }) on { $anchor-on }: what others signed until then is the person’s own to sign; + { $offset } = { $due }
explain-consent-version = Version { $version } is asked of those who signed an earlier one, from { $anchor-on }; + { $offset } = { $due }
explain-consent-guardian = Decides for the child since { $anchor-on } ({ $relation }); + { $offset } = { $due }
explain-decide-samples = Keeping samples is no longer agreed to since { $anchor-on }; the first of those kept was taken on { $since }. Write down what becomes of them
explain-decide-declined = Of age, the person declined on { $anchor-on }: what others signed for them no longer counts. Record their own signature, or that they leave
explain-decide-guardian = The last who decided did so until { $until }, and nobody is named since; of age on { $of-age }
explain-decide-version = In force here since { $earliest }; by { $anchor-on } it is decided whether the person moves to it or stays{ $reconsent ->
    [yes] , and new consent is needed before they move
   *[no] {""}
  }
explain-joint = { "; " }
explain-clamped = that month has no such day, so its last day counts
explain-left-out = not required, { $task }: { $because }

## What a condition rests on
ground-sex = only for: { $sex }
ground-sex-not = not for: { $sex }
ground-age-under = only under the age of { $age }
ground-age-under-not = not under the age of { $age }
ground-age-from = only from the age of { $age }
ground-age-from-not = not from the age of { $age }
ground-years-after = only from { $years } after dosing
ground-years-after-not = not from { $years } after dosing
ground-years-before = only until { $years } after dosing
ground-years-before-not = not until { $years } after dosing
ground-not-cleared = { $n ->
    [one] { $matrix } is not cleared (by { $n } negative sample)
   *[other] { $matrix } is not cleared (by { $n } negative samples in a row)
  }
ground-vector-found = { $n ->
    [one] the vector is still looked for (until { $n } sample without it)
   *[other] the vector is still looked for (until { $n } samples in a row without it)
  }
ground-rcr-rcl-positive = RCR/RCL was positive on { $on }; until { $n } negative tests in a row, none so far
ground-rcr-rcl-positive-since = RCR/RCL was positive on { $on }; until { $n } negative tests in a row, so far { $days }
ground-rcr-rcl-negative = RCR/RCL was positive on { $on }, then negative in a row: { $days } (needed: { $n })
ground-rcr-rcl-none = no RCR/RCL test was positive
ground-answered = “{ $field }” was answered “{ $answer }” on { $on }
ground-answered-otherwise = “{ $field }” was answered “{ $answer }” on { $on }; asked for after: { $answers }
ground-answered-none = “{ $field }” has not been answered; asked for after: { $answers }
ground-finding = the finding of { $on } is open: { $rule }
ground-finding-none = no finding is open: { $rule }
ground-rule = { $rule } ({ $limits })
ground-limit = { $limit }: { $value }
explain-asked = asked for, { $task }: { $because }
explain-asked-visit = asked for because { $because }
