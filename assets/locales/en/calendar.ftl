# The calendar: appointments, windows, closures, the work ahead. Dates and hours arrive as ready text.

screen-calendar = Calendar

## Said of an appointment wherever it stands
booked-day = booked { $on }
booked-hour = booked { $on } { $at }
appointment-day = { $on }
appointment-hour = { $on } { $at }
fact-appointment = Appointment
fact-site-closure = Clinic closed
field-visits = For
field-at = Time
field-minutes = Minutes
field-place = Place
field-state = State
field-sequence = Version for calendars
field-uid = Name in calendars
field-aliases = Names in other calendars
field-from = From
field-to = To

## What lies in the way
conflict-early = The window opens only on { $on }.
conflict-late = The window closes on { $on }.
conflict-closed = The clinic is closed: { $because }.
conflict-weekend = This is a weekend.
conflict-same-hour = { $code } is expected at { $at } on the same day.
conflict-ended = Status “{ $status }”: nobody is expected any more.

## The month
calendar-view = View
calendar-view-month = Month
calendar-view-year = Year
calendar-before = Earlier
calendar-after = Later
calendar-today = Today
calendar-grid = { $month }, a day a cell
calendar-opens = { $count ->
    [one] { $count } window opens
   *[other] { $count } windows open
  }
calendar-closes = { $count ->
    [one] { $count } window closes
   *[other] { $count } windows close
  }
calendar-booked = { $count ->
    [one] { $count } appointment
   *[other] { $count } appointments
  }
calendar-more = +{ $count }
calendar-closed = closed: { $because }
calendar-closed-short = closed
calendar-weekend = weekend
calendar-is-today = today
calendar-keys = Arrows go by day and week, Page Up and Page Down by month, Enter opens a day. On an appointment, Enter picks it up; then the arrows carry it, Enter keeps it, Esc puts it back.
calendar-all-day = no hour
calendar-in-window = inside the window
calendar-out-window = outside the window
calendar-due = best day
calendar-carry = { $code }, { $what }: choose a day. Any day from { $earliest } to { $latest }.
calendar-carry-free = { $code }: choose a day.
calendar-carry-on = Enter keeps { $on }; Esc puts it back.
calendar-put-back = Put it back
calendar-moved = { $code } moved to { $on }.
calendar-kept = { $code } booked for { $on }.
calendar-called-off = The appointment of { $code } is called off.
calendar-state-kept = took place
calendar-warned = something is in the way

## Beside the month
calendar-to-plan = To book ({ $count })
calendar-to-plan-hint = Choose one: its window is drawn, then choose a day.
calendar-to-plan-none = Everything that may be done this month has a date.
calendar-to-plan-more = { $count ->
    [one] { $count } more; the list shows the most urgent.
   *[other] { $count } more; the list shows the most urgent.
  }
calendar-day-none = Nobody is expected.
calendar-day-opens = Opens
calendar-day-closes = Closes
calendar-window = { $earliest } to { $latest }
calendar-move = Move
calendar-change = Change
calendar-call-off = Call off
calendar-took-place = It took place
calendar-open-person = Open { $code }
calendar-length = { $minutes } min

## Asking
calendar-plan-title = Book { $code }
calendar-change-title = Appointment of { $code }
calendar-on = Day
calendar-at = Time
calendar-at-hint = On the clock of the clinic, such as 10:30. May stay empty.
calendar-minutes = Minutes
calendar-mode = How
calendar-place = Place
calendar-note = Note
calendar-note-hint = Stays here; files for other calendars leave it out.
calendar-keep = Keep
calendar-despite = Keep it all the same?
calendar-despite-yes = Keep it all the same
calendar-despite-no = Choose another day
calendar-off-title = Call off { $code } on { $on }?
calendar-off-because = Why, if known
calendar-off-yes = Call it off

## Closures
calendar-closures = Closures
calendar-closures-none = No closure is known.
calendar-closure-from = First day
calendar-closure-to = Last day
calendar-closure-because = Why, such as a public holiday
calendar-closure-add = Add
calendar-closure-line = { $from } to { $to }: { $because }
calendar-closure-drop = Take back

## Other calendars
calendar-save-file = Save for other calendars
calendar-saved = { $count ->
    [one] { $count } appointment is in { $path }.
   *[other] { $count } appointments are in { $path }.
  }
calendar-saved-off = { $count ->
    [one] { $count } that was called off is also in { $path }: send that file, too.
   *[other] { $count } that were called off are also in { $path }: send that file, too.
  }
calendar-others = Other calendars
calendar-import = Bring in a calendar
calendar-import-about = An ICS or CSV file of the clinic's appointments. People are found by the entry's own name, then by their code and day. Nothing is kept before you have seen what each entry becomes; an entry that is older than here, or was called off here, is kept only if you tick it.
calendar-import-path = File
calendar-import-choose = Choose a file
calendar-import-look = Look at it
calendar-import-keep = { $count ->
    [0] Nothing to keep
    [one] Keep { $count } change
   *[other] Keep { $count } changes
  }
calendar-import-done = { $count ->
    [one] { $count } change was kept.
   *[other] { $count } changes were kept.
  }
