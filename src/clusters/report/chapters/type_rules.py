"""The rules for types in words, with the ages and amounts that the study chose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.numbers import known, money
from clusters.report.chapters.perspective_parts import called
from clusters.schema import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clusters.findings.findings import Findings
    from clusters.findings.perspectives import TypeChoices
    from clusters.report.source import Source

_WITH_INCOME = Text(
    "{adult}-{until} jaar, met studie als voornaamste bezigheid én met eigen inkomen, "
    "om welke reden iemand ook kwam. Studenten zonder inkomen vallen onder ‘overige’.",
    "Aged {adult}-{until} with studies as main activity and an income of their own, "
    "whatever the person came for. Students without income are among ‘other’.",
)
_FROM_LIMIT = Text(
    "{adult}-{until} jaar, werknemer met een bruto jaarinkomen van {regular} of meer; "
    "wie jonger is dan 30, {under_30} of meer.",
    "Aged {adult}-{until}, employee with a gross yearly income of {regular} or more; "
    "for those under 30, {under_30} or more.",
)
_BELOW_LIMIT = Text(
    "{adult}-{until} jaar, werknemer met een bruto jaarinkomen onder {regular}; wie "
    "jonger is dan 30, onder {under_30}.",
    "Aged {adult}-{until}, employee with a gross yearly income below {regular}; for "
    "those under 30, below {under_30}.",
)
_LARGEST = Text(
    "{rule} De grootste groep ({persons}): {reason}.",
    "{rule} The largest group ({persons}): {reason}.",
)
_LIMIT = Text(
    "Loongrens: {limit_from}, voor inkomens over {year}.",
    "Wage limit: {limit_from}, for incomes of {year}.",
)


def rule(source: Source, code: str) -> str:
    """Return the rule of a type; of what is left over also its largest part."""
    views = source.findings.views
    chosen, text = views.chosen, {each.code: each.rule for each in views.types}[code]
    if code == "student" and chosen.only_students_with_income:
        text = _WITH_INCOME
    elif chosen.regular:
        limits = {"knowledge_worker": _FROM_LIMIT, "labour_migrant": _BELOW_LIMIT}
        text = limits.get(code, text)
    told = source.say(
        text,
        **_ages(chosen),
        regular=_amount(source, chosen.regular),
        under_30=_amount(source, chosen.under_30),
    )
    return _with_largest(source, told) if code == "other" else told


def derived(findings: Findings) -> Iterator[str]:
    """Yield the ages that the rules name."""
    yield from map(str, _ages(findings.views.chosen).values())


def _ages(chosen: TypeChoices) -> dict[str, int]:
    return {
        "child": chosen.adult_from - 1,
        "adult": chosen.adult_from,
        "until": chosen.working_until,
        "above": chosen.working_until + 1,
    }


def limit_note(source: Source) -> str:
    """Return whose wage limit it is; nothing where employees are not divided."""
    chosen = source.findings.views.chosen
    if not chosen.regular:
        return ""
    whose = source.read(chosen.limit_from)
    return source.say(_LIMIT, limit_from=whose, year=chosen.income_year)


def _amount(source: Source, amount: int) -> str:
    return money(amount, source.findings.currency, source.language)


def _with_largest(source: Source, told: str) -> str:
    """Add the reason that most of the others have, if no hidden one can have more."""
    tables = source.findings.views.tables
    if "type_reasons" not in tables:
        return told
    counts = tables["type_reasons"].where(type="other").set_index("reason")["persons"]
    shown = counts.dropna()
    others = known(tables["types"].value("persons", type="other"))
    if shown.empty or others is None or others - shown.sum() > shown.max():
        return told
    name = called(source, "reason", str(shown.astype(int).idxmax()))
    return source.say(
        _LARGEST,
        rule=told,
        persons=source.count(shown.max()),
        reason=f"{name[0].lower()}{name[1:]}",
    )
