# Papers: the family's sheet, calendar entries, the recovery kit.
sheet-title = Visits of { $name }
sheet-call-us = Questions? Please call
sheet-no-visits = There is no further visit at present.
sheet-late = Not done yet: { $visits }. Please call us: we will find a day soon.
sheet-next = Your next { $n } visits
sheet-visit = { $visit } · age then: { $age } · { $counted }
sheet-any-day = Any day from { $from } to { $to }. Best: { $best }
sheet-on-day = On { $day }
sheet-from-to = any day from { $from } to { $to }
sheet-minutes = about { $n } minutes
sheet-fasting = please do not eat before
sheet-joint = { "; " }
sheet-or = { " or " }
sheet-mode-clinic = at the clinic
sheet-mode-home = a nurse comes home
sheet-mode-video = video call
sheet-mode-phone = telephone call
sheet-mode-letter = by letter
sheet-mode-local-laboratory = at a laboratory near you
sheet-bring = Please bring: { $things }
sheet-later = All further visits
sheet-counted-after = { $offset } after { $from }
sheet-counted-before = { $offset } before { $from }
sheet-counted-on = on the day of { $from }
sheet-counted-age = at the age of { $offset }
sheet-counted-all = Counted from { $from }.
sheet-counted-birthday = Counted from { $from } or from a birthday.
sheet-from-dosing = the treatment of { $on }
sheet-from-enrolment = the start of follow-up, { $on }
sheet-from-consent = the consent of { $on }
sheet-from-majority = coming of age, { $on }
sheet-from-event = { $event }, { $on }
sheet-from-visit = the visit “{ $visit }” of { $on }
sheet-from-visit-planned = the visit “{ $visit }”, planned for { $on }
sheet-sign-enrolment = everyone who takes part signs it
sheet-sign-age = signed from the age of { $age } on
sheet-sign-majority = of age on { $on }
sheet-sign-version = a new version since { $on }
sheet-sign-guardian = somebody else decides for the child since { $on }
sheet-column-visit = Visit
sheet-column-window = When
sheet-column-age = Age
sheet-call-if = Call us at once if
sheet-please-do-not = Please do not
sheet-precautions = As long as traces of the treatment may leave the body
sheet-may-again = You may again
sheet-moving = If you move or change your telephone
sheet-square = Point the camera of your telephone here to put the next visits into its calendar. Nothing is sent anywhere.
sheet-foot = Printed on { $on } by { $by } · page { $page } of { $pages } · schedule { $version }
month-end-rule = Where a month has no such day, its last day counts (31 August + 6 months = 28 or 29 February).
paper-practice = PRACTICE · not a real person
paper-as-of = As known on { $on }
paper-not-judged = Dates not judged: the computer’s date was wrong
calendar-summary = { $visit } · { $site }
calendar-call = Questions or another day: { $telephone }
kit-title = Recovery kit
kit-made = Made for { $site } on { $on } · store { $store }
kit-what = These words open the store when every passphrase is lost. Without them and without a passphrase nobody can, not even the makers of the program.
kit-keep = Keep this page in a safe place away from the computer: the clinic's safe, or the study binder under lock.
kit-use = To use it: open Perennial, choose “Recovery words”, type the words in order, and set a new passphrase.
kit-danger = Whoever holds this page can read everything in the store. Do not photograph it and do not send it.
kit-foot = Page { $page } of { $pages }
growth-sheet-title = { $index }: { $name }
growth-sheet-born = born { $on }, { $sex }
growth-sheet-source = Reference: { $source }
growth-sheet-on = Date
growth-sheet-age = Age
growth-sheet-corrected = Corrected
growth-sheet-centile = Centile
growth-sheet-change = Change since the one before
growth-sheet-years = age in years and months
growth-sheet-height = length or height, cm
growth-sheet-open = open mark: at the corrected age
growth-sheet-left = { $count ->
    [one] The oldest measurement is not listed here.
   *[other] The { $count } oldest measurements are not listed here.
  }
growth-sheet-year = { $years } y
growth-sheet-months = { $months } m
growth-sheet-foot = Printed { $on } by { $by } · page { $page } of { $pages }
clone-sheet-title = Clones of { $code }
clone-sheet-shares = Shares by cell type
clone-sheet-shares-about = Each bar is one sample. The numbers are those of the table below; filled parts are near a watched gene; white is all other clones.
clone-sheet-clones = Largest clones
clone-sheet-site = Site
clone-sheet-samples = Samples

## A contact from afar
call-sheet-script-title = Call: { $visit }
call-sheet-questionnaire-title = Questionnaire: { $visit }
call-sheet-window = any day from { $from } to { $to }
call-sheet-hello = “Good day, this is { $site }. I am calling about the follow-up of { $whose }.”
call-sheet-who = First make sure whom you are speaking with; say no more to anybody else.
call-sheet-ask-for = Ask for the person who decides for the child: { $relation }.
call-sheet-time = “Is this a good time? It takes a few minutes.” If not: agree on another time.
call-sheet-dear = Dear family, please answer these questions about { $whose }. Tick what is true. If you do not know something, leave it empty: we will ask.
call-sheet-called-on = Called on, at
call-sheet-spoke-with = Spoke with
call-sheet-filled-on = Filled in on
call-sheet-filled-by = Filled in by
call-sheet-date = Day, month, year
call-sheet-elsewhere = Also due, in a laboratory or at a doctor's near you
call-sheet-contacts = “Are your telephone number and address still the same? Whom may we call if we cannot reach you?”
call-sheet-thanks = “Thank you. Please call us at any time: { $telephone }.”
call-sheet-send-back = Please send this back by { $until } to: { $site }, { $address }
call-sheet-help = Questions? Call us: { $telephone }
call-sheet-signed = Signature, day
letter-greeting = Dear family of { $name },
letter-why = We have tried to reach you, and we would like to know how { $name } is.
letter-visit = A check-up was planned between { $from } and { $to }. It is not too late. We will find a day that suits you, and a telephone call is enough to begin.
letter-call = Please call us:
letter-moved = If you have moved or have another telephone number, please let us know.
letter-choice = If you would rather not hear from us any more, please tell us that as well. It is your decision, and the care you receive does not depend on it.
letter-regards = With kind regards

## Lists for the file
list-today-title = List of { $on }
list-left-out = { $count ->
    [one] One further line is not printed. Filter the list to print it.
   *[other] { $count } further lines are not printed. Filter the list to print them.
  }
list-reasons-title = Every date of { $code }
list-dates = Dates, where each comes from, and who asks for it
