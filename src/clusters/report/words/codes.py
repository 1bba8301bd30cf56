"""What the codes of the perspectives are called."""

from __future__ import annotations

from clusters.schema import Text

TYPE = Text("Type", "Type")
ORIGIN = Text("Herkomst", "Origin")
UNKNOWN = Text("onbekend", "unknown")
REASON = Text("Reden", "Reason")
EARLIER = Text("daarvoor", "before that")
BORN_HERE = Text("hier geboren", "born here")
MOVED = {
    "in": Text("De stad in", "Into the city"),
    "out": Text("De stad uit", "Out of the city"),
}
OUTCOMES = {
    "left": Text("vertrokken", "left"),
    "here": Text("woont er nog", "still here"),
}
ALL = Text("alle", "all")
