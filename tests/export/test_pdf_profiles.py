"""Profiles of one page: whole if little is known, counted where much is left out, never longer."""

from typing import Any

import pytest

from border_atlas.domain.briefing import HouseStyle
from border_atlas.domain.stretches import make_stretches
from border_atlas.errors import SelectionError
from border_atlas.export.pdf import pictures
from border_atlas.export.pdf.data import ranges
from border_atlas.export.pdf.shorten import cut_tree
from border_atlas.export.pdf.write import area_profile_pdf, mission_profile_pdf
from tests.export.pdf_decks import DATA, bookmarks, plain_map, reader, words
from tests.factories import make_dataset

HOSTILE = "#panic() *x* $y$ <z> @w"
LONG = "A very long title that nobody would ever write into a table " * 4


@pytest.fixture(autouse=True)
def _plain_maps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "draw_map", plain_map)


def crowded(**mission: Any) -> Any:
    works = [{"activity_id": f"alpha-{n}", "title": f"{n} {LONG}", "summary": LONG} for n in range(80)]
    return make_dataset(missions=[{**mission}], activities=works)


def test_mission_is_one_page_with_its_facts_work_and_sources() -> None:
    pdf = mission_profile_pdf(DATA, "alpha")
    assert len(reader(pdf).pages) == 1
    text = words(pdf)
    for part in ("ALPHA", "Alpha Border Mission", "Decision 1", "Tbilisi", "Patrols", "2013", "Publisher", "1 / 1"):
        assert part in text
    assert bookmarks(pdf) == [("ALPHA", 1)]


def test_area_is_one_page_in_the_style_of_a_house() -> None:
    pdf = area_profile_pdf(DATA, "south-zone", style=HouseStyle.OSCE)
    assert len(reader(pdf).pages) == 1
    for part in ("South zone", "ALPHA", "Training", "schematic"):
        assert part in words(pdf)


def test_stretches_at_hand_change_nothing() -> None:
    from border_atlas.config import GEODATA  # noqa: PLC0415  only this test reads the built files
    from border_atlas.data.load import load_boundaries  # noqa: PLC0415

    stretches = make_stretches(DATA.areas, load_boundaries(GEODATA))
    assert area_profile_pdf(DATA, "gate", stretches=stretches) == area_profile_pdf(DATA, "gate")


def test_much_work_stays_on_one_page_and_what_is_left_out_is_counted() -> None:
    data = crowded()
    pdf = mission_profile_pdf(data, "alpha")
    assert len(reader(pdf).pages) == 1
    assert "more" in words(pdf)
    assert len(reader(area_profile_pdf(data, "north-line")).pages) == 1


def test_long_names_stay_on_one_page() -> None:
    pdf = mission_profile_pdf(crowded(name=LONG, acronym="W" * 120, legal_basis=LONG * 5, hq_place=LONG), "alpha")
    assert len(reader(pdf).pages) == 1


def test_hostile_names_are_only_words() -> None:
    data = make_dataset(missions=[{"acronym": HOSTILE, "name": HOSTILE, "legal_basis": HOSTILE}], activities=[{}])
    text = words(mission_profile_pdf(data, "alpha")).replace(" ", "")
    assert text.count(HOSTILE.replace(" ", "")) >= 3


def test_unknown_records_are_refused() -> None:
    with pytest.raises(SelectionError, match="nobody"):
        mission_profile_pdf(DATA, "nobody")
    with pytest.raises(SelectionError, match="nowhere"):
        area_profile_pdf(DATA, "nowhere")


def test_numbers_in_a_row_are_put_together() -> None:
    assert ranges([7, 1, 3, 4, 5]) == "1, 3–5, 7"
    assert ranges([]) == ""


def test_words_are_cut_between_words_and_say_so() -> None:
    def tree(*texts: str) -> list[Any]:
        return [{"kind": "paragraph", "runs": [{"text": text}]} for text in texts]

    def texts(blocks: list[Any]) -> list[str]:
        return [run["text"] for block in blocks for run in block["runs"]]

    assert texts(cut_tree(tree("one two", "three"), 100)) == ["one two", "three"]
    assert texts(cut_tree(tree("word " * 20), 50)) == ["word word word word word word word word … (cut)"]
    assert texts(cut_tree(tree("a" * 90, "b" * 50), 100)) == ["a" * 90, "… (cut)"]
