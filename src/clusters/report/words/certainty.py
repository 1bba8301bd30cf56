"""What the report says of how far the clusters can be believed. Dutch and English."""

from __future__ import annotations

from clusters.schema import Text

# On the page of a cluster, beside its size.
FOUND_AGAIN = Text("overlap bij herhaling", "overlap on repeat")
GRADES = {
    "highly stable": Text("zeer stabiel", "highly stable"),
    "stable": Text("stabiel", "stable"),
    "pattern": Text("patroon", "pattern"),
    "withheld": Text("niet stabiel", "not stable"),
}
CAME_BACK = {
    "highly stable": Text(
        "Bij herhaling met de helft van de mensen komt dit cluster bijna geheel terug "
        "({overlap}).",
        "On repeat with half of the people this cluster comes back almost whole "
        "({overlap}).",
    ),
    "stable": Text(
        "Bij herhaling met de helft van de mensen komt dit cluster grotendeels terug "
        "({overlap}).",
        "On repeat with half of the people most of this cluster comes back "
        "({overlap}).",
    ),
    "pattern": Text(
        "Bij herhaling met de helft van de mensen komt dit cluster maar voor een deel "
        "terug ({overlap}). Daarom heeft het geen naam.",
        "On repeat with half of the people only part of this cluster comes back "
        "({overlap}). So it has no name.",
    ),
    "withheld": Text(
        "Bij herhaling met de helft van de mensen komt dit cluster te weinig terug "
        "({overlap}).",
        "On repeat with half of the people too little of this cluster comes back "
        "({overlap}).",
    ),
}

BLURRED = Text(
    "Bij herhaling met de helft van de mensen komt dit cluster terug ({overlap}), maar "
    "het gaat vaag over in andere: veel mensen passen bijna even goed in een ander "
    "cluster. Daarom heeft het geen naam.",
    "On repeat with half of the people this cluster comes back ({overlap}), but it "
    "fades into others: many people fit another cluster nearly as well. So it has no "
    "name.",
)

