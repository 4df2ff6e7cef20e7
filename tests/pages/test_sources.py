"""The Sources page lists every source and says what is doubtful."""

from collections.abc import Callable

from streamlit.testing.v1 import AppTest

from border_atlas.config import GEODATA
from border_atlas.data.load import load_dataset


def test_every_source_is_listed_with_its_use(open_app: Callable[..., AppTest]) -> None:
    app = open_app("pages/sources.py")
    data = load_dataset(GEODATA)
    listed = app.dataframe[0].value
    assert len(listed) == len(data.sources)
    assert listed["Used"].iloc[0] >= listed["Used"].iloc[-1]
    used = {source for ids in data.activities["source_ids"] for source in ids}
    assert (listed["Activities"] > 0).sum() == len(used)


def test_method_disclaimer_and_doubts_are_there(open_app: Callable[..., AppTest]) -> None:
    app = open_app("pages/sources.py")
    text = " ".join(markdown.value for markdown in app.markdown)
    assert "absence of a record is not absence of work" in text.replace("\n", " ").lower()
    assert "do not imply official endorsement" in text
    read = app.dataframe[1].value
    assert list(read["Wrong of all (95 %)"])[-1] == "14 % (7 to 26 %)"
    marks = set(app.dataframe[2].value["Verified"])
    assert "partly" in marks
    assert marks <= {"no", "partly"}


def test_the_state_of_the_data_fits_its_tile(open_app: Callable[..., AppTest]) -> None:
    figures = {one.label: one.value for one in open_app("pages/sources.py").metric}
    assert figures["Data as of"] == "5 Jan 2026"
