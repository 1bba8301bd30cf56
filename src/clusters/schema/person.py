"""The canonical columns: one row per person, whatever layout they came in.

To add a column, add it here; the readers, the data dictionary and the tests follow.
"""

from __future__ import annotations

from clusters.schema.column import NO, YES, Code, Column, Kind, Theme
from clusters.schema.text import Text

EURO_A_YEAR = Text("euro per jaar", "euro a year")
EURO = Text("euro", "euro")
YEARS = Text("jaar", "years")
PERSONS = Text("personen", "persons")
NO_HOME = Text("onbekend of geen woning", "unknown or no dwelling")


def _codes(*triples: tuple[str, str, str]) -> tuple[Code, ...]:
    return tuple(Code(code, Text(nl, en)) for code, nl, en in triples)


YES_NO = _codes((YES, "ja", "yes"), (NO, "nee", "no"))

_IDENTITY, _DEMOGRAPHIC, _SOCIOECONOMIC, _HOUSING, _AREA = Theme

COLUMNS: tuple[Column, ...] = (
    Column(
        "person_id",
        Text("Sleutel van de persoon", "Key of the person"),
        _IDENTITY,
        Kind.KEY,
        empty=Text("niet toegestaan", "not allowed"),
    ),
    Column(
        "household_id",
        Text("Sleutel van het huishouden", "Key of the household"),
        _IDENTITY,
        Kind.KEY,
    ),
    Column(
        "partner_id",
        Text("Sleutel van de partner", "Key of the partner"),
        _IDENTITY,
        Kind.KEY,
        empty=Text("geen partner of onbekend", "no partner or unknown"),
    ),
    Column(
        "mother_id",
        Text("Sleutel van de moeder", "Key of the mother"),
        _IDENTITY,
        Kind.KEY,
    ),
    Column(
        "father_id",
        Text("Sleutel van de vader", "Key of the father"),
        _IDENTITY,
        Kind.KEY,
    ),
    # demographic
    Column(
        "birth_date",
        Text("Geboortedatum", "Date of birth"),
        _DEMOGRAPHIC,
        Kind.DATE,
    ),
    Column(
        "birth_year",
        Text("Geboortejaar", "Year of birth"),
        _DEMOGRAPHIC,
        Kind.NUMBER,
        low=1880,
        high=2100,
    ),
    Column(
        "age",
        Text("Leeftijd op de peildatum", "Age at the reference date"),
        _DEMOGRAPHIC,
        Kind.NUMBER,
        unit=YEARS,
        low=0,
        high=120,
    ),
    Column(
        "sex",
        Text("Geslacht", "Sex"),
        _DEMOGRAPHIC,
        Kind.CODE,
        _codes(("man", "man", "man"), ("woman", "vrouw", "woman")),
    ),
    Column(
        "birth_country",
        Text("Geboorteland (BRP-tabel 34)", "Country of birth (BRP table 34)"),
        _DEMOGRAPHIC,
        Kind.CODE,
        width=4,
    ),
    Column(
        "birth_country_mother",
        Text("Geboorteland van de moeder", "Mother's country of birth"),
        _DEMOGRAPHIC,
        Kind.CODE,
        width=4,
    ),
    Column(
        "birth_country_father",
        Text("Geboorteland van de vader", "Father's country of birth"),
        _DEMOGRAPHIC,
        Kind.CODE,
        width=4,
    ),
    Column(
        "nationality",
        Text("Nationaliteit (BRP-tabel 32)", "Nationality (BRP table 32)"),
        _DEMOGRAPHIC,
        Kind.CODE,
        width=4,
    ),
    Column(
        "born_abroad",
        Text("Geboren in het buitenland", "Born abroad"),
        _DEMOGRAPHIC,
        Kind.CODE,
        YES_NO,
    ),
    Column(
        "foreign_nationality",
        Text("Geen Nederlandse nationaliteit", "Foreign nationality"),
        _DEMOGRAPHIC,
        Kind.CODE,
        YES_NO,
    ),
    Column(
        "arrival_date",
        Text("Datum van vestiging in het land", "Date of settling in the country"),
        _DEMOGRAPHIC,
        Kind.DATE,
        empty=Text("onbekend of hier geboren", "unknown or born here"),
    ),
    Column(
        "arrival_year",
        Text("Jaar van vestiging in het land", "Year of settling in the country"),
        _DEMOGRAPHIC,
        Kind.NUMBER,
        low=1880,
        high=2100,
        empty=Text("onbekend of hier geboren", "unknown or born here"),
    ),
    Column(
        "migration_motive",
        Text("Migratiemotief", "Migration motive"),
        _DEMOGRAPHIC,
        Kind.CODE,
        _codes(
            ("labour", "arbeid", "labour"),
            ("knowledge", "kennismigratie", "highly skilled labour"),
            ("family", "gezin", "family"),
            ("study", "studie", "study"),
            ("asylum", "asiel", "asylum"),
            ("other", "overig", "other"),
        ),
    ),
    Column(
        "household_type",
        Text("Type huishouden", "Type of household"),
        _DEMOGRAPHIC,
        Kind.CODE,
        _codes(
            ("single", "eenpersoonshuishouden", "one person"),
            (
                "unmarried_couple",
                "niet-gehuwd paar zonder kinderen",
                "unmarried couple without children",
            ),
            (
                "married_couple",
                "gehuwd paar zonder kinderen",
                "married couple without children",
            ),
            (
                "unmarried_parents",
                "niet-gehuwd paar met kinderen",
                "unmarried couple with children",
            ),
            (
                "married_parents",
                "gehuwd paar met kinderen",
                "married couple with children",
            ),
            ("one_parent", "eenouderhuishouden", "one-parent household"),
            ("other", "overig huishouden", "other household"),
            ("institution", "institutioneel huishouden", "institution"),
        ),
    ),
    Column(
        "household_position",
        Text("Plaats in het huishouden", "Position in the household"),
        _DEMOGRAPHIC,
        Kind.CODE,
        _codes(
            ("single", "alleenstaand", "living alone"),
            (
                "partner_without_children",
                "partner, zonder kinderen",
                "partner, no children",
            ),
            (
                "partner_with_children",
                "partner, met kinderen",
                "partner, with children",
            ),
            ("single_parent", "alleenstaande ouder", "single parent"),
            ("child", "thuiswonend kind", "child living at home"),
            ("other", "overig lid van het huishouden", "other household member"),
            ("institution", "in een instelling", "in an institution"),
        ),
    ),
    Column(
        "household_size",
        Text("Aantal personen in het huishouden", "Persons in the household"),
        _DEMOGRAPHIC,
        Kind.NUMBER,
        unit=PERSONS,
        low=1,
        high=500,
    ),
    Column(
        "minor_children",
        Text("Aantal minderjarige kinderen thuis", "Children under 18 at home"),
        _DEMOGRAPHIC,
        Kind.NUMBER,
        low=0,
        high=30,
    ),
    Column(
        "youngest_child_age",
        Text("Leeftijd van het jongste kind thuis", "Age of youngest child at home"),
        _DEMOGRAPHIC,
        Kind.NUMBER,
        unit=YEARS,
        low=0,
        high=80,
        empty=Text("geen kind of onbekend", "no child or unknown"),
    ),
    Column(
        "has_partner",
        Text("Partner in het huishouden", "Partner in the household"),
        _DEMOGRAPHIC,
        Kind.CODE,
        YES_NO,
    ),
    Column(
        "marital_status",
        Text("Burgerlijke staat", "Marital status"),
        _DEMOGRAPHIC,
        Kind.CODE,
        _codes(
            ("never_married", "ongehuwd", "never married"),
            ("married", "gehuwd of partnerschap", "married or in partnership"),
            ("divorced", "gescheiden", "divorced"),
            ("widowed", "verweduwd", "widowed"),
        ),
    ),
    # socio-economic
    Column(
        "income_source",
        Text("Voornaamste bron van inkomen", "Main source of income"),
        _SOCIOECONOMIC,
        Kind.CODE,
        _codes(
            ("employee", "loon", "wage"),
            ("self_employed", "eigen bedrijf", "own business"),
            ("unemployment", "werkloosheidsuitkering", "unemployment benefit"),
            ("social_assistance", "bijstand", "social assistance"),
            (
                "disability",
                "ziekte of arbeidsongeschiktheid",
                "sickness or disability",
            ),
            ("other_benefit", "andere uitkering", "other benefit"),
            ("pension", "pensioen", "pension"),
            ("student", "studie", "studies"),
            ("none", "geen eigen inkomen", "no income of one's own"),
        ),
    ),
    Column(
        "contract",
        Text("Soort contract", "Contract"),
        _SOCIOECONOMIC,
        Kind.CODE,
        _codes(
            ("permanent", "vast contract", "permanent contract"),
            ("temporary", "tijdelijk contract", "temporary contract"),
        ),
        empty=Text("onbekend of geen werknemer", "unknown or not an employee"),
    ),
    Column(
        "working_relation",
        Text("Arbeidsrelatie", "Working relation"),
        _SOCIOECONOMIC,
        Kind.CODE,
        _codes(
            ("regular", "reguliere baan", "regular job"),
            ("agency", "uitzendkracht", "agency worker"),
            ("on_call", "oproepkracht", "on-call worker"),
            ("self_employed", "zelfstandige", "self-employed"),
            ("other", "andere arbeidsrelatie", "other relation"),
        ),
        empty=Text("onbekend of niet werkend", "unknown or not in work"),
    ),
    Column(
        "sector",
        Text("Bedrijfstak (SBI 2008)", "Industry (SBI 2008)"),
        _SOCIOECONOMIC,
        Kind.CODE,
        empty=Text("onbekend of niet werkend", "unknown or not in work"),
    ),
    Column(
        "weekly_hours",
        Text("Arbeidsduur per week", "Working hours a week"),
        _SOCIOECONOMIC,
        Kind.NUMBER,
        unit=Text("uur per week", "hours a week"),
        low=0,
        high=168,
        empty=Text("onbekend of niet werkend", "unknown or not in work"),
    ),
    Column(
        "wage",
        Text("Brutoloon per maand", "Gross wage a month"),
        _SOCIOECONOMIC,
        Kind.NUMBER,
        unit=Text("euro per maand", "euro a month"),
        empty=Text("onbekend of geen werknemer", "unknown or not an employee"),
    ),
    Column(
        "personal_income",
        Text("Persoonlijk inkomen", "Personal income"),
        _SOCIOECONOMIC,
        Kind.NUMBER,
        unit=EURO_A_YEAR,
    ),
    Column(
        "household_income",
        Text(
            "Gestandaardiseerd besteedbaar huishoudensinkomen",
            "Standardised disposable household income",
        ),
        _SOCIOECONOMIC,
        Kind.NUMBER,
        unit=EURO_A_YEAR,
    ),
    Column(
        "wealth",
        Text("Vermogen van het huishouden", "Wealth of the household"),
        _SOCIOECONOMIC,
        Kind.NUMBER,
        unit=EURO,
    ),
    Column(
        "education",
        Text("Hoogst behaald onderwijsniveau", "Highest education attained"),
        _SOCIOECONOMIC,
        Kind.CODE,
        _codes(
            ("primary", "basisonderwijs", "primary"),
            (
                "lower_secondary",
                "vmbo, mbo 1, onderbouw havo/vwo",
                "lower secondary",
            ),
            ("upper_secondary", "havo, vwo, mbo 2-4", "upper secondary"),
            ("bachelor", "hbo- of wo-bachelor", "bachelor"),
            ("master", "master of doctor", "master or doctorate"),
        ),
    ),
    Column(
        "in_education",
        Text("Volgt onderwijs", "In education"),
        _SOCIOECONOMIC,
        Kind.CODE,
        YES_NO,
    ),
    Column(
        "benefit",
        Text("Uitkering", "Benefit"),
        _SOCIOECONOMIC,
        Kind.CODE,
        _codes(
            ("none", "geen uitkering", "no benefit"),
            ("social_assistance", "bijstand", "social assistance"),
            ("unemployment", "werkloosheid", "unemployment"),
            (
                "disability",
                "ziekte of arbeidsongeschiktheid",
                "sickness or disability",
            ),
            ("pension", "AOW of pensioen", "pension"),
            ("other", "andere uitkering", "other benefit"),
        ),
    ),
    # housing
    Column(
        "tenure",
        Text("Eigendom van de woning", "Tenure of the dwelling"),
        _HOUSING,
        Kind.CODE,
        _codes(
            ("owned", "koopwoning", "owner-occupied"),
            ("social_rent", "sociale huur", "social rent"),
            ("private_rent", "particuliere huur", "private rent"),
            ("other", "anders", "other"),
        ),
        empty=NO_HOME,
    ),
    Column(
        "dwelling_type",
        Text("Type woning", "Type of dwelling"),
        _HOUSING,
        Kind.CODE,
        _codes(
            ("detached", "vrijstaand", "detached"),
            ("semi_detached", "twee-onder-een-kap", "semi-detached"),
            ("terraced", "rijwoning of hoekwoning", "terraced"),
            ("apartment", "appartement", "apartment"),
            ("other", "kamer of andere woning", "room or other dwelling"),
        ),
        empty=NO_HOME,
    ),
    Column(
        "dwelling_value",
        Text("WOZ-waarde van de woning", "Assessed value of the dwelling"),
        _HOUSING,
        Kind.NUMBER,
        unit=EURO,
        low=0,
        empty=NO_HOME,
    ),
    Column(
        "floor_area",
        Text("Oppervlakte van de woning", "Floor area of the dwelling"),
        _HOUSING,
        Kind.NUMBER,
        unit=Text("m²", "m²"),
        low=1,
        empty=NO_HOME,
    ),
    Column(
        "moved_in_date",
        Text("Begin van bewoning van het adres", "Date of moving in"),
        _HOUSING,
        Kind.DATE,
    ),
    Column(
        "moved_in_year",
        Text("Jaar van bewoning van het adres", "Year of moving in"),
        _HOUSING,
        Kind.NUMBER,
        low=1880,
        high=2100,
    ),
    Column(
        "cars",
        Text("Auto's van het huishouden", "Cars of the household"),
        _HOUSING,
        Kind.NUMBER,
        low=0,
        high=50,
    ),
    # area
    Column(
        "municipality",
        Text("Gemeente", "Municipality"),
        _AREA,
        Kind.CODE,
        width=4,
    ),
    Column("district", Text("Wijk", "District"), _AREA, Kind.CODE),
    Column("neighbourhood", Text("Buurt", "Neighbourhood"), _AREA, Kind.CODE),
    Column("square", Text("Vierkant", "Grid square"), _AREA, Kind.CODE),
)

# What is read of everybody before the population rule: enough to apply the rule, to
# find the children and partner of each person, and to describe the whole city.
ROSTER: tuple[str, ...] = (
    "person_id",
    "household_id",
    "partner_id",
    "mother_id",
    "father_id",
    "birth_date",
    "birth_year",
    "age",
    "sex",
    "birth_country",
    "birth_country_mother",
    "birth_country_father",
    "nationality",
    "born_abroad",
    "foreign_nationality",
    "arrival_date",
    "arrival_year",
    "municipality",
    "district",
    "neighbourhood",
)

_BY_NAME = {column.name: column for column in COLUMNS}


def column(name: str) -> Column:
    """Return the column called ``name``; a KeyError says there is none."""
    return _BY_NAME[name]


def names_of(kind: Kind) -> tuple[str, ...]:
    """Return the names of all columns of one kind, in schema order."""
    return tuple(column.name for column in COLUMNS if column.kind is kind)
