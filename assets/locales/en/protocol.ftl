# The protocol in readable form, and what is wrong with a protocol's text. Periods and dates arrive as ready text.

## Classes of product
vector-class-lentiviral-hsc = lentiviral blood stem cells
vector-class-gammaretroviral-hsc = gammaretroviral blood stem cells
vector-class-car-t = CAR-T cells
vector-class-genome-editing = genome editing
vector-class-aav-systemic = AAV, systemic
vector-class-aav-ocular = AAV, ocular
vector-class-plasmid = plasmid
vector-class-oncolytic = oncolytic virus

## Whose background a protocol follows
authority-fda = FDA (United States)
authority-ema = EMA (European Union)
authority-cde = CDE (China)
authority-pmda = PMDA (Japan)
authority-sponsor = sponsor
authority-registry = registry

## How well a clause is known
confidence-verified = read in the source
confidence-well-known = well known; check it against the source
confidence-to-be-confirmed = to be confirmed by the sponsor

## Where dates are counted from
anchor-dosing = First dosing
anchor-dosing-last = Last dosing
anchor-dosing-each = Each dosing
anchor-dosing-number = Dosing { $n }
anchor-enrolment = Enrolment
anchor-consent = Consent
anchor-birth = Birth
anchor-majority = Age of majority
anchor-previous-visit = Visit before
anchor-event = Earlier visit

## When a visit is due
visit-when = { $anchor } + { $offset }
visit-when-before = { $anchor } − { $offset }
visit-when-on = { $anchor }, the same day
visit-when-repeated = { $anchor } + { $offset }, then every { $every } until { $until }
window = from { $early } before to { $late } after
citation = { $title } ({ $issued }): { $clause }

## For whom, and how long
condition-always = always
condition-and = { " and " }
condition-or = { " or " }
condition-not = not: { $condition }
condition-every-nth = { $n ->
    [1] every time
    [2] every second time
    [3] every third time
   *[other] every { $n }th time
  }
condition-from-nth = from the visit number { $n } of the row
condition-sex = { $sex } only
condition-age-under = younger than { $age }
condition-age-from = aged { $age } or older
condition-years-after = from { $years } after dosing
condition-years-before = until { $years } after dosing
condition-until-cleared = { $n ->
    [one] until { $n } negative sample
   *[other] until { $n } negative samples in a row
  }
condition-until-cleared-spaced = { $n ->
    [one] until { $n } negative sample
   *[other] until { $n } negative samples in a row, each at least { $spacing } after the one before
  }
condition-rcr-rcl-positive = { $n ->
    [one] after a positive RCR/RCL test, until { $n } negative test
   *[other] after a positive RCR/RCL test, until { $n } negative tests in a row
  }
condition-vector-detected = { $n ->
    [one] until the vector is not detected once
   *[other] until the vector is not detected { $n } times in a row
  }
condition-answered = once “{ $field }” was answered: { $answers }
condition-finding-open = while a finding stands open: { $rule }

