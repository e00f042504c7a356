### Dates and lengths of time. A date is never two bare numbers. Where a comment offers variables, each
### language takes those it needs.

# Variables: $weekday, $weekday-short, $day, $month, $month-short, $month-number, $year
date-long = { $weekday } { $day } { $month } { $year }
# Variables: $weekday, $weekday-short, $day, $month, $month-short, $month-number, $year
date-short = { $day } { $month-short } { $year }
date-weekday = { $weekday-short } { $day } { $month-short } { $year }
date-clock = { $weekday-short } { $day } { $month-short } { $year } { $time }
# Variables: $month, $month-number, $year
date-month = { $month } { $year }
date-year = { $year }
date-estimated = about { $date }
date-any-day = any day from { $from } to { $to }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = May
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Oct
month-short-11 = Nov
month-short-12 = Dec
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
weekday-short-1 = Mon
weekday-short-2 = Tue
weekday-short-3 = Wed
weekday-short-4 = Thu
weekday-short-5 = Fri
weekday-short-6 = Sat
weekday-short-7 = Sun

period-years = { $n ->
    [one] { $n } year
   *[other] { $n } years
}
period-months = { $n ->
    [one] { $n } month
   *[other] { $n } months
}
period-weeks = { $n ->
    [one] { $n } week
   *[other] { $n } weeks
}
period-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
period-joint = { " " }
age-before-birth = not yet born
age-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
}
age-months = { $months ->
    [one] { $months } month
   *[other] { $months } months
}
age-years-months = { $years } y { $months } m
age-years = { $years ->
    [one] { $years } year
   *[other] { $years } years
}
