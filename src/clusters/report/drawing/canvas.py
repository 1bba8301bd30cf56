"""A sheet in centimetres to draw a figure on; always the same bytes for one drawing.

Text becomes outlines of the shipped type. Nothing here touches pyplot or changes a
setting of matplotlib for longer than one drawing.
"""

from __future__ import annotations

import warnings
from io import BytesIO
from typing import TYPE_CHECKING, Any, Literal

import matplotlib as mpl
from matplotlib.figure import Figure as Sheet
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch, Polygon, Rectangle
from matplotlib.path import Path as Outline

from clusters.report.drawing.fonts import face, printable
from clusters.settings.colours import ACCENT, PAPER

if TYPE_CHECKING:
    from collections.abc import Sequence

# One accent, and greys that stay apart in black and white. Contrast with white:
# ink 15:1, accent 8.6:1, soft 5.7:1 (text needs 4.5:1, shapes 3:1).
INK = "#1b262c"
SOFT = "#5b6b73"
MIDDLE = "#8b9aa1"
PALE = "#d5dde1"
WHITE = PAPER

_CM_PER_INCH = 2.54
POINTS_PER_CM = 72 / _CM_PER_INCH
_SETTINGS: dict[Any, Any] = {
    "svg.hashsalt": "clusters",
    "svg.fonttype": "path",
    "path.simplify": False,
    "hatch.linewidth": 0.8,
}
_NO_METADATA = {"Date": None, "Creator": None, "Format": None, "Type": None}


class Canvas:
    """A white sheet; the origin is the upper left corner, units are centimetres.

    Its limits are set, so patches are added as any artist: `Axes.add_patch` would
    measure the path of each to widen them.
    """

    def __init__(self, width: float, height: float) -> None:
        self._sheet = Sheet(figsize=(width / _CM_PER_INCH, height / _CM_PER_INCH))
        self._axes = self._sheet.add_axes((0.0, 0.0, 1.0, 1.0))
        self._axes.set(xlim=(0, width), ylim=(height, 0))
        self._axes.set_axis_off()

    def text(  # noqa: PLR0913 - a place, a text and how it looks
        self,
        x: float,
        y: float,
        text: str,
        *,
        size: float = 8.5,
        bold: bool = False,
        color: str = INK,
        align: Literal["left", "center", "right"] = "left",
    ) -> None:
        """Write text, centred on ``y``; dollar signs and the like stay themselves."""
        self._axes.text(
            x,
            y,
            "\n".join(printable(line) for line in text.split("\n")),
            fontproperties=face(bold=bold),
            fontsize=size,
            color=color,
            ha=align,
            va="center",
            linespacing=1.15,
            parse_math=False,
        )

    def box(
        self,
        corner: tuple[float, float],
        size: tuple[float, float],
        fill: str,
        *,
        edge: str | None = None,
    ) -> None:
        """Fill a rectangle, with an outline where ``edge`` is given."""
        outline = {"edgecolor": edge, "linewidth": 0.7} if edge else {"linewidth": 0}
        self._axes.add_artist(Rectangle(corner, *size, facecolor=fill, **outline))

    def area(self, corners: Sequence[tuple[float, float]], fill: str) -> None:
        """Fill an area between straight lines."""
        self._axes.add_artist(Polygon(corners, facecolor=fill, linewidth=0))

    def shape(
        self,
        rings: Sequence[Sequence[tuple[float, float]]],
        fill: str,
        *,
        edge: str,
        hatch: str = "",
        strength: float = 1.0,
    ) -> None:
        """Fill closed rings, of which one within another is a hole.

        ``strength`` is how much of the colour there is, on white.
        """
        points = [point for ring in rings for point in ring]
        codes = [
            Outline.MOVETO if place == 0 else Outline.LINETO
            for ring in rings
            for place in range(len(ring))
        ]
        shape = Outline(points, codes)
        border = {"linewidth": 0.5, "joinstyle": "round"}
        if hatch:  # in a paler colour than the border, which a hatch would share
            self._axes.add_artist(
                PathPatch(shape, fc=fill, ec=PALE, hatch=hatch, linewidth=0)
            )
            fill, strength = "none", 0.0
        self._axes.add_artist(PathPatch(shape, fc=(fill, strength), ec=edge, **border))

    def line(
        self,
        xs: Sequence[float],
        ys: Sequence[float],
        *,
        color: str = INK,
        width: float = 0.6,
    ) -> None:
        """Draw a line through points."""
        self._axes.add_line(
            Line2D(xs, ys, color=color, linewidth=width, solid_capstyle="butt")
        )

    def dot(self, x: float, y: float, *, filled: bool, size: float = 7) -> None:
        """Draw a dot: filled in the accent colour, or open."""
        self._axes.add_line(
            Line2D(
                [x],
                [y],
                marker="o",
                markersize=size,
                markerfacecolor=ACCENT if filled else WHITE,
                markeredgecolor=ACCENT if filled else SOFT,
                markeredgewidth=1.2,
            )
        )

    def svg(self) -> bytes:
        """Return the drawing as SVG."""
        written = BytesIO()
        with mpl.rc_context(_SETTINGS), warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about fonts; `printable` saw to glyphs
            self._sheet.savefig(written, format="svg", metadata=_NO_METADATA)
        return written.getvalue()
