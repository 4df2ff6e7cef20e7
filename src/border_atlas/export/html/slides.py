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


def slide_html(deck: Deck, number: int) -> str:
    """Return the section of a slide; the first is number 0."""
    slide = deck.slides[number]
    place = number + 1
    inner = _header(deck, slide, place) + _body(deck, slide) + _foot(deck, slide, place) + _notes(slide)
    return tag(
        "section", inner, class_=f"slide slide-{slide.kind.value} {_layout(slide)}", id=f"slide-{place}",
        aria_labelledby=f"title-{place}", aria_roledescription="slide",
    )  # fmt: skip


def _layout(slide: DeckSlide) -> str:
    """Return the class that says how words and pictures share the slide."""
    if slide.kind == SlideKind.TITLE:
        return "cover"
    if not _shows(slide):
        return "words-only"
    if not _words(slide):
        return "shows-only"
    return "split" if len(slide.maps) < _SIDE_BY_SIDE else "stacked"


def _header(deck: Deck, slide: DeckSlide, place: int) -> str:
    title = tag("h2", escape(slide.title or deck.title), id=f"title-{place}", tabindex="-1")
    under = deck.subtitle if slide.kind == SlideKind.TITLE else ""
    return tag("header", title + optional("p", under, class_="subtitle") + optional("p", slide.said, class_="said"))


def _body(deck: Deck, slide: DeckSlide) -> str:
    words, shows = _words(slide), _shows(slide)
    if slide.kind == SlideKind.SOURCES:
        words += sources_html(slide.sources or deck.sources)
    if slide.kind == SlideKind.DISCLAIMER and not slide.blocks:
        words = optional("p", deck.disclaimer) + words
    return tag("div", _part("words", words) + _part("shows", shows), class_="body")


def _part(name: str, inner: str) -> str:
    # What may be longer than the slide can be scrolled with the keyboard too.
    return tag("div", inner, class_=name, tabindex="0") if inner else ""


def _words(slide: DeckSlide) -> str:
    beside = "".join(map(table_html, slide.tables)) if slide.maps or slide.charts else ""
    notes = "".join(tag("p", escape(note)) for note in slide.boundary_notes) if not slide.maps else ""
    return blocks_html(slide.blocks) + _figures(slide) + beside + (tag("div", notes, class_="about") if notes else "")


def _shows(slide: DeckSlide) -> str:
    maps = tag("div", "".join(map(_map, slide.maps)), class_="maps") + _map_foot(slide) if slide.maps else ""
    charts = "".join(map(_chart, slide.charts))
    tables = "".join(map(table_html, slide.tables)) if not (slide.maps or slide.charts) else ""
    return maps + charts + tables


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


def _foot(deck: Deck, slide: DeckSlide, place: int) -> str:
    number = tag("span", f"{place}&#8239;/&#8239;{len(deck.slides)}", class_="place")
    about = tag("span", escape(deck.footer), class_="deck-foot")
    return tag("footer", _references(slide) + about + number)


def _references(slide: DeckSlide) -> str:
    """Return the numbers of a slide's sources as links; the page's name is read out and shown on pointing."""
    if not slide.sources or slide.kind == SlideKind.SOURCES:
        return "<span></span>"
    named = slide.sources[:_MOST_REFERENCES]
    links = " ".join(
        link(str(one.number), one.url, title=one.text, aria_label=f"Source {one.number}: {one.text}") for one in named
    )
    more = f" and {len(slide.sources) - len(named)} more" if len(slide.sources) > len(named) else ""
    return tag("span", f"Sources {links}{more}", class_="references")


def _notes(slide: DeckSlide) -> str:
    inner = blocks_html(slide.notes) or tag("p", "No notes.", class_="none")
    return tag("aside", tag("h3", "Notes") + tag("div", inner), class_="notes", aria_label="Speaker notes")
