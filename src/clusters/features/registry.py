"""All features there are. To add one, put it here; write a function if it is computed.

The bands are our choice where no source is named: edges that Dutch readers know, and
that leave no band almost empty in the published figures of Eindhoven.
"""

from __future__ import annotations

from clusters.features import demographic, housing, socioeconomic
from clusters.features.bands import AGE, AREA, COUNT, DURATION, HOURS, MEMBERS, MONEY
from clusters.features.feature import Feature
from clusters.features.sectors import SECTOR_GROUPS
from clusters.schema import Text, Theme
from clusters.schema.column import codes_of

EDUCATION_LEVELS = codes_of(
    ("low", "laag", "low"),
    ("middle", "middelbaar", "middle"),
    ("high", "hoog", "high"),
)
_ARRIVAL = ("arrival_date", "arrival_year")

_DEMOGRAPHIC = (
    Feature(
        "age",
        Theme.DEMOGRAPHIC,
        Text("Leeftijd", "Age"),
        edges=(25, 35, 45, 55, 67),
        unit=AGE,
    ),
    Feature("sex", Theme.DEMOGRAPHIC, Text("Geslacht", "Sex")),
    Feature(
        "household_position",
        Theme.DEMOGRAPHIC,
        Text("Plaats in het huishouden", "Position in the household"),
    ),
    Feature(
        "minor_children",
        Theme.DEMOGRAPHIC,
        Text("Minderjarige kinderen thuis", "Children under 18 at home"),
        edges=(1, 2, 3),
    ),
    Feature(
        # of a survey that counts minors whoever their parents are
        "household_minors",
        Theme.DEMOGRAPHIC,
        Text("Andere minderjarigen in het huishouden", "Others under 18 at home"),
        answer=demographic.other_minors,
        needs=(("household_minors",), ("age",)),
        edges=(1, 2, 3),
        is_missed=False,
    ),
    Feature(
        "youngest_child_age",
        Theme.DEMOGRAPHIC,
        Text("Leeftijd jongste kind", "Age of youngest child"),
        edges=(4, 12, 18),
        unit=AGE,
        applies=demographic.has_children_at_home,
    ),
    Feature(
        "household_size",
        Theme.DEMOGRAPHIC,
        Text("Grootte van het huishouden", "Household size"),
        edges=(2, 3, 4, 5),
        unit=MEMBERS,
    ),
    Feature(
        "marital_status",
        Theme.DEMOGRAPHIC,
        Text("Burgerlijke staat", "Marital status"),
    ),
    Feature(
        "years_in_country",
        Theme.DEMOGRAPHIC,
        Text("Verblijfsduur", "Length of stay"),
        answer=demographic.years_in_country,
        needs=(_ARRIVAL,),
        edges=(1, 2, 3, 5, 7, 10),
        unit=DURATION,
        applies=demographic.arrived,
    ),
    Feature(
        "age_at_arrival",
        Theme.DEMOGRAPHIC,
        Text("Leeftijd bij vestiging", "Age at arrival"),
        answer=demographic.age_at_arrival,
        needs=(("age",), _ARRIVAL),
        edges=(18, 25, 35, 45),
        unit=AGE,
        applies=demographic.arrived,
    ),
)

