"""Put the published clusters of Eindhoven beside those found on the demo.

The demo's planted clusters follow the published shares, stays and tenures; the study
never sees them. Found clusters are matched to planted ones by the persons they share,
and described with the same measures as the published table.

Run by hand, after ``clusters demo`` and ``benchmarks/ceiling.py``:
``python benchmarks/replication.py``; writes docs/replication.md.
"""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
from scipy.optimize import linear_sum_assignment
from sklearn.metrics import adjusted_rand_score

from clusters.people.dates import moment, years_since
from clusters.settings import load_study
from clusters.study import open_run

PROJECT = Path(__file__).parents[1]
STUDY = PROJECT / "config" / "demo.toml"
PUBLISHED = PROJECT / "src/clusters/synthetic/published/cluster_profiles.csv"
TRUTH = PROJECT / "data/raw/demo/truth.parquet"
CEILING = PROJECT / "benchmarks/results/ceiling.json"
PAGE = PROJECT / "docs/replication.md"

STAY = "avg_stay_years"
COLUMNS = {
    "share_pct": "aandeel %",
    STAY: "verblijf, jaar",
    "own_pct": "koop %",
    "social_rent_pct": "sociale huur %",
    "private_rent_pct": "particuliere huur %",
    "tenure_unknown_pct": "onbekend %",
}

INTRODUCTION = """# Replicatie: gepubliceerde en gevonden clusters

De demo maakt een stad waarvan de zeven clusters de gepubliceerde tabel van Eindhoven
volgen (aandeel, verblijfsduur, eigendom van de woning). Het onderzoek kent dat antwoord
niet. Deze tabel zet ernaast wat het vond. Per maat: gepubliceerd / gevonden.

*The demo plants seven clusters that follow the published table; the study does not see
them. Each cell: published / found. Made by `python benchmarks/replication.py`.*
"""
CLOSING = """
Aangepaste Rand-index tussen gevonden en geplant: **{found:.3f}**. Een classificatie die
de verdeling waaruit de demo getrokken is kent (`benchmarks/ceiling.py`) haalt
{ceiling:.3f} op dezelfde kenmerken; gevonden is dus {reached:.1%} van wat haalbaar is.
Zonder duidelijk profiel: {unclear:.1%} van de personen.

De clusters van de demo zijn ruim uit elkaar gezet: paren zijn zeldzaam in cluster 1
en 3 en gewoon in 4 en 5. Bij meer overlap vindt geen methode zonder voorkennis ze zo
terug. Dat het hier lukt, zegt dus niet dat het bij elke levering lukt.
"""


def found_clusters() -> pd.DataFrame:
    """Return the people of the demo with found and planted cluster."""
    run = open_run(STUDY)
    people = pd.read_parquet(run.work / "people.parquet")
    clusters = pd.read_parquet(run.work / "clusters.parquet")["cluster"]
    planted = pd.read_parquet(TRUTH).set_index("person_id")["planted_cluster"]
    on = load_study(STUDY).study.reference_date
    stay = years_since(moment(people, "arrival_date", "arrival_year"), on)
    return people[["tenure"]].assign(stay=stay, found=clusters, planted=planted)


def matched(people: pd.DataFrame) -> dict[int, int]:
    """Return for every planted cluster the found one that shares most persons."""
    shared = pd.crosstab(people["planted"], people["found"]).drop(
        columns=0, errors="ignore"
    )
    rows, columns = linear_sum_assignment(-shared.to_numpy())
    return dict(zip(shared.index[rows], shared.columns[columns], strict=True))


def described(people: pd.DataFrame, everybody: int) -> dict[str, float]:
    """Return the measures of the published table, in percent and years."""
    tenure = people["tenure"].fillna("unknown").value_counts(normalize=True) * 100
    return {
        "share_pct": 100 * len(people) / everybody,
        STAY: people["stay"].mean(),
        "own_pct": tenure.get("owned", 0.0),
        "social_rent_pct": tenure.get("social_rent", 0.0),
        "private_rent_pct": tenure.get("private_rent", 0.0),
        "tenure_unknown_pct": tenure.get("unknown", 0.0),
    }


def table(people: pd.DataFrame) -> list[str]:
    """Return the lines of the table, published and found beside each other."""
    published = pd.read_csv(PUBLISHED, dtype={"cluster": str}).set_index("cluster")
    lines = [f"| gepubliceerd cluster | {' | '.join(COLUMNS.values())} |"]
    lines.append("|---" * (len(COLUMNS) + 1) + "|")
    for planted, found in matched(people).items():
        row = published.loc[str(planted)]
        measures = described(people[people["found"] == found], len(people))
        cells = [
            f"{row[name]:g} / {measures[name]:.{1 if name == STAY else 0}f}"
            for name in COLUMNS
        ]
        lines.append(f"| {planted}. {row['label_nl_VNG']} | {' | '.join(cells)} |")
    return lines


def main() -> None:
    """Write the page."""
    people = found_clusters()
    found = adjusted_rand_score(people["planted"], people["found"])
    ceiling = json.loads(CEILING.read_text("utf-8"))["adjusted_rand"]
    closing = CLOSING.format(
        found=found,
        ceiling=ceiling,
        reached=found / ceiling,
        unclear=(people["found"] == 0).mean(),
    )
    lines = [INTRODUCTION, *table(people), closing]
    PAGE.write_text("\n".join(lines), encoding="utf-8")
    print(PAGE.read_text("utf-8"))


if __name__ == "__main__":
    main()
