"""The sentences of the report that are the same in every study. Dutch and English.

Short sentences, everyday words, the terms of Statistics Netherlands. A word in braces
is a released number or a rule of the data owner.
"""

from __future__ import annotations

from clusters.schema import Text

ANSWER = Text(
    "De {all}\u00a0onderzochte inwoners van {place} vallen uiteen in {number} "
    "clusters; het grootste, ‘{name}’, telt {persons}\u00a0personen",
    "The {all}\u00a0residents of {place} in this study fall into {number} clusters; "
    "the largest, ‘{name}’, has {persons}\u00a0persons",
)
ANSWER_ONE = Text(
    "De {all}\u00a0onderzochte inwoners van {place} vormen één cluster: ‘{name}’",
    "The {all}\u00a0residents of {place} in this study form one cluster: ‘{name}’",
)
SIZE = Text("{persons}\u00a0personen ({share}).", "{persons}\u00a0persons ({share}).")
IN_BRACKETS = Text(
    "Tussen haakjes: het aandeel in het cluster tegen het aandeel van allen.",
    "In brackets: the share in the cluster against the share of all.",
)
VERSUS = Text("{here}\u00a0tegen\u00a0{all}", "{here}\u00a0against\u00a0{all}")
TOO_SMALL = Text("Te klein om te beschrijven.", "Too small to describe.")
NOTHING_STANDS_OUT = Text(
    "Op geen enkel kenmerk wijkt dit cluster duidelijk af van alle onderzochte "
    "personen samen.",
    "On no feature does this cluster differ clearly from all persons studied.",
)
ONLY_LESS_OFTEN = Text(
    "Dit cluster valt op door wat er minder vaak voorkomt, niet door wat er vaker "
    "voorkomt.",
    "What stands out in this cluster is found less often here, not more often.",
)
USE_SHORT = Text(
    "Dit rapport gaat over groepen. Gebruik het niet voor besluiten over personen: "
    "een cluster zegt niets over wie één persoon is.",
    "This report is about groups. Do not use it for decisions about persons: a "
    "cluster does not tell who one person is.",
)

ROUNDING = Text(
    "Alle aantallen zijn afgerond op veelvouden van {base}. Daardoor tellen delen "
    "niet altijd precies op tot het geheel.",
    "All counts are rounded to multiples of {base}. Parts therefore do not always add"
    " up exactly to the whole.",
)
GLANCE_LEAD = Text(
    "De clusters staan op volgorde van grootte; cluster 1 is het grootste.",
    "The clusters are in order of size; cluster 1 is the largest.",
)
SIZES_ALT = Text(
    "Staafdiagram van het aantal personen per cluster.",
    "Bar chart of the number of persons per cluster.",
)
COMPARE_LEAD = Text(
    "Lees per rij: hoeveel procent van elk cluster geeft dit antwoord? De eerste "
    "kolom is het aandeel van alle onderzochte personen.",
    "Read along a row: what percentage of each cluster gives this answer? The first "
    "column is the share of all persons studied.",
)
COMPARE_NOTE = Text(
    "Donker en vet: ten minste 5 procentpunt meer dan bij allen. Wit met rand: ten "
    "minste 5 procentpunt minder. Streepje: het aandeel van allen. Het teken "
    "‘{marker}’ is een getal dat niet wordt getoond.",
    "Dark and bold: at least 5 percentage points more than among all. White with an "
    "edge: at least 5 percentage points less. Tick: the share of all. The sign "
    "‘{marker}’ is a number that is not shown.",
)
COMPARE_ALT = Text(
    "Kleine staven per antwoord en per cluster. Waar elk antwoord het meest en het "
    "minst voorkomt:",
    "Small bars by answer and by cluster. Where each answer is found most and least:",
)
COMPARE_ALT_ROW = Text(
    "{row}: meest in cluster {most} ({high}), minst in cluster {least} ({low}), van "
    "allen {all}.",
    "{row}: most in cluster {most} ({high}), least in cluster {least} ({low}), of all"
    " {all}.",
)

