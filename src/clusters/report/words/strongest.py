"""What is said of the strongest traits of a cluster in one line."""

from __future__ import annotations

from clusters.schema import Text

VERSUS = Text("{here}\u00a0tegen\u00a0{all}", "{here}\u00a0against\u00a0{all}")
VERSUS_UNKNOWN = Text(
    "{here}\u00a0tegen\u00a0{all}; onbekend {unknown}\u00a0tegen\u00a0{unknown_all}",
    "{here}\u00a0against\u00a0{all}; unknown {unknown}\u00a0against\u00a0{unknown_all}",
)
TOO_SMALL = Text("Te klein om te beschrijven.", "Too small to describe.")
NOTHING_STANDS_OUT = Text(
    "Op geen enkel kenmerk wijkt dit cluster duidelijk af van alle onderzochte "
    "personen samen.",
    "On no feature does this cluster differ clearly from all persons studied.",
)
WITHHELD = Text(
    "Dit cluster komt bij herhaling te weinig terug om te beschrijven.",
    "This cluster comes back too little when repeated to be described.",
)
