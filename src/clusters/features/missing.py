"""Features that an extract cannot fill: what is said of them, when it is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.errors import ExtractError
from clusters.features.elsewhere import called
from clusters.schema import Notice, Text, Theme

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from clusters.features.feature import Feature

_THEMES = {
    Theme.DEMOGRAPHIC: "persoon en huishouden",
    Theme.SOCIOECONOMIC: "werk en inkomen",
    Theme.HOUSING: "wonen",
}


def refuse_empty_theme(filled: Collection[Theme], chosen: Iterable[Feature]) -> None:
    """Refuse a table of features that says nothing of a whole theme.

    Raises
    ------
    ExtractError
        With the columns that would fill it.
    """
    for theme in _THEMES:
        if theme not in filled:
            needed = sorted(
                {
                    name
                    for feature in chosen
                    if feature.theme is theme
                    for choices in feature.needs or ((feature.name,),)
                    for name in choices
                }
            )
            raise ExtractError(
                f"The extract holds no column for the {theme.value} theme, or only "
                "empty ones, so people would be clustered on half a life.\n"
                f"Columns that would do: {', '.join(needed) or 'none was asked for'}.\n"
                "Map one in [extract.columns].",
                f"De levering bevat voor het thema {_THEMES[theme]} geen kolom, of "
                "alleen lege, dus mensen zouden op een half leven worden ingedeeld.\n"
                f"Kolommen die volstaan: {', '.join(needed) or 'geen gevraagd'}.\n"
                "Wijs er een aan in [extract.columns].",
            )


def left_out(
    feature: Feature, absent: tuple[str, ...], nationality: Text | None
) -> Text:
    """Return that a feature is left out, because its columns are not delivered."""
    names = [name for choice in absent for name in choice.split(" or ")]
    told = [called(name, nationality) for name in names]
    return Notice(
        f"Kenmerk ‘{feature.meaning.nl}’ is weggelaten: de levering bevat niet "
        f"{' of '.join(f'‘{each.nl}’' for each in told)}.",
        f"Feature ‘{feature.meaning.en}’ is left out: the extract does not hold "
        f"{' or '.join(f'‘{each.en}’' for each in told)}.",
        asks="nothing",
    )


def nothing_known(feature: Feature) -> Text:
    """Return that a feature is left out, because nobody's answer is known."""
    return Notice(
        f"Kenmerk ‘{feature.meaning.nl}’ is weggelaten: van niemand in het onderzoek "
        "is het bekend.",
        f"Feature ‘{feature.meaning.en}’ is left out: it is known of nobody in the "
        "study.",
        asks="do",
    )
