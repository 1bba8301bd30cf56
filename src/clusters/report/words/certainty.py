"""What the report says of how far the clusters can be believed. Dutch and English."""

from __future__ import annotations

from clusters.schema import Text

# On the page of a cluster, beside its size.
FOUND_AGAIN = Text("overlap bij herhaling", "overlap on repeat")
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
VERDICTS = {
    "not tested": NONE_TESTED,
    "quite sure": QUITE_SURE,
    "fairly sure": FAIRLY_SURE,
    "unsure": UNSURE,
}
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
RESULTS = {
    "number given": NUMBER_GIVEN,
    "number by measure": NUMBER_BY_MEASURE,
    "number by method": NUMBER_BY_METHOD,
    "number found": NUMBER_FOUND,
    "no number holds": NO_NUMBER_HOLDS,
    "one start": ONE_START,
    "starts agree": STARTS_AGREE,
    "starts disagree": STARTS_DISAGREE,
    "halves hold": HALVES_HOLD,
    "halves lack one": HALVES_LACK_ONE,
    "halves lack some": HALVES_LACK,
    "one is blurred": BLURRED_ONE,
    "some are blurred": BLURRED_SOME,
    "methods agree": METHODS_AGREE,
    "methods differ": METHODS_DIFFER,
    "all explained": ALL_EXPLAINED,
    "one tie left": ONE_LEFT,
    "some ties left": SOME_LEFT,
}

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
OTHER_METHODS = {
    "kmeans": Text("k-means", "k-means"),
    "latent_class": Text("latente-klassenanalyse", "latent class analysis"),
}
