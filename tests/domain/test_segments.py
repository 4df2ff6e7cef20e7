"""A bar of a timeline never claims more than the dates do."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from border_atlas.data.dates import BEGINNING, parse_optional
from border_atlas.domain.segments import FADE_DAYS, Life, Part, Segment, bounds, segments, sure_span
from border_atlas.model import EndBasis, StartBasis

AS_OF = date(2026, 1, 5)


def life(
    start: str = "", start_basis: str = "launched", end: str = "", end_basis: str = "running", *,
    seen: str = "", earliest: date | None = None,
) -> Life:  # fmt: skip
    begin = parse_optional(start)
    first = earliest or (begin.first if begin else date(2000, 1, 1))
    return Life(begin, start_basis, parse_optional(end), end_basis, parse_optional(seen), first)


def drawn(of: Life) -> list[tuple[str, str, str]]:
    return [(s.part.value, s.begin.isoformat(), s.end.isoformat()) for s in segments(of, AS_OF)]


def signs(of: Life) -> list[tuple[Part, str]]:
    return [(s.part, s.sign) for s in segments(of, AS_OF) if s.sign]


def test_dates_known_to_the_day_give_one_sure_bar_without_marks() -> None:
    assert drawn(life("2010-03-01", end="2012-04-30", end_basis="ended")) == [("sure", "2010-03-01", "2012-04-30")]


def test_a_year_as_start_and_a_month_as_end_are_only_possible_at_both_ends() -> None:
    assert drawn(life("2010", end="2012-04", end_basis="ended")) == [
        ("possible", "2010-01-01", "2010-12-30"),
        ("sure", "2010-12-31", "2012-04-01"),
        ("possible", "2012-04-02", "2012-04-30"),
    ]


def test_a_single_year_has_no_sure_day() -> None:
    assert drawn(life("2012", end="2012", end_basis="ended")) == [("possible", "2012-01-01", "2012-12-31")]


def test_what_runs_goes_to_the_day_of_the_data_and_on() -> None:
    assert drawn(life("2020-01-01", seen="2026-01-05")) == [
        ("sure", "2020-01-01", "2026-01-05"),
        ("end mark", "2026-01-05", "2026-01-05"),
    ]
    assert signs(life("2020-01-01")) == [(Part.END_MARK, "▶")]


def test_what_runs_but_was_last_shown_earlier_is_only_possible_since() -> None:
    assert drawn(life("2020-01-01", seen="2025-03"))[:2] == [
        ("sure", "2020-01-01", "2025-03-01"),
        ("possible", "2025-03-02", "2026-01-05"),
    ]


@pytest.mark.parametrize("basis", ["last-seen", "unknown", ""])
def test_an_end_that_no_source_states_gets_a_question_mark(basis: str) -> None:
    assert signs(life("2010", end="2012", end_basis=basis)) == [(Part.END_MARK, "?")]


def test_an_end_that_nobody_knows_is_possible_up_to_the_day_of_the_data() -> None:
    assert drawn(life("2015-12-01", end_basis="unknown", seen="2016-05")) == [
        ("sure", "2015-12-01", "2016-05-01"),
        ("possible", "2016-05-02", "2026-01-05"),
        ("end mark", "2026-01-05", "2026-01-05"),
    ]


def test_without_end_and_proof_only_the_start_is_sure() -> None:
    assert sure_span(life("2012-07-05", end_basis="unknown"), AS_OF) == (date(2012, 7, 5), date(2012, 7, 5))


def test_a_start_copied_from_the_mission_fades_in_for_three_years_at_most() -> None:
    first, *_ = segments(life("2000-01-01", "inherited", end="2020-01-01", end_basis="ended"), AS_OF)
    assert (first.part, first.begin) == (Part.FADE, date(2000, 1, 1))
    span = sure_span(life("2000-01-01", "inherited", end="2020-01-01", end_basis="ended"), AS_OF)
    assert span is not None
    assert (span[0] - date(2000, 1, 1)).days == FADE_DAYS


def test_a_start_nobody_knows_fades_in_up_to_the_first_proof() -> None:
    parts = segments(life("", "unknown", end="2008-12-22", end_basis="ended"), AS_OF)
    assert (parts[0].part, parts[0].sign) == (Part.BEGIN_MARK, "?")
    assert [part.part for part in parts[1:5]] == [Part.FADE] * 4
    assert parts[-1] == Segment(Part.SURE, date(2008, 12, 22), date(2008, 12, 22))


def test_without_any_date_nothing_is_sure() -> None:
    of = life("", "unknown", end_basis="unknown")
    assert sure_span(of, AS_OF) is None
    assert drawn(of)[1] == ("possible", "2000-01-01", "2026-01-05")


def test_a_mission_without_a_start_does_not_stretch_the_bar_to_the_year_1() -> None:
    of = life("", "unknown", end="2008-12-22", end_basis="ended", earliest=BEGINNING)
    assert bounds(of, AS_OF).begin == date(2005, 12, 23)


def test_a_first_seen_start_may_have_been_earlier() -> None:
    assert signs(life("2010", "first-seen", end="2012", end_basis="ended")) == [(Part.BEGIN_MARK, "?")]


DATES = st.builds(
    lambda day, size: day.isoformat()[:size],
    st.dates(date(1948, 1, 1), date(2026, 1, 5)),
    st.sampled_from([4, 7, 10]),
)


@given(
    start=st.just("") | DATES, start_basis=st.sampled_from([*StartBasis]), end=st.just("") | DATES,
    end_basis=st.sampled_from([*EndBasis]), seen=st.just("") | DATES,
)  # fmt: skip
def test_bars_follow_each_other_without_gap_or_overlap(
    start: str, start_basis: str, end: str, end_basis: str, seen: str
) -> None:
    begin, finish = parse_optional(start), parse_optional(end)
    if begin and finish and begin.first > finish.last:
        return
    bars = [
        s
        for s in segments(life(start, start_basis, end, end_basis, seen=seen, earliest=date(1948, 1, 1)), AS_OF)
        if not s.sign
    ]
    assert bars
    assert all(bar.begin <= bar.end for bar in bars)
    assert all((right.begin - left.end).days == 1 for left, right in pairwise(bars))
    assert bars[-1].end == (finish.last if finish else max(AS_OF, begin.last if begin else AS_OF))
    assert sum(bar.part == Part.SURE for bar in bars) <= 1
