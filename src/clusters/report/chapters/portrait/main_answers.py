"""The table at the foot of the page of a cluster: its most frequent answers.

And what stands out so much that the page may not leave it out, if the drawing and the
sentences above it did: a quarter of a cluster with a business of their own is neither
its commonest answer nor what it differs in most, and two thirds of all who have one.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from clusters.report.blocks import Column, Paragraph, Table
from clusters.report.chapters.portrait.answers import most_frequent_answers, with_due
from clusters.report.chapters.portrait.room import more_lines, row_lines
from clusters.report.words import portrait as words
from clusters.report.words import sentences, terms
from clusters.report.words.predicates import lower

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from clusters.labels import Trait
    from clusters.report.chapters.portrait.answers import Answer
    from clusters.report.source import Source
    from clusters.schema import Text, Theme

# From so many rows they stand under the themes; fewer than so few are no table.
_FOR_THEMES, _LEAST = 8, 3
_THEME = 1.3  # lines that the heading of a theme takes
_MOST_NAMED = (12, 6, 3)  # of what does not fit in the rows; fewer if no row would fit


def main_answers(
    source: Source,
    cluster: str,
    room: float,
    drawn: Collection[str],
    due: Sequence[Trait] = (),
    mentioned: Sequence[Trait] = (),
) -> Table | Paragraph | None:
    """Return the table; where hardly a row fits, a sentence that names what is due.

    Parameters
    ----------
    source : the findings.
    cluster : its number.
    room : for rows, in lines.
    drawn : the features that the page tells of already; left out where room is scarce.
    due : what the page may not leave out and has not told yet. What does not fit in
        the rows is named under them.
    mentioned : what the page tells of already.
    """
    answers = most_frequent_answers(source, cluster, [*mentioned, *due])
    answers = with_due(source, answers, due)
    for most in _MOST_NAMED:
        table = _with_note(source, answers, room, drawn, due, most)
        if table is not None:
            return table
    return Paragraph(_named(source, due, _MOST_NAMED[0])) if due else None


def _with_note(  # noqa: PLR0913 - what the rows and the note under them share
    source: Source,
    answers: list[Answer],
    room: float,
    drawn: Collection[str],
    due: Sequence[Trait],
    most: int,
) -> Table | None:
    """Return the table that fits above a note that names what is not in it."""
    left: Sequence[Trait] = ()
    while True:
        named = _named(source, left, most)
        note = f"{source.say(words.MAIN_ANSWERS_NOTE)} {named}".rstrip()
        table, shown = _fitting_table(source, answers, room - more_lines(note), drawn)
        more = [each for each in due if (each.feature, each.category) not in shown]
        if len(more) <= len(left):
            return None if table is None else replace(table, note=note)
        left = more


def _fitting_table(
    source: Source, answers: list[Answer], room: float, drawn: Collection[str]
) -> tuple[Table | None, set[tuple[str, str]]]:
    """Return the table that fits, under themes if it is long, and what is in it."""
    kept = _fitting(answers, room, heading=_THEME)
    if kept and len(kept) >= min(_FOR_THEMES, len(answers)):
        rows = _under_themes(source, kept)
        return _table(source, rows, words.MAIN_ANSWERS), _shown(kept)
    others = [each for each in answers if each.is_due or each.feature.name not in drawn]
    kept = _fitting(others, room, heading=0.0)
    is_due = any(each.is_due for each in kept)
    if len(kept) < _LEAST and not is_due:
        return None, set()
    rows = [each.cells for each in kept]
    return _table(source, rows, words.OTHER_ANSWERS), _shown(kept)


def _shown(kept: Sequence[Answer]) -> set[tuple[str, str]]:
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
    listed = "; ".join(f"{each}: {', '.join(own)}" for each, own in answers.items())
    rest = len(traits) - most
    if rest <= 0:
        return source.say(words.ALSO, told=listed)
    template = words.ALSO_ONE if rest == 1 else words.ALSO_MORE
    return source.say(template, told=listed, rest=rest)


def _under_themes(source: Source, kept: Sequence[Answer]) -> list[tuple[str, ...]]:
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
        Column(say(words.THIS_CLUSTER_SHORT), 1.5, "right"),
        Column(say(terms.ALL_SHORT), 1.1, "right"),
        Column(say(terms.DIFFERENCE), 1.4, "right"),
    )
    return Table(say(caption), columns, tuple(rows), small=True)


def _fitting(answers: list[Answer], room: float, heading: float) -> list[Answer]:
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
