"""Maps as shapes for the web page, on which every outline stands once.

A report has a map for each cluster, all of the same areas, and their outlines are far
more than all that is said of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clusters.report.drawing.canvas import PALE, WHITE
from clusters.report.drawing.maps import KINDS, STEPS, look

if TYPE_CHECKING:
    from clusters.report.drawings import AreaMap, Patch

WIDE = 1000  # units across a map; a tenth of one cannot be seen
_MARK_IN_ROOM, _LARGEST_MARK, _LEAST_MARK = 0.95, 30.0, 15.0
_ON_SMALL_MAP = 1.6  # a map in a column is drawn at about half the width

Rings = tuple[tuple[tuple[float, float], ...], ...]


@dataclass(frozen=True)
class Shape:
    """One area of a map: which outline, its shade and mark, and what is told of it."""

    outline: str
    shade: str
    striped: bool
    name: str
    shown: str
    mark: str
    x: float
    y: float
    size: float
    is_dark: bool


@dataclass(frozen=True)
class Key:
    """One line of a legend."""

    shade: str
    striped: bool
    words: str


class Atlas:
    """The outlines of a page, in the order in which maps first needed them."""

    def __init__(self) -> None:
        self._paths: dict[str, str] = {}

    @property
    def outlines(self) -> list[tuple[str, str]]:
        """The name and path of every outline that was used."""
        return [(name, path) for path, name in self._paths.items()]

    def shapes(self, drawing: AreaMap) -> list[Shape]:
        """Return the areas of a map."""
        return [self._shape(drawing, patch) for patch in drawing.patches]

    def keys(self, drawing: AreaMap) -> list[Key]:
        """Return the legend of a map; what is not shown comes last."""
        shades = [*enumerate(drawing.legend), (None, drawing.nothing)]
        return [
            Key(_named(drawing, shade), bool(look(drawing, shade).hatch), words)
            for shade, words in shades
        ]

    def height(self, drawing: AreaMap) -> int:
        """Return how high a map is, in the units of `WIDE`."""
        return round(WIDE * drawing.height)

    def _shape(self, drawing: AreaMap, patch: Patch) -> Shape:
        how = look(drawing, patch.shade)
        path = _path(patch.rings)
        enlarged = _ON_SMALL_MAP if drawing.small else 1.0
        fits = 2 * patch.room * WIDE * _MARK_IN_ROOM / max(len(patch.mark) * 0.6, 1)
        return Shape(
            outline=self._paths.setdefault(path, f"area-{len(self._paths) + 1}"),
            shade=_named(drawing, patch.shade),
            striped=bool(how.hatch),
            name=patch.name,
            shown=patch.shown,
            mark=patch.mark,
            x=round(WIDE * patch.middle[0], 1),
            y=round(WIDE * patch.middle[1], 1),
            size=round(max(min(fits, _LARGEST_MARK), _LEAST_MARK) * enlarged, 1),
            is_dark=how.ink == WHITE,
        )


def shades() -> str:
    """Return the style of every shade that a map may have, by its name."""
    steps = (
        f".step-{number} {{ fill: var(--accent); fill-opacity: {strength}; }}\n"
        for number, strength in enumerate(STEPS)
    )
    kinds = (
        f".kind-{number} {{ fill: {colour}; }}\n" for number, colour in enumerate(KINDS)
    )
    return "".join((*steps, *kinds, f".kind-tied {{ fill: {PALE}; }}\n"))


def _named(drawing: AreaMap, shade: int | None) -> str:
    """Return the name of a shade; a colour itself could tell a number."""
    if shade is None:
        return "unshown"
    if drawing.scale == "steps":
        return f"step-{shade}"
    is_tied = shade == len(drawing.legend) - 1
    return "kind-tied" if is_tied else f"kind-{shade % len(KINDS)}"


def _path(rings: Rings) -> str:
    """Return closed rings as a path.

    Examples
    --------
    >>> _path((((0, 0), (0.5, 0), (0.5, 0.25), (0, 0)),))
    'M0 0L500 0L500 250Z'
    """
    return "".join(
        "M" + "L".join(f"{WIDE * x:.4g} {WIDE * y:.4g}" for x, y in ring[:-1]) + "Z"
        for ring in rings
    )
