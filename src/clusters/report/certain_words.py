"""What the report says of how far the clusters can be believed. Dutch and English."""

from __future__ import annotations

from clusters.schema import Text

# On the page of a cluster, beside its size.
FOUND_AGAIN = Text("overlap bij herhaling: {grade}", "overlap on repeat: {grade}")
GRADES = {
    "highly stable": Text("zeer stabiel", "highly stable"),
    "stable": Text("stabiel", "stable"),
    "pattern": Text("patroon", "pattern"),
    "withheld": Text("niet stabiel", "not stable"),
}
PATTERN = Text("Patroon {number}", "Pattern {number}")

SURE = Text(
    "{grade}. De helft van de mensen is {samples} keer opnieuw ingedeeld. Gemiddeld "
    "was de overlap met dit cluster {overlap}.",
    "{grade}. Half of the people were clustered anew, {samples} times. On average the "
    "overlap with this cluster was {overlap}.",
)
NOT_TESTED = Text(
    "Dit cluster is niet op de proef gesteld.", "This cluster was not put to the test."
)
NONE_TESTED = Text(
    "De clusters zijn niet op de proef gesteld.",
    "The clusters were not put to the test.",
)
TESTED = Text(
    "De helft van de mensen is {samples} keer opnieuw ingedeeld. Zo blijkt of dezelfde "
    "clusters terugkomen.",
    "Half of the people were clustered anew, {samples} times. That tells if the same "
    "clusters come back.",
)
# By grade, for one cluster and for more.
OF_GRADE = {
    "highly stable": (
        Text("Een cluster is zeer stabiel.", "One cluster is highly stable."),
        Text(
            "{number} clusters zijn zeer stabiel.",
            "{number} clusters are highly stable.",
        ),
    ),
    "stable": (
        Text("Een cluster is stabiel.", "One cluster is stable."),
        Text("{number} clusters zijn stabiel.", "{number} clusters are stable."),
    ),
    "pattern": (
        Text(
            "Een cluster is een patroon zonder naam.",
            "One cluster is a pattern without a name.",
        ),
        Text(
            "{number} clusters zijn patronen zonder naam.",
            "{number} clusters are patterns without a name.",
        ),
    ),
    "withheld": (
        Text(
            "Een cluster kwam te weinig terug en wordt niet beschreven.",
            "One cluster came back too little and is not described.",
        ),
        Text(
            "{number} clusters kwamen te weinig terug en worden niet beschreven.",
            "{number} clusters came back too little and are not described.",
        ),
    ),
}
ALL_OF_GRADE = {
    "highly stable": Text(
        "Alle {number} clusters zijn zeer stabiel.",
        "All {number} clusters are highly stable.",
    ),
    "stable": Text(
        "Alle {number} clusters zijn stabiel.", "All {number} clusters are stable."
    ),
    "pattern": Text(
        "Alle {number} clusters zijn patronen zonder naam.",
        "All {number} clusters are patterns without a name.",
    ),
    "withheld": Text(
        "Geen van de {number} clusters kwam genoeg terug om te beschrijven.",
        "None of the {number} clusters came back enough to be described.",
    ),
}

WITHHELD = Text(
    "Dit cluster komt bij herhaling te weinig terug om te beschrijven.",
    "This cluster comes back too little when repeated to be described.",
)
WITHHELD_WHY = Text(
    "Toen de helft van de mensen telkens opnieuw werd ingedeeld, kwam dit cluster "
    "daar gemiddeld voor {overlap} mee overeen. Dat is te weinig: een beschrijving zou "
    "een toevallige groep beschrijven. Alleen de grootte wordt getoond.",
    "When half of the people was clustered anew, time after time, this cluster matched "
    "what came out for {overlap} on average. That is too little: a description would "
    "describe an accidental group. Only its size is shown.",
)

