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
print-calendar-about = The calendar file holds the same { $count } visits: on the day and hour that were agreed on, else as whole days. Saved again later, it moves the entries instead of doubling them, and takes back what is called off.

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
study-choices = What the protocol chooses
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

screen-clones = Clones
screen-import = Table of a laboratory
subject-clones = Clones
import-title = Integration sites of { $code }: a laboratory’s table
import-about = CSV, TSV or XLSX, as the laboratory sent it. All of it is saved or nothing; the file itself is kept with the records.
import-step-file = 1 · The file
import-step-columns = 2 · What the columns mean
import-step-samples = 3 · Whose samples they are
import-path = File of the table
import-association = File that says whose samples they are
import-association-hint = When the laboratory sends one: one row a sample, with cell type and time point.
import-choose = Choose…
import-laboratory = Laboratory
import-laboratory-hint = Its columns are remembered for the next table.
import-look = Look at the file
import-look-again = Look again
import-remembered = Read as the last table of { $laboratory }.
import-preview = First rows of { $name }
import-row-names = (names of the rows)
import-no-column = – none –
import-sheet = Sheet
import-place = A site is written as
import-place-columns = chromosome and position
import-place-site = one name
import-place-none = not at all
import-col-chromosome = Chromosome
import-col-position = Position
import-col-strand = Strand
import-col-site = Site
import-col-gene = Nearest gene
import-col-abundance = Abundance
import-col-cell-type = Cell type
import-col-time-point = Time point
import-col-build-column = Column of the reference genome
import-col-sample = Sample
import-layout = A row of the table is
import-layout-long = one site of one sample
import-layout-wide = one site, one sample a column
import-measure = The abundances count
import-measure-ask = Ask the laboratory if the table does not say it.
import-build = Reference genome
import-build-ask = Positions mean nothing without it.
import-samples-wide = Columns that are samples
import-samples-long = Columns that name the sample
import-repair = Repair gene names that a spreadsheet turned into dates
import-sum = Sum sites that stand twice (replicates)
import-multihits = Count clones in repeats, without a place
import-lacking = { $count ->
    [one] One thing
   *[other] { $count } things
  } must be said before the table can be read.
import-read = Read the table ({ $bytes } kB)
import-begins = Reading…
import-progress-read = { $done } rows read
import-progress-packed = { $done } of { $all } samples made ready
import-progress-kept = { $done } of { $all } samples saved
import-stop = Stop, keep nothing
import-problems = { $count ->
    [one] The table has one fault
   *[other] The table has { $count } faults
  }. Nothing of it is kept. Shown: { $shown }.
import-problems-of = Faults of the table
import-problem-row = Row
import-problem-column = Column
import-problem-what = What is wrong
import-repair-now = Repair the gene names and read again
import-repair-about = Only where one gene fits the date and the chromosome. Each repair is listed and recorded.
import-repaired = Repaired: { $list }
import-was-read = { $rows } rows, { $samples } samples, by { $measure }.
import-keep = Save
import-sample = Sample
import-only-sample = the one sample
import-clones = Clones
import-top = Largest
import-subject = Subject
import-specimen = Specimen
import-on = Taken on
import-vcn = VCN
import-positive = Vector-positive, %
import-comment = Laboratory’s comment
import-because = Reason for what is unusual
import-because-hint = Kept with every record of this table.
import-save = Save { $count } samples
import-save-about = A sample whose result was awaited becomes that result. You can take the whole table back later.
import-saved = { $samples } samples from { $rows } rows saved. Signals: { $findings }.
imports-title = Tables read in
imports-on = Read in
imports-file = File
imports-samples = Samples
imports-rows = Rows
imports-by = By
imports-undo = Take back
imports-undo-title = Take { $file } back
imports-undo-about = { $count ->
    [one] One record becomes
   *[other] { $count } records become
  } void and stay in the ledger. Results that were awaited are awaited again.
imports-undone = { $file } was taken back.
clones-title = Clones of { $code }
clones-to-subject = Subject
clones-import = Read in a laboratory’s table
clones-groups = Samples on different reference genomes or counted differently are never laid side by side.
clones-groups-label = Comparable samples
clones-none = No integration sites are recorded.
clones-none-more = Read in the table that the laboratory sent, or type the clones into the form at a visit.
clones-said-yes = Yes
clones-said-no = No
clones-said-silent = Nothing is said
clones-question-do = What must be done?
clones-nothing-due = No test or report is owed.
clones-more = { $count } more
clones-plot = { $cells }: share of clones by { $measure }
clones-rest = all other clones
clones-few = (too few cells)
clones-table = Largest clones: { $shown } of { $all }
clones-all = Show { $count }
clones-fewer = Show fewer
clones-watched = Watched gene: { $place }
clones-col-clone = Clone
clones-col-top = Largest share, %
clones-col-lineages = Seen in
clones-col-first = First seen
clones-col-last = Last seen
clones-samples = Samples, by { $measure }, { $build }
clones-col-sample = Sample
clones-col-vcn = VCN
clones-col-positive = Vector-positive
clones-col-comment = Laboratory’s comment
clones-shared = Clones that cell types have in common
clones-shared-about = A clone seen in several lineages comes from a stem cell or an early progenitor.
print-growth-save = Save the growth chart
print-growth-saved = Growth chart saved: one page.
clones-print = Print
clones-printed = Printed on { $pages } pages. Saved as:
clones-signals = { $count ->
    [one] One open signal
   *[other] { $count } open signals
  }
study-compare = Changes
study-compare-with = Compared with
study-no-change = Asks nothing else of anybody.
study-decided = { $moved } moved, { $stays } stay, { $open } not decided yet
study-decision-moved = moved on { $on }
study-decision-stays = stays
study-decision-undecided = not decided
study-tracks = Followed beside a protocol
study-line = { $authority } · { $class }
