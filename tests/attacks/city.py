"""A small made-up city, its report as the public gets it, and what only we know of it.

The city is run once, by the command itself. What a weaker gate would have published of
the same people is written again from the same work folder, by the same renderers.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import sys
import tempfile
from dataclasses import dataclass, replace
from datetime import date
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING
from unittest import mock

import numpy as np
import pandas as pd
from conftest import PROJECT

import clusters.disclosure as sound
import clusters.report.shown as shown
import clusters.report.write as writing
from attacks.attacker.linear import conditions
from attacks.attacker.reading import SUBJECTS, Row
from clusters.cli.app import app
from clusters.report import build_report
from clusters.report.blocks import Paragraph, Section
from clusters.report.formats.tables import write_tables
from clusters.store import read_json, write_json
from clusters.study import load_run
from clusters.study.publishing.publish import release_findings
from clusters.synthetic import make_city
from clusters.synthetic.dirt import with_dirt
from clusters.synthetic.years.earlier import earlier_years
from clusters.synthetic.years.later import later_year

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from types import ModuleType

    from attacks.attacker.linear import Quantity
    from clusters.findings.findings import Findings
    from clusters.profiles import CountTable
    from clusters.report.blocks import Block, Report

ON = date(2019, 1, 1)
# Twelve hundred of them are studied.
PERSONS = 12_000

# One person has more than anybody, and is older.
PLANTED = {
    "personal_income": 987_653.0,
    "wealth": 7_654_319.0,
    "dwelling_value": 4_567_891.0,
}
OLDEST_BORN = pd.Timestamp("1911-03-07")

# Words that a program might obey, as answers to a question about clubs.
ORDERS = (
    "=SOM(A;B)",
    "+cmd|' /C calc'!A",
    "-ping",
    "@SUM(A;B)",
    "＝SOM(A;B)",
    '<script>alert("x")</script>',
    '" onload="alert()',
    "--><svg onload=alert()>",
    '#read("report.json")',
    "]#panic()[",
    "{{'jinja'|upper}}",
    "\\input{/etc/passwd}",
    "\u202eomgekeerd",
)
RARE_CODE = "zeldzaam-antwoord"
AMOUNTS = ["wage", "personal_income", "household_income", "wealth", "dwelling_value",
           "floor_area"]  # fmt: skip
MARKED = 30

STUDY = """
[study]
name = "stad"
title = "Internationals in een proefstad"
place = "Proefstad"
municipality = "0772"
reference_date = 2019-01-01
language = "nl"
[extract]
layout = "person"
[extract.tables]
persons = "delivered/persons.csv"
[extract.extra]
club = "Lid van"
[population]
definition = "born_abroad"
arrived_since = 2010
[clustering]
together = [] # learning which go together is tested with the clustering
clusters = 4
starts = 3
seed = 1
stability_samples = 5
compare_with_noise = false
[report]
maps = { file = "delivered/areas.geojson", code = "neighbourhood", name = "name", district = "district" }
drilldown = ["origin", "club", "migration_motive"]
[history.files]
2016 = "delivered/history/2016.parquet"
2017 = "delivered/history/2017.parquet"
2018 = "delivered/history/2018.parquet"
2020 = "delivered/history/2020.parquet"
"""
# Of more neighbourhoods most would have nobody in most clusters.
NEIGHBOURHOODS_PER_DISTRICT = 4
OUTLINES = PROJECT / "src/clusters/perspectives/reference/eindhoven_areas.geojson"
FIRST_YEAR = 2016


@dataclass(frozen=True)
class Published:
    """What was published, and, for the judge only, the counts behind it."""

    folder: Path
    counts: tuple[CountTable, ...]

    @property
    def truth(self) -> dict[Quantity, int]:
        """The true number of persons of every quantity that stands in a table."""
        return truth_of(self.counts)


@dataclass(frozen=True)
class City:
    """The city after its run."""

    root: Path
    work: Path
    published: Published
    said: str
    persons: pd.DataFrame

    @property
    def folder(self) -> Path:
        """The report, as anybody may have it."""
        return self.published.folder

    @property
    def features(self) -> pd.DataFrame:
        """One row per studied person; an answer that is not known is ``unknown``."""
        features = pd.read_parquet(self.work / "features.parquet").astype(object)
        return features.where(features.notna(), "unknown").astype(str)

    @property
    def clusters(self) -> pd.Series:
        """The cluster of every studied person."""
        return pd.read_parquet(self.work / "clusters.parquet")["cluster"].astype(str)

    def copied_to(self, root: Path) -> City:
        """Return the city as it is in another folder, with the same rights."""
        shutil.copytree(self.root, root)
        there = root / self.folder.relative_to(self.root)
        return replace(
            self,
            root=root,
            work=root / self.work.relative_to(self.root),
            published=replace(self.published, folder=there),
        )

    def is_finished(self) -> bool:
        """Whether a run would think that nothing is left to be done."""
        with contextlib.chdir(self.root):
            return load_run(self.work).is_finished

    def findings(
        self, *, gate: ModuleType = sound, work: Path | None = None, **rules: object
    ) -> tuple[Findings, tuple[CountTable, ...]]:
        """What a gate would have let through of the same people under other rules."""
        work = work or self.work
        with contextlib.chdir(self.root), behind(gate, rules) as seen:
            found = release_findings(load_run(work))
        return found, tuple(seen)

    def again(
        self,
        *,
        gate: ModuleType = sound,
        work: Path | None = None,
        change: Callable[[Findings], Findings] = lambda found: found,
        **rules: object,
    ) -> Published:
        """Publish the tables of the same people once more, elsewhere."""
        found, counts = self.findings(gate=gate, work=work, **rules)
        folder = Path(tempfile.mkdtemp(dir=self.root))
        write_tables(change(found), folder / "tables")
        return Published(folder, counts)

    def edition(
        self,
        name: str,
        change: Callable[[pd.DataFrame, pd.Series], tuple[pd.DataFrame, pd.Series]],
        settings: tuple[str, str] = ("", ""),
    ) -> Path:
        """Make the work of another run, of nearly the same people, and return it.

        ``change`` takes the features and clusters and returns those of the other run;
        ``settings`` is what is replaced in the study file. Who another study file
        leaves out still lives there; who is left out of the same one does not. The city
        itself was released before it, and stands in the register.
        """
        work = self.work.with_name(name)
        shutil.rmtree(work, ignore_errors=True)
        shutil.copytree(self.work, work)
        told = read_json(work / "run.json")
        write_json(work / "run.json", {**told, "name": name})
        study = (work / "study.toml").read_text(encoding="utf-8")
        assert settings[0] in study
        (work / "study.toml").write_text(study.replace(*settings), encoding="utf-8")
        features = pd.read_parquet(work / "features.parquet")
        clusters = pd.read_parquet(work / "clusters.parquet")
        changed, moved = change(features, clusters["cluster"])
        changed.to_parquet(work / "features.parquet")
        left = clusters.reindex(moved.index).assign(cluster=moved)
        left.to_parquet(work / "clusters.parquet")
        is_gone = settings == ("", "")
        kept = ("residents", "roster") if is_gone else ()
        for file in ("people", "perspectives", *kept):
            everybody = pd.read_parquet(work / f"{file}.parquet")
            here = everybody.index.isin(features.index.difference(changed.index))
            everybody[~here].to_parquet(work / f"{file}.parquet")
        facts = read_json(work / "people.json")
        gone = len(features) - len(changed)
        for step in facts["funnel"]:
            less = {"kept", "read"} if is_gone else {"kept"}
            step["persons"] -= gone if step["name"] in less else 0
            step["persons"] += (
                gone if step["name"] == "too_young" and not is_gone else 0
            )
        write_json(work / "people.json", facts)
        return work

    def report(
        self,
        *,
        gate: ModuleType = sound,
        change: Callable[[Findings], Findings] = lambda found: found,
        say: Callable[[Report], Report] = lambda report: report,
        **rules: object,
    ) -> Published:
        """Write the whole report once more, with something in it that ours lacks."""
        found, counts = self.findings(gate=gate, **rules)
        folder = Path(tempfile.mkdtemp(dir=self.root))
        # What another gate let through counts as released, or nothing would be written.
        released = (sound.ReleasedTable, gate.ReleasedTable)
        with (
            mock.patch.object(shown, "ReleasedTable", released),
            mock.patch.object(
                writing, "build_report", lambda each: say(build_report(each))
            ),
        ):
            writing.write_report(change(found), folder)
        return Published(folder, counts)


def saying(*blocks: Block | str) -> Callable[[Report], Report]:
    """Return a change to a report: a section more, of these blocks or sentences."""
    more = tuple(Paragraph(each) if isinstance(each, str) else each for each in blocks)
    section = Section("extra", "Voorbeeld", more)
    return lambda report: replace(report, sections=(*report.sections, section))


def make(root: Path) -> City:
    """Make the city, deliver it and run its study under an open umask."""
    residents = make_city(PERSONS, seed=5, on=ON).residents
    persons = delivered(residents)
    shutil.copytree(PROJECT / "config", root / "config")
    (root / "delivered" / "history").mkdir(parents=True)
    (root / "temporary").mkdir()
    for year, people in other_years(residents):
        file = root / "delivered" / "history" / f"{year}.parquet"
        with_names(people).to_parquet(file, index=False)
    persons.to_csv(
        root / "delivered" / "persons.csv", sep=";", decimal=",", index=False
    )
    outlines = json.loads(OUTLINES.read_text(encoding="utf-8"))
    lived_in = set(persons["neighbourhood"].dropna())
    outlines["features"] = [
        each
        for each in outlines["features"]
        if each["properties"]["neighbourhood"] in lived_in
    ]
    map_file = root / "delivered" / "areas.geojson"
    map_file.write_text(json.dumps(outlines), encoding="utf-8")
    (root / "config" / "stad.toml").write_text(STUDY, encoding="utf-8")
    said = StringIO()
    mask = os.umask(0)
    try:
        with (
            contextlib.chdir(root),
            contextlib.redirect_stdout(said),
            contextlib.redirect_stderr(said),
            mock.patch.object(tempfile, "tempdir", str(root / "temporary")),
            behind(sound, {}) as seen,
        ):
            ended = app(["run", "config/stad.toml"], standalone_mode=False)
    finally:
        os.umask(mask)
    if ended:
        raise RuntimeError(f"the study ended with {ended}: {said.getvalue()}")
    folder = root / said.getvalue().split()[-1]
    work = root / "data" / "processed" / "stad" / folder.name
    return City(root, work, Published(folder, tuple(seen)), said.getvalue(), persons)


def delivered(residents: pd.DataFrame) -> pd.DataFrame:
    """The extract: every person has a key, a name and an address to be found by."""
    persons = with_names(with_dirt(residents, 5))
    number = pd.Series(range(len(persons)), index=persons.index)
    persons = persons.assign(
        club=number.map(lambda place: ORDERS[place % len(ORDERS)]),
        neighbourhood=fewer(persons["neighbourhood"], persons["district"]),
    )
    abroad = persons["born_abroad"].eq("yes") & (
        persons["arrival_date"] >= pd.Timestamp("2012-01-01")
    )
    planted, rare = persons.index[abroad][:1], persons.index[abroad][1:3]
    persons.loc[planted, list(PLANTED)] = list(PLANTED.values())
    persons.loc[planted, "birth_date"] = OLDEST_BORN
    persons.loc[planted, ["birth_year", "age"]] = [1911.0, 107.0]
    persons.loc[rare, "club"] = RARE_CODE
    # thirty people whose every amount is like nobody else's, to six decimals
    marked = persons.index[abroad][3 : 3 + MARKED]
    more = np.arange(1, MARKED + 1)[:, None] / 89
    persons.loc[marked, AMOUNTS] = (persons.loc[marked, AMOUNTS] + more).round(6)
    return persons.assign(bsn=[like_bsn(place) for place in range(len(persons))])


def like_bsn(place: int) -> str:
    """Return a number of nine digits that keeps the rule of eleven, if any does."""
    first = f"8{797 * place:07d}"
    weighed = sum((9 - at) * int(digit) for at, digit in enumerate(first))
    return f"{first}{weighed % 11 % 10}"


def other_years(residents: pd.DataFrame) -> Iterator[tuple[int, pd.DataFrame]]:
    """Who lived there in three earlier years, and who does a year later."""
    yield ON.year + 1, later_year(residents, ON.year, 5)
    for year, people in earlier_years(residents, ON.year, 5):
        if year >= FIRST_YEAR:
            yield year, people


def with_names(persons: pd.DataFrame) -> pd.DataFrame:
    """Add a name, an address and a mail address that nobody else has."""
    number = pd.Series(range(len(persons)), index=persons.index)
    token = (number * 7_919 + 104_729).map("{:07x}".format)
    return persons.assign(
        naam="Kanarie-" + token,
        adres="Kanariestraat " + number.astype(str) + "-" + token,
        email=token + "@kanarie.test",
    )


def fewer(neighbourhoods: pd.Series, districts: pd.Series) -> pd.Series:
    """Move people to the first few neighbourhoods of their district."""
    pairs = pd.DataFrame({"area": neighbourhoods, "district": districts}).dropna()
    areas = pairs.drop_duplicates().sort_values("area")
    place = areas.groupby("district").cumcount() % NEIGHBOURHOODS_PER_DISTRICT
    named = areas.assign(place=place).groupby(["district", "place"])["area"]
    moved = dict(zip(areas["area"], named.transform("first"), strict=True))
    return neighbourhoods.map(moved)


def truth_of(tables: Sequence[CountTable]) -> dict[Quantity, int]:
    """Return the counts behind a set of tables, by what they count."""
    truth = {}
    for table in tables:
        if not getattr(table, "shown", True):
            continue
        for record in table.counts.to_dict("records"):
            codes = {name: record[name] for name in table.dimensions}
            row = Row(codes, {}, SUBJECTS.get(table.name, ()))
            truth[conditions(row)] = int(record["persons"])
    return truth


@contextlib.contextmanager
def behind(gate: ModuleType, rules: dict[str, object]) -> Iterator[list[CountTable]]:
    """Put another gate in front of everything that publishes, and keep the counts."""
    seen: list[CountTable] = []

    def release_all(tables: Sequence[CountTable], policy: object, **more: object):
        seen.extend(tables)
        if gate is not sound:
            more.pop("history", None)
        return gate.release_all(tables, policy.model_copy(update=rules), **more)

    with contextlib.ExitStack() as patches:
        for name, module in sorted(sys.modules.items()):
            if not name.startswith("clusters.study"):
                continue
            if getattr(module, "release_all", None) is sound.release_all:
                patches.enter_context(
                    mock.patch.object(module, "release_all", release_all)
                )
        yield seen
