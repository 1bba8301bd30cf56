"""What a report says of a sample: that its numbers are estimates, and how sure."""

from __future__ import annotations

from math import ceil, sqrt
from typing import TYPE_CHECKING

from clusters.numbers import count, decimal, known
from clusters.report.blocks import Callout
from clusters.schema import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clusters.findings.sample import Sample
    from clusters.report.source import Source

# Half the width of a 95 % interval around a share of one half, in percentage points,
# times the root of the number of persons.
_HALF_WIDTH = 98

_TITLE = Text("Schattingen uit een steekproef", "Estimates from a sample")
_SHORT = Text(
    "Alle aantallen en aandelen van de onderzochte mensen zijn schattingen. Zij komen "
    "van ongeveer {persons}\u00a0personen in een steekproef, die met een weegfactor "
    "ook voor anderen staan.",
    "All counts and shares of the people studied are estimates. They come from about "
    "{persons}\u00a0persons in a sample, who by a weight stand for others too.",
)
_LONG = Text(
    "Omdat de weegfactoren verschillen, zegt de steekproef evenveel als {effective} "
    "personen die allemaal even zwaar tellen (Kish, Survey Sampling, 1965; "
    "ontwerpeffect {effect}). Een aandeel van allen kan daardoor toevallig tot "
    "{margin}\u00a0procentpunt hoger of lager zijn dan in werkelijkheid (marge van "
    "95\u00a0%, bij de helft het grootst).",
    "As the weights differ, the sample tells as much as {effective} persons who all "
    "count the same (Kish, Survey Sampling, 1965; design effect {effect}). So by "
    "chance a share of everybody can be up to {margin} percentage points above or "
    "below the truth (margin of 95%, widest at one half).",
)
_CLUSTER = Text(
    "In het kleinste cluster dat is beschreven is dat {margin}\u00a0procentpunt.",
    "In the smallest cluster that is described it is {margin} percentage points.",
)
_DESIGN = Text(
    "Hoe de steekproef is getrokken (lagen, adressen) is daarin niet meegerekend. "
    "Verborgen wordt naar personen in de steekproef, hoe zwaar zij ook tellen.",
    "How the sample was drawn (strata, addresses) is not counted in. What is hidden "
    "goes by persons in the sample, however much they count.",
)
UNWEIGHTED = Text(
    "Dit zijn personen in de steekproef, niet gewogen.",
    "These are persons in the sample, not weighted.",
)


def persons_counted(source: Source) -> int | None:
    """Return of how many persons there are data, as released."""
    return known(source.findings.funnel.rows["persons"].iloc[-1])


def in_short(source: Source) -> list[Callout]:
    """Return that the numbers are estimates; nothing where everybody was counted."""
    if source.findings.sample is None:
        return []
    return [Callout(source.say(_TITLE), _who(source))]


def at_length(source: Source) -> list[Callout]:
    """Return the same, with how sure they are."""
    sample = source.findings.sample
    if sample is None:
        return []
    told = [
        _who(source),
        source.say(
            _LONG,
            effective=count(sample.effective, source.language),
            effect=decimal(sample.effect / 10, source.language, 1),
            margin=_margin(sample.effective),
        ),
    ]
    margin = _smallest_margin(source, sample)
    if margin is not None:
        told.append(source.say(_CLUSTER, margin=margin))
    return [Callout(source.say(_TITLE), " ".join([*told, source.say(_DESIGN)]))]


def derived(source: Source) -> Iterator[str]:
    """Yield the numbers that are worked out here."""
    sample = source.findings.sample
    if sample is None:
        return
    yield decimal(sample.effect / 10, source.language, 1)
    for margin in (_margin(sample.effective), _smallest_margin(source, sample)):
        if margin is not None:
            yield str(margin)


def _smallest_margin(source: Source, sample: Sample) -> int | None:
    """Return the margin in the smallest cluster that is described, if one is."""
    shares = [known(source.size_share(each)) for each in source.profiled]
    smallest = min((share for share in shares if share), default=None)
    return None if smallest is None else _margin(sample.effective * smallest / 100)


def _who(source: Source) -> str:
    return source.say(_SHORT, persons=source.count(persons_counted(source)))


def _margin(effective: float) -> int:
    return ceil(_HALF_WIDTH / sqrt(effective))
