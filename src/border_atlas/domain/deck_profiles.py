"""Slides on one mission or one border area: map, key figures, table of work, timeline."""

from border_atlas.domain import area_tiles, mission_tiles
from border_atlas.domain.area_profile import AreaProfile, area_profile
from border_atlas.domain.area_tiles import Tile
from border_atlas.domain.area_view import area_frame, area_view
from border_atlas.domain.area_words import status_sentence
from border_atlas.domain.area_work import MissionHere
from border_atlas.domain.boundary_notes import notes_on
from border_atlas.domain.briefing import Slide
from border_atlas.domain.deck import DeckChart, DeckTable
from border_atlas.domain.deck_charts import MOST_CELLS, gantt_chart
from border_atlas.domain.deck_frame import fitting_frame
from border_atlas.domain.deck_parts import Kit, Parts, map_of, only_words, present_id
from border_atlas.domain.deck_sources import ids_of
from border_atlas.domain.deck_words import count
from border_atlas.domain.lookup import record
from border_atlas.domain.mission_profile import MissionProfile, mission_profile, mission_view
from border_atlas.domain.richtext import paragraph, plain


def mission_parts(kit: Kit, slide: Slide) -> Parts:
    """Fill a slide on the mission that its selection names."""
    wanted = slide.selection.mission
    mission_id = present_id(kit, wanted, kit.words.missions)
    if mission_id is None:
        return only_words("Mission", _missing("mission", wanted))
    profile = mission_profile(kit.dataset, mission_id)
    view = mission_view(kit.dataset, mission_id, colour_by=slide.selection.colour_by)
    card = profile.card
    name = f"{card.title} ({card.subtitle})" if card.subtitle else card.title
    return Parts(
        title=plain(name), said=plain(f"{name}, {profile.dates}: {_as_clause(profile.summary)}"),
        figures=_figures(mission_tiles.tiles(kit.dataset, profile)),
        maps=(map_of(kit, slide, view, f"{card.title} and where it works or worked"),),
        tables=_work_table(profile), charts=_gantt(kit, profile, "area"), source_ids=profile.source_ids,
    )  # fmt: skip


def area_parts(kit: Kit, slide: Slide) -> Parts:
    """Fill a slide on the border area that its selection names."""
    wanted = slide.selection.area
    area_id = present_id(kit, wanted, kit.words.areas)
    if area_id is None:
        return only_words("Border area", _missing("border area", wanted))
    profile = area_profile(kit.dataset, kit.stretches(), area_id)
    view = area_view(kit.dataset, area_id, profile.shown_areas, colour_by=slide.selection.colour_by)
    row = record(kit.dataset, "area_id", area_id)
    missions = count(len(profile.missions), "mission", "missions")
    works = count(len(profile.activities), "activity", "activities")
    return Parts(
        title=plain(profile.card.title),
        said=plain(f"{profile.card.title}, {profile.card.subtitle}: {missions} · {works} on record."),
        blocks=(paragraph(profile.history), paragraph(status_sentence(profile.line_status))),
        figures=_figures(area_tiles.tiles(kit.dataset, profile)),
        maps=(map_of(kit, slide, view, f"{profile.card.title} and the missions that work or worked there",
                     frame=fitting_frame(area_frame(kit.dataset, view, area_id))),),
        tables=_missions_table(profile.missions), charts=_gantt(kit, profile, "mission"),
        source_ids=(*profile.source_ids, *ids_of(view.missions)), boundary_notes=notes_on(row, kit.style.value),
    )  # fmt: skip


def _missing(kind: str, wanted: str | None) -> str:
    if not wanted:
        return f"This slide names no {kind}; choose one to fill it."
    return f"“{plain(wanted)[:60]}” is no {kind} of this version of the data; it may have gone by another id."


def _as_clause(sentence: str) -> str:
    """Let a sentence go on after a colon."""
    return sentence[:1].lower() + sentence[1:]


def _figures(tiles: tuple[Tile, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((plain(tile.value), plain(tile.label)) for tile in tiles)


def _gantt(kit: Kit, profile: MissionProfile | AreaProfile, label: str) -> tuple[DeckChart, ...]:
    if profile.activities.empty:
        return ()
    title = f"The work of {profile.card.title}" if label == "area" else f"Work on {profile.card.title}"
    chart = gantt_chart(
        kit.dataset, profile.activities, title=plain(title), label="area" if label == "area" else "mission"
    )
    return (chart,)


def _work_table(profile: MissionProfile) -> tuple[DeckTable, ...]:
    names = dict(zip(profile.areas["area_id"], profile.areas["Border area"], strict=True))
    rows = tuple(
        (line.type_label, plain(line.title), plain(str(names.get(line.area_id, line.area_id))), line.dates)
        for line in profile.lines[:MOST_CELLS]
    )
    more = len(profile.lines) - len(rows)
    return (DeckTable("Activities", ("Kind", "What", "Where", "When"), rows, more),) if rows else ()


def _missions_table(missions: tuple[MissionHere, ...]) -> tuple[DeckTable, ...]:
    rows = tuple(
        (plain(one.label), one.organisation, ", ".join(dict.fromkeys(work.type_label for work in one.works)),
         f"{one.dates} ({one.presence})")
        for one in missions[:MOST_CELLS]
    )  # fmt: skip
    columns = ("Mission", "Lead", "What", "When")
    return (DeckTable("Who works and worked there", columns, rows, len(missions) - len(rows)),) if rows else ()
