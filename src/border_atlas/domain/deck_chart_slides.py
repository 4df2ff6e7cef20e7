"""Slides with a chart of the activities that a selection leaves: timeline, years, matrix."""

from collections.abc import Callable
from typing import cast

import pandas as pd

from border_atlas.domain.briefing import Slide
from border_atlas.domain.deck import DeckChart
from border_atlas.domain.deck_charts import gantt_chart, in_matrix, longest, matrix_chart, years_chart
from border_atlas.domain.deck_parts import Kit, Parts
from border_atlas.domain.deck_sources import ids_of
from border_atlas.domain.deck_words import count, figures_of, nothing_for, said_of
from border_atlas.domain.matrix import By
from border_atlas.domain.richtext import paragraph, plain
from border_atlas.domain.select import select
from border_atlas.domain.sentence import describe
from border_atlas.domain.timeline import GroupBy, Label
from border_atlas.domain.view import View

_NOTHING = "None of the activities on record answers this question."


def timeline_parts(kit: Kit, slide: Slide) -> Parts:
    """Fill a slide with when activities took place."""

    def draw(activities: pd.DataFrame) -> tuple[DeckChart, pd.DataFrame]:
        chosen = slide.selection
        label: Label = "area" if chosen.mission else "mission" if chosen.area else "both"
        return gantt_chart(kit.dataset, activities, title="When the work took place", label=label), longest(
            kit.dataset, activities
        )

    return _chart_parts(kit, slide, draw)


def years_parts(kit: Kit, slide: Slide) -> Parts:
    """Fill a slide with the number of activities in each year, by family or organisation (``by`` in its extra)."""
    asked = slide.extra.get("by", "")
    by = cast("GroupBy", asked if asked in {"organisation", "family"} else slide.selection.colour_by)
    title = f"Activities in each year, by {by}"
    return _chart_parts(
        kit, slide, lambda activities: (years_chart(kit.dataset, activities, by=by, title=title), activities)
    )


def matrix_parts(kit: Kit, slide: Slide) -> Parts:
    """Fill a slide with who does what, or what is done where (``by`` in its extra: ``mission`` or ``area``)."""
    by: By = "area" if slide.extra.get("by") == "area" else "mission"
    title = "Who does what" if by == "mission" else "What is done where"

    def draw(activities: pd.DataFrame) -> tuple[DeckChart, pd.DataFrame]:
        chart = matrix_chart(kit.dataset, activities, by=by, title=title)
        return chart, in_matrix(kit.dataset, activities, by=by)

    return _chart_parts(kit, slide, draw)


def _chart_parts(kit: Kit, slide: Slide, draw: Callable[[pd.DataFrame], tuple[DeckChart, pd.DataFrame]]) -> Parts:
    """Fill a slide with one chart; ``draw`` also gives the activities that the chart rests on."""
    view = select(kit.dataset, slide.selection)
    asked, said = plain(describe(view.selection, kit.words)), said_of(view, kit.words)
    activities, only = _focus(kit, view)
    if activities.empty:
        why = nothing_for(view, kit.words) if view.is_empty else _NOTHING
        return Parts(title=asked, said=_said(said, view, 0, only), blocks=(paragraph(why),))
    chart, shown = draw(activities)
    return Parts(
        title=asked, said=_said(said, view, len(activities), only), figures=figures_of(view) if not only else (),
        charts=(chart,), source_ids=ids_of(shown), named_ids=ids_of(shown) if chart.kind == "gantt" else (),
    )  # fmt: skip


def _focus(kit: Kit, view: View) -> tuple[pd.DataFrame, str]:
    """Keep the activities of the chosen mission or area, and name it."""
    chosen = view.selection
    if chosen.mission is None and chosen.area is None:
        return view.activities, ""
    rows = view.activities_of(mission_id=chosen.mission, area_id=chosen.area)
    names = [
        kit.words.missions.get(chosen.mission, chosen.mission) if chosen.mission else "",
        kit.words.areas.get(chosen.area, chosen.area) if chosen.area else "",
    ]
    return rows, plain(" on ".join(filter(None, names)))


def _said(said: str, view: View, number: int, only: str) -> str:
    """Say the selection, or of it only what is chosen."""
    if not only:
        return said
    own = f"{only}: {count(number, 'activity', 'activities')}."
    return own if view.selection.is_empty else f"{said} Of these only {own}"
