"""The file of a briefing: there and back, older versions, and whatever else a file may hold."""

import json
from datetime import date
from string import ascii_lowercase
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from border_atlas.domain.briefing import (
    MAX_SLIDES,
    MAX_TEXT,
    MAX_TITLE,
    Briefing,
    HouseStyle,
    Slide,
    SlideKind,
    SlideOptions,
    tidy,
)
from border_atlas.domain.briefing_file import FORMAT, MAX_BYTES, from_json, to_json
from border_atlas.domain.frame import Frame
from border_atlas.domain.selection import Selection
from border_atlas.domain.vocabulary import Vocabulary
from border_atlas.errors import BriefingError

WORDS = Vocabulary(
    countries={"GEO": "Georgia", "MLI": "Mali"}, missions={"unifil": "UNIFIL"}, areas={"abyei": "Abyei"},
    renamed={"un-unifil": "unifil"}, data_as_of=date(2026, 1, 5),
)  # fmt: skip
TEXTS = st.text(max_size=60).map(tidy)
SELECTIONS = st.builds(
    Selection,
    organisations=st.sampled_from([(), ("UN",), ("EU", "OSCE")]),
    countries=st.sampled_from([(), ("GEO", "MLI")]),
    families=st.sampled_from([(), ("monitor", "build-capacity")]),
    kinds=st.sampled_from([(), ("ceasefire line",)]),
    year_from=st.sampled_from([None, 1990]),
    active_on=st.sampled_from([None, date(2015, 6, 1)]),
    text=TEXTS,
    mission=st.sampled_from([None, "unifil"]),
    area=st.sampled_from([None, "abyei"]),
    colour_by=st.sampled_from(["family", "organisation"]),
)
FRAMES = st.builds(Frame, st.floats(-80, 80), st.floats(-179, 179), st.floats(1, 12))
SLIDES = st.builds(
    Slide,
    slide_id=st.uuids().map(str),
    kind=st.sampled_from(SlideKind),
    title=TEXTS,
    text=TEXTS,
    notes=TEXTS,
    selection=SELECTIONS,
    frame=st.none() | FRAMES,
    options=st.builds(SlideOptions, st.booleans(), st.booleans()),
    extra=st.sampled_from([{}, {"l.org": "UN", "r.org": "EU"}, {"by": "area"}]),
)
BRIEFINGS = st.builds(
    Briefing, title=TEXTS, subtitle=TEXTS, style=st.sampled_from(HouseStyle), data_version=st.just("20260105-1a2b3c4d"),
    slides=st.lists(SLIDES, max_size=6, unique_by=lambda slide: slide.slide_id).map(tuple),
)  # fmt: skip


@given(BRIEFINGS)
def test_a_briefing_comes_back_as_it_was(briefing: Briefing) -> None:
    assert from_json(to_json(briefing), WORDS) == (briefing, ())


def file(**changes: Any) -> bytes:
    slide = {"id": "s1", "kind": "map", "selection": {"org": "UN"}}
    content = {"format": FORMAT, "version": 2, "title": "T", "slides": [slide | changes.pop("slide", {})]}
    return json.dumps(content | changes).encode()


def test_what_a_file_leaves_out_has_its_default() -> None:
    briefing, notes = from_json(file(), WORDS)
    assert briefing == Briefing("T", (Slide("s1", SlideKind.MAP, selection=Selection(organisations=("UN",))),))
    assert notes == ()


def test_version_1_is_read() -> None:
    content = {
        "format": FORMAT, "version": 1, "title": "Old",
        "slides": [{"id": "s1", "kind": "map", "title": "M", "selection": "org=UN&from=1990", "frame": "42,43,6"}],
    }  # fmt: skip
    briefing, notes = from_json(json.dumps(content).encode(), WORDS)
    assert briefing.style == HouseStyle.NEUTRAL
    slide = briefing.slides[0]
    assert slide.selection == Selection(organisations=("UN",), year_from=1990)
    assert (slide.frame, slide.options, notes) == (Frame(42, 43, 6), SlideOptions(), ())


def test_former_and_unknown_ids_are_said_with_their_slide() -> None:
    briefing, notes = from_json(file(slide={"selection": {"mission": "un-unifil", "country": "ATL"}}), WORDS)
    assert briefing.slides[0].selection == Selection(mission="unifil")
    assert any(note.startswith("Slide 1: ") and "now called “unifil”" in note for note in notes)
    assert any("ATL" in note for note in notes)


