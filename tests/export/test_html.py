"""The briefing as one HTML file: whole, small, in its own words, and with a policy that lets nothing else run."""

import hashlib
import re
from base64 import b64encode
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from border_atlas.config import GEODATA
from border_atlas.data.load import load_dataset
from border_atlas.domain.briefing import SlideKind
from border_atlas.domain.deck import DeckMap, DeckSlide
from border_atlas.domain.frame import Frame
from border_atlas.domain.select import select
from border_atlas.domain.selection import Selection
from border_atlas.errors import ExportError
from border_atlas.export.html.csp import inline
from border_atlas.export.html.data import player_data
from border_atlas.export.html.player import player_document
from border_atlas.export.html.write import to_html
from border_atlas.model import DISCLAIMER
from tests.export.html_decks import EVIL, hostile_data, make_deck, small_data


class Reader(HTMLParser):
    """Collects the elements of a document, with the text of scripts and styles."""

    def __init__(self, document: str) -> None:
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.attributes: list[tuple[str, str, str]] = []
        self.inside: list[tuple[str, dict[str, str | None], list[str]]] = []
        self.text: list[str] = []
        self._open = ""
        self.feed(document)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag in {"script", "style"}:
            self.inside.append((tag, dict(attrs), []))
            self._open = tag

    def handle_endtag(self, tag: str) -> None:
        if tag == self._open:
            self._open = ""

    def handle_data(self, data: str) -> None:
        (self.inside[-1][2] if self._open else self.text).append(data)

    def attribute(self, tag: str, name: str) -> list[str]:
        return [value for one, key, value in self.attributes if (one, key) == (tag, name)]


@pytest.fixture(scope="module")
def document() -> str:
    data = small_data()
    return player_document(data, make_deck(data))


@pytest.fixture(scope="module")
def read(document: str) -> Reader:
    return Reader(document)


def test_the_document_has_a_title_a_language_and_landmarks(document: str, read: Reader) -> None:
    assert "<title>A briefing</title>" in document
    assert read.attribute("html", "lang") == ["en"]
    assert (read.tags["main"], read.tags["h1"], read.tags["section"]) == (1, 1, 5)


def test_the_policy_names_the_hash_of_every_script_and_style_and_nothing_else(read: Reader) -> None:
    policy = next(value for value in read.attribute("meta", "content") if "default-src" in value)
    code = [
        "".join(text)
        for tag, attributes, text in read.inside
        if attributes.get("type") != "application/json" or tag == "style"
    ]
    expected = {f"sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}" for text in code}
    assert set(re.findall(r"sha256-[^']+", policy)) == expected
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy


def test_no_element_asks_for_another_file_or_carries_a_style_or_a_handler(read: Reader) -> None:
    names = {name for _tag, name, _value in read.attributes}
    assert names.isdisjoint({"src", "style", "srcset", "data", "background", "poster"})
    assert not [name for name in names if name.startswith("on")]
    assert read.tags["link"] == 0
    assert not [text for tag, _attributes, text in read.inside if tag == "style" and "url(" in "".join(text)]


def test_slides_carry_texts_sources_notes_and_the_foot_of_the_map(read: Reader) -> None:
    text = " ".join(read.text)
    wanted = ("Second slide", "Words", "Cell", "and 2 more", "Say hello", "A note on a boundary", DISCLAIMER)
    assert [one for one in wanted if one not in text] == []
    assert "Border Atlas · data as of 2026-01-05 · version v1" in text
    assert "Base map: Natural Earth" in text
    assert read.attribute("a", "rel") == ["noopener noreferrer"] * 3


def test_a_table_beside_a_map_has_a_column_of_its_own_below_the_key_figures() -> None:
    data = small_data()
    document = player_document(data, make_deck(data))
    assert 'class="slide slide-map split tabled" id="slide-2"' in document
    assert document.index('<dl class="figures">') < document.index('<div class="pictures">')
    assert '<p class="more" data-more="2">and 2 more</p>' in document