NO_PORTRAIT_WHY = Text(
    "Een cluster van minder dan {least} personen wordt niet beschreven. Zo kan "
    "niemand erin worden herkend.",
    "A cluster of fewer than {least} persons is not described, so that nobody in it "
    "can be recognised.",
)
SHARE_AGAINST = Text("{here} tegen {all}", "{here} against {all}")
TRAITS_ALT = Text(
    "Stippendiagram: aandeel in cluster {number} tegen het aandeel van alle "
    "onderzochte personen. {traits}.",
    "Dot chart: share in cluster {number} against the share of all persons studied. "
    "{traits}.",
)
PORTRAIT_SIZE = Text(
    "Dit cluster telt {persons}: {fraction} ({share}) van alle onderzochte personen.",
    "This cluster has {persons}: {fraction} ({share}) of all persons studied.",
)
MAIN_ANSWERS_NOTE = Text(
    "Verschil: procentpunten meer of minder dan allen. Alle antwoorden staan in de "
    "bijlage en in het werkboek.",
    "Difference: percentage points more or less than all. All answers are in the "
    "annex and in the workbook.",
)

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
CHOSEN = Text(
    "Het aantal van {number} is gekozen met een maat (BIC) die afweegt hoe goed de "
    "clusters passen en hoe ingewikkeld de indeling wordt.",
    "The number of {number} was chosen by a measure (BIC) that weighs how well the "
    "clusters fit against how complicated they become.",
)
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
STARTS = Text(
    "De berekening is {starts} keer opnieuw begonnen, telkens vanuit een ander begin."
    " De beste uitkomst kwam daarbij {best} keer terug.",
    "The calculation was started {starts} times, each from another beginning. The "
    "best result came back {best} times.",
)
STARTS_ONE = Text(
    "De berekening is één keer uitgevoerd.", "The calculation was carried out once."
)
NO_PROFILE_HOW = Text(
    "Bij {persons} personen ({share}) is de kans op het best passende cluster kleiner"
    " dan {least}, of past geen enkel cluster. Zij staan apart onder ‘geen duidelijk "
    "profiel’ en worden niet beschreven.",
    "For {persons} persons ({share}) the probability of the best fitting cluster is "
    "under {least}, or no cluster fits. They stand apart as ‘no clear profile’ and "
    "are not described.",
)
NAMES_HOW = Text(
    "Elk cluster heeft een naam die zegt wat er vaker voorkomt dan bij allen. De naam"
    " geldt niet voor iedereen in het cluster; kijk altijd naar de aandelen eronder.",
    "Each cluster has a name that says what is found more often than among all. The "
    "name does not hold for everybody in it; always look at the shares under it.",
)
ORIGIN_NOT_USED = Text(
    "Geboorteland, nationaliteit en herkomst zijn niet gebruikt om mensen in te delen.",
    "Country of birth, nationality and origin were not used to cluster people.",
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
        "Registers bevatten niet alles: wie niet staat ingeschreven, ontbreekt.",
        "Registers do not hold everything: those not registered are missing.",
    ),
    Text(
        "Andere kenmerken of een ander aantal clusters geven een andere indeling.",
        "Other features or another number of clusters give other clusters.",
    ),
)
PRIVACY_RULES = (
    Text(
        "Aantallen onder {least} worden niet getoond, ook nul niet. Er staat dan "
        "‘{marker}’, wat de reden ook is.",
        "Counts under {least} are not shown, nor is zero. ‘{marker}’ then stands "
        "there, whatever the reason.",
    ),
    Text(
        "Alle aantallen zijn afgerond op veelvouden van {base}; totalen ook.",
        "All counts are rounded to multiples of {base}; so are totals.",
    ),
    Text(
        "Aandelen zijn hele procenten en berekend uit de afgeronde aantallen. Van "
        "groepen onder {group} personen wordt geen aandeel getoond.",
        "Shares are whole percentages worked out from the rounded counts. Of groups "
        "under {group} persons no share is shown.",
    ),
    Text(
        "Clusters onder {cluster} personen worden niet beschreven.",
        "Clusters under {cluster} persons are not described.",
    ),
)

ANNEX_LEAD = Text(
    "Per kenmerk het aandeel van elk antwoord in elk cluster, in hele procenten. Het "
    "teken ‘{marker}’ is een getal dat niet wordt getoond. Door afronding tellen "
    "kolommen niet altijd op tot 100.",
    "For each feature the share of each answer in each cluster, in whole percentages."
    " The sign ‘{marker}’ is a number that is not shown. Because of rounding columns "
    "do not always add up to 100.",
)
LARGEST_ONLY = Text(
    "De {number} grootste; het werkboek heeft ze alle.",
    "The {number} largest; the workbook has them all.",
)
DESCRIBED_LEAD = Text(
    "Deze kenmerken zijn niet gebruikt om mensen in te delen. Zij beschrijven de "
    "clusters achteraf.",
    "These features were not used to cluster people. They describe the clusters "
    "afterwards.",
)
DICTIONARY_LEAD = Text(
    "‘Onbekend’ betekent dat niemand het antwoord weet; ‘niet van toepassing’ dat de "
    "vraag voor die persoon niet geldt.",
    "‘Unknown’ means that nobody knows the answer; ‘not applicable’ that the question"
    " does not hold for that person.",
)
COLOPHON_LEAD = Text(
    "Met deze gegevens kan iedereen die de bestanden heeft, dezelfde cijfers opnieuw "
    "maken.",
    "With these facts anybody who has the files can make the same figures again.",
)
TYPE_LICENCE = Text(
    "Lettertype: IBM Plex Sans, onder de SIL Open Font License 1.1.",
    "Typeface: IBM Plex Sans, under the SIL Open Font License 1.1.",
)
ANNEX_ABOUT = Text(
    "Per cluster, kenmerk en antwoord: personen, aandeel en verschil met allen.",
    "By cluster, feature and answer: persons, share and difference from all.",
)
