"""The words of the chapter on proper use and limits."""

from __future__ import annotations

from clusters.schema import Text

TITLE = Text("Goed gebruik en grenzen", "Proper use and limits")
GOOD_USE = Text("Waarvoor wel", "What to use this for")
MIND = Text("Houd er rekening mee", "Keep in mind")
LOOSER_TITLE = Text("Ruimere regels", "Looser rules")
PRIVACY = Text("Hoe privacy is beschermd", "How privacy is protected")
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
