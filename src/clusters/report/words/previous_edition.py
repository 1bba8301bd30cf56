"""What is said of the previous edition."""

from __future__ import annotations

from clusters.schema import Text

SINCE = Text("Sinds de vorige editie", "Since the last edition")
NO_LAST = Text(
    "Er is geen vorige editie om mee te vergelijken.",
    "There is no earlier edition to compare with.",
)
# On the page of a cluster.
SIZE_THEN = Text(
    "Op {day} telde dit cluster {then}; nu {now}.",
    "On {day} this cluster had {then}; now {now}.",
)
CALLED = Text("Het heette toen ‘{name}’.", "It was called ‘{name}’ then.")
STAYED = Text(
    "Van de mensen die er toen in zaten en nog steeds zijn onderzocht, zit {stayed} "
    "er ook nu in.",
    "Of the people who were in it then and are still studied, {stayed} are in it now.",
)
SPLIT = Text(
    "Dit cluster is een deel van een cluster dat is gesplitst: {former}.",
    "This cluster is a part of a cluster that was split: {former}.",
)
MERGED_ONE = Text(
    "In dit cluster is een kleiner cluster opgegaan: {former}.",
    "A smaller cluster merged into this one: {former}.",
)
MERGED = Text(
    "Dit cluster is ontstaan uit {former}.",
    "This cluster was made from {former}.",
)
NEW = Text(
    "Dit cluster is nieuw. Op {day} was er geen cluster dat er genoeg op leek.",
    "This cluster is new. On {day} no cluster was enough like it.",
)
NO_PROFILE = Text(
    "Van dit cluster is geen profiel, dus ook geen vergelijking.",
    "This cluster has no profile, so there is no comparison.",
)
FORMER = Text("‘{name}’ ({size})", "‘{name}’ ({size})")
# In the summary.
KEPT = Text(
    "{kept} van de {all} clusters waren er op {day} ook al.",
    "{kept} of the {all} clusters were there on {day} too.",
)
KEPT_ALL = Text(
    "Alle {all} clusters waren er op {day} ook al.",
    "All {all} clusters were there on {day} too.",
)
KEPT_ONE = Text(
    "Een van de {all} clusters was er op {day} ook al.",
    "One of the {all} clusters was there on {day} too.",
)
KEPT_NONE = Text(
    "Geen van de {all} clusters was er op {day} ook al.",
    "None of the {all} clusters was there on {day}.",
)
ARE_NEW = Text("Nieuw: {names}.", "New: {names}.")
ARE_SPLIT = Text("Door splitsing ontstaan: {names}.", "Made by a split: {names}.")
ARE_MERGED = Text("Door samengaan ontstaan: {names}.", "Made by a merger: {names}.")
VANISHED = Text("Niet teruggevonden: {names}.", "Not found again: {names}.")
GREW = Text(
    "Het sterkst groeide ‘{name}’: van {then} naar {now} van allen.",
    "‘{name}’ grew most: from {then} to {now} of all.",
)
# In the chapter on the method.
MATCHED_BY_PERSONS = Text(
    "Een cluster heet gebleven als ten minste de helft van de mensen erin bij elkaar "
    "bleef en de helft van het nieuwe cluster vormt. Daarbij tellen alleen mensen die "
    "in beide edities zijn onderzocht.",
    "A cluster counts as kept if at least half of its people stayed together and make "
    "up half of the new cluster. Only people studied in both editions count.",
)
MATCHED_BY_LOOKS = Text(
    "Clusters van toen en nu zijn aan elkaar gekoppeld op hoe hun profielen eruitzien. "
    "Bij een gelijkenis onder {likeness} van de 100 heet een cluster nieuw. Dat een "
    "cluster is gesplitst of samengegaan, is zo niet te zien.",
    "Clusters of then and now were matched by what their profiles look like. Below a "
    "likeness of {likeness} in 100 a cluster counts as new. A split or a merger cannot "
    "be seen this way.",
)
