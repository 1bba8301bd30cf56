"""What somebody lives on, does and has learnt."""

from __future__ import annotations

from clusters.schema.column import YES_NO, Column, Kind, Theme, codes_of
from clusters.schema.text import Text

EURO = Text("euro", "euro")
EURO_A_YEAR = Text("euro per jaar", "euro a year")
# Our choice, wide: beyond them stand codes for unknown, cents and mistakes. Incomes and
# wealth may be negative, for who runs a business at a loss or owes more than they own.
LARGEST_INCOME = 100_000_000
LARGEST_WEALTH = 10_000_000_000

SOCIOECONOMIC: tuple[Column, ...] = (
    Column(
        "income_source",
        Text("Voornaamste bron van inkomen", "Main source of income"),
        Theme.SOCIOECONOMIC,
        Kind.CODE,
        codes_of(
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
        Theme.SOCIOECONOMIC,
        Kind.CODE,
        codes_of(
            ("permanent", "vast contract", "permanent contract"),
            ("temporary", "tijdelijk contract", "temporary contract"),
        ),
        empty=Text("onbekend of geen werknemer", "unknown or not an employee"),
    ),
    Column(
        "working_relation",
        Text("Arbeidsrelatie", "Working relation"),
        Theme.SOCIOECONOMIC,
        Kind.CODE,
        codes_of(
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
        Theme.SOCIOECONOMIC,
        Kind.CODE,
        empty=Text("onbekend of niet werkend", "unknown or not in work"),
    ),
    Column(
        "weekly_hours",
        Text("Arbeidsduur per week", "Working hours a week"),
        Theme.SOCIOECONOMIC,
        Kind.NUMBER,
        unit=Text("uur per week", "hours a week"),
        low=0,
        high=168,
        empty=Text("onbekend of niet werkend", "unknown or not in work"),
    ),
    Column(
        "wage",
        Text("Brutoloon per maand", "Gross wage a month"),
        Theme.SOCIOECONOMIC,
        Kind.NUMBER,
        unit=Text("euro per maand", "euro a month"),
        low=0,
        high=1_000_000,
        in_euro=True,
        empty=Text("onbekend of geen werknemer", "unknown or not an employee"),
    ),
    Column(
        "personal_income",
        Text("Persoonlijk inkomen", "Personal income"),
        Theme.SOCIOECONOMIC,
        Kind.NUMBER,
        unit=EURO_A_YEAR,
        low=-LARGEST_INCOME,
        high=LARGEST_INCOME,
        in_euro=True,
    ),
    Column(
        "household_income",
        Text(
            "Gestandaardiseerd besteedbaar huishoudensinkomen",
            "Standardised disposable household income",
        ),
        Theme.SOCIOECONOMIC,
        Kind.NUMBER,
        unit=EURO_A_YEAR,
        low=-LARGEST_INCOME,
        high=LARGEST_INCOME,
        in_euro=True,
    ),
    Column(
        "household_income_total",
        Text(
            "Besteedbaar huishoudensinkomen, niet gestandaardiseerd",
            "Disposable household income, not standardised",
        ),
        Theme.SOCIOECONOMIC,
        Kind.NUMBER,
        unit=EURO_A_YEAR,
        low=-LARGEST_INCOME,
        high=LARGEST_INCOME,
        in_euro=True,
        empty=Text(
            "onbekend, of gestandaardiseerd geleverd",
            "unknown, or delivered standardised",
        ),
    ),
    Column(
        "wealth",
        Text("Vermogen van het huishouden", "Wealth of the household"),
        Theme.SOCIOECONOMIC,
        Kind.NUMBER,
        unit=EURO,
        low=-LARGEST_WEALTH,
        high=LARGEST_WEALTH,
        in_euro=True,
    ),
    Column(
        "education",
        Text("Hoogst behaald onderwijsniveau", "Highest education attained"),
        Theme.SOCIOECONOMIC,
        Kind.CODE,
        codes_of(
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
        Theme.SOCIOECONOMIC,
        Kind.CODE,
        YES_NO,
    ),
    Column(
        "benefit",
        Text("Uitkering", "Benefit"),
        Theme.SOCIOECONOMIC,
        Kind.CODE,
        codes_of(
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
)
