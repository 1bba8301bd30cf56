"""What is said of a sample: that its numbers are estimates."""

from __future__ import annotations

from clusters.schema import Text

TITLE = Text("Schattingen uit een steekproef", "Estimates from a sample")
SHORT = Text(
    "Alle aantallen en aandelen van de onderzochte mensen zijn schattingen. Zij komen "
    "van ongeveer {persons}\u00a0personen in een steekproef, die met een weegfactor "
    "ook voor anderen staan.",
    "All counts and shares of the people studied are estimates. They come from about "
    "{persons}\u00a0persons in a sample, who by a weight stand for others too.",
)
LONG = Text(
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
SMALLEST_CLUSTER = Text(
    "In het kleinste cluster dat is beschreven is dat {margin}\u00a0procentpunt.",
    "In the smallest cluster that is described it is {margin} percentage points.",
)
DESIGN = Text(
    "Hoe de steekproef is getrokken (lagen, adressen) is daarin niet meegerekend. "
    "Verborgen wordt naar personen in de steekproef, hoe zwaar zij ook tellen.",
    "How the sample was drawn (strata, addresses) is not counted in. What is hidden "
    "goes by persons in the sample, however much they count.",
)
UNWEIGHTED = Text(
    "Dit zijn personen in de steekproef, niet gewogen.",
    "These are persons in the sample, not weighted.",
)
