"""Who is part of whom, and who moved in between: as a report itself explains.

The people of the study are internationals, and those are residents. So what is printed
of one is a bound on another, and what is left between two of them are people too: a
population that no table prints.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attacks.attacker.reading import (
    INTERNATIONALS,
    MOVES,
    POPULATION,
    RESIDENTS,
    STAYS,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from attacks.attacker.linear import Model, Quantity

# The groups of origin of the maps and those of the tables, as the report lists them.
NINE = {
    "COLONIES": ("INDONESIA", "WINDIES"),
    "WEST": ("ANGLO", "BELGIUM", "GERMAN", "MEDIT", "SCAND"),
    "AFRICA_ARAB": ("ARAB", "CASIA", "SSA"),
    "ASIA": ("EASIA", "SASIA"),
    "OTHER": ("LATAM", "SEAPAC"),
}
ALONE = ("NL", "CEE", "TURKEY", "MOROCCO", "unknown")
FILES = frozenset({("step", "everybody in the files")})


def tie_populations(model: Model) -> None:
    """Add what binds the tables of other people to those of the study."""
    if len(_populations(model)) < 2:
        return
    _join_origins(model)
    shared = [frozenset({("type", code)}) for code in _codes(model, "type")]
    shared += [frozenset({("origin", code)}) for code in (*NINE, *ALONE)]
    for what in (frozenset(), *shared):
        _nest(model, "", INTERNATIONALS, what)
        _nest(model, INTERNATIONALS, RESIDENTS, what)
    _tie_files(model)
    _tie_stays(model)
    _tie_moves(model)


def _join_origins(model: Model) -> None:
    for who in sorted(_populations(model)):
        for nine, parts in NINE.items():
            each = [_key(who, {("origin", part)}) for part in parts]
            if any(part in model.lower for part in each):
                model.add(_key(who, {("origin", nine)}), each)


def _nest(model: Model, inner: str, outer: str, what: Quantity) -> None:
    """Add that some of a population are the other, and the rest is not."""
    part, whole = _key(inner, what), _key(outer, what)
    if part in model.lower and whole in model.lower:
        rest = _key(f"{outer} that are not {inner or 'studied'}", what)
        model.add(whole, [part, rest])


def _tie_files(model: Model) -> None:
    """Who is in the files and lives elsewhere is no resident; everybody else is."""
    residents = _key(RESIDENTS, ())
    elsewhere = [frozenset({("step", step)}) for step in ("elsewhere", "elsewhere_now")]
    known = [each for each in elsewhere if each in model.lower]
    if FILES in model.lower and residents in model.lower:
        model.add(FILES, [residents, *known])


def _tie_stays(model: Model) -> None:
    """Who came in a year and was seen since the reference date, was there on it.

    They are still here, or left after as many years as lie between. Of the last year
    before the reference date all who came are followed, but for those who had been here
    before.
    """
    cohorts = _codes(model, "cohort")
    came = {
        year: _key(INTERNATIONALS, {("year", year)})
        for year in _codes(model, "year")
        if year.isdigit()
    }
    last = max(came, default="")
    for cohort in sorted(cohorts & came.keys()):
        mine = {("cohort", cohort)}
        seen = [_key(STAYS, mine | {("outcome", "here")})]
        seen += [
            _key(STAYS, mine | {("stay", stay), ("outcome", "left")})
            for stay in sorted(_codes(model, "stay"))
            if stay.rstrip("+").isdigit()
            and int(cohort) + int(stay.rstrip("+")) >= int(last)
        ]
        if cohort == last:
            seen = [_key(STAYS, mine)]
        stayed = [each for each in seen if each in model.lower]
        if came[cohort] in model.lower and seen[0] in stayed:
            rest = _key("came otherwise", {("year", cohort)})
            model.add(came[cohort], [*stayed, rest])


def _tie_moves(model: Model) -> None:
    """Who lives there now lived there then, came since, or was born; the rest left.

    The years of the files follow one another; the one that none is of is the present.
    """
    told = {who.partition(" ")[2] for who in _populations(model)
            if who.startswith(f"{RESIDENTS} ")}  # fmt: skip
    days = sorted(day for day in told if day.isdigit())
    if not days:
        return
    gaps = set(map(str, range(int(days[0]), int(days[-1]) + 1))) - set(days)
    first, last = (
        f"{RESIDENTS} {days[0]}",
        f"{RESIDENTS} {days[-1]}" if gaps else RESIDENTS,
    )
    for code in (*NINE, *ALONE):
        what = {("origin", code)}
        then, now = _key(first, what), _key(last, what)
        came, left = (_key(f"{MOVES} {way}", what) for way in ("in", "out"))
        if {then, now, came, left} <= model.lower.keys():
            either = _key("lived there at the end or left", what)
            model.add(either, [now, left])
            model.add(either, [then, came, _key("born there", what)])


def _populations(model: Model) -> set[str]:
    return {dict(key).get(POPULATION, "") for key in model.lower}


def _codes(model: Model, name: str) -> set[str]:
    return {code for key in model.lower for each, code in key if each == name}


def _key(who: str, what: Iterable[tuple[str, str]]) -> Quantity:
    return frozenset(what) | ({(POPULATION, who)} if who else frozenset())
