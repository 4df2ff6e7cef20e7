"""A view of the small world, and what its files say of themselves."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import pytest

from border_atlas.data.dataset import Dataset
from border_atlas.domain.select import select
from border_atlas.domain.selection import Selection
from border_atlas.domain.view import View
from border_atlas.domain.vocabulary import vocabulary_of
from border_atlas.export.about import About, about_view
from tests.factories import make_dataset

Source = tuple[Dataset, View, About]
EXPORTED_ON = date(2026, 11, 23)


def source(selection: Selection | None = None, **tables: list[Mapping[str, Any]]) -> Source:
    dataset = make_dataset(**tables)
    view = select(dataset, selection or Selection())
    return dataset, view, about_view(dataset, view, vocabulary_of(dataset), exported_on=EXPORTED_ON)


@pytest.fixture
def make_source() -> Callable[..., Source]:
    return source


@pytest.fixture
def everything() -> Source:
    return source()


@pytest.fixture
def nothing() -> Source:
    return source(Selection(text="no such word"))
