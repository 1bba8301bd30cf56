"""The words of the annex on what describes the clusters."""

from __future__ import annotations

from clusters.schema import Text

TITLE = Text("Bijlage: verder beschreven", "Annex: further described")
LEAD = Text(
    "Deze kenmerken zijn niet gebruikt om mensen in te delen. Zij beschrijven de "
    "clusters achteraf. Aandelen zijn van wie een antwoord heeft.",
    "These features were not used to cluster people. They describe the clusters "
    "afterwards. Shares are of those with an answer.",
)