def test_unknown_members_are_left_out_with_a_note() -> None:
    _briefing, notes = from_json(file(slide={"colour": "red"}, owner="me"), WORDS)
    assert notes == (
        "“owner” in the briefing is unknown to this version and was left out.",
        "“colour” in slide 1 is unknown to this version and was left out.",
    )


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "no JSON"),
        (b"\xff\xfe\x00", "no UTF-8"),
        (file()[:-20], "no JSON"),
        (b"[]", "no briefing"),
        (b'{"format": "other"}', "no briefing"),
        (b" " * (MAX_BYTES + 1), f"at most {MAX_BYTES:,}"),
        (b"[" * 100_000, "cannot be read|no JSON"),
        (b'{"a": 1' + b"0" * 6000 + b"}", "cannot be read"),
        (b'{"format": NaN}', "no number"),
        (b'{"a": 1, "a": 2}', "“a” twice"),
        (file(version=3), "version 3; this app reads"),
        (file(version="2"), "whole number"),
        (file(version=True), "whole number"),
        (file(slides={}), "list of objects"),
        (file(slides=[1]), "list of objects"),
        (file(slides=[{}] * 101), "101 slides"),
        (file(title=["x"]), "The briefing, title"),
        (file(title="x" * 201), "201 characters"),
        (file(style="NATO"), "known are neutral, UN, EU, OSCE"),
        (file(data_version="<b>"), "data_version"),
        (file(slide={"kind": "video"}), "Slide 1, kind: “video”"),
        (file(slide={"kind": ["map"]}), "Slide 1, kind"),
        (file(slide={"title": "\u0007"}), "control characters"),
        (file(slide={"notes": "\ud800"}), "half characters"),
        (file(slide={"text": "x" * 5001}), "5,001 characters"),
        (file(slide={"id": "../../x"}), "Slide 1, id"),
        (file(slide={"frame": "north"}), "latitude,longitude,zoom"),
        (file(slide={"frame": [1, 2, 3]}), "latitude,longitude,zoom"),
        (file(slide={"legend": "yes"}), "neither true nor false"),
        (file(slide={"selection": "org=UN"}), "selection"),
        (file(slide={"selection": {"org": 1}}), "no parameter"),
        (file(slide={"extra": {"<script>": "1"}}), "no parameter"),
        (file(slide={"extra": {f"l.{letter}": "ж" * 1000 for letter in "abcd"}}), "Slide 1, extra: 8,044 bytes"),
        (file(slides=[{"id": "a", "kind": "map"}] * 2), "Two slides have the id “a”"),
    ],
)  # fmt: skip
def test_a_damaged_or_hostile_file_is_refused_with_its_reason(content: bytes, reason: str) -> None:
    with pytest.raises(BriefingError, match=reason):
        from_json(content, WORDS)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=12), inner, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(st.sampled_from(["title", "style", "slides", "version", "data_version", "x"]), JSON), JSON)
def test_nothing_but_our_own_error_comes_out(changes: dict[str, Any], slide: Any) -> None:
    content = {"format": FORMAT, "version": 2, "slides": [slide]} | changes
    try:
        briefing, _notes = from_json(json.dumps(content).encode(), WORDS)
    except BriefingError:
        return
    assert from_json(to_json(briefing), WORDS)[0] == briefing


@given(st.binary(max_size=200))
def test_any_bytes_are_refused_or_read(content: bytes) -> None:
    with pytest.raises(BriefingError):
        from_json(content, WORDS)


def test_a_profile_keeps_a_record_that_these_data_lack() -> None:
    content = file(slide={"kind": "mission", "selection": {"mission": "atlantis"}})
    briefing, notes = from_json(content, WORDS)
    assert briefing.slides[0].selection == Selection(mission="atlantis")
    assert notes == ("Slide 1: “atlantis” is no mission of this dataset.",)
    assert from_json(file(slide={"selection": {"mission": "atlantis"}}), WORDS)[0].slides[0].selection.mission is None


@pytest.mark.parametrize("letter", ["ж", "𝄞", '"', "\n"])
def test_the_largest_briefing_that_can_be_made_can_be_opened_again(letter: str) -> None:
    extra = {f"{'a' * 28}{end}": "c" * 190 for end in ascii_lowercase}
    slides = tuple(
        Slide(
            f"{number:a>40}", SlideKind.DISCLAIMER, letter * MAX_TITLE, letter * MAX_TEXT, letter * MAX_TEXT,
            Selection(text="ж" * 200, countries=("GEO", "MLI"), mission="unifil"), Frame(-42.123, -143.123, 10.5),
            extra=extra,
        )
        for number in range(MAX_SLIDES)
    )  # fmt: skip
    largest = Briefing(letter * MAX_TITLE, slides, letter * MAX_TITLE, data_version="20260105-1a2b3c4d")
    assert from_json(to_json(largest), WORDS) == (largest, ())


def test_a_flood_of_strange_members_ends_in_a_count() -> None:
    _briefing, notes = from_json(file(**{f"x{number}": 1 for number in range(50)}), WORDS)
    assert len(notes) == 21
    assert notes[-1] == "… and 30 more parts of the file were left out."


def test_many_names_with_one_twice_are_refused_at_once() -> None:
    names = ", ".join(f'"n{number}": 1' for number in range(100_000))
    with pytest.raises(BriefingError, match="“last” twice"):
        from_json(f'{{{names}, "last": 1, "last": 2}}'.encode(), WORDS)
