"""What changed since the last edition, in sentences made from released numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.editions.fates import ALIKE
from clusters.findings.growth import grew_most
from clusters.numbers import known
from clusters.report.shown import Origin
from clusters.report.words import previous_edition as words
from clusters.report.words import sentences

if TYPE_CHECKING:
    from collections.abc import Iterable

    from clusters.findings.previous_edition import Change, Former, LastEdition
    from clusters.report.source import Source
    from clusters.schema import Text

_LIKENESS = round(100 * ALIKE)  # from which two clusters are called the same


def of_cluster(source: Source, cluster: str) -> str:
    """Return where a cluster comes from, in a sentence or two."""
    last = source.findings.last
    if last is None:
        return source.say(words.NO_LAST)
    change = last.changes.get(cluster)
    if change is None:
        return source.say(words.NO_PROFILE)
    day = source.date(last.reference_date)
    if change.became == "survived":
        return _survived(source, cluster, change.former[0], day)
    if change.became == "new":
        return source.say(words.NEW, day=day)
    return _came_from(source, change)


def in_short(source: Source) -> str:
    """Return what became of all clusters, for the summary."""
    last = source.findings.last
    if last is None:
        return source.say(words.NO_LAST)
    parts = [_kept(source, last), _grew(source)]
    for became, template in (
        ("new", words.ARE_NEW),
        ("split", words.ARE_SPLIT),
        ("merged", words.ARE_MERGED),
    ):
        of_now = [
            source.name(cluster)
            for cluster, change in last.changes.items()
            if change.became == became
        ]
        parts.append(_listed(source, template, of_now))
    parts.append(_listed(source, words.VANISHED, [each.name for each in last.vanished]))
    return " ".join(each for each in parts if each)


def how_matched(source: Source) -> str:
    """Return how clusters of then and now were matched; nothing without a last one."""
    last = source.findings.last
    if last is None:
        return ""
    template = words.MATCHED_BY_PERSONS if last.by_persons else words.MATCHED_BY_LOOKS
    return source.say(template, likeness=_LIKENESS)


def _survived(source: Source, cluster: str, former: Former, day: str) -> str:
    now = _size(source, known(source.size(cluster)), known(source.size_share(cluster)))
    parts = [
        source.say(
            words.SIZE_THEN,
            day=day,
            then=_size(source, former.persons, former.share),
            now=now,
        )
    ]
    if former.name != source.name(cluster):
        parts.append(source.say(words.CALLED, name=former.name))
    if former.stayed is not None:
        stayed = source.at_least(former.stayed, former.stayed_above, Origin.DERIVED)
        parts.append(source.say(words.STAYED, stayed=stayed))
    return " ".join(parts)


def _came_from(source: Source, change: Change) -> str:
    template = words.SPLIT
    if change.became == "merged":
        template = words.MERGED if len(change.former) > 1 else words.MERGED_ONE
    clusters = [
        source.say(
            words.FORMER, name=each.name, size=_size(source, each.persons, each.share)
        )
        for each in change.former
    ]
    return source.say(template, former=sentences.listed(clusters, source.language))


def _size(source: Source, persons: int | None, share: int | None) -> str:
    if persons is None:
        return source.policy.marker
    counted = source.people(persons, Origin.PUBLISHED)
    return (
        counted
        if share is None
        else f"{counted} ({source.percent(share, Origin.PUBLISHED)})"
    )


def _kept(source: Source, last: LastEdition) -> str:
    kept = sum(each.became == "survived" for each in last.changes.values())
    template = {0: words.KEPT_NONE, 1: words.KEPT_ONE}.get(kept, words.KEPT)
    if 1 < kept == len(last.changes):
        template = words.KEPT_ALL
    day = source.date(last.reference_date)
    return source.say(template, kept=kept, all=len(last.changes), day=day)


def _grew(source: Source) -> str:
    """Name the cluster whose share of everybody grew most, if one grew."""
    growth = grew_most(source.findings)
    if growth is None:
        return ""
    return source.say(
        words.GREW,
        name=source.name(growth.cluster),
        then=source.percent(growth.then, Origin.PUBLISHED),
        now=source.percent(growth.now),
    )


def _listed(source: Source, template: Text, names: Iterable[str]) -> str:
    quoted = ", ".join(f"‘{name}’" for name in names)
    return source.say(template, names=quoted) if quoted else ""
