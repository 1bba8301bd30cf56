from __future__ import annotations

from clusters.report.drawing.panel_shapes import graphs
from clusters.report.drawings import Panel, Panels


def test_a_line_stops_where_a_value_is_hidden():
    panel = Panel("a", (0, 50, None, 100), published=(None, 100, None, None))

    (graph,) = graphs(Panels((panel,), ("2011", "2012", "2013", "2014"), "nl"))

    assert graph.lines == ("6.0,90.0 82.0,48.0", "234.0,6.0")
    assert [(dot.x, dot.y) for dot in graph.published] == [(82.0, 6.0)]
    assert graph.highest == "100"


def test_a_band_runs_along_its_lower_edge_and_back_along_the_upper():
    panel = Panel("a", (100, 50), low=(80, 40), high=(100, 60))

    (graph,) = graphs(Panels((panel,), ("0", "1"), "nl", highest=100))

    assert graph.bands == ("6.0,22.8 234.0,56.4 234.0,39.6 6.0,6.0",)


def test_a_dot_tells_its_tick_its_series_and_its_value():
    panel = Panel("a", (1250,), published=(1000,))
    drawing = Panels((panel,), ("2017",), "nl", found="gevonden", published="elders")

    (graph,) = graphs(drawing)

    assert [dot.told for dot in graph.found] == ["2017 (gevonden): 1.250"]
    assert [dot.told for dot in graph.published] == ["2017 (elders): 1.000"]


def test_a_graph_of_hidden_values_only_is_empty():
    (graph,) = graphs(Panels((Panel("a", (None, None)),), ("0", "1"), "nl"))

    assert graph.lines == graph.found == graph.bands == ()