# The verdict, the same wherever it stands.
NONE_TESTED = Text(
    "Hoe zeker deze indeling is, is niet onderzocht.",
    "How sure these clusters are was not looked into.",
)
QUITE_SURE = Text(
    "Deze indeling is zeker: alle toetsen wijzen dezelfde kant op.",
    "These clusters are sure: all tests point the same way.",
)
FAIRLY_SURE = Text(
    "Deze indeling is redelijk zeker, maar niet de enige die past.",
    "These clusters are fairly sure, but not the only ones that fit.",
)
UNSURE = Text(
    "Deze indeling is onzeker: andere keuzes geven al snel andere clusters.",
    "These clusters are unsure: other choices soon give other clusters.",
)
IN_FAVOUR = Text("Ervoor pleit: {told}.", "In favour: {told}.")
AGAINST = Text("Ertegen pleit: {told}.", "Against: {told}.")
NUMBER_GIVEN = Text(
    "het aantal van {number} is vooraf gekozen en niet gevonden",
    "the number of {number} was chosen beforehand and not found",
)
NUMBER_BY_MEASURE = Text(
    "het aantal van {number} volgt uit één maat en is niet getoetst",
    "the number of {number} follows from one measure and was not tested",
)
NUMBER_BY_METHOD = Text(
    "het aantal van {number} vond de methode zelf",
    "the method found the number of {number} by itself",
)
NUMBER_FOUND = Text(
    "bij het aantal van {number} komt elk cluster terug",
    "with the number of {number} every cluster comes back",
)
NO_NUMBER_HOLDS = Text(
    "bij geen enkel aantal komt elk cluster terug; {number} doet dat nog het meest",
    "with no number does every cluster come back; {number} comes nearest",
)
ONE_START = Text(
    "de berekening is maar één keer uitgevoerd",
    "the calculation was carried out only once",
)
STARTS_AGREE = Text(
    "de beste uitkomst is {best} van de {starts} keer gevonden",
    "the best result was found {best} of {starts} times",
)
STARTS_DISAGREE = Text(
    "de beste uitkomst is van de {starts} keer maar één keer gevonden, dus een nieuwe "
    "berekening kan net iets andere clusters geven",
    "the best result was found only once in {starts} times, so another calculation may "
    "give slightly different clusters",
)
HALVES_HOLD = Text(
    "alle {all} clusters komen terug als de helft van de mensen opnieuw wordt "
    "ingedeeld ({samples} keer; overlap {least} of meer)",
    "all {all} clusters come back when half of the people are clustered anew "
    "({samples} times; overlap {least} or more)",
)
HALVES_LACK = Text(
    "van de {all} clusters komen er {fewer} maar voor een deel terug als de helft van "
    "de mensen opnieuw wordt ingedeeld ({samples} keer)",
    "of the {all} clusters {fewer} come back only in part when half of the people are "
    "clustered anew ({samples} times)",
)
HALVES_LACK_ONE = Text(
    "van de {all} clusters komt er één maar voor een deel terug als de helft van de "
    "mensen opnieuw wordt ingedeeld ({samples} keer)",
    "of the {all} clusters one comes back only in part when half of the people are "
    "clustered anew ({samples} times)",
)
BLURRED_ONE = Text(
    "van de {all} clusters gaat er één vaag over in andere",
    "of the {all} clusters one fades into others",
)
BLURRED_SOME = Text(
    "van de {all} clusters gaan er {blurred} vaag over in andere",
    "of the {all} clusters {blurred} fade into others",
)
METHODS_AGREE = Text(
    "een heel andere methode ({method}) geeft bijna dezelfde clusters ({agreement} "
    "overeenkomst, gecorrigeerd voor toeval)",
    "a quite different method ({method}) gives nearly the same clusters ({agreement} "
    "agreement, corrected for chance)",
)
METHODS_DIFFER = Text(
    "een heel andere methode ({method}) geeft deels andere clusters ({agreement} "
    "overeenkomst, gecorrigeerd voor toeval)",
    "a quite different method ({method}) gives partly other clusters ({agreement} "
    "agreement, corrected for chance)",
)
ALL_EXPLAINED = Text(
    "binnen de clusters hangen geen twee kenmerken nog sterk samen",
    "within the clusters no two features still go together strongly",
)
ONE_LEFT = Text(
    "binnen de clusters hangen nog twee kenmerken sterk samen, en wat zij gemeen "
    "hebben, telt dubbel",
    "within the clusters two features still go together strongly, and what they share "
    "counts twice",
)
SOME_LEFT = Text(
    "binnen de clusters hangen nog {pairs} paren kenmerken sterk samen, en wat zij "
    "gemeen hebben, telt dubbel",
    "within the clusters {pairs} pairs of features still go together strongly, and "
    "what they share counts twice",
)

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
    "De kenmerken hangen meer samen dan bij mensen van één soort. Zulke mensen zijn "
    "{shuffles} keer nagebootst, met dezelfde aandelen, dezelfde onbekende antwoorden "
    "en dezelfde kenmerken die uit zichzelf samengaan. Geen enkele keer verklaarden "
    "clusters toen zoveel als bij de echte gegevens.",
    "The features go together more than among people of one kind. Such people were "
    "imitated {shuffles} times, with the same shares, the same unknown answers and the "
    "same features that go together by themselves. Clusters never explained as much "
    "then as they do with the real data.",
)
NO_MORE_THAN_NOISE = Text(
    "Er zijn geen profielen gevonden. Mensen van één soort zijn {shuffles} keer "
    "nagebootst, met dezelfde aandelen, dezelfde onbekende antwoorden en dezelfde "
    "kenmerken die uit zichzelf samengaan. De echte mensen vallen niet duidelijk meer "
    "in clusters uiteen dan zij. Daarom wordt geen enkel cluster getoond of "
    "beschreven.",
    "No profiles were found. People of one kind were imitated {shuffles} times, with "
    "the same shares, the same unknown answers and the same features that go together "
    "by themselves. The real people fall into clusters no more clearly than they do. "
    "So no cluster is shown or described.",
)
REPEATED = Text(
    "Elk cluster is op de proef gesteld: {samples} keer is een willekeurige helft van "
    "de mensen opnieuw ingedeeld. De overlap zegt welk deel van een cluster en zijn "
    "evenbeeld gemiddeld dezelfde mensen zijn. Vanaf {high} heet een cluster zeer "
    "stabiel, vanaf {named} krijgt het een naam, vanaf {pattern} heet het een patroon. "
    "Daaronder, of als de overlap ook toeval kan zijn, wordt het niet beschreven. Een "
    "cluster dat vaag in andere overgaat, krijgt ook geen naam: als wie twijfelt door "
    "het lot wordt ingedeeld, moet {apart} ervan gelijk blijven.",
    "Every cluster was put to the test: {samples} times a random half of the people "
    "was clustered anew. The overlap says which part of a cluster and of its match are "
    "the same people on average. From {high} a cluster is called highly stable, from "
    "{named} it gets a name, from {pattern} it is called a pattern. Below that, or if "
    "the overlap may be accidental, it is not described. A cluster that fades into "
    "others gets no name either: if those in doubt are placed by lot, {apart} of it "
    "must stay the same.",
)
OTHER_METHODS = {
    "kmeans": Text("k-means", "k-means"),
    "latent_class": Text("latente-klassenanalyse", "latent class analysis"),
}
STABILITY_CAPTION = Text(
    "Overlap van elk cluster bij herhaling",
    "Overlap of each cluster when repeated",
)
OVERLAP = Text("Overlap", "Overlap")
GRADE = Text("Bij herhaling", "On repeat")
ELSEWHERE = Text("Andere methode", "Other method")
ELSEWHERE_NOTE = Text(
    "Overlap: met hetzelfde model in de helft van de mensen. Andere methode: overlap "
    "met het cluster dat er bij een heel andere methode bij hoort, een op een; gaan "
    "twee clusters daar samen, dan telt dat maar voor één. Het eerste zegt of het "
    "model het cluster weer vindt, het tweede of het ook zonder dat model te vinden "
    "is.",
    "Overlap: with the same model in half of the people. Other method: overlap with "
    "the cluster that matches it in a quite different method, one to one; where two "
    "clusters are one there, it counts for one of them. The first tells whether the "
    "model finds the cluster again, the second whether it is found without that model "
    "too.",
)

# The chapter on what keeps the clusters apart.
APART = Text("Waarin de clusters verschillen", "What sets the clusters apart")
APART_LEAD = Text(
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
TELLS_CAPTION = Text(
    "Hoeveel elk kenmerk, als alleen dat bekend is, over het cluster zegt (in %)",
    "How much each feature, if only that is known, tells of the cluster (in %)",
)
TELLS_ALT = Text(
    "Staafdiagram van wat elk kenmerk over het cluster zegt. {shares}.",
    "Bar chart of what each feature tells of the cluster. {shares}.",
)
TELLS_NOTE = Text(
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
APART_MOST = Text(
    "De clusters verschillen het meest in {first}.",
    "The clusters differ most in {first}.",
)
APART_THEN = Text(
    "De clusters verschillen het meest in {first}, daarna in {then}.",
    "The clusters differ most in {first}, next in {then}.",
)
THEN = Text(", daarna in ", ", next in ")
