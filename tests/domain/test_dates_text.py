"""Dates in words."""

import pytest

from border_atlas.domain.dates_text import say_date, say_end, say_life, say_short, say_start
from border_atlas.errors import DateError


@pytest.mark.parametrize(("text", "said"), [("2013", "2013"), ("2013-05", "May 2013"), ("2013-05-01", "1 May 2013")])
def test_a_date_is_said_as_precisely_as_known(text: str, said: str) -> None:
    assert say_date(text) == said


@pytest.mark.parametrize(("text", "said"), [("2013", "2013"), ("2013-09", "Sep 2013"), ("2026-01-05", "5 Jan 2026")])
def test_a_short_date_keeps_day_and_year(text: str, said: str) -> None:
    assert say_short(text) == said


@pytest.mark.parametrize("text", ["", "2013-13", "2013-00", "May 2013", "13-05-01", "2013-5"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(DateError, match="is no date; expected YYYY"):
        say_date(text)


def test_a_first_sight_is_no_start() -> None:
    assert say_start("2013", "first-seen") == "from 2013 (first seen)"


def test_a_last_sight_is_no_end() -> None:
    assert say_end("2014-05", "last-seen") == "until May 2014 (last seen, may have gone on)"


@pytest.mark.parametrize(
    ("life", "said"),
    [
        (("2011-06-27", "launched", "", "running", "2026-01-05"), "27 June 2011 – running, last shown 5 January 2026"),
        (("2003", "launched", "2008-05", "ended", ""), "2003 – May 2008"),
        (("2003", "decided", "2008", "mandate-ended", ""), "2003 (date of the decision) – 2008 (end of the mandate)"),
        (("2013", "first-seen", "", "unknown", ""), "from 2013 (first seen), end not known"),
        (("2013", "first-seen", "", "last-seen", "2014"), "from 2013 (first seen), may go on, last shown 2014"),
        (("", "unknown", "2014", "ended", ""), "until 2014, start not known"),
        (("", "", "", "", ""), "start and end not known"),
        (("2019", "first-seen", "2019", "last-seen", ""), "2019 (last seen, may have gone on)"),
        (("2019", "launched", "2019", "ended", ""), "2019"),
        (("2019", "unknown", "2020", "unknown", ""), "2019 – 2020 (not confirmed)"),
    ],
)  # fmt: skip
def test_a_life_tells_what_its_ends_rest_on(life: tuple[str, str, str, str, str], said: str) -> None:
    assert say_life(*life) == said
