"""Small maps for tests: the hand-made rows of ``tests/factories.py``, and what was drawn of them."""

import io
from collections.abc import Sequence

import numpy as np
from PIL import Image

from border_atlas.data.dataset import Dataset
from border_atlas.domain.deck import DeckMap
from border_atlas.domain.frame import Frame
from border_atlas.domain.select import select
from border_atlas.domain.selection import Selection
from tests.factories import Row, make_dataset

CAUCASUS = Frame(42.2, 43.6, 6)


def deck_map(data: Dataset, frame: Frame | None = None, selection: Selection | None = None) -> DeckMap:
    return DeckMap(select(data, selection or Selection()), frame, "Two missions and three areas.", caption="A map")


def one_map(missions: Sequence[Row] = ({},), areas: Sequence[Row] = ({},), frame: Frame | None = None) -> DeckMap:
    return deck_map(make_dataset(missions=missions, areas=areas, activities=[{}]), frame)


def nothing() -> DeckMap:
    return deck_map(make_dataset(), selection=Selection(text="nothing is called so"))


def pixels(png: bytes) -> np.ndarray:
    with Image.open(io.BytesIO(png)) as picture:
        return np.asarray(picture.convert("RGB"), dtype=np.int16)
