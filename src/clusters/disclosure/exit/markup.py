"""Of HTML and SVG, what acts and is refused, and which attributes are only form."""

from __future__ import annotations

import re

_ACTING = """
iframe object embed applet base link frame frameset audio video source track portal
foreignobject animate set image form
"""
_SHAPING = """
style lang dir role scope colspan rowspan tabindex type charset name hidden open
disabled checked selected multiple size step start reversed autocomplete spellcheck
translate inert popover popovertarget media loading decoding aria-hidden aria-expanded
aria-live aria-pressed aria-selected aria-sort aria-current aria-level aria-haspopup
aria-orientation aria-atomic aria-checked aria-disabled
d x y x1 x2 y1 y2 cx cy r rx ry dx dy width height viewbox transform points fill stroke
stroke-width stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin
stroke-opacity fill-opacity fill-rule opacity offset font-size font-family font-weight
font-style text-anchor dominant-baseline alignment-baseline letter-spacing clip-path
clip-rule clippathunits mask marker-end preserveaspectratio patternunits
patterntransform gradientunits stop-color stop-opacity vector-effect shape-rendering
focusable overflow version rotate textlength lengthadjust refx refy orient markerwidth
markerheight xml:space xml:lang
"""

# Elements that load, act or move.
FORBIDDEN = frozenset(_ACTING.split())
# Attributes that shape and place; the numbers in them are no numbers about people.
FORM = frozenset(_SHAPING.split())
# What a page may say of itself, as patterns.
METADATA = {
    "viewport": r"width=device-width(, (initial|maximum)-scale=[1-5])*",
    "referrer": r"no-referrer",
    "color-scheme": r"[a-z ]{1,20}",
    "theme-color": r"#[0-9a-f]{3,6}",
}
EMPTY = frozenset({"area", "br", "col", "hr", "img", "input", "meta", "wbr"})
# Attributes that name a part, or refer to one by its name.
NAMING = frozenset(
    {"id", "class", "for", "headers", "aria-labelledby", "aria-describedby",
     "aria-controls", "aria-owns"}
)  # fmt: skip
# Elements that do not end the text that they stand in.
INLINE = frozenset(
    {"a", "b", "br", "em", "small", "span", "strong", "svg", "rect", "circle", "line",
     "tspan", "wbr"}
)  # fmt: skip
# What a drawing calls its parts, glyphs by their code.
NAME = re.compile(r"[A-Za-z]+(?:[-_](?:[A-Za-z]+|\d{1,2}))*\d?")
PART = re.compile(
    r"(?:[a-z0-9]+_\d{1,5}|[A-Za-z]+(?:-[A-Za-z]+)*-[0-9a-f]{1,4}|[hmp][0-9a-f]{10})"
)
