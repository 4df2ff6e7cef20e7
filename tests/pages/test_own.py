"""The page Your data: empty, one file, several layers, faults, correction; the map needs a browser."""

import threading
from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from border_atlas.config import GEODATA
from border_atlas.data.load import load_dataset
from border_atlas.data.own.contract import OwnFile
from border_atlas.export.own_examples import examples
from tests.data.own.samples import csv_of, read_here

APP = Path(__file__).resolve().parents[2] / "app.py"
SETS = "atlas_own_sets"


class Reading:
    """A file that is read for ever."""

    name = "first.csv"

    def __init__(self) -> None:
        self.stop, self.over = threading.Event(), threading.Event()


def own_file(content: bytes, name: str) -> OwnFile:
    return OwnFile(name=name, form="CSV", size=len(content), digest="ab" * 32, layers=tuple(read_here(content, name)))


def opened(*files: OwnFile) -> AppTest:
    """Open the page with files as if they had just been read."""
    from border_atlas.ui import own_state  # noqa: PLC0415  needs Streamlit

    data = load_dataset(GEODATA)
    app = AppTest.from_file(str(APP), default_timeout=60)
    app.run()
    sets = {}
    for own in files:
        for number, layer in enumerate(own.layers):
            one = own_state.understood(own, number, layer, data)
            sets[one.key] = one
    app.session_state[SETS] = sets
    app.switch_page("pages/own.py").run()
    assert not app.exception
    return app


def figures(app: AppTest) -> dict[str, str]:
    return {one.label: one.value for one in app.metric}


def drop(app: AppTest, content: bytes, name: str) -> AppTest:
    app.file_uploader[0].set_value((name, content, "text/csv")).run()
    assert not app.exception
    return app


def test_a_dropped_file_stops_the_one_that_is_still_being_read() -> None:
    app, first = opened(), Reading()
    app.session_state["atlas_own_job"] = first
    drop(app, b"lon,lat\n44,42\n", "second.csv")
    assert first.stop.is_set()
    assert figures(app)["Records shown"] == "1 of 1"


def test_layers_without_room_are_named_until_one_is_forgotten() -> None:
    files = [own_file(f"lon,lat\n44,4{number}\n".encode(), f"{number}.csv") for number in range(8)]
    app = drop(
        opened(*(replace(own, digest=f"{own.name[0]}b" * 32) for own in files)), b"lon,lat\n44,42\n", "ninth.csv"
    )
    (said,) = (one.value for one in app.warning)
    assert said.startswith("**Left out: “ninth.csv”.** At most 8 layers are kept at once")
    assert len(app.session_state[SETS]) == 8
    next(one for one in app.button if one.label == "Forget").click().run()
    assert not app.warning


ROWS = [
    ["Sokhumi", "41,02", "43,00", "post"], ["Gali", "41.73", "42.62", "post"], ["Nowhere", "north", "42", "shots"],
    ["Far", "-140", "-40", "shots"], ["Beyond", "12", "95", "shots"],
]  # fmt: skip


def sites() -> OwnFile:
    return own_file(csv_of(["place", "lon", "lat", "kind"], ROWS, ";").encode(), "sites.csv")


def test_without_data_the_page_says_what_it_does() -> None:
    app = opened()
    assert any("What happens with a file" in one.value for one in app.markdown)
    assert not app.metric


def test_good_rows_are_used_and_bad_ones_counted_and_listed() -> None:
    app = opened(sites())
    shown = figures(app)
    assert shown["Records shown"] == "3 of 3"
    assert shown["Kept aside"] == "2"
    assert shown["In or within 25 km of a border area"] == "1"
    faults = next(table.value for table in app.dataframe if "What is wrong" in table.value.columns)
    assert faults["Value"].tolist() == ["north", "95"]
    assert faults["Row"].tolist() == ["4", "6"]


def test_a_filter_of_the_files_own_column_narrows_all() -> None:
    app = opened(sites())
    next(one for one in app.multiselect if one.label == "kind").set_value(["post"]).run()
    assert figures(app)["Records shown"] == "2 of 3"


def test_a_corrected_column_is_read_anew() -> None:
    app = opened(sites())
    next(one for one in app.selectbox if one.label == "Longitude").set_value("lat").run()
    next(one for one in app.selectbox if one.label == "Latitude").set_value("lon").run()
    assert not app.exception
    assert figures(app)["Kept aside"] == "2"
    next(one for one in app.button if one.label == "Back to the first guess").click().run()
    assert figures(app)["Records shown"] == "3 of 3"


def test_a_layer_without_any_place_says_what_to_do() -> None:
    app = opened(own_file(b"Date,Location\n2024-01-02,Lower Village\n2024-02-02,Upper Village\n", "towns.csv"))
    (said,) = (one.value for one in app.warning)
    assert "Nothing of this layer can stand on the map yet" in said
    assert "Name the columns of the coordinates" in said
    assert not any("stand on the map yet" in one.value for one in opened(sites()).warning)


DATED = [["44", "42", f"{year}-05-01", f"{year - 30}-01-01"] for year in (2019, 2020, 2021, 2021)]


def test_a_range_of_years_narrows_all_and_follows_the_column_of_dates() -> None:
    app = opened(own_file(csv_of(["lon", "lat", "date", "founded"], DATED).encode(), "dated.csv"))
    (years,) = (one for one in app.slider if one.label == "Years")
    assert (years.value, years.min, years.max) == ((2019, 2021), 2019, 2021)
    years.set_value((2020, 2021)).run()
    assert figures(app)["Records shown"] == "3 of 4"
    next(one for one in app.selectbox if one.label == "Date").set_value("founded").run()
    assert not app.exception
    (years,) = (one for one in app.slider if one.label == "Years")
    assert years.value == (1989, 1991)
    assert figures(app)["Records shown"] == "4 of 4"


def test_forgotten_data_are_gone() -> None:
    app = opened(sites())
    next(one for one in app.button if one.label == "Forget").click().run()
    assert not app.exception
    assert app.session_state[SETS] == {}
    assert not app.metric


def test_hostile_names_and_values_are_shown_as_they_are() -> None:
    hostile = "<img src=x onerror=alert(1)> {{ 7*7 }} $x$ :red[y]"
    content = csv_of(["lon", "lat", hostile], [["44", "42", hostile], ["44.1", "42", "=1+1"], ["44.1", "42", "=1+1"]])
    app = opened(own_file(content.encode(), f"{hostile}.csv"))
    assert figures(app)["Records shown"] == "3 of 3"
    assert not any("<img" in one.value for one in app.markdown)


@pytest.mark.parametrize("example", examples(), ids=lambda one: one.name)
def test_every_example_is_understood_whole(example: object) -> None:
    app = opened(own_file(example.content, example.name))  # type: ignore[attr-defined]
    number = "4 of 4" if example.name.endswith(".zip") else "12 of 12"  # type: ignore[attr-defined]
    assert figures(app)["Records shown"] == number
    assert figures(app)["Kept aside"] == "0"


def advice(app: AppTest) -> list[str]:
    return [one.value for one in app.info]


@pytest.mark.parametrize(
    ("table", "said"),
    [
        (b"name,kind\nA,post\nB,post\n", "No record has a place"),
        (b"lon,lat\n500,95\n", "The file has no row that could be used"),
        (b"lon,lat\n-140,-40\n", "Try a greater distance."),
    ],
)
def test_the_advice_fits_why_no_border_area_has_a_record(table: bytes, said: str) -> None:
    found = advice(opened(own_file(table, "some.csv")))
    assert any(said in one for one in found)
    assert any("greater distance" in one for one in found) == ("greater" in said)
