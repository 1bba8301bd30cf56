"""Write what was found in held-out towns as a page, worst cells and all.

    python benchmarks/heldout_page.py [--name now]

Reads benchmarks/results/heldout-<name>.json, as `heldout` made it, and writes
docs/certificate-heldout.md. Cells of the grid that were not measured are named.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import pandas as pd
import towns

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "certificate-heldout.md"

HEADING = """# Certificaat: steden die de methode niet kent

Gemaakt door `python benchmarks/heldout_page.py`; niet met de hand wijzigen. De steden
komen uit `benchmarks/towns.py`, dat geen code en geen soorten mensen deelt met het
verzonnen Eindhoven. *Orakel* is de adjusted Rand index van een leerling die {taught}
mensen van dezelfde stad zag, met hun soort erbij. *Vanaf de waarheid* is ons eigen
model, begonnen bij de juiste indeling: daar kan geen zoektocht bovenuit. *Naam zonder
soort* zijn clusters die een naam kregen en op geen geplante soort lijken (Jaccard onder
0,6).

*In English: towns from a generator that shares no code and no kinds of people with the
made-up Eindhoven. "Orakel" is the adjusted Rand index of a classifier taught on
{taught} labelled people of the same town, "vanaf de waarheid" our own model begun at
the right answer, "naam zonder soort" clusters that got a name and match no planted
kind.*
"""


def page(told: dict) -> str:
    """Return the page for the outcome of `heldout`."""
    cells = pd.DataFrame(told["cells"])
    real = cells[cells["kinds"] > 1]
    parts = real[["k_given", "adjusted_rand", "from_truth"]].div(real["oracle"], axis=0)
    named, nothing = real["named"].sum(), real["named_for_nothing"].sum()
    near = (real["k"] - real["kinds_apart"]).abs() <= 1
    lines = [
        HEADING.format(taught=f"{towns.TAUGHT_ON:,}".replace(",", ".")),
        f"- Gemeten: {len(real)} steden met soorten, {len(cells) - len(real)} zonder, "
        f"{told['starts']} starts per aantal, versie {told['commit']}.",
        f"- Deel van het orakel, aantal gegeven: **{parts['k_given'].mean():.3f}** "
        f"(laagste {parts['k_given'].min():.3f}).",
        f"- Deel van het orakel, aantal zelf gekozen: "
        f"**{parts['adjusted_rand'].mean():.3f}** "
        f"(laagste {parts['adjusted_rand'].min():.3f}).",
        f"- Vanaf de waarheid, deel van het orakel: {parts['from_truth'].mean():.3f}.",
        f"- Aantal hoogstens één mis: {near.sum()} van {len(real)}.",
        f"- Naam zonder soort: {nothing} van {named} clusters met een naam.",
        f"- Steden zonder soorten die toch een profiel noemen: "
        f"{_wrongly_named(cells)} van {len(cells) - len(real)}.",
        "",
        "| stad | mensen | soorten | orakel | vanaf de waarheid | aantal gegeven "
        "| zelf gekozen | k | met naam | naam zonder soort |",
        "|---|---|---|---|---|---|---|---|---|---|",
        *(_row(cell) for cell in _worst_first(cells).to_dict("records")),
    ]
    left = [n for n in towns.GRID | towns.NO_KINDS if n not in set(cells["cell"])]
    if left:
        lines += ["", f"Niet gemeten: {'; '.join(left)}."]
    return "\n".join(lines) + "\n"


def _worst_first(cells: pd.DataFrame) -> pd.DataFrame:
    part = cells["adjusted_rand"] / cells["oracle"]
    return cells.assign(part=part).sort_values("part", na_position="last")


def _wrongly_named(cells: pd.DataFrame) -> int:
    nothing = cells[cells["kinds"] == 1]
    return int((nothing["has_profiles"].astype(bool) & (nothing["named"] > 0)).sum())


def _row(cell: dict) -> str:
    told = [cell["cell"], cell["persons"]]
    if cell["kinds"] == 1:
        verdict = cell["k"] if cell["has_profiles"] else "geen profielen"
        told += [0, "", "", "", "", verdict, cell["named"] * cell["has_profiles"], ""]
    else:
        numbers = ("oracle", "from_truth", "k_given", "adjusted_rand")
        told += [cell["kinds"], *(f"{cell[name]:.3f}" for name in numbers)]
        told += [cell["k"], cell["named"], cell["named_for_nothing"]]
    return f"| {' | '.join(map(str, told))} |"


def main() -> None:
    """Write the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--name", default="now")
    name = parser.parse_args().name
    made = ROOT / "benchmarks" / "results" / f"heldout-{name}.json"
    told = json.loads(made.read_text(encoding="utf-8"))
    PAGE.write_text(page(told), encoding="utf-8")


if __name__ == "__main__":
    main()
