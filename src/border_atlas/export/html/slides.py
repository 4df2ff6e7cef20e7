"""Each slide as a section of the document: whole without scripts, so that it can be read, printed and searched."""

from typing import Final

from border_atlas.domain.briefing import SlideKind
from border_atlas.domain.deck import Deck, DeckChart, DeckMap, DeckSlide, DeckSource
from border_atlas.export.html.grids import matrix_html, table_html
from border_atlas.export.html.svg import chart_legend, chart_svg
from border_atlas.export.html.text import blocks_html, link, optional, tag
from border_atlas.maps.safety import escape
from border_atlas.model import DISCLAIMER

BASE_MAP: Final = "Base map: Natural Earth, adapted."
#: How to read the bars of a timeline.
BARS: Final = "Full colour: sure. Pale: possible. Fading in: start not known. ▶ runs on. ? not stated by a source."
#: From so many maps on they need the whole width, and the words go above them.
_SIDE_BY_SIDE: Final = 2
#: Most sources named at the foot of a slide; all stand on the slide of sources.
#: Notes on boundaries below a map; a map of the world has more than two dozen.
_MOST_NOTES: Final = 6
_MOST_REFERENCES: Final = 14


def slide_html(deck: Deck, number: int, *, shown_as: tuple[int, int] | None = None) -> str:
    """Return the section of a slide; the first is number 0.

    ``shown_as`` is its number and that of all slides, if the deck was cut out of a longer one.
    """
    slide = deck.slides[number]
    place = number + 1
    inner = _header(deck, slide, place) + _body(deck, slide)
    inner += _foot(deck, slide, *(shown_as or (place, len(deck.slides)))) + _notes(slide)
    return tag(
        "section", inner, class_=f"slide slide-{slide.kind.value} {_layout(slide)}", id=f"slide-{place}",
        aria_labelledby=f"title-{place}", aria_roledescription="slide",
    )  # fmt: skip


def _layout(slide: DeckSlide) -> str:
    """Return the classes that say how words, pictures and tables share the slide."""
    if slide.kind == SlideKind.TITLE:
        return "cover"
    if not _shows(slide):
        return "words-only"
    share = "split" if len(slide.maps) < _SIDE_BY_SIDE else "stacked"
    named = share if _words(slide) else "shows-only"
    if _is_tabled(slide):
        return f"{named} tabled"
    return f"{named} listed" if share == "split" and slide.tables and (slide.maps or slide.charts) else named


def _is_tabled(slide: DeckSlide) -> bool:
    """Whether a table stands beside the only map; below a chart too, it would leave neither enough room."""
    return len(slide.maps) == 1 and bool(slide.tables) and not slide.charts


def _header(deck: Deck, slide: DeckSlide, place: int) -> str:
    title = tag("h2", escape(slide.title or deck.title), id=f"title-{place}", tabindex="-1")
    under = deck.subtitle if slide.kind == SlideKind.TITLE else ""
    return tag("header", title + optional("p", under, class_="subtitle") + optional("p", slide.said, class_="said"))


def _body(deck: Deck, slide: DeckSlide) -> str:
    words, shows = _words(slide), _shows(slide)
    if slide.kind == SlideKind.SOURCES:
        words += optional("p", slide.rests_on) + sources_html(slide.sources or deck.sources)
    if slide.kind == SlideKind.DISCLAIMER and not slide.blocks:
        words = optional("p", deck.disclaimer) + words
    return tag("div", _part("words", words) + _part("shows", shows), class_="body")


def _part(name: str, inner: str) -> str:
    # What may be longer than the slide can be scrolled with the keyboard too.
    return tag("div", inner, class_=name, tabindex="0") if inner else ""


def _words(slide: DeckSlide) -> str:
    if _is_tabled(slide):
        return blocks_html(slide.blocks)
    beside = _tables(slide) if slide.maps or slide.charts else ""
    notes = "".join(tag("p", escape(note)) for note in slide.boundary_notes) if not slide.maps else ""
    return blocks_html(slide.blocks) + _figures(slide) + beside + (tag("div", notes, class_="about") if notes else "")