## Faults of the text
fault-not-toml = The text cannot be read as TOML from here on ({ $detail }). Mend the quotes, brackets or equals sign at this place.
fault-key-missing = “{ $key }” is missing. Add it to this table.
fault-key-unknown = “{ $key }” is not a key that this table has. Did you mean “{ $nearest }”?
fault-empty = The text is empty. Write it, or remove the line if the key may be left out.
fault-wrong-type = This is a value of the wrong kind ({ $found }). Write it as { $wanted }.
fault-not-a-period = “{ $value }” is not a length of time. Write it as an ISO 8601 period of years, months, weeks or days, such as { $example }.
fault-not-a-day = “{ $value }” is not a day of the calendar. Write year-month-day, such as 2027-01-01.
fault-not-positive = { $value } must be longer than zero.
fault-not-a-count = A whole number from { $least } up belongs here.
fault-not-one-of = “{ $value }” is not possible here. Did you mean “{ $nearest }”? Possible are: { $allowed }.
fault-language-missing = The text in “{ $language }” is missing. English is shown in its place; without English the protocol cannot be used.
fault-citation-form = “{ $value }” does not name a source. Write the id of a source, a colon and the clause: "source-id: clause".
fault-negative-window = A window cannot reach { $value }: it would end before it begins. Write how long before or after the due day is allowed, without a minus sign: { $side } = "{ $right }", or "P0D" for the due day alone.
fault-repeat-forever = A repetition every { $value } never moves on. Write a period longer than zero.
fault-repeat-without-until = The repetition has no end. Add “until”, the time of the last visit counted from the anchor.
fault-until-without-every = “until” needs “every”: how often the visit repeats.
fault-repeat-ends-before-it-begins = The repetition ends ({ $until }) before its first visit ({ $after }). Make “until” later, or “after” earlier.
fault-repeat-needs-number = Visit “{ $visit }”: a code holds { "{" }n{ "}" } exactly when the visit repeats. Add it to the code, or remove it.
fault-repeat-too-many = Visit “{ $visit }” would repeat more than { $most } times. Make “every” longer or “until” earlier.
fault-limit-form = “{ $value }” is neither a decimal number nor a period. Write "20", "0.5" or "P1Y", in quotes.
fault-limit-missing = The rule “{ $rule }” needs the limit “{ $value }”. Without it the rule stays silent. Add it to “limits”.
fault-limit-unknown = The rule has no limit “{ $value }”. Did you mean “{ $nearest }”? Its limits are: { $allowed }.
fault-call-form = A call names what is to be done: “repeat” with a task, “report” with a recipient, or “evaluate” with a text.
fault-clock-form = “{ $value }” is not a reporting time. Write hours or days: "24h", "15d".
fault-counts-nothing = Nothing counts as an event. List at least one in “counts”.
fault-counts-form = An event is a rule, an assessment or a death: {"{"} rule = "…" {"}"}, {"{"} assessment = "…", grade-at-least = 3 {"}"} or {"{"} death = true {"}"}.
fault-boundary-form = A boundary is a number, a share, or a beta-binomial rule: {"{"} events = 2 {"}"}, {"{"} share = "0.2", from-people = 6 {"}"}, or {"{"} expected = "0.20", prior = ["0.6", "2.4"], alpha = "0.10" {"}"} (or cut-off instead of alpha).
fault-boundary-never = No number of events among { $people } subjects reaches this boundary: the rule could never stop anything.
fault-prior-form = A prior has two numbers, of events and of others: ["0.6", "2.4"].
fault-not-a-decimal = “{ $value }” is no number above 0 that fits here. Write chances up to 1 in quotes: "0.20".
fault-too-many-people = Boundaries are computed for up to { $most } subjects.
fault-rate-unreadable = Row { $row } of the rates cannot be read.
fault-rate-column-missing = The rates have no column “{ $column }”.
fault-rate-not-a-sex = Row { $row } of the rates: “{ $value }” is neither female nor male nor empty.
fault-rate-not-an-age = Row { $row } of the rates, { $column }: “{ $value }” is no age in completed years.
fault-rate-not-a-rate = Row { $row } of the rates: “{ $value }” is no rate per 100,000 person-years.
fault-rate-turned = Row { $row } of the rates ends before it begins.
fault-rate-overlaps = Row { $row } of the rates covers ages that row { $line } covers already.
fault-kind-unknown = There is no form “{ $value }”. Did you mean “{ $nearest }”? The forms are: { $allowed }.
fault-field-unknown = This form has no field “{ $value }”. Did you mean “{ $nearest }”? Its fields are: { $allowed }.
fault-code-unknown = “{ $value }” is not an answer of this field. Did you mean “{ $nearest }”? Its answers are: { $allowed }.
fault-source-unknown = No source is called “{ $value }”. Did you mean “{ $nearest }”? Add a [[source]], or cite one of: { $allowed }.
fault-task-unknown = No task is called “{ $value }”. Did you mean “{ $nearest }”? Add a [[task]], or use one of: { $allowed }.
fault-rule-unknown = This protocol has no rule “{ $value }”. Did you mean “{ $nearest }”? Add a [[rule]], or use one of: { $allowed }.
fault-no-such-rule = The program knows no rule “{ $value }”. Did you mean “{ $nearest }”? It knows: { $allowed }.
fault-event-unknown = No visit is called “{ $value }”. Did you mean “{ $nearest }”? The visits are: { $allowed }.
fault-visit-without-task = Nothing is done at visit “{ $visit }”. Name at least one task in “do”.
fault-visit-without-mode = Visit “{ $visit }” can take place in no way. Name at least one in “modes”.
fault-no-previous-visit = Visit “{ $visit }” is counted from the visit before it, but it is the first. Count it from another anchor.
fault-anchor-cycle = These visits wait for each other, each for the next: { $visits }. None of them would ever get a date. Count one of them from a fixed day such as dosing.
fault-code-given-twice = “{ $value }” is a visit of “{ $other }” and of “{ $visit }”. Give one of the rows another code.
fault-used-twice = “{ $value }” is used twice. Give each its own name.
fault-visit-beyond-follow-up = Visit “{ $visit }” falls after the end of follow-up. Make “follow-up” longer, or end the visits earlier.
fault-gap-of-a-year = From year { $from } to year { $to } nobody is contacted. Guidance asks for contact at least once a year: add visits there.
fault-matrix-unknown = No sample of the shedding form is called “{ $value }”. Did you mean “{ $nearest }”? The samples are: { $allowed }.
study-choice-follow-up = Length of follow-up
study-choice-ctcae = Laboratory values are graded by CTCAE
study-choice-growth = Growth is scored by
study-choice-results-within = A result is awaited for
study-choice-age-of-majority = Of age at
fault-not-an-amount = “{ $value }” is no amount of money. Write a number from 0 up in quotes, such as "12.50".
fault-not-a-currency = “{ $value }” is no currency. Write its three capital letters, such as EUR.
fault-ladder-empty = The ladder has no step. List at least one in “step”.
fault-ladder-channel-twice = The channel “{ $value }” has a step already. Raise its “times” instead.
fault-consent-without-version = The form has no version. List at least one in “version”.
fault-consent-versions-out-of-order = Version days are written in the order in which they came into force: “{ $value }” does not come after “{ $before }”. Only the first may leave its day out.
fault-consent-asked-twice = { $visit } asks for { $task }, and the forms in “consent” ask for the same kind. Take the task out of the visit, or the form out of the list.
fault-assent-by-another = Assent is the child’s own. Leave “given-by” out, or make it [“subject”].
fault-ages-end-before-they-begin = The age ends at { $value } and begins at { $from }. Exchange them.
study-consent-by = signed by { $by }
study-consent-from = from { $age }
study-consent-under = under { $age }
study-consent-within = within { $within }
study-consent-version = version { $version }
study-consent-version-from = version { $version } from { $on }
study-consent-version-again = version { $version } from { $on }, signed again within { $within }
