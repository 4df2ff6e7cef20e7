"""Two decks for the HTML file: a plain one, and one whose every string tries to break out."""

from datetime import date
from typing import Final

import pandas as pd

from border_atlas.data.dataset import Dataset
from border_atlas.domain.briefing import HouseStyle, SlideKind
from border_atlas.domain.deck import Block, Deck, DeckChart, DeckMap, DeckSlide, DeckSource, DeckTable, Run
from border_atlas.domain.frame import Frame
from border_atlas.domain.select import select
from border_atlas.domain.selection import Selection
from border_atlas.domain.timeline import timeline_rows
from border_atlas.palette import FAMILY_COLOURS
from tests.factories import make_dataset

EVIL: Final = (
    "</script><script>alert(1)</script><img src=x onerror=alert(2)>\"'`${alert(3)}{{7*7}}{% raw %}</style>\u2028<!--"
)
COLOURS: Final = {str(key): colour for key, colour in FAMILY_COLOURS.items()}


def para(text: str, link: str = "") -> Block:
    return Block("paragraph", (Run(text, link=link),))


def small_data() -> Dataset:
    return make_dataset()


def hostile_data() -> Dataset:
    missions = [{"acronym": EVIL, "name": EVIL, "hq_place": EVIL}]
    return make_dataset(missions=missions, areas=[{"name": EVIL, "kind": EVIL}], activities=[{"title": EVIL}])


def make_deck(data: Dataset, word: str = "", *, address: str = "https://example.org/page", text: str = "") -> Deck:
    """Return four slides; ``word`` is put into every text."""
    view = select(data, Selection())
    rows = timeline_rows(data, data.activities)
    years = pd.DataFrame({"category": [2010, 2011], "monitor": [1, 2], "advise": [0, 1]})
    counts = pd.DataFrame({"row": [f"Alpha{word}"], "training": [2], "coast-guard": [0]})
    source = DeckSource(1, f"page{word}", f"Publisher: A page{word}", address)
    notes = (para(f"Say hello{word}"), Block("bullet", (Run(f"slowly{word}", bold=True),)))
    shown = DeckMap(view, Frame(42, 43.5, 7), f"Map of Georgia{word}", caption=f"Georgia{word}")
    slides = (
        DeckSlide("a" + word, SlideKind.TITLE, f"First slide{word}", "", (), notes),
        DeckSlide(
            "b" + word, SlideKind.MAP, f"Second slide{word}", f"Said{word}",
            (para(text or f"Words{word}", address),), notes, figures=((f"3{word}", f"areas{word}"),), maps=(shown,),
            tables=(DeckTable(f"Facts{word}", (f"What{word}",), ((f"Cell{word}",),), more=2),), sources=(source,),
            boundary_notes=(f"A note on a boundary{word}",),
        ),
        DeckSlide(
            "c", SlideKind.MAP, f"Third slide{word}", "", (), (), maps=(DeckMap(view, None, "All"),),
            charts=(DeckChart("gantt", f"Time{word}", rows, COLOURS, f"Bars of time{word}"),),
        ),
        DeckSlide(
            "d", SlideKind.PER_YEAR, f"Fourth slide{word}", "", (), notes,
            charts=(
                DeckChart("bars", f"Years{word}", years, COLOURS, f"Bars{word}"),
                DeckChart("matrix", f"Matrix{word}", counts, {}, f"Counts{word}"),
            ),
        ),
        DeckSlide("e", SlideKind.SOURCES, f"Sources{word}", "", (), ()),
    )  # fmt: skip
    return Deck(
        f"A briefing{word}", f"For a test{word}", HouseStyle.UN, slides, (source,), date(2026, 1, 5), f"v1{word}",
        f"No opinion{word}",
    )  # fmt: skip
