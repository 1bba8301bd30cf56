"""Whether a reader without a background can read the report, and finds the answers.

Two simple measures, which a reader of the test can check by hand: how long sentences
are, and how many words are long. The limits are our own choice. Flesch-Douma needs
syllables, and counting those in Dutch is guesswork.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from io import BytesIO

import findings as study
import pytest
from pypdf import PdfReader
from test_neighbourhoods import people, places_for

from clusters.findings.previous_edition import Change, Former, LastEdition
from clusters.report import build_report
from clusters.report.blocks import Bullets, Callout, Named, Paragraph, flat
from clusters.report.formats.dpia import dpia_annex
from clusters.report.formats.pdf import write_pdf
from clusters.report.formats.register import register_entry

# Our choice: B1 texts of Dutch municipalities stay under these.
MEAN_WORDS, MOST_WORDS = 12, 30
LONG, LONG_SHARE = 11, 0.12  # letters, and the part of words that may be as long
LAST = LastEdition(
    date(2019, 1, 1),
    by_persons=True,
    changes={"1": Change("survived", (Former("Jong", 900, 15, 80),))},
    vanished=(),
)


def prose(report) -> list[str]:
    told = []
    for section in report.sections:
        for block in flat(section.blocks):
            match block:
                case Paragraph():
                    told.append(block.text)
                case Bullets():
                    told += block.items
                case Named():
                    told += [text for _, text in block.items]
                case Callout():
                    told.append(block.text)
    return told


def sentences(texts: list[str]) -> list[list[str]]:
    """Words by sentence; what stands in brackets or quotes is looked up, not read."""
    found = []
    for text in texts:
        bare = re.sub(r"\([^()]*\)|‘[^’]*’", "", text.replace("\u00a0", " "))
        for sentence in re.split(r"(?<=[.!?:;])\s+", bare):
            words = re.findall(r"[^\W\d_]+", sentence)
            if len(words) > 2:
                found.append(words)
    return found


def assert_readable(texts: list[str]) -> None:
    told = sentences(texts)
    words = [word for sentence in told for word in sentence]
    longest = max(told, key=len)

    assert len(words) / len(told) <= MEAN_WORDS
    assert len(longest) <= MOST_WORDS, " ".join(longest)
    long_ = [word for word in words if len(word) >= LONG]
    assert len(long_) / len(words) <= LONG_SHARE, sorted(set(long_))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_sentences_are_short_and_words_are_everyday(language):
    findings = replace(study.make_findings(language=language), last=LAST)

    assert_readable(prose(build_report(findings)))


def test_the_register_is_written_for_everybody():
    entry = register_entry(study.make_findings())
    general = ("description_short", "goal", "proportionality", "human_intervention")

    assert_readable([line for key in general for line in entry[key].split("\n")])


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_annex_to_the_dpia_can_be_read(language):
    lines = dpia_annex(study.make_findings(language=language)).split("\n")
    told = [line for line in lines if line.startswith("- ") and line.count(",") < 6]

    assert_readable(told)


@pytest.fixture(scope="module")
def pages(tmp_path_factory) -> list[str]:
    path = tmp_path_factory.mktemp("questions") / "report.pdf"
    findings = study.make_findings()
    places = places_for(people(), findings.sizes.policy)
    write_pdf(build_report(replace(findings, last=LAST, places=places)), path)
    reader = PdfReader(BytesIO(path.read_bytes()))
    return [re.sub(r"\s+", " ", page.extract_text()) for page in reader.pages]


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        (
            "Welk cluster is het grootste?",
            "Het grootste is cluster 1, ‘Werknemer, part",
        ),
        ("Waarin verschillen de clusters?", "De clusters verschillen het meest in"),
        ("Waar wonen zij?", "Hier wonen er van elk cluster het meest: cluster"),
        ("Hoe zeker is dit?", "Deze indeling is redelijk zeker, maar niet de enige"),
        ("Wat is er veranderd sinds de vorige editie?", "op 1 januari 2019 ook al"),
        ("Waarvoor niet", "Gebruik het niet voor besluiten over personen"),
    ],
)
def test_the_first_page_of_the_summary_answers_what_readers_ask(
    question, answer, pages
):
    summary = pages[2]

    assert question in summary
    assert summary.index(question) < summary.index(answer)


def test_the_page_of_a_cluster_says_what_is_apart_how_sure_and_what_changed(pages):
    page = next(each for each in pages if "Cluster 1 van 7" in each)

    assert "% tegen" in page
    sure = page[page.index("Hoe zeker dit cluster is") :]
    assert "komt dit cluster bijna geheel terug (95 %). Deze indeling is" in sure
    assert "Op 1 januari 2019 telde dit cluster 900 personen (15 %)" in page


def test_the_page_of_a_cluster_has_its_most_frequent_answers_under_the_map(pages):
    page = next(each for each in pages if "Cluster 1 van 7" in each)

    assert page.index("Waar zij wonen") < page.index("Meest voorkomend antwoord")
