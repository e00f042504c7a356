# The screens Signals, Print, Study and Audit.

## Signals
signals-counted = How many, by severity
signals-count = { $standing ->
    [open] { $count } open:
    [closed] { $count } closed:
   *[all] { $count } in all:
  }
signals-severity = { $severity ->
    [alarm] { $count ->
        [one] { $count } alarm
       *[other] { $count } alarms
      }
    [caution] { $count ->
        [one] { $count } caution
       *[other] { $count } cautions
      }
   *[notice] { $count ->
        [one] { $count } notice
       *[other] { $count } notices
      }
  }
signals-standing = { $standing ->
    [open] Open
    [closed] Closed
   *[all] All
  }
signals-search = Search subject or signal
signals-only = Only { $code }
signals-all = Show all signals
signals-none = No signal stands open. What is closed can be looked up above.
signals-keys = j k or arrows move · Enter opens · c comment · r reviewed · d dismiss · o subject · f filter · / search
signals-seen = seen { $on }
signals-by = { $when ->
    [past] { $days ->
        [one] was due { $on }, { $days } day ago
       *[other] was due { $on }, { $days } days ago
      }
   *[ahead] { $days ->
        [0] by { $on }, today
        [one] by { $on }, in { $days } day
       *[other] by { $on }, in { $days } days
      }
  }
signals-reopened = Reopened: it was closed before. Either new evidence has come since, or someone reopened it. See what was said below.
signals-calls = What it calls for
signals-calls-none = Nothing beyond being looked at.
signals-others = Also seen by
signals-owed = not sent yet
signals-not-owed = no longer owed
signals-elsewhere = one report for this cause: see the other signal
report-to = Reported to
report-to-one = { $to ->
    [sponsor] Sponsor
    [authority] Authority
   *[ethics] Ethics committee
  }{ $owed ->
    [yes] {" · owed"}
   *[no] {""}
  }
report-on = Sent on
report-now = Leave day and time empty if it went just now.
report-at = at
report-reference = Reference number
report-comment = How it was sent (needed when it was late: why)
report-told = Sent: { $what }. Written down by { $who }, { $at }
report-state = { $state ->
    [over] Over time
    [owed] Not sent yet
    [sent] Sent
    [late] Sent late
    [elsewhere] By the other signal
   *[none] No longer owed
  }
signals-report-by = { $to }: { $by }
signals-also = + { $names }
signals-other-open = Open
signals-covers = Same cause. What you do here goes for these too:
signals-entered = Entered
signals-entered-by = { $who }, { $at }{ $version ->
    [1] {""}
   *[other] {" · version "}{ $version }
  }
signals-new = new
signals-since = { $reopened ->
    [yes] Reopened:
   *[no] Changed:
  } since { $who } acted on it ({ $what }, { $at }), { $came ->
    [0] no evidence came
    [one] 1 record came or was corrected (marked new)
   *[other] { $came } records came or were corrected (marked new)
  }{ $gone ->
    [0] .
    [one] {" and 1 version is no longer evidence."}
   *[other] {" and "}{ $gone }{" versions are no longer evidence."}
  }
signals-sign = Passphrase, to sign it
signals-signed = Signed by { $who }
signals-signing = Sign it …
signals-no-day = no day set
signals-evidence = Evidence
signals-record = Record
signals-field = Field
signals-open-record = Open at the subject
signals-why = Why it counts
signals-looks-for = Looks for
signals-silent-when = Silent when
signals-authority = On whose authority
signals-rule = How the rule reads
signals-version = version { $version }
signals-history = What was said
signals-history-none = Nobody has said anything about it yet.
signals-act = What to do about it
signals-comment = Comment (also goes with the review)
signals-reason = { $what }: why
signals-reported-hint = By telephone, by letter, to whom by name. Stays with the record for good.
signals-not-judging = You may comment on it and take it on. An investigator decides whether it is reviewed, reported or dismissed.
signals-may-not = Coordinators and investigators act on signals. You see everything here and change nothing.
signals-asks = { $what } …
signals-kept = Kept: { $what }

## Print
print-title = Paper for the family of { $code }
print-whose = Whose schedule is to be printed?
print-about = Type the code of the subject. A sheet is made with every visit still to come, in the family’s own language.
print-language = Language of the paper
print-language-own = The family’s own
print-paper = Paper
print-paper-size = { $paper ->
    [letter] Letter (North America)
   *[a4] A4
  }
