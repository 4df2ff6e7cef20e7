"""Slides with a map of a selection, two maps side by side, or a map of coverage."""

from collections.abc import Mapping
from typing import Final

import numpy as np
import pandas as pd

from border_atlas.domain import coverage_tables as lists
from border_atlas.domain.briefing import Slide
from border_atlas.domain.compare import Comparison, Place, compare
from border_atlas.domain.compare_url import LEFT, RIGHT, sides_from_params
from border_atlas.domain.coverage import Coverage, cover
from border_atlas.domain.coverage_map import CoverageState, area_states, coverage_view
from border_atlas.domain.coverage_text import LIMITS, measures, paragraph
from border_atlas.domain.coverage_url import Asked
from border_atlas.domain.coverage_url import from_params as asked_from
from border_atlas.domain.deck import DeckMap, DeckTable
from border_atlas.domain.deck_charts import MOST_CELLS, small_table
from border_atlas.domain.deck_frame import fitting_frame, view_bounds
from border_atlas.domain.deck_gaps import ids_in_list
from border_atlas.domain.deck_parts import Kit, Parts, map_of, only_words
from border_atlas.domain.deck_sources import ids_of, ids_of_view
from border_atlas.domain.deck_words import figures_of, nothing_for, said_of, states_alt
from border_atlas.domain.regions import region_of
from border_atlas.domain.richtext import paragraph as block
from border_atlas.domain.richtext import plain
from border_atlas.domain.select import select
from border_atlas.domain.sentence import counts_line, describe
from border_atlas.domain.tables import WHAT, What
from border_atlas.domain.view import View

#: Beginning of the parameters of a question on gaps.
GAPS: Final = "g."
_WORDS: Final[dict[What, str]] = {"missions": "Missions", "areas": "Border areas", "activities": "Activities"}
_PLACES: Final = {
    Place.BOTH: "In both", Place.LEFT: "Only left", Place.RIGHT: "Only right", Place.BETWEEN: "Only in between",
}  # fmt: skip
#: Columns of the lists of an answer on gaps that a slide has room for.
_COLUMNS: Final[Mapping[str, dict[str, str]]] = {
    "At work": {
        "Border area": "Border area", "Missions": "Shown to run", "End not known": "End not known",
    },
    "End not known": {"Border area": "Border area", "End not known": "Missions whose end is not known"},
    "Overlaps": {
        "Border or line": "Border or line", "km": "km", "Missions": "Missions", "End not known": "End not known",
    },
    "Gaps": {"Border or line": "Border or line", "km": "km", "Last mission": "Last mission", "Until": "Until"},
    "Recently ended": {
        "Border area": "Border area", "Last mission": "Last mission", "Until": "Until", "Successor": "Successor",
    },
    "Never seen": {"Activity": "Activity", "Kind of border": "Kind of border", "Expected": "Expected"},
}  # fmt: skip


def map_parts(kit: Kit, slide: Slide) -> Parts:
    """Fill a slide with the map of its selection."""
    view = select(kit.dataset, slide.selection)
    said, asked = said_of(view, kit.words), plain(describe(view.selection, kit.words))
    if view.is_empty:
        return Parts(title=asked, said=said, blocks=(block(nothing_for(view, kit.words)),))
    return Parts(
        title=asked, said=said, figures=figures_of(view), maps=(map_of(kit, slide, view, asked),),
        source_ids=ids_of_view(view), named_ids=(),
    )  # fmt: skip


def compare_parts(kit: Kit, slide: Slide) -> Parts:
    """Fill a slide with two maps that look at the same part of the world, and what they share."""
    own = {name: value for name, value in slide.extra.items() if name.startswith((LEFT, RIGHT))}
    sides, not_understood = sides_from_params(own, kit.words)
    found = compare(kit.dataset, sides)
    views = (found.left, found.right)
    one, other = (plain(describe(view.selection, kit.words)) for view in views)
    empty = [block(nothing_for(view, kit.words)) for view in views if view.is_empty]
    return Parts(
        title="Two selections compared",
        said=f"Left: {one} ({counts_line(found.left)}). Right: {other} ({counts_line(found.right)}).",
        blocks=(*empty, *(block(note) for note in not_understood)),
        maps=_side_by_side(kit, slide, views, (one, other)),
        tables=(_shared(found),),
        source_ids=tuple(dict.fromkeys(one for view in views for one in ids_of_view(view))),
        named_ids=(),
    )


