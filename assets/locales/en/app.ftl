# The window: frame, common actions, and the screens Unlock, Today, Subjects, Enrol, Visit, Settings.

## Frame
shell-brand = Perennial
shell-rail = Screens
shell-skip = Skip to the screen
shell-practice = PRACTICE: invented people, nothing here is real
shell-saved = saved { $time }
shell-nothing-saved = nothing saved yet
shell-locks-in = locks in { $minutes } min
shell-language = Language
shell-speak = Language: { $language }
shell-find = Find
shell-find-key = Ctrl K
shell-find-hint = Screen, action or subject
shell-find-none = Nothing with these words.
shell-unreachable = The program did not answer. Nothing was saved. Close it and open it again; what you typed was kept as a draft.
shell-clock-behind = The date of this computer lies before the last entry. Correct the computer’s date first: until then nothing said here about due or overdue can be trusted.
shell-ago = { $unit ->
    [minute] { $count } min ago
   *[second] { $count } s ago
  }
shell-role-coordinator = coordinator
shell-role-investigator = investigator
shell-role-monitor = monitor (reads only)
shell-role-administrator = administrator

## Names of the screens
screen-unlock = Unlock
screen-today = Today
screen-subjects = Subjects
screen-signals = Signals
screen-print = Print
screen-study = Study
screen-audit = Audit
screen-settings = Settings
screen-enrol = Enrol a subject
screen-subject = Subject
screen-visit = Visit

## Common actions
action-close = Close
action-lock = Lock
