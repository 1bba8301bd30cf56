"""The groups of origin and their names: eighteen, nine and ten of them."""

from __future__ import annotations

from dataclasses import dataclass

from clusters.schema import Text


@dataclass(frozen=True)
class OriginGroup:
    """A group of countries of origin; ``joined`` is the coarser group it is part of."""

    code: str
    name: Text
    joined: str = ""


# The groups of the WRR, as named by the city on its dashboard of 2020.
ORIGIN18: tuple[OriginGroup, ...] = (
    OriginGroup("NL", Text("Nederland", "The Netherlands"), "NL"),
    OriginGroup(
        "INDONESIA",
        Text("Indonesië / Nederlands-Indië", "Indonesia / Dutch East Indies"),
        "COLONIES",
    ),
    OriginGroup("BELGIUM", Text("België", "Belgium"), "WEST"),
    OriginGroup("TURKEY", Text("Turkije", "Turkey"), "TURKEY"),
    OriginGroup("MOROCCO", Text("Marokko", "Morocco"), "MOROCCO"),
    OriginGroup(
        "ANGLO", Text("Angelsaksische landen", "Anglo-Saxon countries"), "WEST"
    ),
    OriginGroup(
        "GERMAN", Text("Duitstalige landen", "German-speaking countries"), "WEST"
    ),
    OriginGroup(
        "SCAND", Text("Scandinavische landen", "Scandinavian countries"), "WEST"
    ),
    OriginGroup("MEDIT", Text("Mediterrane landen", "Mediterranean countries"), "WEST"),
    OriginGroup(
        "CEE", Text("Midden- en Oost-Europa", "Central and Eastern Europe"), "CEE"
    ),
    OriginGroup("ARAB", Text("Arabische landen", "Arab countries"), "AFRICA_ARAB"),
    OriginGroup("LATAM", Text("Latijns-Amerika", "Latin America"), "OTHER"),
    OriginGroup("SSA", Text("Sub-Sahara-Afrika", "Sub-Saharan Africa"), "AFRICA_ARAB"),
    OriginGroup("SASIA", Text("Zuid-Azië", "South Asia"), "ASIA"),
    OriginGroup("CASIA", Text("Centraal-Azië", "Central Asia"), "AFRICA_ARAB"),
    OriginGroup(
        "SEAPAC",
        Text("Zuidoost-Azië en de Pacific", "South-East Asia and the Pacific"),
        "OTHER",
    ),
    OriginGroup("EASIA", Text("Oost-Azië", "East Asia"), "ASIA"),
    OriginGroup(
        "WINDIES",
        Text("Voormalige West-Indische koloniën", "Former West Indian colonies"),
        "COLONIES",
    ),
)

# The nine groups of the city's maps per neighbourhood.
ORIGIN9: tuple[OriginGroup, ...] = (
    OriginGroup("NL", Text("Nederland", "The Netherlands")),
    OriginGroup(
        "COLONIES", Text("Voormalige Nederlandse koloniën", "Former Dutch colonies")
    ),
    OriginGroup(
        "WEST",
        Text(
            "Noord-, West- en Zuid-Europa en Angelsaksische landen",
            "North, West and South Europe and Anglo-Saxon countries",
        ),
    ),
    OriginGroup("CEE", Text("Midden- en Oost-Europa", "Central and Eastern Europe")),
    OriginGroup("TURKEY", Text("Turkije", "Turkey")),
    OriginGroup("MOROCCO", Text("Marokko", "Morocco")),
    OriginGroup(
        "AFRICA_ARAB",
        Text(
            "Arabische landen, Sub-Sahara-Afrika en Centraal-Azië",
            "Arab countries, Sub-Saharan Africa and Central Asia",
        ),
    ),
    OriginGroup("ASIA", Text("Zuid- en Oost-Azië", "South and East Asia")),
    OriginGroup(
        "OTHER",
        Text(
            "Zuidoost-Azië, de Pacific en Latijns-Amerika",
            "South-East Asia, the Pacific and Latin America",
        ),
    ),
)

# CBS, "Nieuwe indeling bevolking naar herkomst" (2022).
ORIGIN_CBS: tuple[OriginGroup, ...] = (
    OriginGroup("NL", Text("Nederland", "The Netherlands")),
    OriginGroup(
        "EUROPE", Text("Europa (exclusief Nederland)", "Europe (not the Netherlands)")
    ),
    OriginGroup("TURKEY", Text("Turkije", "Turkey")),
    OriginGroup("MOROCCO", Text("Marokko", "Morocco")),
    OriginGroup("SURINAME", Text("Suriname", "Suriname")),
    OriginGroup(
        "DUTCH_CARIBBEAN", Text("Nederlands-Caribisch gebied", "Dutch Caribbean")
    ),
    OriginGroup("INDONESIA", Text("Indonesië", "Indonesia")),
    OriginGroup("AFRICA", Text("Overig Afrika", "Other Africa")),
    OriginGroup("ASIA", Text("Overig Azië", "Other Asia")),
    OriginGroup(
        "AMERICA_OCEANIA",
        Text("Overig Amerika en Oceanië", "Other America and Oceania"),
    ),
)
