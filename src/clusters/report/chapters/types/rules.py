"""The rules for types in words, with the ages and amounts that the study chose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.findings.largest import largest_reason
from clusters.report.parts.codes import name_of
from clusters.report.words import types as words
from clusters.report.words.predicates import lower

if TYPE_CHECKING:
    from clusters.findings.perspectives import TypeChoices
    from clusters.report.source import Source


def rule(source: Source, code: str) -> str:
    """Return the rule of a type; of what is left over also its largest part."""
    views = source.findings.views
    chosen, text = views.chosen, {each.code: each.rule for each in views.types}[code]
    if code == "student" and chosen.only_students_with_income:
        text = words.WITH_INCOME
    elif chosen.regular:
        limits = {
            "knowledge_worker": words.FROM_LIMIT,
            "labour_migrant": words.BELOW_LIMIT,
        }
        text = limits.get(code, text)
    in_words = source.say(
        text,
        **_ages(chosen),
        regular=_amount(source, chosen.regular),
        under_30=_amount(source, chosen.under_30),
    )
    return _with_largest(source, in_words) if code == "other" else in_words


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
    return source.say(words.LIMIT, limit_from=whose, year=chosen.income_year)


def _amount(source: Source, amount: int) -> str:
    return source.money(amount)


def _with_largest(source: Source, text: str) -> str:
    """Add the reason that most of the others have, if no hidden one can have more."""
    largest = largest_reason(source.findings.views, "other")
    if largest is None:
        return text
    reason, persons = largest
    name = name_of(source, "reason", reason)
    return source.say(
        words.LARGEST_REASON,
        rule=text,
        persons=source.count(persons),
        reason=lower(name),
    )
