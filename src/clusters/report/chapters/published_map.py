"""The map of the largest clusters beside the one that the city published."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.perspectives.areas import TOO_FEW
from clusters.report.blocks import Block, Column, Heading, Paragraph, Table
from clusters.report.words import areas as said
from clusters.schema import Text

if TYPE_CHECKING:
    from clusters.findings.areas import Places
    from clusters.report.source import Source

_PUBLISHED = Text("Naast de gepubliceerde kaart", "Beside the published map")
_PUBLISHED_LEAD = Text(
    "De gemeente Eindhoven publiceerde in 2020 het grootste cluster per buurt. In "
    "{both} buurten zeggen beide kaarten iets. In {same} daarvan is het hetzelfde "
    "cluster, in {either} is het gepubliceerde cluster een van die welke hier na "
    "afronding even groot zijn, in {other} is het een ander.",
    "The city of Eindhoven published the largest cluster by neighbourhood in 2020. In "
    "{both} neighbourhoods both maps say something. In {same} of those it is the same "
    "cluster, in {either} the published cluster is one of those that are equally large "
    "here once rounded, in {other} it is another.",
)
_NO_AREA = Text("geen enkele", "none")
_PUBLISHED_HOW = Text(
    "Welk gevonden cluster bij welk gepubliceerd cluster hoort, volgt uit grootte en "
    "woonvorm, niet uit de kaart. De stad van deze demo is verzonnen en volgt de "
    "gepubliceerde aantallen.",
    "Which found cluster belongs to which published one follows from size and tenure, "
    "not from the map. The city of this demo is made up and follows the published "
    "numbers.",
)
_PUBLISHED_TABLE = Text("Waar de kaarten verschillen", "Where the maps differ")
_OURS = Text("Hier", "Here")
_THEIRS = Text("Gepubliceerd", "Published")


def beside(source: Source, places: Places) -> list[Block]:
    """Return how the map differs from the published one; nothing without one."""
    if not places.published:
        return []
    both, same, either = places.agreement()
    if not both:  # nothing finer than districts could be released
        return []
    other = both - same - either
    lead = source.say(
        _PUBLISHED_LEAD,
        both=both,
        same=same or source.say(_NO_AREA),
        either=either or source.say(_NO_AREA),
        other=other or source.say(_NO_AREA),
    )
    blocks: list[Block] = [
        Heading(source.say(_PUBLISHED)),
        Paragraph(f"{lead} {source.say(_PUBLISHED_HOW)}"),
    ]
    if other:
        blocks.append(_differing(source, places))
    return blocks


def _differing(source: Source, places: Places) -> Table:
    """Return the areas where the two maps name another cluster."""
    rows = tuple(
        (places.name(area), ours, theirs)
        for area in places.areas
        for ours, theirs in [(places.dominant[area], places.published.get(area))]
        if theirs is not None
        and TOO_FEW not in (ours, theirs)
        and theirs not in ours.split("/")
    )
    columns = (
        Column(source.say(said.AREA_NAME), 6.0),
        Column(source.say(_OURS), 2.0, "right"),
        Column(source.say(_THEIRS), 2.0, "right"),
    )
    return Table(source.say(_PUBLISHED_TABLE), columns, rows, small=True)