def test_a_slide_cut_out_of_a_longer_deck_keeps_its_number() -> None:
    data = small_data()
    whole = make_deck(data)
    document = player_document(data, replace(whole, slides=whole.slides[3:4]), shown_as=(4, 11))
    assert re.findall(r'class="place">(\d+)&#8239;/&#8239;(\d+)<', document) == [("4", "11")]


def test_a_slide_says_on_how_many_sources_it_rests_beside_those_it_lists() -> None:
    data = small_data()
    whole = make_deck(data)
    rest = "What is shown rests on 1,008 sources."
    slides = [replace(whole.slides[1], rests_on=rest), replace(whole.slides[1], rests_on=rest, sources=())]
    said = " ".join(Reader(player_document(data, replace(whole, slides=slides))).text)
    assert said.count(rest) == 2


def test_a_map_says_what_it_shows_where_and_to_whom_cannot_see_it(read: Reader) -> None:
    data = small_data()
    packed = player_data(data, make_deck(data), start=1)
    shown = packed["slides"][1]["maps"][0]  # type: ignore[index,call-overload]
    (south, west), (north, east) = shown["bounds"]
    assert (south < 42 < north, west < 43.5 < east) == (True, True)
    assert shown["show"]["a"] == [0, 1, 2]
    assert (shown["legend"], shown["labels"], packed["start"]) == (True, True, 1)
    assert read.attribute("div", "aria-label")[:2] == ["Map of Georgia", "All"]


def test_only_the_records_of_the_maps_travel() -> None:
    data = load_dataset(GEODATA)
    layers = player_data(data, make_deck(data))["layers"]
    assert set(layers) == {
        "land",
        "boundaries",
        "labels",
        "land-detail",
        "boundaries-detail",
        "areas",
        "areas-detail",
        "missions",
        "sites",
        "crossings",
    }  # type: ignore[arg-type]
    assert len(layers["areas"]["f"]) == len(data.areas)  # type: ignore[index,call-overload]


def test_ten_slides_with_maps_all_over_the_world_stay_below_three_megabytes() -> None:
    data = load_dataset(GEODATA)
    view = select(data, Selection())
    places = ((42, 21), (42, 44), (33, 35), (9, 28), (14, -5), (35, 74), (2, 45), (18, -72), (38, 70), (-9, 125))
    slides = [
        DeckSlide(f"s{lat}", SlideKind.MAP, "Place", "", (), (), maps=(DeckMap(view, Frame(lat, lon, 7), "Place"),))
        for lat, lon in places
    ]
    deck = replace(make_deck(data), slides=slides)
    assert len(to_html(data, deck)) < 3_000_000


def test_a_deck_without_maps_carries_no_layers() -> None:
    data = small_data()
    whole = make_deck(data)
    deck = replace(whole, slides=whole.slides[:1])
    assert player_data(data, deck)["layers"] == {}


def test_hostile_strings_stay_text() -> None:
    data = hostile_data()
    document = player_document(data, make_deck(data, EVIL, address="javascript:alert(4)"))
    read = Reader(document)
    plain = Reader(player_document(small_data(), make_deck(small_data())))
    assert read.tags["script"] == plain.tags["script"]
    assert read.tags["img"] == 0
    assert not [value for value in read.attribute("a", "href") if value]
    assert "{{" not in "".join(
        "".join(text) for _tag, attributes, text in read.inside if attributes.get("id") == "briefing"
    )
    assert EVIL in "".join(read.text)


def test_progress_is_told_and_may_end_the_work() -> None:
    data = small_data()
    told: list[tuple[int, int]] = []
    to_html(data, make_deck(data), progress=lambda done, of: told.append((done, of)))
    assert told == [(number, 5) for number in range(1, 6)]

    def stop(_done: int, _of: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        to_html(data, make_deck(data), progress=stop)


@pytest.mark.parametrize("text", ["a</SCRIPT>b", "<!-- a"])
def test_a_script_that_would_end_early_is_refused(text: str) -> None:
    with pytest.raises(ExportError, match="would end early"):
        inline("script", text)