print-naming = Product and diagnosis
print-not-named = not named
print-named = product named
print-naming-about = A sheet lies on kitchen tables. Name the product only if the family wants it. The diagnosis is never printed.
print-folder = Folder
print-folder-hint = Leave empty for the folder “papers” beside the store.
print-save = Save as a file
print-calendar-save = Save calendar (.ics)
print-saved = { $pages ->
    [one] Saved: { $pages } page,{" "}
   *[other] Saved: { $pages } pages,{" "}
  }{ $visits ->
    [one] { $visits } visit.
   *[other] { $visits } visits.
  }
print-calendar-saved = { $visits ->
    [one] Saved: { $visits } visit as a calendar entry.
   *[other] Saved: { $visits } visits as calendar entries.
  }
print-calendar-open = Open in the calendar
print-preview = What will be on it
print-preview-own = Shown here in your language; printed in the family’s own.
print-preview-language = Shown here in your language; printed in { $language }.
print-for = For
print-no-name = The family has chosen no name for its papers, so the code stands there.
print-name-sealed = Names are not shown to your role.
print-may-not = Coordinators and investigators print for families. You see here what would be printed.
print-product = Product
print-next = Next visits, large
print-rest = { $count ->
    [one] { $count } more, until { $until }
   *[other] { $count } more, the last until { $until }
  }
print-also = Also
print-also-text = When to call at once, what not to do, what to tell before moving house, and a square code that puts the next visits into a telephone
print-calendar-about = The calendar file holds the same { $count } visits as whole days. Saved again later, it moves the entries instead of doubling them.

## Study
study-count = In force here: { $count }
study-protocols = Protocols
study-in-force = In force here
study-none-in-force = None yet. Nobody can be enrolled before.
study-presets = Presets, not in force
study-own = A protocol of your own
study-is-in-force = in force here
study-summary = { $product } ({ $class }), { $integrating ->
    [yes] integrates into the genome;
   *[no] does not integrate;
  } followed for { $period }.
study-visits = Visits
study-rules = Rules
study-notes-sources = Notes and sources
study-text = Text
study-window = Window { $window }
study-genes = Watch genes:
study-no-limits = No limit to set.
study-no-rules = No rule watches in this protocol.
study-notes = Notes
study-no-notes = None.
study-sources = Sources
study-source = Document
study-issued = Issued
study-authority = Authority
study-confidence = How well known
study-adopt-about = “{ $title }” with { $visits } kinds of visit is put in force at this site. New subjects can then be enrolled under it; those already enrolled keep theirs. It stays in the ledger for good.
study-may-not = An investigator or the administrator puts a protocol in force.
study-adopted = { $reference } is in force here.
study-own-about = Write it as the presets are written: open one, look at “Text”, and change it. Each fault is named with its line, its key and a remedy.
study-own-file = Choose a file (TOML) …
study-own-paste = Text of the protocol
study-faults = { $count ->
    [0] Nothing stops it.
    [one] { $count } fault stops it.
   *[other] { $count } faults stop it.
  }{ $notes ->
    [0] {""}
    [one] {" "}{ $notes } thing to note.
   *[other] {" "}{ $notes } things to note.
  }
study-fault-at = { $stops ->
    [yes] Stops, line { $line }
   *[no] Note, line { $line }
  }

## Audit
audit-of = Ledger of { $of }
audit-extent = { $count ->
    [one] { $count } entry
   *[other] { $count } entries
  } by { $people ->
    [one] { $people } person
   *[other] { $people } people
  }, { $from } to { $to }, newest first.
audit-checking = Checking the chain of the store …
audit-export = Export the whole ledger
audit-may-not = A monitor reads here and takes nothing out.
audit-site = The clinic
audit-kind = What was recorded
audit-all-kinds = Everything
audit-kind-count = { $kind } ({ $count })
audit-search = Search in values, people and dates
audit-none = Nothing was recorded here yet.
audit-more = Show more ({ $count } left)
audit-title = { $kind }: { $what }
audit-version = changed, version { $version }
audit-signed = signed by { $who }, { $at }
audit-reason = Why: { $reason }
audit-before = Before
audit-after = After
audit-nothing = nothing
audit-in-chain = Fits the chain
audit-fingerprint = Fingerprint
audit-entry = Entry
audit-yes-no = { $value ->
    [true] yes
   *[false] no
  }
audit-meaning = { $meaning ->
    [entered] entered by me
    [reviewed] reviewed by me
   *[approved] approved by me
  }