# In the chapter on the method.
MORE_THAN_NOISE = Text(
    "Er zijn echt clusters: de kenmerken zijn {shuffles} keer los van elkaar door "
    "elkaar gehusseld, zodat niets meer samenhangt. Geen enkele keer verklaarden "
    "clusters toen zoveel als bij de echte gegevens.",
    "There really are clusters: the features were shuffled apart from each other "
    "{shuffles} times, so that nothing is related any more. Clusters never explained "
    "as much then as they do with the real data.",
)
NO_MORE_THAN_NOISE = Text(
    "Er zijn geen profielen gevonden. De kenmerken zijn {shuffles} keer los van elkaar "
    "door elkaar gehusseld, zodat niets meer samenhangt. De echte gegevens vallen niet "
    "duidelijker in clusters uiteen dan die gehusselde. Daarom wordt geen enkel "
    "cluster getoond of beschreven.",
    "No profiles were found. The features were shuffled apart from each other "
    "{shuffles} times, so that nothing is related any more. The real data fall apart "
    "into clusters no more clearly than the shuffled ones. So no cluster is shown or "
    "described.",
)
REPEATED = Text(
    "Elk cluster is op de proef gesteld: {samples} keer is een willekeurige helft van "
    "de mensen opnieuw ingedeeld. De overlap zegt welk deel van een cluster en zijn "
    "evenbeeld gemiddeld dezelfde mensen zijn. Vanaf {high} heet een cluster zeer "
    "stabiel, vanaf {named} krijgt het een naam, vanaf {pattern} heet het een patroon. "
    "Daaronder, of als de overlap ook toeval kan zijn, wordt het niet beschreven.",
    "Every cluster was put to the test: {samples} times a random half of the people "
    "was clustered anew. The overlap says which part of a cluster and of its match are "
    "the same people on average. From {high} a cluster is called highly stable, from "
    "{named} it gets a name, from {pattern} it is called a pattern. Below that, or if "
    "the overlap may be accidental, it is not described.",
)
AGREEMENT = Text(
    "Een heel andere methode ({method}) geeft een indeling die voor {agreement} "
    "overeenkomt (gecorrigeerd voor toeval; 100 is volledig gelijk).",
    "A quite different method ({method}) gives clusters that agree for {agreement} "
    "(corrected for chance; 100 is all the same).",
)
OTHER_METHODS = {
    "kmeans": Text("k-means", "k-means"),
    "latent_class": Text("latente-klassenanalyse", "latent class analysis"),
}
HANGS_ON = Text(
    "De indeling hangt het meest aan deze kenmerken; tussen haakjes hoeveel ervan "
    "overeind blijft als het kenmerk ontbreekt: {features}.",
    "The clusters hang most on these features; in brackets how much of them remains "
    "when the feature is left out: {features}.",
)
STABILITY_CAPTION = Text(
    "Overlap van elk cluster bij herhaling",
    "Overlap of each cluster when repeated",
)
OVERLAP = Text("Overlap", "Overlap")
GRADE = Text("Oordeel", "Grade")

# How far clusters go together with origin.
PROXY_GRADES = {
    "weak": Text("zwak", "weak"),
    "moderate": Text("matig", "moderate"),
    "strong": Text("sterk", "strong"),
}

# The chapter on what keeps the clusters apart.
APART = Text("Waarin de clusters verschillen", "What sets the clusters apart")
APART_LEAD = Text(
    "De indeling weegt alle kenmerken tegelijk, maar niet elk kenmerk telt even zwaar.",
    "The clusters weigh all features at once, but not each feature weighs the same.",
)
FEW_TELL = Text(
    "Met {number} kenmerken is {fidelity} van de indeling al terug te vinden: "
    "{features}. Hoe, staat hier met opzet niet. Dit rapport gaat over groepen, en "
    "niemand mag er een persoon mee kunnen indelen.",
    "With {number} features {fidelity} of the assignments can be found back: "
    "{features}. How is left out on purpose. This report is about groups, and nobody "
    "must be able to place a person with it.",
)
SHARES_CAPTION = Text(
    "Aandeel van elk kenmerk in wat de clusters uit elkaar houdt (in %)",
    "Share of each feature in what keeps the clusters apart (in %)",
)
SHARES_ALT = Text(
    "Staafdiagram van het aandeel van elk kenmerk in wat de clusters uit elkaar houdt. "
    "{shares}.",
    "Bar chart of the share of each feature in what keeps the clusters apart. "
    "{shares}.",
)
OUTSIDE = Text(
    "Kenmerken die niet zijn gebruikt, verschillen ook tussen de clusters. Samenhang "
    "met de clusters (Cramérs V, van 0 tot 1): {told}.",
    "Features that were not used differ between the clusters too. Association with the "
    "clusters (Cramér's V, from 0 to 1): {told}.",
)
OUTSIDE_WEAK = Text(
    "Geen van de kenmerken die niet zijn gebruikt, verschilt duidelijk tussen de "
    "clusters. Samenhang met de clusters (Cramérs V, van 0 tot 1): {told}.",
    "None of the features that were not used differs clearly between the clusters. "
    "Association with the clusters (Cramér's V, from 0 to 1): {told}.",
)
SAME = Text(
    "De kenmerken ‘{one}’ en ‘{other}’ vertellen binnen de clusters grotendeels "
    "hetzelfde en tellen samen dubbel. De analist kan er één weglaten.",
    "The features ‘{one}’ and ‘{other}’ tell largely the same within clusters and "
    "count twice together. The analyst can leave one out.",
)
