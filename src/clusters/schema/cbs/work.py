"""CBS tables about jobs, benefits and the main source of income."""

from __future__ import annotations

from clusters.schema.cbs.table import (
    BEGIN,
    END,
    CbsTable,
    Preference,
    Unit,
    Variable,
    key,
)
from clusters.schema.text import Text

SPOLISBUS = CbsTable(
    "SPOLISBUS",
    Text(
        "Banen per maand; van meer banen op de peildatum telt die met het hoogste "
        "basisloon, dan de meeste uren, dan het laagste nummer",
        "Jobs per month; of several jobs at the reference date the one with the "
        "highest base wage counts, then the most hours, then the lowest number",
    ),
    "BUS",
    Unit.PERSON,
    (
        *key(Unit.PERSON),
        Variable("IKVID", Text("Nummer van de baan", "Number of the job")),
        Variable("SDATUMAANVANGIKO", BEGIN, required=True),
        Variable("SDATUMEINDEIKO", END, required=True),
        Variable(
            "SSOORTBAAN",
            Text(
                "Soort baan: directeur, stage, WSW, uitzend, oproep, overig",
                "Kind of job: director, intern, sheltered, agency, on-call, other",
            ),
            {
                "working_relation": {
                    "1": "self_employed",
                    "2": "other",
                    "3": "other",
                    "4": "agency",
                    "5": "on_call",
                    "9": "regular",
                }
            },
        ),
        Variable(
            "SCONTRACTSOORT",
            Text("Onbepaalde of bepaalde tijd", "Permanent or temporary"),
            {"contract": {"O": "permanent", "B": "temporary", "N": ""}},
        ),
        Variable(
            "SBI2008",
            Text("Bedrijfstak van de werkgever", "Industry of the employer"),
            {"sector": {}},
            published=False,
        ),
        # Bonus and holiday pay fall in some months only; the base wage does not.
        Variable(
            "SBASISLOON",
            Text(
                "Basisloon van de periode, zonder overwerk en bijzondere beloning",
                "Base wage of the period, without overtime and bonus",
            ),
            {"wage": {}},
        ),
        Variable(
            "SBASISUREN",
            Text(
                "Basisuren van de periode; omgerekend naar uren per week",
                "Base hours of the period; turned into hours a week",
            ),
            {"weekly_hours": {}},
        ),
        Variable(
            "SBAANDAGEN",
            Text("Dagen van de baan in de periode", "Days of the job in the period"),
        ),
    ),
    begin="SDATUMAANVANGIKO",
    end="SDATUMEINDEIKO",
    prefer=(
        Preference("SBASISLOON", largest=True, numeric=True),
        Preference("SBASISUREN", largest=True, numeric=True),
        Preference("IKVID"),
    ),
)

BIJSTANDUITKERINGTAB = CbsTable(
    "BIJSTANDUITKERINGTAB",
    Text("Bijstandsuitkeringen", "Social assistance benefits"),
    "TAB",
    Unit.PERSON,
    (
        *key(Unit.PERSON),
        Variable(
            "BIJSTANDaanvangUitkeringPersoon1A",
            BEGIN,
            required=True,
        ),
        Variable("BIJSTANDEindeUitkeringPersoon1A", END),
        Variable(
            "BIJSTANDStatistiekcodeA",
            Text("Regeling", "Scheme"),
            {
                "benefit": {
                    **dict.fromkeys(("01", "13", "15", "16"), "social_assistance"),
                    **dict.fromkeys(("02", "03"), "social_assistance"),
                    **dict.fromkeys(("14", "20"), "social_assistance"),
                    # A supplement beside other income or studies.
                    **dict.fromkeys(("18", "19"), "other"),
                }
            },
            required=True,
        ),
    ),
    begin="BIJSTANDaanvangUitkeringPersoon1A",
    end="BIJSTANDEindeUitkeringPersoon1A",
    prefer=(Preference("BIJSTANDStatistiekcodeA"),),
)

_WORK = ("11", "12", "13", "14", "15")
_OWN_BUSINESS = ("12", "13", "14", "15")

SECMBUS = CbsTable(
    "SECMBUS",
    Text("Sociaaleconomische positie", "Socio-economic position"),
    "BUS",
    Unit.PERSON,
    (
        *key(Unit.PERSON),
        Variable("AANVSECM", BEGIN, required=True),
        Variable("EINDSECM", END),
        # The flags come before SECM: a benefit beside a job is not the main source.
        *(
            Variable(
                f"XKOPPEL{name}SECM",
                Text(f"Heeft ook: {nl}", f"Also has: {en}"),
                {"benefit": {"1": benefit, "0": ""}},
            )
            for name, nl, en, benefit in (
                ("BIJSTAND", "bijstand", "social assistance", "social_assistance"),
                ("WERKLUITK", "werkloosheidsuitkering", "unemployment", "unemployment"),
                ("ZIEKTEAO", "ziekte, arbeidsongeschikt", "disability", "disability"),
                ("PENSIOEN", "pensioen", "pension", "pension"),
                ("SOCVOORZOV", "overige uitkering", "other benefit", "other"),
            )
        ),
        Variable(
            "SECM",
            Text("Voornaamste bron van inkomen", "Main source of income"),
            {
                "income_source": {
                    "11": "employee",
                    **dict.fromkeys(_OWN_BUSINESS, "self_employed"),
                    "21": "unemployment",
                    "22": "social_assistance",
                    "23": "other_benefit",
                    "24": "disability",
                    "25": "pension",
                    "26": "student",
                    "31": "student",
                    "32": "none",
                },
                # Read for those without a job in SPOLISBUS.
                "working_relation": {
                    **dict.fromkeys(_OWN_BUSINESS, "self_employed"),
                    "*": "",
                },
                "benefit": {
                    **dict.fromkeys((*_WORK, "26", "31", "32"), "none"),
                    "21": "unemployment",
                    "22": "social_assistance",
                    "23": "other",
                    "24": "disability",
                    "25": "pension",
                },
            },
            required=True,
        ),
    ),
    begin="AANVSECM",
    end="EINDSECM",
)

# In this order: where two tables fill a column, the earlier one is asked first.
TABLES = (
    SPOLISBUS,
    BIJSTANDUITKERINGTAB,
    SECMBUS,
)
