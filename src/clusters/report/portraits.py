"""One page per cluster: its size, what sets it apart, and its main answers.

A portrait is told in shares of a group. It never describes a person, not even one that
does not exist.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.profiles.counts import EVERYBODY
from clusters.report import certainty, changed, prose, terms, words
from clusters.report.blocks import (
    Beside,
    Block,
    Callout,
    Column,
    Facts,
    Figure,
    Heading,
    Pair,
    Pairs,
    Paragraph,
    Section,
    Table,
)
from clusters.report.change_words import SINCE
from clusters.report.figures import size_of
from clusters.report.numbers import known, points
from clusters.report.page_room import (
    drawn_height,
    room_for_rows,
    row_lines,
    text_height,
)
from clusters.report.summary import strip
from clusters.schema import NOT_APPLICABLE, UNKNOWN

if TYPE_CHECKING:
    from clusters.labels import Trait
    from clusters.report.source import Source
    from clusters.schema import FeatureMeaning, Theme

# The four strongest traits, and below them what is found least compared with all.
_TRAITS_DRAWN = 5
_LESS_OFTEN_DRAWN = 1
_SENTENCES = 4

# A feature, the cells of its row, and how far it is from everybody.
_Answer = tuple["FeatureMeaning", tuple[str, ...], int]


def portrait(source: Source, cluster: str, where: Figure | None = None) -> Section:
    """Return the page of one cluster.

    Parameters
    ----------
    source : the findings.
    cluster : its number.
    where : a map of where its people live, to stand beside the portrait in words.
    """
    say, name = source.say, source.name(cluster)
    place = source.clusters.index(cluster) + 1
    short = say(terms.CLUSTER_SHORT, number=cluster)
    blocks: list[Block] = [strip(source, cluster), Facts(_facts(source, cluster))]
    if cluster in source.profiled:
        blocks += _profile(source, cluster, where)
    elif source.evidence.withholds(cluster):
        blocks.append(certainty.withheld(source, cluster))
    else:
        least = source.count(source.policy.minimum_cluster)
        blocks.append(
            Callout(say(terms.NO_PORTRAIT), say(prose.NO_PORTRAIT_WHY, least=least))
        )
    return Section(
        f"cluster-{cluster}",
        name,
        tuple(blocks),
        kicker=say(terms.CLUSTER_OF, number=place, all=len(source.clusters)),
        short="" if name == short else short,
    )


def _facts(source: Source, cluster: str) -> tuple[tuple[str, str], ...]:
    return (
        (source.count(source.size(cluster)), source.say(terms.PERSONS)),
        (source.size_percent(cluster), source.say(terms.OF_ALL)),
        *certainty.fact(source, cluster),
    )


def _profile(source: Source, cluster: str, where: Figure | None) -> list[Block]:
    traits = _drawn(source, cluster)
    told = (
        _in_words(source, cluster) if traits else [source.say(prose.NOTHING_STANDS_OUT)]
    )
    in_words = _titled(source.say(terms.IN_WORDS), " ".join(told))
    more = [
        *_titled(source.say(terms.SURE), certainty.of_cluster(source, cluster)),
        *_titled(source.say(SINCE), changed.of_cluster(source, cluster)),
    ]
    heights = [text_height(in_words), text_height(more)]
    beside = Beside(tuple(in_words), tuple(more))
    if where:
        beside = Beside((*in_words, *more), (where,))
        heights = [sum(heights), drawn_height(size_of(where.drawing), in_column=True)]
    figure = _figure(source, cluster, traits) if traits else None
    drawn = drawn_height(size_of(figure.drawing)) if figure else 0.0
    room = room_for_rows(source.name(cluster), drawn, heights)
    answers = _main_answers(source, cluster, room)
    blocks = [figure, beside, answers if answers.rows else None]
    return [each for each in blocks if each]


def _titled(title: str, text: str) -> list[Heading | Paragraph]:
    return [Heading(title), Paragraph(text)]


def _drawn(source: Source, cluster: str) -> list[Trait]:
    """Choose what to draw: what the name says, what else is frequent, what is rare."""
    traits, named = source.traits(cluster), source.named_by(cluster)
    more = [each for each in traits if each.difference > 0]
    less = [each for each in traits if each.difference < 0]
    few = less[: max(_LESS_OFTEN_DRAWN, _TRAITS_DRAWN - len(more))]
    first = sorted(more, key=lambda trait: trait not in named)
    chosen = [*first[: _TRAITS_DRAWN - len(few)], *few]
    return sorted(chosen, key=lambda trait: (trait.difference < 0, -abs(trait.effect)))


def _figure(source: Source, cluster: str, traits: list[Trait]) -> Figure:
    pairs = tuple(_pair(source, trait) for trait in traits)
    told = "; ".join(
        f"{pair.feature}, {pair.category}: {words.against(trait, source.language)}"
        for pair, trait in zip(pairs, traits, strict=True)
    )
    return Figure(
        Pairs(pairs, source.say(terms.THIS_CLUSTER), source.name(EVERYBODY)),
        source.say(terms.TRAITS_CAPTION),
        source.say(prose.TRAITS_ALT, number=cluster, traits=told),
    )


def _pair(source: Source, trait: Trait) -> Pair:
    meaning = source.meanings[trait.feature]
    return Pair(
        words.heading(meaning, source.language),
        words.answer(meaning, trait.category, source.language),
        trait.share,
        trait.reference_share,
        source.say(
            prose.SHARE_AGAINST,
            here=words.own_share(trait, source.language),
            all=source.percent(trait.reference_share),
        ),
    )


def _in_words(source: Source, cluster: str) -> list[str]:
    """Tell what the name says, then the strongest trait of each theme not yet told."""
    more = source.more_often(cluster)
    named = [each for each in source.named_by(cluster) if each in more]
    by_theme: dict[Theme, Trait] = {}
    for trait in (*named, *more):
        by_theme.setdefault(source.meanings[trait.feature].theme, trait)
    chosen = list(dict.fromkeys([*named, *by_theme.values(), *more]))[:_SENTENCES]
    if not chosen:
        return [source.say(prose.ONLY_LESS_OFTEN)]
    return [
        words.trait_sentence(each, source.meanings[each.feature], source.language)
        for each in chosen
    ]


def _main_answers(source: Source, cluster: str, room: float) -> Table:
    rows: list[tuple[str, ...]] = []
    theme: Theme | None = None
    for feature, row in _that_fit(_answers(source, cluster), room):
        if feature.theme is not theme:
            theme = feature.theme
            rows.append((source.say(terms.THEMES[theme]),))
        rows.append(row)
    say = source.say
    columns = (
        Column(say(terms.FEATURE), 4.3),
        Column(say(terms.MOST_FOUND), 4.7),
        Column(say(terms.THIS_CLUSTER_SHORT), 1.5, "right"),
        Column(say(terms.ALL_SHORT), 1.1, "right"),
        Column(say(terms.DIFFERENCE), 1.4, "right"),
    )
    note = say(prose.MAIN_ANSWERS_NOTE)
    caption = say(terms.MAIN_ANSWERS)
    return Table(caption, columns, tuple(rows), note=note, small=True)


def _answers(source: Source, cluster: str) -> list[_Answer]:
    """Return per feature the largest category that is shown, and how far it is off."""
    rows = source.findings.profiles.where(cluster=cluster)
    rows = rows.assign(told=rows["share"].fillna(rows["above"]))
    answers: list[_Answer] = []
    for feature in source.features:
        own = rows[(rows["feature"] == feature.name) & rows["told"].notna()]
        if own.empty:
            continue
        largest = own.loc[own["told"].astype("float64").idxmax()]
        if largest["category"] in {NOT_APPLICABLE, UNKNOWN}:
            continue  # most have no answer, so there is none to call the commonest
        share, all_ = known(largest["told"]), known(largest["reference_share"])
        difference = None if all_ is None or share is None else share - all_
        more = "> " if largest["hidden"] else ""
        cells = (
            words.heading(feature, source.language),
            words.answer(feature, str(largest["category"]), source.language),
            more + source.percent(share),
            source.percent(all_),
            source.policy.marker if difference is None else more + points(difference),
        )
        answers.append((feature, cells, abs(difference or 0)))
    return answers


def _that_fit(
    answers: list[_Answer], room: float
) -> list[tuple[FeatureMeaning, tuple[str, ...]]]:
    """Keep what fits on the page: of each theme in turn what is furthest off."""
    turn: dict[Theme, int] = {}
    ranked = []
    for feature, cells, off in sorted(answers, key=lambda each: -each[2]):
        turn[feature.theme] = turn.get(feature.theme, 0) + 1
        # The first of a theme comes with the heading of that theme.
        heading = 1 if turn[feature.theme] == 1 else 0
        ranked.append((turn[feature.theme], -off, feature.name, cells, heading))
    kept = set()
    for *_, name, cells, heading in sorted(ranked):
        room -= row_lines(cells) + heading
        if room < 0:
            break
        kept.add(name)
    return [(feature, cells) for feature, cells, _ in answers if feature.name in kept]
