"""The words of the page of a cluster."""

from __future__ import annotations

from clusters.schema import Text

PERSONS = Text("personen", "persons")
CLUSTER_OF = Text("Cluster {number} van {all}", "Cluster {number} of {all}")
CLUSTER_SHORT = Text("Cluster {number}", "Cluster {number}")
OF_ALL = Text("van alle onderzochte personen", "of all persons studied")
NO_PORTRAIT = Text("Geen profiel", "No profile")
IN_WORDS = Text("In woorden", "In words")
SURE = Text("Hoe zeker dit cluster is", "How sure this cluster is")
THIS_CLUSTER = Text("dit cluster", "this cluster")
THIS_CLUSTER_SHORT = Text("Cluster", "Cluster")
TRAITS_CAPTION = Text(
    "Waarin dit cluster het meest verschilt (aandeel in %)",
    "Where this cluster differs most (share in %)",
)
MAIN_ANSWERS = Text(
    "Meest voorkomend antwoord per kenmerk, en wat verder opvalt",
    "Most frequent answer by feature, and what else stands out",
)
OTHER_ANSWERS = Text(
    "Meest voorkomend antwoord op andere kenmerken, en wat verder opvalt",
    "Most frequent answer on other features, and what else stands out",
)
ALSO = Text(
    "Ook duidelijk vaker (aandelen in de bijlage): {told}.",
    "Also clearly more often (shares in the annex): {told}.",
)
ALSO_ONE = Text(
    "Ook duidelijk vaker (aandelen in de bijlage): {told}; en nog één antwoord.",
    "Also clearly more often (shares in the annex): {told}; and one answer more.",
)
ALSO_MORE = Text(
    "Ook duidelijk vaker (aandelen in de bijlage): {told}; en nog {rest} antwoorden.",
    "Also clearly more often (shares in the annex): {told}; and {rest} answers more.",
)
UNKNOWN_OF = Text(
    "{answer} (onbekend:\u00a0{unknown})", "{answer} (unknown:\u00a0{unknown})"
)
STANDS_OUT = Text("opvallend: {answer}", "notable: {answer}")
AS_OFTEN = Text(
    "{answer} (ongeveer even vaak: {others})", "{answer} (about as often: {others})"
)
ONLY_LESS_OFTEN = Text(
    "Dit cluster valt op door wat er minder vaak voorkomt, niet door wat er vaker "
    "voorkomt.",
    "What stands out in this cluster is found less often here, not more often.",
)
NO_PORTRAIT_WHY = Text(
    "Een cluster dat vóór het afronden minder dan {least} personen telt, wordt niet "
    "beschreven. Zo kan niemand erin worden herkend.",
    "A cluster of fewer than {least} persons before rounding is not described, so that "
    "nobody in it can be recognised.",
)
SHARE_AGAINST = Text("{here} tegen {all}", "{here} against {all}")
TRAITS_ALT = Text(
    "Stippendiagram: aandeel in cluster {number} tegen het aandeel van alle "
    "onderzochte personen. {traits}.",
    "Dot chart: share in cluster {number} against the share of all persons studied. "
    "{traits}.",
)
MAIN_ANSWERS_NOTE = Text(
    "Aandelen van wie een antwoord heeft. Verschil: procentpunten meer of minder dan "
    "allen. Alle antwoorden staan in de bijlage en in het werkboek.",
    "Shares of those with an answer. Difference: percentage points more or less than "
    "all. All answers are in the annex and in the workbook.",
)