def _shows(slide: DeckSlide) -> str:
    maps = tag("div", "".join(map(_map, slide.maps)), class_="maps") + _map_foot(slide) if slide.maps else ""
    charts = "".join(map(_chart, slide.charts))
    if _is_tabled(slide):
        return _figures(slide) + tag("div", maps, class_="pictures") + _tables(slide)
    return maps + charts + ("" if slide.maps or slide.charts else "".join(map(table_html, slide.tables)))


def _tables(slide: DeckSlide) -> str:
    """Return the tables in a box whose rows the player counts off to what a screen has room for."""
    return _part("tables", "".join(map(table_html, slide.tables)))


def _map(shown: DeckMap) -> str:
    # Without scripts the sentence stands where the map would be.
    waiting = tag("p", escape(shown.alt), class_="instead")
    place = tag("div", waiting, class_="map", role="group", aria_label=shown.alt)
    return tag("figure", optional("figcaption", shown.caption) + place)


def _map_foot(slide: DeckSlide) -> str:
    shown = slide.boundary_notes[:_MOST_NOTES]
    more = len(slide.boundary_notes) - len(shown)
    rest = (f"{more} more notes on boundaries: see the disclaimer.",) if more else ()
    return optional("p", " ".join((*shown, *rest, BASE_MAP, DISCLAIMER)), class_="map-foot")


def _chart(chart: DeckChart) -> str:
    title = optional("figcaption", chart.title)
    if chart.kind == "matrix":
        return tag("figure", title + matrix_html(chart), class_="chart")
    reading = tag("p", escape(BARS), class_="reading") if chart.kind == "gantt" else ""
    drawing = tag("div", chart_svg(chart), class_="drawing")
    return tag("figure", title + chart_legend(chart) + drawing + reading, class_="chart")


def _figures(slide: DeckSlide) -> str:
    pairs = (tag("div", tag("dt", escape(label)) + tag("dd", escape(value))) for value, label in slide.figures)
    inner = "".join(pairs)
    return tag("dl", inner, class_="figures") if inner else ""


def sources_html(sources: tuple[DeckSource, ...]) -> str:
    """Return sources with their numbers, each a link to its page."""
    entries = "".join(_source(one) for one in sources)
    return tag("ul", entries, class_="sources") if entries else tag("p", "No sources.")


def _source(one: DeckSource) -> str:
    number = tag("span", str(one.number), class_="number")
    return tag("li", number + tag("span", link(escape(one.text), one.url)))


def _foot(deck: Deck, slide: DeckSlide, place: int, of: int) -> str:
    number = tag("span", f"{place}&#8239;/&#8239;{of}", class_="place")
    about = tag("span", escape(deck.footer), class_="deck-foot")
    return tag("footer", _references(slide) + about + number)


def _references(slide: DeckSlide) -> str:
    """Return the numbers of a slide's sources as links; the page's name is read out and shown on pointing."""
    if slide.kind == SlideKind.SOURCES or not (slide.sources or slide.rests_on):
        return "<span></span>"
    if not slide.sources:
        return optional("span", slide.rests_on, class_="references")
    named = slide.sources[:_MOST_REFERENCES]
    links = " ".join(
        link(str(one.number), one.url, title=one.text, aria_label=f"Source {one.number}: {one.text}") for one in named
    )
    more = f" and {len(slide.sources) - len(named)} more" if len(slide.sources) > len(named) else ""
    whole = f". {escape(slide.rests_on)}" if slide.rests_on else ""
    return tag("span", f"Sources {links}{more}{whole}", class_="references")


def _notes(slide: DeckSlide) -> str:
    inner = blocks_html(slide.notes) or tag("p", "No notes.", class_="none")
    return tag("aside", tag("h3", "Notes") + tag("div", inner), class_="notes", aria_label="Speaker notes")
