"""The same z-scores as benches/growth_z.rs by rcpchgrowth (AGPL: installed and run beside us, never embedded or copied).

    python3 -m venv /tmp/peer && /tmp/peer/bin/pip install rcpchgrowth
    /tmp/peer/bin/python crates/assess/benches/peers/growth_rcpch.py who|cdc

Prints scores a second: the median of five runs, their range, and how many ages had no reference there.
"""

import statistics
import sys
import time

import rcpchgrowth

REFERENCE = sys.argv[1] if len(sys.argv) > 1 else "who"
DAYS = 6_900
STEP = 7
FIRST = 761 if REFERENCE == "cdc" else 14
# WHO weighs until 120 months.
WEIGHTS_THROUGH = DAYS if REFERENCE == "cdc" else 3_652


def run():
    scored = silent = 0
    started = time.perf_counter()
    for age in range(FIRST, DAYS, STEP):
        sex = "female" if age % 2 == 0 else "male"
        years = age / 365.25
        for method, value in (("height", 50.0 + age / 60.0), ("weight", 3.3 + age / 300.0)):
            if method == "weight" and age > WEIGHTS_THROUGH:
                continue
            try:
                z = rcpchgrowth.sds_for_measurement(REFERENCE, years, method, value, sex)
            except Exception:
                z = None
            if z is None:
                silent += 1
            else:
                scored += 1
    return scored / (time.perf_counter() - started), silent


run()
runs = [run() for _ in range(5)]
rates = [rate for rate, _ in runs]
print(
    f"rcpchgrowth {REFERENCE}: {statistics.median(rates):,.0f} z/s "
    f"({min(rates):,.0f} to {max(rates):,.0f}); without a score: {runs[0][1]}"
)
