"""The types of internationals in words: names, rules and reasons."""

from __future__ import annotations

from dataclasses import dataclass

from clusters.schema import Text


@dataclass(frozen=True)
class PersonType:
    """A type: its code, its name, and its rule in words.

    In braces stand the ages that a study chooses: the last of a child (``child``), the
    first of an adult (``adult``), the last of working age (``until``) and the first
    after it (``above``).
    """

    code: str
    name: Text
    rule: Text


@dataclass(frozen=True)
class Reason:
    """Why a type cannot be determined, or an international has none of the six."""

    code: str
    meaning: Text


# What having the nationality of the country is called where a study does not say.
_DUTCH = Text("Nederlandse nationaliteit", "Dutch nationality")

# In order of precedence, with the nationality still to be filled in.
_TYPES: tuple[PersonType, ...] = (
    PersonType(
        "status_holder",
        Text("Statushouder", "Status holder"),
        Text(
            "Internationale inwoner van elke leeftijd die in 2014 of later kwam met "
            "asiel als migratiemotief.",
            "International of any age who came in 2014 or later with asylum as "
            "migration motive.",
        ),
    ),
    PersonType(
        "status_family",
        Text("Gezinslid van een statushouder", "Family of a status holder"),
        Text(
            "Partner, kind of ouder van een statushouder, of huisgenoot die voor gezin "
            "kwam; zelf internationaal, of een minderjarig kind.",
            "Partner, child or parent of a status holder, or household member who came "
            "for family; international themselves, or a child under 18.",
        ),
    ),
    PersonType(
        "child_foreign",
        Text("Kind, zonder {nationality}", "Child, without {nationality}"),
        Text(
            "0-{child} jaar, zelf internationaal of met een internationale ouder in de "
            "bestanden; zonder {nationality}.",
            "Aged 0-{child}, international or with an international parent in the "
            "files; without {nationality}.",
        ),
    ),
    PersonType(
        "child_dutch",
        Text("Kind, met {nationality}", "Child, with {nationality}"),
        Text(
            "Als hierboven, met {nationality}.",
            "As above, with {nationality}.",
        ),
    ),
    PersonType(
        "student",
        Text("Internationale student", "International student"),
        Text(
            "{adult}-{until} jaar, met studie als voornaamste bezigheid, om welke "
            "reden iemand ook kwam; ook zonder inkomen.",
            "Aged {adult}-{until} with studies as main activity, whatever the person "
            "came for; also without income.",
        ),
    ),
    PersonType(
        "knowledge_worker",
        Text("Kenniswerker", "Knowledge worker"),
        Text(
            "{adult}-{until} jaar, werknemer met een jaarinkomen op of boven de "
            "loongrens, die onder de 30 lager is.",
            "Aged {adult}-{until}, employee with a yearly income at or above the wage "
            "limit, which is lower under 30.",
        ),
    ),
    PersonType(
        "labour_migrant",
        Text("Arbeidsmigrant", "Labour migrant"),
        Text(
            "{adult}-{until} jaar, werknemer met een jaarinkomen onder de loongrens.",
            "Aged {adult}-{until}, employee with a yearly income below the wage limit.",
        ),
    ),
    PersonType(
        "partner",
        Text("Inkomensafhankelijke partner", "Income-dependent partner"),
        Text(
            "{adult}-{until} jaar, zonder eigen inkomen, partner van een "
            "internationale werknemer of student met inkomen in de bestanden.",
            "Aged {adult}-{until} without income of one's own, partner of an "
            "international employee or student with income in the files.",
        ),
    ),
    PersonType(
        "other",
        Text("Overige internationals", "Other internationals"),
        Text(
            "Internationaal, en geen van de typen hierboven: mensen zonder eigen "
            "inkomen en zonder werkende international als partner, zelfstandigen, "
            "mensen met een uitkering of pensioen, en wie {above} jaar of ouder is.",
            "International and none of the types above: those without income of their "
            "own and without a working international as partner, self-employed, on a "
            "benefit or pension, and {above} or over.",
        ),
    ),
    PersonType(
        "not_international",
        Text("Geen international", "Not international"),
        Text("Valt niet onder de definitie.", "Outside the definition."),
    ),
    PersonType(
        "undetermined",
        Text("Niet te bepalen", "Cannot be determined"),
        Text(
            "Een gegeven dat de regel nodig heeft, ontbreekt.",
            "Something that the rule needs is missing.",
        ),
    ),
)


def types_of(nationality: Text | None) -> tuple[PersonType, ...]:
    """Return the types in order of precedence, in the words of the country studied.

    ``nationality`` is what having that of the country is called; none for the
    Netherlands.
    """
    own = nationality or _DUTCH

    def in_country(text: Text) -> Text:
        # The ages in other braces are the study's, and filled in by who tells the rule.
        return Text(
            text.nl.replace("{nationality}", own.nl),
            text.en.replace("{nationality}", own.en),
        )

    return tuple(
        PersonType(each.code, in_country(each.name), in_country(each.rule))
        for each in _TYPES
    )


TYPES = types_of(None)

# Why an international has none of the six types; the others leave it undetermined.
WHY_OTHER = (
    "too_old", "self_employed", "no_income", "student_without_income", "benefit",
)  # fmt: skip
REASONS: tuple[Reason, ...] = (
    Reason("age_unknown", Text("Leeftijd onbekend", "Age unknown")),
    Reason(
        "definition_unknown",
        Text(
            "Geboorteland, nationaliteit of vestiging onbekend",
            "Country of birth, nationality or arrival unknown",
        ),
    ),
    Reason(
        "motive_unknown",
        Text(
            "Motief of jaar van vestiging onbekend", "Motive or year of arrival unknown"
        ),
    ),
    Reason(
        "family_unknown",
        Text(
            "Onbekend of partner, ouder, kind of huisgenoot statushouder is",
            "Unknown whether partner, parent, child or household member is a status "
            "holder",
        ),
    ),
    Reason(
        "child_unknown",
        Text(
            "Nationaliteit van het kind of herkomst van de ouders onbekend",
            "Nationality of the child or origin of the parents unknown",
        ),
    ),
    Reason(
        "income_source_unknown",
        Text("Bron van inkomen onbekend", "Source of income unknown"),
    ),
    Reason("income_unknown", Text("Inkomen onbekend", "Income unknown")),
    Reason(
        "limit_unknown",
        Text("Geen loongrens voor dit land", "No wage limit for this country"),
    ),
    Reason(
        "partner_unknown",
        Text(
            "Werk of studie van de partner onbekend",
            "Work or studies of the partner unknown",
        ),
    ),
    Reason("too_old", Text("Boven de werkende leeftijd", "Above working age")),
    Reason("self_employed", Text("Eigen bedrijf", "Own business")),
    Reason(
        "no_income",
        Text(
            "Zonder eigen inkomen, geen werkende international als partner",
            "No income of one's own, no working international as partner",
        ),
    ),
    Reason(
        "student_without_income",
        Text("Student zonder inkomen", "Student without income"),
    ),
    Reason("benefit", Text("Uitkering of pensioen", "Benefit or pension")),
)
