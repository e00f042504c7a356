"""What `benches/clones_table.rs` measures, done with pandas on the same file (run the bench first).

    python3 -m venv /tmp/peers && /tmp/peers/bin/pip install pandas
    /tmp/peers/bin/python crates/exchange/benches/peers/clones_table.py

The table is read, its cells are checked as the reader checks them (numbers, strands, one genome, no site twice in a
sample, no gene symbol turned into a date), and the metrics of each sample are computed with numpy. Prints medians of
seven, in milliseconds of processor time, and a sum over the metrics to compare the results of the two.
"""
import statistics, tempfile, time
import numpy as np
import pandas as pd

PATH = f"{tempfile.gettempdir()}/perennial_clones_table.csv"
SAMPLE = ["sample", "celltype", "timepoint"]

def read():
    table = pd.read_csv(PATH)
    assert (pd.to_numeric(table["estAbund"], errors="coerce") >= 0).all()
    assert (pd.to_numeric(table["position"], errors="coerce") > 0).all()
    assert table["strand"].isin(["+", "-"]).all()
    assert table["refGenome"].nunique() == 1
    assert not pd.Series(table["nearestGene"].unique()).str.match(r"^\d+-[A-Z][a-z]{2}|^[A-Z][a-z]{2}-\d+").any()
    assert not table.duplicated(SAMPLE + ["chr", "position", "strand"]).any()
    return table

def metrics(x):
    x = np.sort(x[x > 0].to_numpy(dtype=float))
    n, total = len(x), x.sum()
    p = x / total
    shannon, squares = -(p * np.log(p)).sum(), (p * p).sum()
    once, twice = (x == 1).sum(), (x == 2).sum()
    return {
        "sites": n, "total": total, "shannon": shannon, "pielou": shannon / np.log(n), "simpson": 1 - squares,
        "inverse_simpson": 1 / squares, "gini": 2 * (np.arange(1, n + 1) * x).sum() / (n * total) - (n + 1) / n,
        "uc50": int((np.cumsum(x) >= total / 2).sum()), "chao1": n + once * (once - 1) / (2 * (twice + 1)),
        "top_share": p[-1], "top10_share": p[-10:].sum(),
    }

def measure(table):
    return pd.DataFrame([metrics(abundance) for _, abundance in table.groupby(SAMPLE, sort=False)["estAbund"]])

def median_ms(run):
    times = []
    for _ in range(7):
        start = time.process_time()
        run()
        times.append((time.process_time() - start) * 1000)
    return statistics.median(times)

table = read()
print("read          ", round(median_ms(read), 1))
print("read, measured", round(median_ms(lambda: measure(read())), 1))
print("measured      ", round(median_ms(lambda: measure(table)), 1))
print(measure(table)[["sites", "shannon", "gini", "chao1"]].sum().to_dict())
