"""Citations name the thing, the state of the data, the sources and a link."""

import pytest

from border_atlas.domain.citations import cite_area, cite_dataset, cite_mission, cite_view, link_to
from border_atlas.domain.select import select
from border_atlas.domain.selection import Selection
from border_atlas.domain.vocabulary import vocabulary_of
from border_atlas.errors import SelectionError
from tests.factories import make_dataset


def test_the_dataset_is_cited_with_size_and_version() -> None:
    cited = cite_dataset(make_dataset())
    assert cited.short == "Border Atlas (data as of 5 January 2026, version 20260105-test)"
    assert cited.long == (
        "Border Atlas: border management in peace operations. Dataset (2 missions, 3 border areas, 3 activities). "
        "Data as of 5 January 2026, version 20260105-test. Link: ?v=20260105-test . Licence: CC BY 4.0."
    )


def test_a_mission_is_cited_with_its_sources_and_mark() -> None:
    cited = cite_mission(make_dataset(), "alpha", address="https://atlas.example/")
    assert cited.short == "Border Atlas, ALPHA (data as of 5 January 2026, version 20260105-test)"
    assert cited.long == (
        "Border Atlas: border management in peace operations. “ALPHA – Alpha Border Mission”. "
        "Data as of 5 January 2026, version 20260105-test. Checked on 5 January 2026, verified. "
        "After: Publisher, “A page”. Link: https://atlas.example/?mission=alpha&v=20260105-test . Licence: CC BY 4.0."
    )


def test_what_rests_on_no_page_names_none() -> None:
    row = {"area_id": "x", "name": "X", "source_ids": ("general-knowledge",), "verified": "no", "checked_on": ""}
    dataset = make_dataset(areas=[row], activities=[], sources=[{"source_id": "general-knowledge"}])
    cited = cite_area(dataset, "x").long
    assert "Not verified." in cited
    assert "After" not in cited
    assert "Checked" not in cited


def test_a_view_is_cited_with_its_sentence_and_counts() -> None:
    dataset = make_dataset()
    view = select(dataset, Selection(organisations=("UN",)))
    cited = cite_view(dataset, view, vocabulary_of(dataset))
    assert cited.short.startswith("Border Atlas, “UN missions” (")
    assert "“UN missions” (1 mission · 2 border areas · 2 activities)." in cited.long
    assert "?org=UN&v=20260105-test " in cited.long


@pytest.mark.parametrize("cite", [cite_mission, cite_area])
def test_what_does_not_exist_cannot_be_cited(cite: type) -> None:
    with pytest.raises(SelectionError, match="“nobody” is no"):
        cite(make_dataset(), "nobody")


def test_links_are_readable_and_escaped() -> None:
    assert link_to({"org": "EU,UN", "q": "a b&c"}) == "?org=EU,UN&q=a+b%26c"
    assert link_to({}, "https://atlas.example/") == "https://atlas.example/"
    assert link_to({}) == "?"
    assert link_to({"org": "UN"}, "https://atlas.example") == "https://atlas.example/?org=UN"
    assert link_to({"org": "UN"}, "https://atlas.example/missions") == "https://atlas.example/missions?org=UN"


def test_quotation_marks_within_others_become_single_ones() -> None:
    source = {"title": 'The “Blue Line” and "the" border'}
    cited = cite_mission(make_dataset(sources=[source]), "alpha").long
    assert "After: Publisher, “The ‘Blue Line’ and ‘the’ border”." in cited


def test_a_cited_view_has_no_quotation_marks_of_the_same_kind_within() -> None:
    dataset = make_dataset()
    cited = cite_view(dataset, select(dataset, Selection(text="north")), vocabulary_of(dataset))
    assert "text ‘north’” (" in cited.short
