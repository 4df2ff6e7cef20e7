"""A profile of the work behind a filter change, without Streamlit: select, then the map's message."""

from pathlib import Path
from typing import Final

from pyinstrument import Profiler

from border_atlas.config import GEODATA
from border_atlas.data.load import load_dataset
from border_atlas.domain.select import select
from border_atlas.domain.selection import Selection
from border_atlas.maps.message import show_message
from tests.benchmarks.drivers import IN_TURN

_TURNS: Final = 100


def write(path: Path) -> None:
    """Write the profile of some hundred filter changes as a page."""
    data = load_dataset(GEODATA)
    with Profiler() as profiler:
        for _ in range(_TURNS):
            for number in range(len(IN_TURN) + 1):
                show_message(select(data, Selection(organisations=IN_TURN[:number])))
    path.write_text(profiler.output_html(), encoding="utf-8")
