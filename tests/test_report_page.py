"""The web page in a real browser: what it lets people do, and who can do it."""

from __future__ import annotations

import csv
import io
import json
import time
from dataclasses import replace
from pathlib import Path

import findings as study
import pytest
from browser import PROGRAM, browser

from clusters.labels import Label
from clusters.report import build_report, write_report
from clusters.report.blocks import Figure, Section
from clusters.report.drawings import AreaMap, Panel, Panels, Patch
from clusters.report.formats.explore import explorable
from clusters.report.formats.html import write_html

pytestmark = pytest.mark.skipif(
    PROGRAM is None, reason="Chromium is not installed (apt-get install chromium)"
)

AXE = (Path(__file__).parent / "axe" / "axe.min.js").read_text(encoding="utf-8")
WIDTHS = (1280, 375)
EVIL = '=1+1</script><img src=x onerror="document.title=1">'
OPEN_EVERYTHING = """
document.querySelectorAll('details').forEach(each => { each.open = true; });
document.querySelectorAll('#explore input').forEach(each => { each.checked = true; });
document.querySelector('#explore select').dispatchEvent(
    new Event('change', {bubbles: true}));
document.querySelector('#explore-more').click();
document.querySelectorAll('thead th button').forEach(each => each.click());
document.querySelectorAll('input[type=search]').forEach(each => {
    each.value = 'ja'; each.dispatchEvent(new Event('input', {bubbles: true}));
});
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("page")
    findings = study.make_findings(clusters=4, features=8, persons=2500)
    label = findings.labels["1"]
    evil = Label("1", EVIL, label.named_by, label.traits)
    write_report(replace(findings, labels={**findings.labels, "1": evil}), folder)
    return folder


@pytest.fixture(scope="module")
def drawn(tmp_path_factory):
    """A page with every drawing that the reports of the other fixtures lack."""
    panel = Panel("Kenniswerker", (100, None, 300), (110, 200, 310))
    band = Panel("2010", (100, 80, 60), low=(100, 70, 50), high=(100, 90, 70))
    ticks = ("2011", "2012", "2013")
    square = ((0.0, 0.0), (0.5, 0.0), (0.5, 1.0), (0.0, 1.0), (0.0, 0.0))
    beside = tuple((x + 0.5, y) for x, y in square)
    areas = (
        Patch("Centrum", (square,), (0.25, 0.5), 0.25, 0, "1", "cluster 1"),
        Patch("Acht<b>", (beside,), (0.75, 0.5), 0.25, None, "", "te weinig"),
    )
    by_kind = AreaMap(areas, 1.0, ("1", "twee even groot"), "te weinig", "kinds")
    by_step = AreaMap(areas, 1.0, ("minder", "meer"), "te weinig", "steps", small=True)
    blocks = (
        Figure(by_kind, "Het grootste cluster", "Een kaart."),
        Figure(by_step, "Hoe vaak", "Nog een kaart."),
        Figure(Panels((panel,), ticks, "nl", "gevonden", "elders"), "Typen", "Lijnen."),
        Figure(Panels((band,), ticks, "nl", highest=100), "Blijven", "Een band."),
    )
    findings = study.make_findings(clusters=2, features=3, persons=1000)
    report = replace(
        build_report(findings), sections=(Section("drawn", "Figuren", blocks),)
    )
    path = tmp_path_factory.mktemp("drawn") / "report.html"
    offered = explorable(findings)
    offered.content["tables"]["areas.csv"] = {
        "header": ["neighbourhood", "name", "cluster", "share"],
        "rows": [["A", "Centrum", "all", 100], ["A", "Centrum", "1", 62],
                 ["A", "Centrum", "2", None]],
    }  # fmt: skip
    write_html(report, offered, path)
    return path


@pytest.fixture(scope="module")
def english(tmp_path_factory):
    folder = tmp_path_factory.mktemp("english")
    write_report(
        study.make_findings(clusters=3, features=5, persons=1500, language="en"), folder
    )
    return folder


@pytest.fixture(scope="module")
def chromium():
    with browser() as opened:
        yield opened


@pytest.fixture
def page(chromium, folder):
    return chromium.open(folder / "report.html")


def column(page, table, number):
    """The texts of one column of a table, top to bottom."""
    return page.do(
        f"[...document.querySelectorAll('{table} tbody tr:not(.group)')]"
        f".map(row => row.cells[{number}].innerText.trim().split(/\\s/)[0])"
    )


def choose(page, name, value):
    page.do(
        f"{{ const it = byId('explore-{name}'); it.value = '{value}';"
        "it.dispatchEvent(new Event('change', {bubbles: true})) }"
    )


def find(page, word):
    page.do(
        f"{{ const field = byId('tables-find'); field.value = '{word}';"
        "field.dispatchEvent(new Event('input')) }"
    )


def status(page):
    return page.do("document.getElementById('explore-status').textContent")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("opened", [False, True], ids=["as it opens", "all in use"])
def test_axe_finds_nothing(chromium, folder, width, opened):
    page = chromium.open(folder / "report.html", width)
    if opened:
        page.do(OPEN_EVERYTHING)
    page.do(AXE)

    found = page.do("axe.run().then(found => found.violations)")

    assert [(each["id"], [at["html"] for at in each["nodes"]]) for each in found] == []


@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_in_any_drawing(chromium, drawn, width):
    page = chromium.open(drawn, width)
    page.do(
        "document.querySelectorAll('.look select').forEach(list => {"
        "list.selectedIndex = 1; list.dispatchEvent(new Event('change')) })"
    )
    page.do(AXE)

    found = page.do("axe.run().then(found => found.violations)")

    assert [(each["id"], [at["html"] for at in each["nodes"]]) for each in found] == []
    assert page.do("document.documentElement.scrollWidth") == width
    assert page.said == []


def test_a_dot_tells_its_value_where_it_is_pointed_at(chromium, drawn):
    page = chromium.open(drawn)

    told = page.do(
        "[...document.querySelectorAll('.panels title')].map(e => e.textContent)"
    )

    assert told[0] == "2011 (elders): 110"
    assert "2013 (gevonden): 300" in told


def test_an_outline_stands_on_the_page_once(chromium, drawn):
    page = chromium.open(drawn)

    outlines = page.do("document.querySelectorAll('defs path[id]').length")
    used = page.do(
        "[...document.querySelectorAll('use.area')].every(e => "
        "document.querySelector(e.getAttribute('href')))"
    )

    assert outlines == 2
    assert used


def test_an_area_is_chosen_from_a_list_and_told(chromium, drawn):
    page = chromium.open(drawn)
    page.do(
        "{ const list = document.querySelector('.look select');"
        "list.selectedIndex = [...list.options].findIndex(e => e.text === 'Centrum');"
        "list.dispatchEvent(new Event('change')) }"
    )

    told = page.do("document.querySelector('.told').innerText").split("\n")

    assert told == ["Centrum: cluster 1", "Cluster 1: 62\u00a0%", "Cluster 2: ."]
    assert "Centrum" in page.do("document.getElementById('said').textContent")
    assert (
        page.do("document.querySelector('.chosen').getAttribute('href')") == "#area-1"
    )


def test_an_area_is_pointed_at_and_told_until_the_pointer_leaves(chromium, drawn):
    page = chromium.open(drawn)
    at = (
        "{ const shape = document.querySelectorAll('.areas .area')[1];"
        "shape.dispatchEvent(new PointerEvent('pointerover', {bubbles: true})) }"
    )
    page.do(at)
    pointed = page.do("document.querySelector('.told').innerText")
    page.do("document.querySelector('.areas').dispatchEvent(new Event('pointerleave'))")

    assert pointed == "Acht<b>: te weinig"
    assert page.do("document.querySelector('.told').innerText") == ""


@pytest.mark.parametrize("scripts", [True, False], ids=["with script", "without"])
@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_leaves_and_nothing_goes_wrong(chromium, folder, width, scripts):
    page = chromium.open(folder / "report.html", width, scripts=scripts)
    if scripts:
        page.do(OPEN_EVERYTHING)

    asked = [each for each in page.requests if not each.startswith("data:")]

    assert asked == [(folder / "report.html").as_uri()]
    assert page.said == []


@pytest.mark.parametrize("width", WIDTHS)
def test_the_page_is_as_wide_as_the_screen_and_tables_scroll(chromium, folder, width):
    page = chromium.open(folder / "report.html", width)
    page.do(OPEN_EVERYTHING)

    wide = page.do("document.documentElement.scrollWidth")
    stops = page.do(
        "[...document.querySelectorAll('.wide')].filter(each => !each.hidden)"
        ".every(e => (e.scrollWidth > e.clientWidth) === (e.tabIndex === 0))"
    )

    assert wide == width
    assert stops


def test_without_script_all_content_is_shown_and_no_idle_button(chromium, folder):
    def shown(page):
        return page.do("document.querySelector('main').innerText")

    page = chromium.open(folder / "report.html", scripts=False)
    without = shown(page)
    buttons = page.do("document.querySelectorAll('button').length")
    idle = page.do(
        "[...document.querySelectorAll('button, input, select')]"
        ".filter(each => each.checkVisibility()).length"
    )
    whole = shown(chromium.open(folder / "report.html"))

    assert buttons
    assert idle == 0
    assert "Zelf vergelijken" in whole
    for line in without.splitlines():
        assert line.strip().split("\t")[0] in whole


def test_a_name_that_is_markup_stays_a_name(page):
    assert page.do("document.title").startswith("Internationals in beeld")
    assert page.do("document.querySelectorAll('main img[src=x]').length") == 0
    assert EVIL in page.do("document.querySelector('nav').textContent")
    assert EVIL in page.do("document.querySelector('#explore thead').textContent")


@pytest.mark.parametrize(
    "attempt",
    [
        "document.body.innerHTML += '<p>'",
        "document.createElement('script').textContent = 'document.title = 1'",
        "document.body.append(Object.assign(document.createElement('script'), "
        "{src: 'https://example.org/a.js'}))",
        "eval('1')",
        "fetch('https://example.org/')",
        "Object.assign(new Image(), {src: 'https://example.org/a.png'})",
        "document.body.setAttribute('style', 'color: red')",
    ],
)
def test_the_policy_refuses_what_is_not_ours(page, attempt):
    broken = page.do(
        "new Promise(async done => {"
        "addEventListener('securitypolicyviolation', told => done(told.disposition));"
        f"try {{ await ({attempt}) }} catch {{ }}"
        "setTimeout(() => done('nothing'), 500) })"
    )

    assert broken == "enforce"


@pytest.mark.parametrize("file", ["profiles", "sizes", "funnel", "drilldown"])
def test_a_saved_table_is_the_delivered_one_to_the_byte(page, folder, tmp_path, file):
    page.ask(
        "Browser.setDownloadBehavior", behavior="allow", downloadPath=str(tmp_path)
    )
    page.do(f"document.querySelector('button[data-file=\"{file}.csv\"]').click()")

    saved = tmp_path / f"{file}.csv"
    for _ in range(100):
        if saved.exists() and saved.stat().st_size:
            break
        time.sleep(0.05)

    assert saved.read_bytes() == (folder / "tables" / f"{file}.csv").read_bytes()
    assert page.do("document.getElementById('said').textContent").startswith(file)


def test_a_saved_name_is_no_formula(page):
    text = page.do("csv(released.tables['sizes.csv'])")

    names = [row["label"] for row in csv.DictReader(io.StringIO(text))]

    assert f"'{EVIL}" in names


def test_the_page_holds_released_values_only(page, folder):
    content = json.loads(page.do("document.getElementById('released').textContent"))

    assert set(content) == {
        "language", "marker", "words", "features", "above", "tables",
    }  # fmt: skip
    for file, table in content["tables"].items():
        with (folder / "tables" / file).open(encoding="utf-8", newline="") as delivered:
            header, *rows = csv.reader(delivered)
        assert table["header"] == header
        assert [["" if each is None else str(each) for each in row]
                for row in table["rows"]] == rows  # fmt: skip


def test_a_table_is_sorted_by_its_heading_and_back(page):
    table, said = "#glance table", "document.getElementById('said').textContent"
    heading = f"document.querySelectorAll('{table} thead th')[1]"
    before = column(page, table, 1)
    numbers = [int(text.replace(".", "")) for text in before]

    page.do(f"{heading}.querySelector('button').click()")
    falling = column(page, table, 1)
    assert page.do(f"{heading}.ariaSort") == "descending"
    assert page.do(said) == "Gesorteerd op Personen, aflopend"
    page.do(f"{heading}.querySelector('button').click()")
    rising = column(page, table, 1)
    assert page.do(f"{heading}.ariaSort") == "ascending"
    page.do(f"{heading}.querySelector('button').click()")

    def plain(texts):
        return [int(text.replace(".", "")) for text in texts]

    assert plain(falling) == sorted(numbers, reverse=True)
    assert plain(rising) == sorted(numbers)
    assert column(page, table, 1) == before
    assert page.do(f"{heading}.ariaSort") is None


def test_sorting_keeps_rows_under_their_heading_and_hidden_cells_last(page):
    groups = (
        "[...document.querySelectorAll('#tables table')[0].tBodies].map(body =>"
        "[...body.rows].map(row => row.cells[0].innerText).sort())"
    )
    before = page.do(groups)

    page.do("document.querySelectorAll('#tables thead button')[2].click()")

    assert page.do(groups) == before
    assert page.do(
        "[...document.querySelectorAll('#tables table')[0].tBodies].every(body => "
        "body.rows[0].classList.contains('group'))"
    )
    for texts in page.do(
        "[...document.querySelectorAll('#tables table')[0].tBodies].map(body =>"
        "[...body.rows].slice(1).map(row => row.cells[2].innerText))"
    ):
        shown = [int(text) for text in texts if text != "."]
        assert shown == sorted(shown, reverse=True)
        assert texts == [*map(str, shown), *["."] * (len(texts) - len(shown))]


def test_sorting_works_from_the_keyboard(page):
    page.do("document.querySelector('#glance thead button').focus()")

    page.press("Enter")

    assert page.do("document.querySelector('#glance thead th').ariaSort") == "ascending"


def test_a_word_finds_rows_and_their_headings(page):
    find(page, "VROUW")

    rows = page.do(
        "[...document.querySelectorAll('#tables tr')]"
        ".filter(row => row.checkVisibility()).map(row => row.cells[0].innerText)"
    )

    assert rows[1:] == ["Geslacht", "vrouw"]
    said = page.do("document.querySelector('#tables .status').textContent")
    assert said.startswith("1 van ")


def test_chosen_clusters_stand_beside_everybody_with_the_released_shares(page, folder):
    choose(page, "what", "feature sex")
    choose(page, "least", "0")
    page.do("document.querySelectorAll('#explore input')[2].click()")
    with (folder / "tables" / "profiles.csv").open(encoding="utf-8") as file:
        released = {
            (row["cluster"], row["category"]): row["share"] or "."
            for row in csv.DictReader(file)
            if row["feature"] == "sex"
        }

    for place, cluster in enumerate(["all", "1", "2", "3"], start=1):
        expected = [share for (whose, _), share in released.items() if whose == cluster]
        assert column(page, "#explore table", place) == expected
    number = len(released) // 5
    told = f"{number} van {number} antwoorden, cluster 1, 2 en 3 naast allen."
    assert status(page) == told


def test_only_differences_of_some_size_are_shown_the_largest_first(page):
    choose(page, "least", "20")
    choose(page, "order", "all")

    offs = page.do(
        "[...document.querySelectorAll('#explore tbody tr')].map(row => Math.max("
        "...[...row.querySelectorAll('.off')].map(off => "
        "Math.abs(Number(off.textContent.replace('\\u2212', '-'))))))"
    )

    assert offs
    assert offs == sorted(offs, reverse=True)
    assert min(offs) >= 20


def test_nothing_chosen_and_nothing_found_are_told(page):
    choose(page, "what", "feature sex")
    page.do(
        "document.querySelectorAll('#explore input:checked').forEach(e => e.click())"
    )

    assert status(page) == "Kies ten minste één cluster."
    assert page.do("document.querySelector('#explore .wide').hidden")


def test_the_rest_is_shown_when_asked_and_reading_goes_on_there(page):
    choose(page, "least", "0")
    first = len(column(page, "#explore table", 0))

    page.do("document.getElementById('explore-more').click()")

    assert first == 20
    assert len(column(page, "#explore table", 0)) > first
    assert page.do("document.activeElement.closest('#explore table') !== null")
    assert page.do("document.getElementById('explore-more').hidden")


def test_the_page_of_a_cluster_leads_to_its_comparison(page):
    page.do("document.querySelector('#cluster-3 a[href=\"#explore\"]').click()")

    chosen = page.do(
        "[...document.querySelectorAll('#explore input:checked')].map(e => e.value)"
    )

    assert chosen == ["3"]
    assert "cluster 3 naast allen" in status(page)


def test_the_chapter_on_crossings_leads_to_each_of_them_for_all_clusters(page):
    links = '#crossings a[href="#explore"]'
    told = page.do(f"document.querySelector('{links}').textContent")

    page.do(f"document.querySelector('{links}').click()")

    assert told == "Zet de clusters zelf naast elkaar: Herkomst"
    assert page.do("byId('explore-what').value") == "feature origin"
    assert status(page).endswith("cluster 1, 2, 3 en 4 naast allen.")


def test_what_a_hidden_share_exceeds_is_said_where_it_may_be(page):
    above = page.do("released.above")
    told = page.do(
        "answers().flatMap(answer => ['1', '2', '3', '4'].map(each => "
        "shareCell(answer, each).textContent)).filter(text => text.startsWith('>'))"
    )

    assert len(told) == len([each for each in above if each[0] != "all"])


@pytest.mark.parametrize("width", WIDTHS)
def test_printing_shows_the_content_and_no_controls(chromium, folder, width):
    page = chromium.open(folder / "report.html", width)
    find(page, "vrouw")
    page.ask("Emulation.setEmulatedMedia", media="print")

    content = (
        "main section:not(.screen) :is(tr, p:not(.find, .status, .screen), li, img)"
    )
    controls = "nav, main input, main select, main button[data-file]"

    def seen(selector):
        return page.do(
            f"[...document.querySelectorAll('{selector}')]"
            ".map(each => each.checkVisibility())"
        )

    assert all(seen(content))
    assert len(seen(content)) > 100
    assert not any(seen(controls))
    assert seen("#explore table") == [False]
    choose(page, "least", "20")
    assert seen("#explore table") == [True]
    assert not any(seen(controls))


def test_the_english_page_is_english_and_passes_too(chromium, english):
    page = chromium.open(english / "report.html")
    page.do(AXE)
    page.do("document.querySelectorAll('thead .right button')[0].click()")

    assert page.do("axe.run().then(found => found.violations.length)") == 0
    assert status(page).endswith(" answers, cluster 1 and 2 beside all.")
    assert page.do("document.getElementById('said').textContent").endswith("descending")


@pytest.mark.parametrize("clusters", [0, 1, 12])
@pytest.mark.parametrize("width", WIDTHS)
def test_any_number_of_clusters_fits(chromium, tmp_path, clusters, width):
    findings = study.make_findings(clusters, features=6, persons=4000)
    path = tmp_path / "report.html"
    write_html(build_report(findings), explorable(findings), path)

    page = chromium.open(path, width)
    page.do("document.querySelectorAll('#explore input').forEach(e => e.click())")

    assert page.said == []
    assert page.do("document.documentElement.scrollWidth") == width
    assert page.do("byId('explore') !== null") is (clusters > 0)
    assert path.stat().st_size < 1_000_000


def test_the_first_stop_of_the_keyboard_skips_to_the_content(page):
    page.press("Tab")
    first = page.do(
        "[document.activeElement.className, getComputedStyle(document.activeElement)"
        ".outlineStyle, document.activeElement.getBoundingClientRect().left >= 0]"
    )

    page.press("Enter")

    assert first == ["skip", "solid", True]
    assert page.do("document.activeElement.id") == "content"


def test_every_stop_of_the_keyboard_is_seen_and_has_a_name(chromium, folder):
    page = chromium.open(folder / "report.html", 375)
    page.do("document.querySelector('nav details').open = true")
    stops = page.do("document.querySelectorAll('a, button, input, select').length")

    for _ in range(min(stops, 60)):
        page.press("Tab")
        name, outline, wide = page.do(
            "(() => { const it = document.activeElement; return ["
            "it.textContent || it.labels?.length || it.getAttribute('aria-labelledby'),"
            "getComputedStyle(it).outlineStyle, it.getBoundingClientRect().width]})()"
        )
        assert name
        assert outline != "none"
        assert wide > 0


def test_who_wants_less_motion_gets_none(chromium, folder):
    moving = "getComputedStyle(document.documentElement).scrollBehavior"
    page = chromium.open(folder / "report.html")
    page.ask(
        "Emulation.setEmulatedMedia",
        features=[{"name": "prefers-reduced-motion", "value": "reduce"}],
    )

    assert page.do(moving) == "auto"
