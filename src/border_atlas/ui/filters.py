"""The sidebar: one widget a filter, all of them together one Selection."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import replace
from datetime import date
from typing import Any, Final, Protocol, TypeVar

import streamlit as st

from border_atlas.config import DATA_AS_OF, FIRST_YEAR
from border_atlas.data.dataset import Dataset
from border_atlas.domain.selection import ColourBy, Selection
from border_atlas.maps.styles import ORGANISATION_LOOKS
from border_atlas.model import (
    ACTIVITY_LABELS,
    ENGAGEMENT_LABELS,
    FAMILY_LABELS,
    VERIFIED_LABELS,
    AreaKind,
    MissionStatus,
    Organisation,
    Verified,
)
from border_atlas.ui import state
from border_atlas.ui.search_box import search_box

_COLOURS: Final[dict[ColourBy, str]] = {"family": "activity", "organisation": "organisation"}
_STATUSES: Final = {str(key): str(key).capitalize() for key in MissionStatus}
_MARKS: Final = {str(key): VERIFIED_LABELS[key].capitalize() for key in Verified}

Chosen = tuple[str, ...]
_T = TypeVar("_T")


class _Ask(Protocol):
    """How what a filter says comes to be known: from the widget as it is drawn, or from the session before that."""

    def many(self, name: str, label: str, options: Mapping[str, str], chosen: Sequence[str], hint: str) -> Chosen:
        """Ask for any number of options, in a list."""

    def pills(self, name: str, label: str, options: Mapping[str, str], chosen: Sequence[str]) -> Chosen:
        """Ask for any number of options, all in sight."""

    def text(self, base: str) -> str:
        """Ask for words."""

    def years(self, base: Selection) -> tuple[int, int]:
        """Ask for the first and the last year."""

    def day(self, base: date | None) -> date | None:
        """Ask for a day."""

    def colour(self, base: ColourBy) -> ColourBy:
        """Ask what colours the areas."""

    def more(self, base: Selection) -> "AbstractContextManager[_Ask]":
        """Return where the filters stand that are used less, and how they are asked."""


class _Drawn:
    """Draws the widgets; each calls ``on_change`` when it was changed, or else the whole page is run."""

    def __init__(self, on_change: Callable[[], None] | None) -> None:
        self._on_change = on_change

    def many(self, name: str, label: str, options: Mapping[str, str], chosen: Sequence[str], hint: str) -> Chosen:
        picked = st.multiselect(
            label, list(options), default=_known(chosen, options), format_func=lambda value: options[value],
            placeholder=hint, key=state.widget_key(name),
            on_change=self._on_change,
        )  # fmt: skip
        return tuple(picked)

    def pills(self, name: str, label: str, options: Mapping[str, str], chosen: Sequence[str]) -> Chosen:
        picked = st.pills(
            label, list(options), selection_mode="multi", default=_known(chosen, options),
            format_func=lambda value: options[value], key=state.widget_key(name),
            on_change=self._on_change,
        )  # fmt: skip
        return tuple(picked)

    def text(self, base: str) -> str:
        return st.text_input(
            "Words in names and summaries", base, placeholder="e.g. Abyei, customs, Chernivtsi",
            max_chars=120, key=state.widget_key("text"), on_change=self._on_change,
        )  # fmt: skip

    def years(self, base: Selection) -> tuple[int, int]:
        return st.slider(
            "Active in the years", FIRST_YEAR, DATA_AS_OF.year, _span(base), key=state.widget_key("years"),
            on_change=self._on_change,
            help="Keeps what was active at some time in these years. Partial dates and open ends count.",
        )  # fmt: skip

    def day(self, base: date | None) -> date | None:
        picked = st.date_input(
            "Active on a date", base, min_value=date(FIRST_YEAR, 1, 1), max_value=date(DATA_AS_OF.year + 1, 12, 31),
            format="YYYY-MM-DD", key=state.widget_key("day"), on_change=self._on_change,
        )  # fmt: skip
        return picked if isinstance(picked, date) else None

    def colour(self, base: ColourBy) -> ColourBy:
        return st.radio(
            "Colour areas by", list(_COLOURS), format_func=_COLOURS.__getitem__, horizontal=True,
            index=list(_COLOURS).index(base), key=state.widget_key("colour"),
            on_change=self._on_change,
        )  # fmt: skip

    @contextmanager
    def more(self, base: Selection) -> Iterator[_Ask]:
        """Send what is folded away only when it is opened, or in use: else it would burden every page."""
        used = _more_in_use(base)
        place = st.expander("More filters", expanded=used, key=state.widget_key("more"), on_change="rerun")
        with place:
            yield self if place.open or used or _more_said() else _Remembered()


class _Remembered:
    """Reads what the widgets said last; those that were never drawn say what they start from."""

    def many(self, name: str, label: str, options: Mapping[str, str], chosen: Sequence[str], hint: str) -> Chosen:  # noqa: ARG002  as _Ask has it
        return tuple(_said(name, _known(chosen, options)))

    def pills(self, name: str, label: str, options: Mapping[str, str], chosen: Sequence[str]) -> Chosen:  # noqa: ARG002  as _Ask has it
        return tuple(_said(name, _known(chosen, options)))

    def text(self, base: str) -> str:
        return _said("text", base)

    def years(self, base: Selection) -> tuple[int, int]:
        return _said("years", _span(base))

    def day(self, base: date | None) -> date | None:
        return _said("day", base)

    def colour(self, base: ColourBy) -> ColourBy:
        return _said("colour", base)

    def more(self, base: Selection) -> AbstractContextManager[_Ask]:  # noqa: ARG002  as _Ask has it
        return nullcontext(self)


def _said(name: str, otherwise: _T) -> _T:
    value: _T = st.session_state.get(state.widget_key(name), otherwise)
    return value


def _known(chosen: Sequence[str], options: Mapping[str, str]) -> list[str]:
    return [value for value in chosen if value in options]


def _span(base: Selection) -> tuple[int, int]:
    last = DATA_AS_OF.year
    return base.year_from or FIRST_YEAR, min(base.year_to or last, last)


def _period(first: int, last: int) -> tuple[int | None, int | None]:
    """Say what the handles say: nothing only if both stand at their ends, for a year at one end is a year too."""
    return (None, None) if (first, last) == (FIRST_YEAR, DATA_AS_OF.year) else (first, last)


@st.cache_resource(max_entries=2, show_spinner=False)
def _countries(version: str, _data: Dataset) -> Mapping[str, str]:  # noqa: ARG001  keyed by the version
    used = {code for codes in _data.missions["host_countries"] for code in codes}
    used |= {code for codes in _data.areas["countries"] for code in codes}
    names = _data.countries.set_index("iso3")["name"]
    return dict(sorted(((code, str(names.get(code, code))) for code in used), key=lambda item: item[1]))


def asked(data: Dataset) -> Selection:
    """Return the selection that `sidebar` is going to return in this run, before any widget is drawn.

    So a page can send first what people wait for, and the widgets after it.
    """
    return _ask(data, _Remembered())


def sidebar(data: Dataset) -> Selection:
    """Draw the search box and the filters and return the selection they say; the chosen object is kept."""
    search_box(data)
    return draw(data)


def draw(data: Dataset, *, on_change: Callable[[], None] | None = None) -> Selection:
    """Draw the filters without the search box and return the selection they say.

    ``on_change`` is called when one of them was changed; without it the whole page is run.
    """
    with st.sidebar:
        selection = _ask(data, _Drawn(on_change))
        st.button("Clear all filters", icon=":material/filter_alt_off:", on_click=_clear, width="stretch")
    return selection


def _ask(data: Dataset, ask: _Ask) -> Selection:
    """Put together what all filters say; asked in the order in which they stand."""
    base, current = state.widget_base(), state.current()
    text = ask.text(base.text)
    looks = {str(key): ORGANISATION_LOOKS[key].label for key in Organisation}
    organisations = ask.many("org", "Organisation", looks, base.organisations, "All organisations")
    families = ask.pills("family", "Family of activity", _labels(FAMILY_LABELS), base.families)
    types = ask.many("type", "Activity", _labels(ACTIVITY_LABELS), base.activity_types, "All activities")
    year_from, year_to = _period(*ask.years(base))
    countries = ask.many("country", "Country", _countries(data.version, data), base.countries, "All countries")
    kinds = ask.many("kind", "Kind of area", {str(k): str(k).capitalize() for k in AreaKind}, base.kinds, "All kinds")
    with ask.more(base) as more:
        engagements = more.pills("how", "How it goes about it", _labels(ENGAGEMENT_LABELS), base.engagements)
        active_on = more.day(base.active_on)
        statuses = more.pills("status", "Mission status", _STATUSES, base.statuses)
        verified = more.pills("verified", "Checked against sources", _MARKS, base.verified)
    return replace(
        current,
        organisations=organisations, families=families, activity_types=types, engagements=engagements,
        countries=countries, kinds=kinds, verified=verified, statuses=statuses,
        year_from=year_from, year_to=year_to, active_on=active_on, text=text.strip(),
        colour_by=ask.colour(base.colour_by),
    )  # fmt: skip


def _labels(labels: Mapping[Any, str]) -> dict[str, str]:
    return {str(key): label for key, label in labels.items()}


def _more_in_use(base: Selection) -> bool:
    return bool(base.engagements or base.active_on or base.statuses or base.verified)


def _more_said() -> bool:
    """Tell whether a filter that is folded away holds something: not drawn, it would forget it."""
    return any(bool(_said(name, None)) for name in ("how", "day", "status", "verified"))


def _clear() -> None:
    current = state.current()
    state.keep(Selection(mission=current.mission, area=current.area, colour_by=current.colour_by))
    state.renew_widgets()
