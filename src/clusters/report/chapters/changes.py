"""What changed since the last edition, in sentences made from released numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.numbers import known, long_date
from clusters.report.words import changes as said
from clusters.report.words import sentences

if TYPE_CHECKING:
    from collections.abc import Iterable

    from clusters.findings.previous_edition import Change, Former, LastEdition
    from clusters.report.source import Source
    from clusters.schema import Text

# The likeness from which `editions` calls two clusters the same, in percents.
_ALIKE = 85


def of_cluster(source: Source, cluster: str) -> str:
    """Return where a cluster comes from, in a sentence or two."""
    last = source.findings.last
    if last is None:
        return source.say(said.NO_LAST)
    change = last.changes.get(cluster)
    if change is None:
        return source.say(said.NO_PROFILE)
    day = long_date(last.reference_date, source.language)
    if change.became == "survived":
        return _survived(source, cluster, change.former[0], day)
    if change.became == "new":
        return source.say(said.NEW, day=day)
    return _came_from(source, change)


def in_short(source: Source) -> str:
    """Return what became of all clusters, for the summary."""
    last = source.findings.last
    if last is None:
        return source.say(said.NO_LAST)
    told = [_kept(source, last), _grew(source, last)]
    for became, template in (
        ("new", said.ARE_NEW),
        ("split", said.ARE_SPLIT),
        ("merged", said.ARE_MERGED),
    ):
        of_now = [
            source.name(cluster)
            for cluster, change in last.changes.items()
            if change.became == became
        ]
        told.append(_listed(source, template, of_now))
    told.append(_listed(source, said.VANISHED, [each.name for each in last.vanished]))
    return " ".join(each for each in told if each)


def how_matched(source: Source) -> str:
    """Return how clusters of then and now were matched; nothing without a last one."""
    last = source.findings.last
    if last is None:
        return ""
    template = said.MATCHED_BY_PERSONS if last.by_persons else said.MATCHED_BY_LOOKS
    return source.say(template, alike=_ALIKE)


def _survived(source: Source, cluster: str, former: Former, day: str) -> str:
    now = _size(source, known(source.size(cluster)), known(source.size_share(cluster)))
    told = [
        source.say(
            said.SIZE_THEN,
            day=day,
            then=_size(source, former.persons, former.share),
            now=now,
        )
    ]
    if former.name != source.name(cluster):
        told.append(source.say(said.CALLED, name=former.name))
    if former.stayed is not None:
        stayed = sentences.at_least(former.stayed, former.stayed_above, source.language)
        told.append(source.say(said.STAYED, stayed=stayed))
    return " ".join(told)


def _came_from(source: Source, change: Change) -> str:
    template = said.SPLIT
    if change.became == "merged":
        template = said.MERGED if len(change.former) > 1 else said.MERGED_ONE
    told = [
        source.say(
            said.FORMER, name=each.name, size=_size(source, each.persons, each.share)
        )
        for each in change.former
    ]
    return source.say(template, former=sentences.listed(told, source.language))


def _size(source: Source, persons: int | None, share: int | None) -> str:
    if persons is None:
        return source.policy.marker
    counted = sentences.people(persons, source.language)
    return counted if share is None else f"{counted} ({source.percent(share)})"


def _kept(source: Source, last: LastEdition) -> str:
    kept = sum(each.became == "survived" for each in last.changes.values())
    template = {0: said.KEPT_NONE, 1: said.KEPT_ONE}.get(kept, said.KEPT)
    if 1 < kept == len(last.changes):
        template = said.KEPT_ALL
    day = long_date(last.reference_date, source.language)
    return source.say(template, kept=kept, all=len(last.changes), day=day)


def _grew(source: Source, last: LastEdition) -> str:
    """Name the cluster whose share of everybody grew most, if one grew."""
    grown = {
        cluster: (now - then, then, now)
        for cluster, change in last.changes.items()
        if change.became == "survived"
        and (now := known(source.size_share(cluster))) is not None
        and (then := change.former[0].share) is not None
    }
    if not grown:
        return ""
    most = max(grown, key=lambda cluster: grown[cluster][0])
    more, then, now = grown[most]
    if more <= 0:
        return ""
    return source.say(
        said.GREW,
        name=source.name(most),
        then=source.percent(then),
        now=source.percent(now),
    )


def _listed(source: Source, template: Text, names: Iterable[str]) -> str:
    told = ", ".join(f"‘{name}’" for name in names)
    return source.say(template, names=told) if told else ""
