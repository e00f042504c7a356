"""The same dates as benches/schedule.rs by python-dateutil: every visit of a preset with its window, for many subjects.

    python3 -m venv /tmp/peer && /tmp/peer/bin/pip install python-dateutil
    /tmp/peer/bin/python crates/followup/benches/peers/schedule_dateutil.py

Prints microseconds a subject (median of five runs, their range) and how many visits each has. It computes the dates
alone: no conditions, no settling, no explanation.
"""

import datetime
import re
import statistics
import time
import tomllib
from pathlib import Path

from dateutil.relativedelta import relativedelta

PRESET = Path(__file__).parents[4] / "assets/regulations/fda/lentiviral-hsc-15y.toml"
SUBJECTS = 1_000


def period(text):
    found = re.fullmatch(r"(-?)P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?", text)
    sign = -1 if found[1] else 1
    years, months, weeks, days = (sign * int(part or 0) for part in found.groups()[1:])
    return relativedelta(years=years, months=months, weeks=weeks, days=days)


def length(delta):
    return delta.years * 365.25 + delta.months * 30.4375 + delta.days


def occurrences(visit):
    offset = period(visit["after"])
    if "every" not in visit:
        return [offset]
    every, until = period(visit["every"]), length(period(visit["until"]))
    found = []
    while length(offset + every * len(found)) <= until + 0.5:
        found.append(offset + every * len(found))
    return found


def rows():
    visits = tomllib.loads(PRESET.read_text())["visit"]
    return [
        (visit["anchor"], occurrences(visit), period(visit["early"]), period(visit["late"]))
        for visit in visits
    ]


def run(plan):
    started = time.perf_counter()
    many = 0
    for subject in range(SUBJECTS):
        dosed = datetime.date(2010, 1, 31) + datetime.timedelta(days=subject % 3_650)
        born = dosed - datetime.timedelta(days=1_300)
        anchors = {"dosing": dosed, "enrolment": dosed, "birth": born, "majority": born + relativedelta(years=18)}
        for anchor, offsets, early, late in plan:
            for offset in offsets:
                due = anchors[anchor] + offset
                window = (due - early, due, due + late)
                many += len(window) == 3
    return (time.perf_counter() - started) / SUBJECTS * 1e6, many // SUBJECTS


plan = rows()
runs = [run(plan) for _ in range(5)]
taken = [microseconds for microseconds, _ in runs]
print(f"{statistics.median(taken):.1f} µs a subject ({min(taken):.1f} to {max(taken):.1f}), {runs[0][1]} visits")
