"""The table at the foot of the page of a cluster: its most frequent answers.

And what stands out so much that the page may not leave it out, if the drawing and the
sentences above it did: a quarter of a cluster with a business of their own is neither
its commonest answer nor what it differs in most, and two thirds of all who have one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from clusters.findings.most_frequent import most_frequent
from clusters.labels.traits import TOLD_UNKNOWN
from clusters.numbers import known, points
from clusters.report.blocks import Column, Paragraph, Table
from clusters.report.chapters.page_room import more_lines, row_lines
from clusters.report.words import prose, sentences, terms
from clusters.report.words.predicates import lower
from clusters.schema import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from clusters.findings.most_frequent import MostFrequent
    from clusters.labels import Trait
    from clusters.report.source import Source
    from clusters.schema import FeatureMeaning, Text, Theme

# From so many rows they stand under the themes; fewer than so few are no table.
_FOR_THEMES, _LEAST = 8, 3
_THEME = 1.3  # lines that the heading of a theme takes
_MOST_NAMED = (12, 6, 3)  # of what does not fit in the rows; fewer if no row would fit


@dataclass(frozen=True)
class _Answer:
    """A row: of which feature and answer, its cells, how far it is from everybody."""

    feature: FeatureMeaning
    category: str
    cells: tuple[str, ...]
    off: int
    is_due: bool = False


def main_answers(
    source: Source,
    cluster: str,
    room: float,
    drawn: Collection[str],
    due: Sequence[Trait] = (),
    told: Sequence[Trait] = (),
) -> Table | Paragraph | None:
    """Return the table; where hardly a row would fit, what is due by name.

    Parameters
    ----------
    source : the findings.
    cluster : its number.
    room : for rows, in lines.
    drawn : the features that the page tells of already; left out where room is scarce.
    due : what the page may not leave out and has not told yet. What does not fit in
        the rows is named under them.
    told : what the page tells of already.
    """
    answers = _answers(source, cluster, [*told, *due])
    answers = _with_due(source, answers, due)
    for most in _MOST_NAMED:
        table = _with_note(source, answers, room, drawn, due, most)
        if table is not None:
            return table
    return Paragraph(_named(source, due, _MOST_NAMED[0])) if due else None


def _with_note(  # noqa: PLR0913 - what the rows and the note under them share
    source: Source,
    answers: list[_Answer],
    room: float,
    drawn: Collection[str],
    due: Sequence[Trait],
    most: int,
) -> Table | None:
    """Return the table that fits above a note that names what is not in it."""
    left: Sequence[Trait] = ()
    while True:
        named = _named(source, left, most)
        note = f"{source.say(prose.MAIN_ANSWERS_NOTE)} {named}".rstrip()
        table, told = _that_fits(source, answers, room - more_lines(note), drawn)
        more = [each for each in due if (each.feature, each.category) not in told]
        if len(more) <= len(left):
            return None if table is None else replace(table, note=note)
        left = more


def _that_fits(
    source: Source, answers: list[_Answer], room: float, drawn: Collection[str]
) -> tuple[Table | None, set[tuple[str, str]]]:
    """Return the table that fits, under themes if it is long, and what is in it."""
    kept = _that_fit(answers, room, heading=_THEME)
    if kept and len(kept) >= min(_FOR_THEMES, len(answers)):
        rows = _under_themes(source, kept)
        return _table(source, rows, terms.MAIN_ANSWERS), _told(kept)
    others = [each for each in answers if each.is_due or each.feature.name not in drawn]
    kept = _that_fit(others, room, heading=0.0)
    is_due = any(each.is_due for each in kept)
    if len(kept) < _LEAST and not is_due:
        return None, set()
    rows = [each.cells for each in kept]
    return _table(source, rows, terms.OTHER_ANSWERS), _told(kept)


def _told(kept: Sequence[_Answer]) -> set[tuple[str, str]]:
    return {(each.feature.name, each.category) for each in kept}


def _named(source: Source, traits: Sequence[Trait], most: int) -> str:
    """Name traits without their numbers, those of one feature together."""
    if not traits:
        return ""
    answers: dict[str, list[str]] = {}
    for each in traits[:most]:
        meaning = source.meanings[each.feature]
        answer = sentences.answer(meaning, each.category, source.language)
        heading = lower(sentences.heading(meaning, source.language))
        answers.setdefault(heading, []).append(answer)
    told = "; ".join(f"{each}: {', '.join(said)}" for each, said in answers.items())
    rest = len(traits) - most
    if rest <= 0:
        return source.say(prose.ALSO, told=told)
    template = prose.ALSO_ONE if rest == 1 else prose.ALSO_MORE
    return source.say(template, told=told, rest=rest)


def _under_themes(source: Source, kept: Sequence[_Answer]) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    theme: Theme | None = None
    for each in kept:
        if each.feature.theme is not theme:
            theme = each.feature.theme
            rows.append((source.say(terms.THEMES[theme]),))
        rows.append(each.cells)
    return rows


def _table(source: Source, rows: list[tuple[str, ...]], caption: Text) -> Table:
    say = source.say
    columns = (
        Column(say(terms.FEATURE), 4.3),
        Column(say(terms.ANSWER), 4.7),
        Column(say(terms.THIS_CLUSTER_SHORT), 1.5, "right"),
        Column(say(terms.ALL_SHORT), 1.1, "right"),
        Column(say(terms.DIFFERENCE), 1.4, "right"),
    )
    return Table(say(caption), columns, tuple(rows), small=True)


def _answers(source: Source, cluster: str, told: Sequence[Trait]) -> list[_Answer]:
    """Return per feature the most frequent answer, and how far it is off.

    Bands that the page tells as one answer are one here too where they are given more
    often: who reads that 60 % have a car must not find "none" as the most frequent.
    """
    rows = source.findings.profiles.where(cluster=cluster)
    rows = rows.assign(told=rows["share"].where(~rows["hidden"], rows["above"]))
    rows = rows[rows["category"] != UNKNOWN]
    answers: list[_Answer] = []
    for feature in source.features:
        own = rows[rows["feature"] == feature.name]
        found = most_frequent(own, source.findings.profiles.base)
        if found is None:
            continue
        joined = [each for each in told if _is_before(each, feature, found)]
        if joined:
            answers.append(_of_trait(source, max(joined, key=lambda one: one.share)))
        elif all(
            source.may_say(cluster, feature.name, each)
            for each in (str(found.row["category"]), *found.ties)
        ):
            answers.append(_commonest(source, feature, found))
    return answers


def _is_before(trait: Trait, feature: FeatureMeaning, found: MostFrequent) -> bool:
    """Return whether a trait joins bands that are given more often together."""
    return (
        trait.feature == feature.name
        and len(trait.answers) > 1
        and found.row["category"] not in trait.answers
        and trait.share >= found.row["told"]
    )


def _commonest(source: Source, feature: FeatureMeaning, found: MostFrequent) -> _Answer:
    row = found.row
    share, all_ = known(row["told"]), known(row["reference_share"])
    return _row(
        source,
        (feature, (str(row["category"]), *found.ties)),
        (share, all_),
        is_more=bool(row["hidden"]),
        unknown=known(row["unknown"]) or 0,
    )


def _with_due(
    source: Source, answers: list[_Answer], due: Sequence[Trait]
) -> list[_Answer]:
    """Add what is due, after the commonest answer of its feature.

    Where it is not the commonest itself, it says that it is there for standing out.
    """
    most = {(each.feature.name, each.category): each for each in answers}
    for trait in due:
        place = trait.feature, trait.category
        row = most.get(place) or _standing_out(source, trait)
        most[place] = replace(row, is_due=True)
    rows = most.values()
    order = {feature.name: place for place, feature in enumerate(source.features)}
    return sorted(rows, key=lambda each: order[each.feature.name])


def _standing_out(source: Source, trait: Trait) -> _Answer:
    row = _of_trait(source, trait)
    heading, answer, *shares = row.cells
    told = source.say(prose.STANDS_OUT, answer=answer)
    return replace(row, cells=(heading, told, *shares))


def _of_trait(source: Source, trait: Trait) -> _Answer:
    return _row(
        source,
        (source.meanings[trait.feature], (trait.category,)),
        (trait.share, trait.reference_share),
        is_more=trait.is_above,
        unknown=trait.unknown,
    )


def _row(
    source: Source,
    told: tuple[FeatureMeaning, Sequence[str]],
    shares: tuple[int | None, int | None],
    *,
    is_more: bool,
    unknown: int,
) -> _Answer:
    (feature, (category, *ties)), (share, all_) = told, shares
    answer, *others = (
        sentences.answer(feature, each, source.language) for each in (category, *ties)
    )
    if others:
        named = sentences.listed(others, source.language)
        answer = source.say(prose.AS_OFTEN, answer=answer, others=named)
    if unknown >= TOLD_UNKNOWN:
        answer = source.say(
            prose.UNKNOWN_OF, answer=answer, unknown=source.percent(unknown)
        )
    difference = None if all_ is None or share is None else share - all_
    # By how much a share differs that is only known to be more, nobody released.
    hidden = difference is None or is_more
    cells = (
        sentences.heading(feature, source.language),
        answer,
        source.percent_or_more(share, is_more=is_more),
        source.percent(all_),
        source.policy.marker if hidden else points(difference or 0),
    )
    return _Answer(feature, category, cells, abs(difference or 0))


def _that_fit(answers: list[_Answer], room: float, heading: float) -> list[_Answer]:
    """Keep what fits on the page: what is due, then by theme what is furthest off."""
    turn: dict[Theme, int] = {}
    ranked = []
    order = sorted(enumerate(answers), key=lambda each: -each[1].off)
    for place, each in sorted(order, key=lambda one: not one[1].is_due):
        turn[each.feature.theme] = turn.get(each.feature.theme, 0) + 1
        # The first of a theme comes with the heading of that theme.
        more = heading if turn[each.feature.theme] == 1 else 0.0
        rank = (not each.is_due, turn[each.feature.theme], -each.off)
        ranked.append((rank, each.feature.name, each.category, place, more))
    kept = set()
    for *_, place, more in sorted(ranked):
        room -= row_lines(answers[place].cells) + more
        if room < 0:
            break
        kept.add(place)
    return [each for place, each in enumerate(answers) if place in kept]
