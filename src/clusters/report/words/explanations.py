"""What the report explains: the population, the method, proper use, privacy.

In Dutch and English; a word in braces is a released number or a rule of the data owner.
"""

from __future__ import annotations

from clusters.schema import Text

ON_DATE = Text(
    "Het gaat om de situatie op {day}. Wie op die dag niet aan de omschrijving "
    "voldeed, telt niet mee.",
    "This is the situation on {day}. Whoever did not fit the description on that day "
    "is not counted.",
)
FUNNEL_ALT = Text(
    "Staafdiagram van het aantal personen per stap. {steps}.",
    "Bar chart of the number of persons per step. {steps}.",
)
NO_NOTICES = Text(
    "Er zijn geen kenmerken weggelaten en er is niets bijzonders te melden.",
    "No features were left out and there is nothing particular to report.",
)

METHOD_LEAD = Text(
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
        "geeft een volgorde.",
        "The number of {number} was chosen in two steps. A measure (adjusted BIC) "
        "weighs how well the clusters fit and how complicated they become. That gives "
        "an order.",
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

MORE_THAN = Text(
    "Als bijna iedereen hetzelfde antwoord geeft, is het aandeel verborgen. Waar het "
    "mag, staat hier meer dan hoeveel procent het is.",
    "Where nearly everybody gives the same answer, the share is hidden. Where it may "
    "be told, this is the percentage that it is more than.",
)
USE_LONG = Text(
    "Niet gebruiken voor besluiten over personen. De uitkomsten zijn statistiek. Zij "
    "mogen niet dienen om iemand te controleren, te selecteren, uit te sluiten of "
    "anders te behandelen.",
    "Do not use this for decisions about persons. The results are statistics. They "
    "must not serve to check, select or exclude anybody, or to treat anybody "
    "differently.",
)
GOOD_USES = (
    Text(
        "Zien welke groepen er zijn, hoe groot zij zijn en waarin zij verschillen.",
        "See which groups there are, how large they are and in what they differ.",
    ),
    Text(
        "Voorzieningen en informatie plannen voor groepen, niet voor één persoon.",
        "Plan services and information for groups, not for one person.",
    ),
    Text(
        "Het gesprek voeren met bewoners en organisaties over wat nodig is.",
        "Talk with residents and organisations about what is needed.",
    ),
)
MINDS = (
    Text(
        "Een cluster is een samenvatting. Binnen elk cluster verschillen mensen sterk.",
        "A cluster is a summary. Within each cluster people differ a great deal.",
    ),
    Text(
        "Het rapport laat zien wat samengaat, niet wat de oorzaak is.",
        "The report shows what goes together, not what causes it.",
    ),
    Text(
        "Bestanden bevatten niet iedereen: wie er niet in staat, ontbreekt.",
        "Files do not hold everybody: those who are not in them are missing.",
    ),
    Text(
        "Andere kenmerken of een ander aantal clusters geven een andere indeling.",
        "Other features or another number of clusters give other clusters.",
    ),
)
LOOSER = Text(
    "Voor dit rapport zijn deze regels ruimer dan de software ze meelevert: {rules}. "
    "Toegestaan door {approver}. Reden: {reason}",
    "For this report these rules are looser than the software ships them: {rules}. "
    "Allowed by {approver}. Reason: {reason}",
)
PRIVACY_RULES = (
    Text(
        "Aantallen onder {least} worden niet getoond, ook nul niet. Soms is ook een "
        "groter aantal verborgen, omdat een ander getal er anders uit volgt of omdat "
        "bijna iedereen hetzelfde antwoord heeft. Er staat dan ‘{marker}’, wat de "
        "reden ook is.",
        "Counts under {least} are not shown, nor is zero. Sometimes a larger count is "
        "hidden too, because another number would follow from it or because nearly "
        "everybody has the same answer. ‘{marker}’ then stands there, whatever the "
        "reason.",
    ),
    Text(
        "In de tabel met alle aandelen (profiles) is zo {hidden} van de cellen "
        "verborgen.",
        "In the table of all shares (profiles) {hidden} of the cells are hidden that "
        "way.",
    ),
    Text("{rounding} Totalen ook.", "{rounding} So are totals."),
    Text(
        "Aandelen zijn hele procenten en berekend uit de afgeronde aantallen, van wie "
        "een antwoord heeft. Van groepen onder {steps} personen zijn het veelvouden "
        "van 5; van groepen onder {group} personen wordt geen aandeel getoond. Is het "
        "aantal onbekende antwoorden verborgen, dan telt het mee in het geheel; het "
        "aandeel staat er alleen als dat hoogstens {off} punten scheelt.",
        "Shares are whole percentages worked out from the rounded counts, of those "
        "with an answer. Of groups under {steps} persons they are multiples of 5; of "
        "groups under {group} persons no share is shown. Where the number of unknown "
        "answers is hidden it counts in the whole; the share is shown only if that "
        "makes {off} points of difference at most.",
    ),
    Text(
        "Clusters onder {cluster} personen worden niet beschreven. Deze grenzen gelden "
        "voor het aantal vóór het afronden: er kan dus {cluster} staan bij een cluster "
        "dat er net onder zit.",
        "Clusters under {cluster} persons are not described. These limits hold for the "
        "number before rounding: so {cluster} may stand at a cluster that is just "
        "below.",
    ),
)
ROUNDED = Text(
    "Aantallen zijn afgerond op veelvouden van {base}.",
    "Counts are rounded to multiples of {base}.",
)
ROUNDED_BOTH = Text(
    "Aantallen zijn afgerond op veelvouden van {base}, en waar mensen eerder te "
    "herkennen zijn op veelvouden van {coarse}.",
    "Counts are rounded to multiples of {base}, and where people are easier to "
    "recognise to multiples of {coarse}.",
)
