"""Filled decks for whoever draws them: one with every kind of slide, one whose every string means harm."""

from typing import Final

from border_atlas.data.dataset import Dataset
from border_atlas.domain.briefing import Briefing, HouseStyle, Slide, SlideKind, SlideOptions
from border_atlas.domain.deck import Deck
from border_atlas.domain.deck_fill import fill
from border_atlas.domain.frame import Frame
from border_atlas.domain.selection import Selection
from border_atlas.domain.vocabulary import vocabulary_of
from tests.factories import make_dataset

TEXT: Final = """\
Two **missions** work on *one* line, says [a page](https://example.org/page).

## What they do

- patrols
    - by day
    - by night
- courses

1. first
2. second
"""
NOTES: Final = "Say this **first**.\n\n- then this\n\nA question to expect: *who pays?*"

#: Strings that mean harm to one of the formats: HTML, templates, Typst, formulas, XML, JSON, the reading direction.
HOSTILE: Final = (
    "<script>alert(1)</script><img src=x onerror=alert(2)>",
    "{{7*7}} {% raw %} ${7*7} #{7*7} `${alert(3)}`",
    "=cmd|' /C calc'!A0",
    "\"quotes\" 'single' „low“ & &amp; &#39; \\ \\u0041",
    "]]> <!-- --> <?xml?> </style></script></svg>",
    "turned \u202eround\u202c and \u2066apart\u2069, zero\u200bwidth, line\u2028end",
    '#import "x" $x^2$ @ref *strong* _under_ // no // comment',
    "W" + "o" * 300 + "rd",
    "emoji \U0001f6c2 \U0001f468\u200d\U0001f469\u200d\U0001f467 e\u0301 العربية 国境",
)
EVIL: Final = " ".join(HOSTILE)
EVIL_TEXT: Final = (
    f"{EVIL}\n\n# {EVIL}\n\n- {EVIL}\n\n[{HOSTILE[0]}](javascript:alert(4)) [file](file:///etc/passwd) "
    f'![{HOSTILE[0]}](https://example.org/x.png) [good](https://example.org/?a=1&b="2") <https://example.org/é>'
)


def small_data() -> Dataset:
    """Make the small world of the factories."""
    return make_dataset()


def hostile_data() -> Dataset:
    """Make a small world whose names, titles and sources mean harm."""
    missions = [{"acronym": HOSTILE[0], "name": EVIL, "hq_place": HOSTILE[1], "legal_basis": EVIL}]
    activities = [
        {"activity_id": f"alpha-{number}", "title": text, "summary": text, "partners": (text,)}
        for number, text in enumerate(HOSTILE)
    ]
    source = {"title": EVIL, "publisher": HOSTILE[2], "url": 'https://example.org/?q="><script>alert(5)</script>'}
    return make_dataset(
        missions=missions, areas=[{"name": EVIL, "kind": "land border"}], activities=activities, sources=[source],
        countries={"GEO": HOSTILE[0], "RUS": HOSTILE[3]},
    )  # fmt: skip


def every_kind(title: str = "A slide", text: str = TEXT, notes: str = NOTES) -> tuple[Slide, ...]:
    """Make a slide of every kind, each with its title, text and notes."""
    own = {
        SlideKind.MISSION: Selection(mission="alpha"),
        SlideKind.AREA: Selection(area="north-line"),
        SlideKind.MAP: Selection(organisations=("UN",)),
    }
    extra = {SlideKind.COMPARE: {"l.org": "UN", "r.org": "EU"}, SlideKind.GAPS: {"g.list": "gaps"}}
    return tuple(
        Slide(
            f"s{number}", kind, f"{title}: {kind.value}", text, notes, own.get(kind, Selection()),
            Frame(42.5, 43.5, 6) if kind is SlideKind.MAP else None, SlideOptions(), extra.get(kind, {}),
        )
        for number, kind in enumerate(SlideKind, start=1)
    )  # fmt: skip


def filled(data: Dataset, briefing: Briefing) -> Deck:
    """Fill a briefing with the words of its dataset."""
    return fill(briefing, data, vocabulary_of(data))


def small_deck(style: HouseStyle = HouseStyle.UN) -> Deck:
    """Make a deck with a slide of every kind, from `small_data`."""
    return filled(small_data(), Briefing("A small briefing", every_kind(), "For a test", style))


def hostile_deck() -> Deck:
    """Make a deck with a slide of every kind and harm in every string, from `hostile_data`."""
    return filled(hostile_data(), Briefing(EVIL, every_kind(EVIL, EVIL_TEXT, EVIL_TEXT), EVIL))
