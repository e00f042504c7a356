# What is wrong with an answer, and live remarks beside a field.
problem-kind-unknown = No form is called “{ $value }”. Choose one from the list.
problem-not-a-date = { $field }: “{ $value }” is not a day of the calendar. Write year-month-day, such as 2026-03-09.
problem-comma-or-thousands = { $field }: { $value } can mean { $decimal } or { $whole }. Type { $decimal } with a point, or { $whole } without a comma.
problem-future-date = { $field }: { $value } lies after today ({ $today }). Record it when it has happened.
problem-before-birth = { $field }: { $value } lies before birth on { $born }. Correct the date.
problem-reason-needed = { $field }: write why it was not done.
problem-form-empty = Nothing is answered yet. Answer at least one question, or close the form with a reason.
problem-not-answered = { $field } is still open. Answer it, or close it with a reason.
problem-does-not-apply = { $field } no longer applies to the other answers; it is kept.
problem-field-unknown = This form has no field “{ $value }”.
problem-too-long = { $field }: { $length } characters; at most { $most } are kept. Shorten it, or put the rest into the note of the visit.
problem-gene-damaged = { $field }: “{ $value }” looks like a gene name that a spreadsheet turned into a date, most likely { $repair }. Correct it, or write why it is right.
problem-not-an-option = { $field }: “{ $value }” is not one of the choices.
problem-not-a-count = { $field }: “{ $value }” is not a whole number. Write 0 or more, without a decimal point.
problem-not-a-number = { $field }: “{ $value }” is not a number. Write digits, such as 12.4.
problem-not-a-unit = { $field }: the unit “{ $value }” is not known here. One of: { $allowed }.
problem-below-its-limit = { $field }: { $value } is below the limit of quantification given beside it. It is kept as typed.
problem-not-a-result = { $field }: give a number, or mark it as not detected or below quantification.
problem-unit-slip = { $field }: { $value } { $unit } cannot be right; { $value } { $meant } would be. Correct the value or the unit, or write why it is right.
problem-implausible = { $field }: { $value } { $unit } is outside { $low } to { $high } { $base }. Correct it, or write why it is right.
note-growth-implausible = z = { $z }: so far from the reference that an error of measuring or typing is more likely. Please measure again.
note-times-uln = { $times } × the upper limit of normal
note-top-clone = Largest of { $sites } clones: { $gene }, { $share } %