_SOCIOECONOMIC = (
    Feature(
        "income_source",
        Theme.SOCIOECONOMIC,
        Text("Bron van inkomen", "Source of income"),
    ),
    Feature(
        "contract",
        Theme.SOCIOECONOMIC,
        Text("Contract", "Contract"),
        applies=socioeconomic.is_employee,
    ),
    Feature(
        "working_relation",
        Theme.SOCIOECONOMIC,
        Text("Arbeidsrelatie", "Working relation"),
        applies=socioeconomic.works,
    ),
    Feature(
        "sector",
        Theme.SOCIOECONOMIC,
        Text("Bedrijfstak", "Industry"),
        answer=socioeconomic.sector,
        codes=SECTOR_GROUPS,
        applies=socioeconomic.works,
    ),
    Feature(
        "weekly_hours",
        Theme.SOCIOECONOMIC,
        Text("Arbeidsduur per week", "Weekly hours"),
        edges=(12, 20, 30, 35),
        unit=HOURS,
        applies=socioeconomic.works,
    ),
    Feature(
        "wage",
        Theme.SOCIOECONOMIC,
        Text("Brutoloon per maand", "Gross wage a month"),
        edges=(1000, 2000, 3000, 4000, 5000),
        unit=MONEY,
        applies=socioeconomic.is_employee,
    ),
    Feature(
        # bands of the published table of types by income
        "personal_income",
        Theme.SOCIOECONOMIC,
        Text("Persoonlijk inkomen per jaar", "Personal income a year"),
        edges=(10_000, 20_000, 30_000, 50_000),
        unit=MONEY,
    ),
    Feature(
        "household_income",
        Theme.SOCIOECONOMIC,
        Text(
            "Huishoudensinkomen per jaar (gestandaardiseerd)",
            "Household income a year (standardised)",
        ),
        edges=(10_000, 15_000, 20_000, 25_000, 35_000),
        unit=MONEY,
    ),
    Feature(
        "wealth",
        Theme.SOCIOECONOMIC,
        Text("Vermogen van het huishouden", "Wealth of the household"),
        edges=(0, 5_000, 50_000, 200_000),
        unit=MONEY,
    ),
    Feature(
        "education",
        Theme.SOCIOECONOMIC,
        Text("Onderwijsniveau", "Education"),
        answer=socioeconomic.education,
        codes=EDUCATION_LEVELS,
        ordered=True,
    ),
    Feature(
        "in_education",
        Theme.SOCIOECONOMIC,
        Text("Volgt onderwijs", "In education"),
    ),
    Feature("benefit", Theme.SOCIOECONOMIC, Text("Uitkering", "Benefit")),
)

_HOUSING = (
    Feature("tenure", Theme.HOUSING, Text("Koop of huur", "Tenure")),
    Feature("dwelling_type", Theme.HOUSING, Text("Type woning", "Type of dwelling")),
    Feature(
        "dwelling_value",
        Theme.HOUSING,
        Text("WOZ-waarde", "Value of the dwelling"),
        edges=(150_000, 200_000, 250_000, 350_000),
        unit=MONEY,
    ),
    Feature(
        "floor_area_per_person",
        Theme.HOUSING,
        Text("Woonoppervlak per persoon", "Floor area per person"),
        answer=housing.floor_area_per_person,
        needs=(("floor_area",), ("household_size",)),
        edges=(20, 30, 45, 70),
        unit=AREA,
    ),
    Feature(
        "years_at_address",
        Theme.HOUSING,
        Text("Woonduur op het adres", "Time at the address"),
        answer=housing.years_at_address,
        needs=(("moved_in_date", "moved_in_year"),),
        edges=(1, 2, 5, 10),
        unit=DURATION,
    ),
    Feature(
        "cars",
        Theme.HOUSING,
        Text("Auto's in het huishouden", "Cars in the household"),
        edges=(1, 2),
        unit=COUNT,
    ),
)

FEATURES: tuple[Feature, ...] = (*_DEMOGRAPHIC, *_SOCIOECONOMIC, *_HOUSING)

# Features that bound each other by what they are, whoever answers: nobody lives longer
# at an address than in the country. They are one fact told twice in part, so within
# clusters they may go together.
BOUND = (
    ("age", "age_at_arrival"),
    ("age", "youngest_child_age"),
    ("floor_area_per_person", "household_size"),
    ("household_income", "personal_income"),
    ("household_income", "wage"),
    ("household_position", "household_size"),
    ("household_position", "minor_children"),
    ("household_position", "youngest_child_age"),
    ("household_size", "minor_children"),
    ("minor_children", "youngest_child_age"),
    ("years_at_address", "years_in_country"),
    ("age_at_arrival", "years_in_country"),
)
