"""Chapters that would end on a page with hardly anything on it."""

import pytest

from clusters.report.formats.last_pages import End, set_closer


def told(*ends):
    """The ends of the contents and of chapters, whatever is set closer."""
    return [End(page, down) for page, down in ends]


@pytest.mark.parametrize(
    ("down", "closer"), [(3.0, {1}), (8.5, {1}), (8.7, set()), (20.0, set())]
)
def test_a_chapter_is_set_closer_if_its_last_page_would_hold_little(down, closer):
    def ends_of(chosen):
        last = (4, 27.0) if 1 in chosen else (5, down)
        return told((1, 9.0), (2, 5.0), last)

    assert set_closer(ends_of) == closer


def test_a_chapter_of_one_page_is_left_as_it_is():
    assert set_closer(lambda _: told((1, 9.0), (2, 3.0))) == frozenset()


def test_a_chapter_that_would_take_as_many_pages_is_left_as_it_is():
    assert set_closer(lambda _: told((1, 9.0), (3, 3.0))) == frozenset()
