"""What a report says where the other perspectives cannot be told: a sentence each."""

from __future__ import annotations

from clusters.schema import Text

NO_COLUMNS = Text(
    "De levering bevat niet: {columns}. Wie een regel nodig heeft die daarnaar vraagt, "
    "heeft een type dat niet te bepalen is.",
    "The extract does not hold: {columns}. Whoever needs a rule that asks for it has a "
    "type that cannot be determined.",
)
NO_LIMIT = Text(
    "Er is geen loongrens gekozen; kenniswerkers en arbeidsmigranten zijn daarom niet "
    "uit elkaar te houden.",
    "No wage limit was chosen, so knowledge workers cannot be told from labour "
    "migrants.",
)
NO_STATUS = Text(
    "Statushouders en hun gezin zijn niet apart genomen; zij zitten in andere typen.",
    "Status holders and their families were not set apart; they are in other types.",
)
NO_TYPE_YEARS = Text(
    "Typen per jaar ontbreken: er zijn geen bestanden van andere jaren geleverd, of "
    "die bevatten geen inkomensbron.",
    "Types by year are missing: no files of other years were delivered, or those hold "
    "no source of income.",
)
NO_ORIGINS = Text(
    "Herkomst ontbreekt: de levering bevat geen geboorteland.",
    "Origin is missing: the extract holds no country of birth.",
)
OWN_ORIGINS = Text(
    "Dit onderzoek verdeelt geboortelanden in eigen groepen. Herkomst van alle "
    "inwoners en per jaar is er alleen in de groepen van de WRR; hoe de clusters "
    "samengaan met de eigen groepen, staat bij de clusters en andere indelingen.",
    "This study divides countries of birth into groups of its own. Origins of all "
    "residents and by year are there in the groups of the WRR only; how the clusters "
    "go together with the study's own groups is told with clusters and other "
    "divisions.",
)
NO_PARENTS = Text(
    "Van wie hier is geboren, is de herkomst onbekend: de levering bevat de "
    "geboortelanden van de ouders niet.",
    "Of those born here the origin is unknown: the extract does not hold the parents' "
    "countries of birth.",
)
NO_ORIGIN_YEARS = Text(
    "Herkomst per jaar ontbreekt: er zijn geen bestanden van andere jaren geleverd, of "
    "die bevatten geen geboortelanden van personen en ouders.",
    "Origins by year are missing: no files of other years were delivered, or those do "
    "not hold the countries of birth of persons and parents.",
)
NOT_ALL_RESIDENTS = Text(
    "De levering bevat niet alle inwoners, maar alleen wie elders is geboren. De "
    "diversiteit en het type van de gemeente zijn daarom niet te bepalen.",
    "The extract does not hold all residents, but only those born elsewhere. So the "
    "diversity and the type of the municipality cannot be determined.",
)
HIDDEN_ORIGINS = Text(
    "Een deel van de herkomstgroepen is verborgen. De diversiteit en het type van de "
    "gemeente zijn daarom niet te bepalen.",
    "Some groups of origin are hidden. So the diversity and the type of the "
    "municipality cannot be determined.",
)
NO_ARRIVALS = Text(
    "Wie er naar jaar van vestiging wonen, is niet te zeggen: de levering bevat geen "
    "jaar van vestiging sinds 2010.",
    "Who live there by year of arrival cannot be told: the extract holds no year of "
    "arrival since 2010.",
)
NO_STAYS = Text(
    "De verblijfsduur tot vertrek ontbreekt: de levering bevat inwoners van één dag, "
    "en wie weer vertrok is daar niet bij. Daarvoor zijn bestanden van andere jaren "
    "nodig.",
    "The length of stay until departure is missing: the extract holds residents of one "
    "day, and those who left again are not among them. It needs files of other years.",
)
KEYS_DIFFER = Text(
    "De verblijfsduur tot vertrek ontbreekt: de bestanden van andere jaren volgen "
    "elkaar niet op, of kennen mensen onder andere sleutels.",
    "The length of stay until departure is missing: the files of other years do not "
    "follow one another, or know people by other keys.",
)
NO_MOVES = Text(
    "Hoeveel mensen per jaar komen en gaan, ontbreekt om dezelfde reden.",
    "How many people come and go each year is missing for the same reason.",
)
NO_CLUSTER_STAYS = Text(
    "Per cluster is nog niet te zeggen wie vertrekt: clusters zijn bekend van wie op "
    "de peildatum in de bestanden staat. Dat kan pas met een bestand van een later "
    "jaar.",
    "Who leaves cannot be told by cluster yet: clusters are known of those who are in "
    "the files on the reference date. It takes a file of a later year.",
)
TITLE = Text("Wat ontbreekt", "What is missing")
CANNOT_BE_TOLD = Text("Wat niet te zeggen is", "What cannot be told")
NOT_WEIGHTED = Text(
    "Dit is uit een steekproef met weegfactoren niet geteld.",
    "This was not counted from a sample with weights.",
)
