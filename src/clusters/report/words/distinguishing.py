"""The words of the chapter on what sets the clusters apart."""

from __future__ import annotations

from clusters.schema import Text

# The chapter on what keeps the clusters apart.
TITLE = Text("Waarin de clusters verschillen", "What sets the clusters apart")
LEAD = Text(
    "De indeling weegt alle kenmerken tegelijk, maar niet elk kenmerk telt even zwaar.",
    "The clusters weigh all features at once, but not each feature weighs the same.",
)
FEW_TELL = Text(
    "Met {number} kenmerken is {fidelity} van de indeling al terug te vinden. Hoe, "
    "staat hier met opzet niet. Dit rapport gaat over groepen, en niemand mag er een "
    "persoon mee kunnen indelen.",
    "With {number} features {fidelity} of the assignments can be found back. How is "
    "left out on purpose. This report is about groups, and nobody must be able to "
    "place a person with it.",
)
CAPTION = Text(
    "Hoeveel elk kenmerk, als alleen dat bekend is, over het cluster zegt (in %)",
    "How much each feature, if only that is known, tells of the cluster (in %)",
)
ALT = Text(
    "Staafdiagram van wat elk kenmerk over het cluster zegt. {shares}.",
    "Bar chart of what each feature tells of the cluster. {shares}.",
)
NOTE = Text(
    "0 is niets, 100 is alles (onzekerheidscoëfficiënt van Theil). Kenmerken zeggen "
    "deels hetzelfde, dus de getallen tellen niet op tot 100. Een onbekend antwoord "
    "zegt niets. Een verschil tot {level} is geen verschil.",
    "0 is nothing, 100 is all (Theil's uncertainty coefficient). Features partly tell "
    "the same, so the numbers do not add up to 100. An unknown answer tells nothing. A "
    "difference of up to {level} is none.",
)
TWINS = Text(
    "{features} hangen binnen de clusters sterk samen en zeggen dus deels hetzelfde. "
    "Zij staan op één regel, met het getal van het eerste.",
    "{features} go together strongly within the clusters, and so partly tell the same. "
    "They stand on one line, with the number of the first.",
)
CHAIN = Text(
    "{features} hangen binnen de clusters aan elkaar: elk hangt sterk samen met een "
    "ander uit dit rijtje. Zij staan op één regel, met het getal van het eerste.",
    "{features} are linked within the clusters: each goes together strongly with "
    "another of them. They stand on one line, with the number of the first.",
)
WITH_TWINS = Text("{feature} (samen met {twins})", "{feature} (along with {twins})")
TWIN = Text("‘{twin}’", "‘{twin}’")
BOTH_LEVEL = Text("{features} (beide even sterk)", "{features} (both equally so)")
ALL_LEVEL = Text("{features} (alle even sterk)", "{features} (all equally so)")
DIFFER_MOST = Text(
    "De clusters verschillen het meest in {first}.",
    "The clusters differ most in {first}.",
)
DIFFER_THEN = Text(
    "De clusters verschillen het meest in {first}, daarna in {then}.",
    "The clusters differ most in {first}, next in {then}.",
)
THEN = Text(", daarna in ", ", next in ")
