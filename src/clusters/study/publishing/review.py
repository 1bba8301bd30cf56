"""What the data owner sees before a report goes out.

The figures of the gate are about cells, not about persons, but a pattern of hidden
cells is nobody's business outside: they lie in ``review`` with the work of the run.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd

from clusters.errors import SettingsError
from clusters.schema import Language, Text
from clusters.store import (
    PROCESSED,
    private_folder,
    read_json,
    write_json,
)
from clusters.study.classes import own_classes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from clusters.disclosure import Release
    from clusters.schema import FeatureMeaning
    from clusters.study.run import Run

GATE = "gate.json"
_MOST_PROXIES = 10

_RUN = Text("Run", "Run")
_RULES = Text("Regels", "Rules")
_LOOSER = Text("Ruimer dan meegeleverd", "Looser than shipped")
_NONE = Text("geen", "none")
_OWN = Text("Eigen klassen (SDC-14)", "Classes of the study's own (SDC-14)")
_TABLES = Text(
    "Tabellen: cellen, getoond, verborgen door een regel, verborgen voor andere cellen",
    "Tables: cells, shown, hidden by a rule, hidden for other cells",
)
_LOST = Text("kwijt van wat mag: {percent} %", "lost of what may: {percent}%")
_BASE = Text("afgerond op {base}", "rounded to {base}")
_MERGED = Text("klassen samengevoegd", "classes merged")
_DROPPED = Text("Weggelaten tabellen", "Tables left out")
_WATCHED = Text(
    "Kleine aantallen die zijn aangevallen: {watched}; geen enkel is af te leiden.",
    "Small numbers that were attacked: {watched}; none can be worked out.",
)
_PROXIES = Text(
    "Samenhang van kenmerken met herkomst (Cramérs V), de sterkste eerst",
    "How features go with origin (Cramér's V), the strongest first",
)
_SAME = Text(
    "De kenmerken ‘{one}’ en ‘{other}’ hangen binnen de clusters sterk samen; wat zij "
    "gemeen hebben, telt dubbel. Kijk of er één weg kan.",
    "The features ‘{one}’ and ‘{other}’ go together strongly within clusters; what "
    "they share counts twice. See whether one can go.",
)
_SIGNED = Text("Vrijgegeven door", "Released by")
_DRAFT = Text(
    "Concept. Twee mensen geven het vrij: clusters release {report} --by NAAM --by "
    "NAAM{own}",
    "Draft. Two people let it go: clusters release {report} --by NAME --by NAME{own}",
)
_AGREED = " --own-classes"
_WHY = {
    "SDC-01": Text("te weinig personen", "too few persons"),
    "SDC-02": Text(
        "te weinig huishoudens of adressen", "too few households, addresses"
    ),
    "SDC-05": Text("bijna een hele groep", "nearly a whole group"),
    "SDC-25": Text("eerder verborgen", "hidden before"),
}


@dataclass(frozen=True)
class Finished:
    """A finished run: its report folder and its manifest."""

    report: Path
    manifest: dict[str, Any]

    @property
    def name(self) -> str:
        """The name of the run."""
        return str(self.manifest["run"])

    @property
    def review(self) -> Path:
        """What is kept for the data owner, with the work of the run."""
        return PROCESSED / str(self.manifest["study"]) / self.name / "review"

    @property
    def paper(self) -> Path:
        """Who let it go, once they did."""
        return self.report / "release.json"


def keep_review(
    run: Run, released: Release, meanings: Sequence[FeatureMeaning]
) -> None:
    """Keep what the gate hid, why and at what cost, and what the analyst must see."""
    notices = same_features(run.work, meanings)
    policy = released.policy
    write_json(
        private_folder(run.work / "review") / GATE,
        {
            "audience": run.study.report.audience,
            "loosened": list(policy.loosened),
            "approver": policy.approver,
            "reason": policy.reason,
            "own_classes": own_classes(run.study),
            "tables": {name: asdict(cost) for name, cost in released.costs.items()},
            "dropped": list(released.dropped),
            "watched": released.watched,
            "notices": [asdict(each) for each in notices],
        },
    )


def same_features(work: Path, meanings: Sequence[FeatureMeaning]) -> list[Text]:
    """Return what the analyst has to look at: features that tell one fact twice."""
    called = {each.name: each.meaning for each in meanings}
    return [
        Text(
            _SAME.nl.format(one=called[one].nl, other=called[other].nl),
            _SAME.en.format(one=called[one].en, other=called[other].en),
        )
        for pair in read_json(work / "evidence.json")["same"]
        for one, other in [(pair["one"], pair["other"])]
    ]


def review(report: Path, language: Language) -> str:
    """Return what was hidden in a report, why and at what cost.

    Raises
    ------
    SettingsError
        If the folder is no finished run, or its work was cleaned away.
    """
    run = finished_run(report)
    gate = read_kept(run.review / GATE)
    return "\n".join(_lines(run, gate, language))


def finished_run(report: Path) -> Finished:
    """Return the run of a report folder; raises SettingsError if it is none."""
    manifest = report / "run.json"
    if not manifest.is_file():
        raise SettingsError(
            f"{report} is not the report folder of a finished run.",
            f"{report} is niet de rapportmap van een voltooide run.",
        )
    return Finished(report, read_json(manifest))


def read_kept(file: Path) -> dict[str, Any]:
    """Return a file of the review; raises SettingsError if it was cleaned away."""
    if not file.is_file():
        raise SettingsError(
            f"{file} is not there, so there is nothing to review. Was the work of the "
            "run cleaned away? Run the study again.",
            f"{file} is er niet, dus er valt niets na te kijken. Is het werk van de "
            "run opgeruimd? Draai de studie opnieuw.",
        )
    told: dict[str, Any] = read_json(file)
    return told


def _lines(run: Finished, gate: dict[str, Any], language: Language) -> Iterator[str]:
    yield f"{_RUN.to(language)}: {run.manifest['study']} {run.name}"
    yield f"{_RULES.to(language)}: {gate['audience']}"
    looser = ", ".join(gate["loosened"]) or _NONE.to(language)
    yield f"{_LOOSER.to(language)}: {looser}"
    if gate["loosened"]:
        yield f"  {gate['approver']}: {gate['reason']}"
    own = gate["own_classes"]
    yield f"{_OWN.to(language)}: {_NONE.to(language) if not own else ''}".rstrip()
    yield from (f"  {name:<24}{classes}".rstrip() for name, classes in own.items())
    yield _TABLES.to(language)
    for name, cost in gate["tables"].items():
        yield from _table_lines(name, cost, language)
    dropped = ", ".join(gate["dropped"]) or _NONE.to(language)
    yield f"{_DROPPED.to(language)}: {dropped}"
    yield _WATCHED.to(language).format(watched=gate["watched"])
    yield from (Text(**each).to(language) for each in gate["notices"])
    yield from _proxy_lines(run, language)
    if run.paper.exists():
        yield f"{_SIGNED.to(language)}: {', '.join(read_json(run.paper)['by'])}"
    else:
        agreed = _AGREED if own else ""
        yield _DRAFT.to(language).format(report=run.report, own=agreed)


def _table_lines(name: str, cost: dict[str, Any], language: Language) -> Iterator[str]:
    hidden, others = cost["by_rule"], cost["for_others"]
    allowed = cost["cells"] - hidden
    numbers = "".join(
        f"{number:>8}" for number in (cost["cells"], allowed - others, hidden, others)
    )
    percent = f"{100 * others / allowed if allowed else 0:.1f}"
    if language == "nl":
        percent = percent.replace(".", ",")
    told = [_BASE.to(language).format(base=cost["base"])]
    told.append(_LOST.to(language).format(percent=percent))
    if cost["collapsed"]:
        told.append(_MERGED.to(language))
    yield f"  {name:<20}{numbers}   {'; '.join(told)}"
    for rule, cells in cost["reasons"].items():
        if cells:
            yield f"    {rule} {_WHY[rule].to(language)}: {cells}"


def _proxy_lines(run: Finished, language: Language) -> Iterator[str]:
    file = run.review / "proxies.csv"
    if not file.is_file():
        return
    proxies = pd.read_csv(file).sort_values("cramers_v", ascending=False, kind="stable")
    is_cluster = proxies["feature"] == "cluster"
    yield _PROXIES.to(language)
    for row in pd.concat(
        [proxies[is_cluster], proxies[~is_cluster].head(_MOST_PROXIES)]
    ).itertuples():
        yield f"  {row.feature:<24}{row.origin:<24}{row.cramers_v:>6.2f}"
