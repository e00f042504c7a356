# Observed against expected malignancies of a cohort, worded for small numbers.
observed-expected-none-seen = None seen in { $person-years } person-years, where { $expected } were to be expected. An increase up to { $high } times the background is still possible ({ $level } % interval).
observed-expected-unclear = { $observed } seen where { $expected } were to be expected in { $person-years } person-years: { $ratio } times, { $level } % interval { $low } to { $high }. The interval includes 1: these numbers neither show nor exclude an increase.
observed-expected-more = { $observed } seen where { $expected } were to be expected in { $person-years } person-years: { $ratio } times, { $level } % interval { $low } to { $high }. That is more than chance explains; the disease itself and earlier treatment may still do so.
observed-expected-fewer = { $observed } seen where { $expected } were to be expected in { $person-years } person-years: { $ratio } times, { $level } % interval { $low } to { $high }. That is fewer than expected; ask whether all were reported.

screen-cohort = Cohort
cohort-open = Cohort: stopping rules
cohort-back = Back to signals
cohort-study = Study
cohort-every = Every study
cohort-advisory = Advisory. This page stops nothing: the data monitoring board decides.
cohort-none = Nobody is enrolled yet.
cohort-no-rules = This protocol has no stopping rules.
cohort-no-rates = This protocol brings no table of background rates, so malignancies are not held against what was to be expected.
cohort-enrolled = { $n ->
    [one] { $n } subject enrolled
   *[other] { $n } subjects enrolled
  }
cohort-no-data-use = { $n ->
    [one] One of these people withdrew the use of their data, since { $since }. They are still counted on this page
   *[other] { $n } of these people withdrew the use of their data, the first since { $since }. They are still counted on this page
  }, because the safety of everyone treated is watched. Whether the law allows that here is for the sponsor to say; leave them out of any other use.
cohort-no-data-use-person = { $code } since { $on }
cohort-observed = Malignancies against the background
cohort-standing = { $how ->
    [reached] Boundary reached: { $events ->
        [one] { $events } event
       *[other] { $events } events
      } in { $judged } subjects; the boundary is { $fewest }.
    [below] { $events ->
        [0] No event
        [one] { $events } event
       *[other] { $events } events
      } in { $judged ->
        [one] { $judged } subject
       *[other] { $judged } subjects
      }; the boundary is { $fewest }: { $more } more would reach it.
   *[none] { $events ->
        [0] No event
        [one] { $events } event
       *[other] { $events } events
      } in { $judged ->
        [one] { $judged } subject
       *[other] { $judged } subjects
      }: too few for any number to reach the boundary.
  }
cohort-people = { $dosed } dosed: { $judged } judged, { $pending } still within the period, { $left } left before its end
cohort-within = { $what }; within { $within } of the first dosing
cohort-counts-death = Death of any cause
cohort-counts-form = { $kind }
cohort-counts-form-with = { $kind } ({ $with })
cohort-counts-answer = { $field }: { $answer }
cohort-counts-grade = grade { $n } or higher
cohort-boundary-number = A fixed number: { $n }
cohort-boundary-share = { $percent } % of the subjects or more, from { $n } subjects on
cohort-boundary-bayes = Beta-binomial: expected probability { $expected }, prior Beta({ $a }, { $b }), { $kind ->
    [alpha] overall alpha { $limit } over { $people } subjects
   *[cut-off] posterior cut-off { $limit }
  }
cohort-state = { $reached ->
    [yes] Boundary reached
   *[no] Below the boundary
  }
cohort-counted = What counts
cohort-drawn = Boundary
cohort-events = Events
cohort-events-none = None.
cohort-table = Boundary by number of subjects
cohort-subjects = Subjects judged
cohort-fewest = Events that reach it
cohort-now = now
cohort-none-yet = none
cohort-range = { $from } to { $to }
cohort-see = Open
cohort-nothing-expected = { $observed } seen in { $person-years } person-years. Nothing was to be expected by the table of rates, so no ratio is given.
cohort-without-rate = { $years } of these person-years have no rate in the table: they are not counted as safe.
