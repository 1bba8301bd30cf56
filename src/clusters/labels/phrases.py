"""The phrase list: config/labels.<language>.toml, words for what stands out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clusters.errors import SettingsError
from clusters.schema import NOT_APPLICABLE, UNKNOWN
from clusters.settings.base import Frozen
from clusters.settings.load import read_toml, validated

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from clusters.schema import FeatureMeaning

# Instead of a band itself, a phrase may stand at the lower or upper third of the bands:
# an analyst may draw other bands, and young stays young.
_LOW, _HIGH = "low", "high"


class _PhraseFile(Frozen):
    """``phrases.<topic>.<feature>.<category>``; topics stand in the order of a name.

    ``same`` are pairs of phrases that say too much the same to stand in one name.
    """

    often: str
    more: str
    average: str
    same: tuple[tuple[str, str], ...] = ()
    phrases: dict[str, dict[str, dict[str, str]]]


@dataclass(frozen=True)
class Phrases:
    """Words per feature and category, with the topic each belongs to."""

    often: str
    more: str
    average: str
    words: Mapping[tuple[str, str], tuple[int, str]]
    same: tuple[tuple[str, str], ...] = ()

    def find(self, feature: str, category: str) -> tuple[int, str] | None:
        """Return topic and words for a category; None where it is not to be named."""
        return self.words.get((feature, category))

    def repeat(self, words: Sequence[str]) -> bool:
        """Whether two of these phrases say the same, "often" before them or not."""

        def said(phrase: str) -> bool:
            return any(each.endswith(phrase) for each in words)

        return any(said(one) and said(other) for one, other in self.same)

    def join(self, words: Sequence[str]) -> str:
        """Return phrases as one name, with a capital."""
        name = ", ".join(words) if words else self.average
        return name[:1].upper() + name[1:]


def load_phrases(
    path: Path, dictionary: Sequence[FeatureMeaning], country: str
) -> Phrases:
    """Return the phrases that fit the categories of a study.

    ``country`` stands where a phrase says ``{country}``.

    Raises
    ------
    SettingsError
        If the file cannot be read or holds something else than phrases.
    """
    file = validated(_PhraseFile, read_toml(path), path)
    for key, template in (("often", file.often), ("more", file.more)):
        if "{}" not in template:
            raise SettingsError(
                f'{path}: {key} needs "{{}}" where the phrase goes.',
                f'{path}: {key} vraagt "{{}}" op de plaats van de woorden.',
            )
    meanings = {meaning.name: meaning for meaning in dictionary}
    words = {
        (feature, category): (topic, phrase.replace("{country}", country))
        for topic, features in enumerate(file.phrases.values())
        for feature, phrases in features.items()
        if feature in meanings
        for category, phrase in _by_category(meanings[feature], phrases).items()
    }
    return Phrases(file.often, file.more, file.average, words, file.same)


def _by_category(meaning: FeatureMeaning, phrases: Mapping[str, str]) -> dict[str, str]:
    empty = {UNKNOWN, NOT_APPLICABLE}
    codes = [each.code for each in meaning.categories if each.code not in empty]
    third = max(1, len(codes) // 3) if meaning.ordered else 0
    spread: dict[str, str | None] = {
        **dict.fromkeys(codes[:third], phrases.get(_LOW)),
        **dict.fromkeys(codes[len(codes) - third :], phrases.get(_HIGH)),
        **phrases,
    }
    for span in meaning.spans:
        said = {spread.get(code) for code in meaning.answers_in(span.code)}
        if len(said) == 1:  # bands with the same words have them together
            spread.setdefault(span.code, said.pop())
    known = [*codes, *(span.code for span in meaning.spans)]
    return {code: phrase for code in known if (phrase := spread.get(code))}