calendar-import-take = Keep
calendar-import-take-line = Keep the entry of line { $line }
calendar-import-line = Line
calendar-import-entry = Entry
calendar-import-whom = Whom
calendar-import-becomes = Becomes
becomes-new = new
becomes-moved = moved; it was { $from }
becomes-cancelled = called off; it was { $from }
becomes-same = the same as before
becomes-same-noted = the same as before; the other calendar’s identifier and version are noted
becomes-revived = planned again; it had been called off ({ $from })
incoming-repeats = not taken: it repeats by a rule. Save single entries in the other calendar.
incoming-nobody = not taken: no subject code is in it. Write the code into the title.
incoming-unknown-code = not taken: nobody here has the code { $code }.
incoming-several = not taken: it names several subjects. Leave one code in the title.
incoming-other-person = not taken: its own identifier belongs to { $code }, and it names somebody else. Correct it in the other calendar.
incoming-never-was = not taken: it calls off something that is not in this calendar.
incoming-older = Older than what is kept here: version { $theirs } there, { $ours } here. Check which is right.
incoming-utc = Its hour was given in UTC and turned to the clock of this computer as it stands on that day: check it.
incoming-zone = Its hour was taken as it stands, in the zone “{ $zone }”: check it.
incoming-calendar-date = not read: “{ $value }” is no day, or can be read two ways. Write year-month-day.
incoming-calendar-time = not read: “{ $value }” is no time. Write 10:30.
incoming-calendar-minutes = not read: “{ $value }” is no number of minutes.
incoming-calendar-duration = not read: “{ $value }” is no length of time.
incoming-calendar-without-day = not read: the entry has no day.
incoming-calendar-cut-off = The file ends in the middle of an entry. Save it again.
incoming-calendar-headings = No column is headed “date”. The first row must name the columns: code, date, time, minutes, place.
incoming-quote-open = A quotation mark is opened and never closed.
incoming-not-text = The file is no text.

## The year and the work ahead
calendar-year-title = { $year }, week by week
calendar-week = Week of { $on }
calendar-week-due = { $count } due
calendar-week-planned = { $count } booked
calendar-week-closed = { $count ->
    [one] closed { $count } day
   *[other] closed { $count } days
  }
calendar-heat = The darker, the more falls due; the number says how much.
ahead-title = The work ahead, 15 years
ahead-about = What is owed today by everyone on follow-up, in the month in which it falls due. Later results may ask for more.
ahead-late = { $count ->
    [one] { $count } of the first month is late.
   *[other] { $count } of the first month are late.
  }
ahead-without = { $count ->
    [one] For { $count } visit the protocol gives no length.
   *[other] For { $count } visits the protocol gives no length.
  }
ahead-beyond = { $count ->
    [one] { $count } falls due later still.
   *[other] { $count } fall due later still.
  }
ahead-no-prices = No protocol in force gives prices: cost is left out.
ahead-no-minutes = No protocol in force gives lengths of tasks: hours are those of whole visits.
ahead-none = Nobody owes a visit.
ahead-save = Save as a table
ahead-saved = { $lines } months are in { $path }.
ahead-as = Show
ahead-as-chart = Chart
ahead-as-table = Table
ahead-by = Count
ahead-by-month = By month
ahead-by-year = By year
ahead-month = Month
ahead-year = Year
ahead-visits = Visits
ahead-tests = Tests
ahead-hours = Hours of visits
ahead-tasks = Tasks
ahead-cost = Cost
ahead-chart = Visits and tests falling due, { $from } to { $to }
ahead-task = { $label } { $count }
ahead-task-hours = { $label } { $count } ({ $hours } h)
cli-forecast-line = { $month }: { $visits } visits, { $tests } tests, { $hours } h; { $late } late
calendar-book-next = Book a day

## Kits of samples taken elsewhere
screen-kits = Kits and courier
fact-kit = Kit
fact-courier = Courier
fact-date-confirmed = Date of the computer confirmed
field-tasks = Samples
field-carrier = Courier
field-lead-days = Days until a kit is there
field-not-on = Nothing handed over on
kit-state-to-order = to be sent
kit-state-sent = sent
kit-state-taken = samples taken
kit-state-posted = posted back
kit-state-received = received
kit-state-lost = lost
kit-line-to-order = send by { $by }
kit-line-sent = sent { $since }
kit-line-taken = taken { $since }, not posted
kit-line-posted = posted { $since }, not received
kit-line-received = received { $since }
kit-line-lost = lost { $since }; send another by { $by }
today-group-kit = Kits { $count }
today-action-track-kit = Track the kit
kits-open = Kits and courier
kits-none = No kit has to leave in the next three months, and none is on its way.
kits-no-lead = How many days a kit travels was not told: each is listed for the day on which it has to be there.
kits-col-visit = For
kits-col-samples = Samples
kits-col-needed = There by
kits-col-where = Where it is
kits-col-next = Next
kits-record = Record
kits-record-title = Kit of { $code }
kits-state = It is
kits-on = Since
kits-carrier = Courier
kits-number = Number
kits-quarter = The next three months
kits-quarter-about = By week, weekends, closures and days without a courier left out.
kits-week = Week of
kits-to-send = Kits to send
kits-to-collect = Samples to hand over
kits-courier = What the courier needs
kits-lead = Days until a kit is there
kits-lead-hint = Empty: nothing is assumed.
kits-not-on = Nothing is handed over on
kits-courier-kept = Kept.
incoming-twice = not taken: the file holds this appointment twice. Leave the newer one.

## What is still booked for people whose follow-up has ended
calendar-to-call-off = To be called off ({ $count })
calendar-to-call-off-about = Their follow-up has ended. Call each off here, and the next file tells the other calendars.
status-call-off = { $count ->
    [one] Call off the appointment that is still open
   *[other] Call off the { $count } appointments that are still open
  }
status-call-off-about = Sent as called off with the next file for other calendars.
