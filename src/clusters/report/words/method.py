"""The words of the chapter on how the clusters were found and tested."""

from __future__ import annotations

from clusters.schema import Text

TITLE = Text("Hoe de clusters zijn gevonden", "How the clusters were found")
HOW_MANY = Text("Het aantal clusters", "The number of clusters")
NUMBER_OF_CLUSTERS = Text("aantal clusters", "number of clusters")
CURVE_CAPTION = Text(
    "Hoe goed elk aantal clusters past", "How well each number of clusters fits"
)
CURVE_UPWARD = Text(
    "Afstand tot het best passende aantal (lager is beter)",
    "Distance from the best fitting number (lower is better)",
)
HOW_SURE = Text("Hoe zeker de indeling is", "How sure the clusters are")
NAMES_TITLE = Text("De namen van de clusters", "The names of the clusters")
SENSITIVE = Text(
    "Herkomst is gebruikt bij het indelen. De opgegeven reden:",
    "Origin was used for clustering. The reason given:",
)
GRADES = {
    "highly stable": Text("zeer stabiel", "highly stable"),
    "stable": Text("stabiel", "stable"),
    "pattern": Text("patroon", "pattern"),
    "withheld": Text("niet stabiel", "not stable"),
}
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
LEAD = Text(
    "Een cluster is een groep mensen die op veel kenmerken tegelijk op elkaar lijken."
    " De computer zoekt die groepen; vooraf is niet bepaald welke het zijn.",
    "A cluster is a group of people who are alike on many features at once. The "
    "computer looks for these groups; which they are was not decided beforehand.",
)
METHODS = {
    "latent_class": Text(
        "De methode heet latente-klassenanalyse. Zij neemt aan dat er een klein "
        "aantal groepen is met elk een eigen verdeling van antwoorden, en zoekt de "
        "groepen waarbij de antwoorden het best passen. Een ontbrekend antwoord telt "
        "niet mee en wordt niet ingevuld.",
        "The method is called latent class analysis. It assumes a small number of "
        "groups, each with its own spread of answers, and looks for the groups that "
        "fit the answers best. A missing answer does not count and is not filled in.",
    ),
    "kmeans": Text(
        "De methode heet k-means. De antwoorden van elke persoon worden omgezet in "
        "een plaats op een kaart; wie dicht bij elkaar ligt, komt in hetzelfde "
        "cluster.",
        "The method is called k-means. The answers of each person become a place on a"
        " map; those who lie close together come into the same cluster.",
    ),
    "hdbscan": Text(
        "De methode heet HDBSCAN. Zij zoekt plekken waar veel mensen met dezelfde "
        "antwoorden bij elkaar liggen. Wie tussen die plekken in ligt, krijgt geen "
        "cluster.",
        "The method is called HDBSCAN. It looks for places where many people with the"
        " same answers lie together. Those who lie between get no cluster.",
    ),
    "ward": Text(
        "De methode heet de methode van Ward. Zij begint met losse personen en voegt "
        "telkens de twee groepen samen die het meest op elkaar lijken.",
        "The method is called Ward's method. It starts with single persons and each "
        "time joins the two groups that are most alike.",
    ),
}
METHOD_OTHER = Text("De methode heet {method}.", "The method is called {method}.")
CHOSEN = {
    "latent_class": Text(
        "Het aantal van {number} is in twee stappen gekozen. Een maat (aangepaste BIC) "
        "weegt hoe goed de clusters passen en hoe ingewikkeld de indeling wordt. Dat "
        "geeft een volgorde. Een aantal waarbij twee clusters alleen in één ding "
        "verschillen, valt af.",
        "The number of {number} was chosen in two steps. A measure (adjusted BIC) "
        "weighs how well the clusters fit and how complicated they become. That gives "
        "an order. A number of which two clusters differ in one thing only drops out.",
    ),
    "kmeans": Text(
        "Het aantal van {number} is in twee stappen gekozen. Een maat (van Calinski en "
        "Harabasz) vergelijkt hoe ver clusters uit elkaar liggen en hoe dicht mensen "
        "erin bijeen. Dat geeft een volgorde.",
        "The number of {number} was chosen in two steps. A measure (of Calinski and "
        "Harabasz) compares how far clusters lie apart and how close the people in "
        "them. That gives an order.",
    ),
    "ward": Text(
        "Het aantal van {number} is in twee stappen gekozen. Bij elk aantal is gemeten "
        "wat nog een cluster erbij oplevert. Dat geeft een volgorde.",
        "The number of {number} was chosen in two steps. For each number it was "
        "measured what one more cluster adds. That gives an order.",
    ),
    "hdbscan": Text(
        "De methode vindt zelf hoeveel plekken er zijn waar veel mensen bijeen liggen: "
        "{number}.",
        "The method finds by itself in how many places many people lie close: "
        "{number}.",
    ),
}
COMES_BACK = Text(
    "In die volgorde is gekeken of elk cluster groot genoeg is en terugkomt als een "
    "willekeurige helft van de mensen opnieuw wordt ingedeeld. Het eerste aantal "
    "waarbij dat zo is, is genomen.",
    "In that order it was looked at whether every cluster is large enough and comes "
    "back when a random half of the people is clustered anew. The first number for "
    "which that is so was taken.",
)
NONE_COMES_BACK = Text(
    "In die volgorde is gekeken of elk cluster terugkomt als een willekeurige helft "
    "van de mensen opnieuw wordt ingedeeld. Dat was bij geen enkel aantal zo. Genomen "
    "is het aantal waarbij het minst stabiele cluster nog het meest terugkomt.",
    "In that order it was looked at whether every cluster comes back when a random "
    "half of the people is clustered anew. That was so for no number. The number was "
    "taken of which the least stable cluster still comes back most.",
)
WEAKEST_CAPTION = Text(
    "Welke aantallen op de proef zijn gesteld",
    "Which numbers were put to the test",
)
WEAKEST = Text(
    "Overlap van het minst stabiele cluster", "Overlap of the least stable cluster"
)
WEAKEST_NOTE = Text(
    "In de volgorde waarin zij zijn bekeken. De proef met het gekozen aantal is "
    "daarna overgedaan met andere helften, zie hieronder; daarom kan de overlap daar "
    "iets anders zijn.",
    "In the order in which they were looked at. The test of the number chosen was done "
    "again with other halves, see below; so the overlap there may differ a little.",
)
TAKEN = Text("genomen", "taken")
NOT_TAKEN = Text("niet alle clusters komen terug", "not all clusters come back")
GIVEN = Text(
    "Het aantal van {number} is vooraf gekozen door de onderzoekers.",
    "The number of {number} was set beforehand by the researchers.",
)
CURVE_ALT = Text(
    "Lijndiagram van de afstand tot het best passende aantal clusters. Gekozen: "
    "{number}. Afstand per aantal: {points}.",
    "Line chart of the distance from the best fitting number of clusters. Chosen: "
    "{number}. Distance by number: {points}.",
)
NO_PROFILE_HOW = Text(
    "Bij {persons} ({share}) is de kans op het best passende cluster kleiner"
    " dan {least}, of past geen enkel cluster. Zij staan apart onder ‘geen duidelijk "
    "profiel’ en worden niet beschreven.",
    "For {persons} ({share}) the probability of the best fitting cluster is "
    "under {least}, or no cluster fits. They stand apart as ‘no clear profile’ and "
    "are not described.",
)
NAMES_HOW = Text(
    "Elk cluster heeft een naam die zegt wat er vaker voorkomt dan bij allen. De naam"
    " geldt niet voor iedereen in het cluster; kijk altijd naar de aandelen eronder.",
    "Each cluster has a name that says what is found more often than among all. The "
    "name does not hold for everybody in it; always look at the shares under it.",
)
NAMES_CHOSEN = Text(
    "Voor deze clusters kozen de onderzoekers zelf een naam:",
    "For these clusters the researchers chose a name themselves:",
)
NAME_CHOSEN = Text(
    "Cluster {number}: ‘{name}’ in plaats van ‘{generated}’.",
    "Cluster {number}: ‘{name}’ instead of ‘{generated}’.",
)
NO_PROFILE_HIDDEN = Text(
    "Wie bij het best passende cluster een kans heeft kleiner dan {least}, of in geen "
    "enkel cluster past, staat apart onder ‘geen duidelijk profiel’. Dat aantal wordt "
    "niet getoond.",
    "Those for whom the probability of the best fitting cluster is under {least}, or "
    "whom no cluster fits, stand apart as ‘no clear profile’. Their number is not "
    "shown.",
)
ORIGIN_NOT_USED = Text(
    "Geboorteland, nationaliteit en herkomst zijn niet gebruikt om mensen in te delen.",
    "Country of birth, nationality and origin were not used to cluster people.",
)
