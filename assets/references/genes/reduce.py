"""Reduces the published tables (folder as argument) to genes_hg38.txt, genes_hg19.txt and cancer_genes.csv.

Bounds: one line `chrom` for each chromosome, then its genes as `symbol start end strand`, 1-based, ends included,
by start. The hg19 table joins all copies of a gene on a chromosome into one span (MIR5096: 220 of the 249 million
bases of chromosome 1): where a span exceeds 200 kb and ten times the mean length of its transcripts, the gene is
left out, because its place is not known from this table.
"""
import csv, gzip, pathlib, sys

source, here = pathlib.Path(sys.argv[1]), pathlib.Path(__file__).parent
ORDER = [f"chr{n}" for n in [*range(1, 23), "X", "Y", "M"]]

def table(name):
    path = source / name
    text = gzip.open(path, "rt") if name.endswith(".gz") else open(path)
    return list(csv.DictReader(text, delimiter="\t"))

def bounds(name, genes):
    known = set()
    with open(here / name, "w", newline="\n") as out:
        for chrom in ORDER:
            print(chrom, file=out)
            for start, end, symbol, strand in sorted((s, e, g, d) for c, s, e, g, d in genes if c == chrom):
                print(symbol, start, end, strand, file=out)
                known.add(symbol)
    return known

hg38 = [(r["chrom"], int(r["tx_start_0based"]) + 1, int(r["tx_end"]), r["symbol"], r["strand"])
        for r in table("refseq_curated_hg38_gene_bounds.tsv.gz")]
hg19, dropped = [], []
for r in table("ISAnalytics_refGenes_hg19.tsv.gz"):
    span = int(r["minmax_TxLen"])
    if span > 200_000 and span > 10 * float(r["average_TxLen"]):
        dropped.append(r["name2"])
        continue
    hg19.append(("chr" + r["chrom"], int(r["min_txStart"]) + 1, int(r["max_txEnd"]), r["name2"], r["strand"]))
known = bounds("genes_hg38.txt", hg38), bounds("genes_hg19.txt", hg19)

WATCH = "LMO2 CCND2 BMI1 MECOM PRDM16 SETBP1 HMGA2 MN1 IKZF1 TAL1 MPL CSF3R".split()
lists, synonyms = {}, {}
for name, label in (("uniprot_proto_oncogenes_human.tsv", "proto-oncogene"),
                    ("uniprot_tumor_suppressors_human.tsv", "tumour-suppressor")):
    for r in table(name):
        for symbol in r["symbol"].split("; "):
            lists.setdefault(symbol, []).append(label)
            synonyms[symbol] = r["synonyms"].split()
for r in table("intogen_2020_drivers_human.tsv"):
    lists.setdefault(r["symbol"], []).append("intogen")
for symbol in WATCH:
    lists.setdefault(symbol, []).append("watch")
with open(here / "cancer_genes.csv", "w", newline="\n") as out:
    print("symbol,earlier,lists", file=out)
    for symbol in sorted(lists):
        # The name under which a table of bounds of 2019 or before still has it.
        missing = any(symbol not in names for names in known)
        earlier = [s for s in synonyms.get(symbol, []) if missing and any(s in names for names in known)]
        print(symbol, " ".join(earlier), " ".join(dict.fromkeys(lists[symbol])), sep=",", file=out)
print(len(hg38), len(hg19), len(dropped), len(lists), [s for s in dropped if s in lists],
      [s for s in lists if any(s not in n for n in known)])
