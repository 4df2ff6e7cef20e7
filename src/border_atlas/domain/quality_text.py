"""What the report on quality says of itself in words."""

from border_atlas.data.dataset import Dataset
from border_atlas.domain.dates_text import say_day
from border_atlas.domain.permalinks import version_tag


def about(dataset: Dataset) -> str:
    """Say which state of the data the report is on."""
    return f"Data as of {say_day(dataset.data_as_of)}, version {version_tag(dataset)}."
