"""How found numbers are held against published ones."""

from __future__ import annotations

from clusters.schema import Text

FOUND = Text("gevonden", "found")
PUBLISHED = Text("gepubliceerd", "published")
FOUND_COLUMN = Text("Gevonden", "Found")
PUBLISHED_COLUMN = Text("Gepubliceerd", "Published")
DIFFERENCE_COLUMN = Text("Verschil", "Difference")
MORE = Text("{number} meer", "{number} more")
LESS = Text("{number} minder", "{number} fewer")
EQUAL = Text("gelijk", "equal")
NOT_TOLD = Text("niet te zeggen", "cannot be told")
SOURCE = Text("Gepubliceerd: {source}.", "Published: {source}.")