def _side_by_side(kit: Kit, slide: Slide, views: tuple[View, View], said: tuple[str, str]) -> tuple[DeckMap, ...]:
    bounds = view_bounds(*views)
    frame = fitting_frame(bounds) if bounds else None
    return tuple(
        map_of(kit, slide, view, asked, frame=frame, caption=asked)
        for view, asked in zip(views, said, strict=True)
        if not view.is_empty
    )


def _shared(found: Comparison) -> DeckTable:
    places = [one for one in _PLACES if one is not Place.BETWEEN or any(found.count(what, one) for what in WHAT)]
    rows = tuple((_WORDS[what], *(f"{found.count(what, place):,}" for place in places)) for what in WHAT)
    return DeckTable("What the two share", ("Records", *(_PLACES[place] for place in places)), rows)


def gaps_parts(kit: Kit, slide: Slide) -> Parts:
    """Fill a slide with who works where and who does not: map of states, list, paragraph, limits."""
    asked = _asked(kit, slide)
    where = asked.where(kit.words.countries)
    coverage = cover(kit.dataset, kit.stretches(), asked.question)
    found = {
        "Overlaps": lists.overlaps(coverage), "Gaps": lists.gaps(coverage), "Recently ended": lists.ended(coverage),
    }  # fmt: skip
    states = area_states(coverage, found["Recently ended"])
    title, said = f"Who works where, and who does not, {where}", plain(asked.said(kit.words.countries)) + "."
    if not states:
        return only_words(title, f"No border area with a mission on record {where} answers this question.", LIMITS)
    view = coverage_view(coverage, states, slide.selection)
    told = paragraph(
        coverage, where=where, overlaps=found["Overlaps"], gaps=found["Gaps"], ended=found["Recently ended"]
    )
    return Parts(
        title=title, said=said, blocks=(block(told), block(LIMITS)),
        figures=measures(coverage, found["Recently ended"]),
        maps=(_states_map(slide, view, states, where),), tables=_ranked(coverage, asked.shown, found),
        source_ids=_behind(coverage, states),
        named_ids=ids_in_list(coverage, _rows(coverage, asked.shown, found), MOST_CELLS),
    )  # fmt: skip


def _asked(kit: Kit, slide: Slide) -> Asked:
    """Return the question that the slide keeps, or that of its countries."""
    own = {name.removeprefix(GAPS): value for name, value in slide.extra.items() if name.startswith(GAPS)}
    if own:
        return asked_from(own, kit.words)
    countries = slide.selection.countries
    region = region_of(countries, kit.words.countries)
    return Asked(region=region, countries=() if region else countries)


def _states_map(slide: Slide, view: View, states: dict[int, CoverageState], where: str) -> DeckMap:
    # The question is about borders: a headquarters far off does not widen the frame.
    bounds = view_bounds(view, seats=False)
    frame = slide.frame or (fitting_frame(bounds) if bounds else None)
    return DeckMap(
        view=view, frame=frame, alt=states_alt(states, where), legend=slide.options.legend,
        labels=slide.options.labels, states=states,
    )  # fmt: skip


def _rows(coverage: Coverage, shown: str, found: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    others = {"At work": lists.at_work, "End not known": lists.unsure, "Never seen": lists.never_seen}
    return others[shown](coverage) if shown in others else found[shown]


def _ranked(coverage: Coverage, shown: str, found: Mapping[str, pd.DataFrame]) -> tuple[DeckTable, ...]:
    rows = _rows(coverage, shown, found)
    return (small_table(rows, shown, _COLUMNS[shown]),) if len(rows) else ()


def _behind(coverage: Coverage, states: Mapping[int, CoverageState]) -> tuple[str, ...]:
    """Return the sources of the areas that have a state and of all work on them, past and present."""
    data, works = coverage.dataset, coverage.works
    counted = works[(coverage.active | coverage.past) & works["area"].isin(list(states)).to_numpy()]
    missions = data.missions.iloc[np.unique(counted["mission"])]
    return ids_of(data.areas.loc[sorted(states)], missions, data.activities.loc[counted.index])
