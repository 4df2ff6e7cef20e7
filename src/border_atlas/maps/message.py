"""What the browser is told after each change: numbers of missions and areas, and the few that style them."""

from collections.abc import Mapping, Sequence
from typing import Final, cast

import pandas as pd

from border_atlas.domain.coverage_map import STATES, CoverageState
from border_atlas.domain.derived import Link, links_of
from border_atlas.domain.own_drawing import OwnDrawing
from border_atlas.domain.timeless import Timeless
from border_atlas.domain.view import View
from border_atlas.maps import styles
from border_atlas.maps.own_message import own_message
from border_atlas.maps.past import past_note
from border_atlas.maps.safety import Json

_FAMILY_NUMBER: Final = {str(key): number for number, key in enumerate(styles.FAMILY_ORDER)}
_ORGANISATION_NUMBER: Final = {str(key): number for number, key in enumerate(styles.ORGANISATION_ORDER)}


def _colours(view: View, area_ids: pd.Series) -> list[int]:
    by_family = view.selection.colour_by == "family"
    column = "leading_family" if by_family else "leading_organisation"
    numbers = _FAMILY_NUMBER if by_family else _ORGANISATION_NUMBER
    leading = view.area_counts[column].loc[area_ids.to_list()]
    return [numbers.get(str(value), len(numbers)) for value in leading]


def _chosen(view: View) -> list[Json] | None:
    """Return kind and number of the chosen record if the selection still shows it."""
    for kind, frame, column, wanted in (
        ("mission", view.missions, "mission_id", view.selection.mission),
        ("area", view.areas, "area_id", view.selection.area),
    ):
        if wanted is not None:
            found = frame.index[frame[column] == wanted]
            if len(found):
                return [kind, int(found[0])]
    return None


def _coordinates(link: Link) -> list[Json]:
    return [round(value, 3) for value in (link.from_lat, link.from_lon, link.to_lat, link.to_lon)]


def _time(time: Timeless) -> dict[str, Json]:
    return {
        "missions": time.missions, "free": time.free, "activities": time.activities, "year": time.year,
    }  # fmt: skip


def show_message(
    view: View,
    *,
    go: tuple[int, Sequence[float]] | None = None,
    time: Timeless | None = None,
    overlay: Mapping[int, CoverageState] | None = None,
    sync: str | None = None,
    own: Sequence[OwnDrawing] = (),
) -> dict[str, Json]:
    """Return the message for ``Atlas.show``.

    Parameters
    ----------
    go
        A running number and bounds (west, south, east, north; degrees) that the map shall move to, once.
    time
        What the year slider may show; without it the map has no slider.
    overlay
        State of each area shown, by its row in the Dataset; it colours the areas instead of their activities.
    sync
        Name of a group of maps that move together.
    own
        Layers of the session's own data.
    """
    area_ids = view.areas["area_id"]
    message: dict[str, Json] = {
        "m": [int(number) for number in view.missions.index],
        "a": [int(number) for number in view.areas.index],
        "c": cast("Json", _colours(view, area_ids)),
        "w": [int(count) for count in view.area_counts["n"].loc[area_ids.to_list()]],
        "by": view.selection.colour_by,
        "chosen": _chosen(view),
        "s": [int(number) for number in view.sites.index],
        "x": [int(number) for number in view.crossings.index],
        "links": [_coordinates(link) for link in links_of(view)],
    }
    past = past_note(view)
    if past:
        message["past"] = past
    if view.of_one_record:
        message["far"] = True
    if go is not None:
        number, (west, south, east, north) = go
        message["go"] = {"n": number, "bounds": [[south, west], [north, east]]}
    if time is not None:
        message["time"] = _time(time)
    if overlay is not None:
        message |= {"by": "coverage", "c": [STATES.index(overlay[int(row)]) for row in view.areas.index]}
    if sync is not None:
        message["sync"] = sync
    if own:
        message["own"] = own_message(own)
    return message
