"""The columns of users' tables are recognised by their names and by their values."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import Point

from border_atlas.domain.own_guess import ColumnMapping, guess
from tests.domain.own_layers import layer_of, make_layer
from tests.factories import make_dataset

DATA = make_dataset()
#: Places in Georgia, Ukraine and Armenia, as latitude and longitude.
LATITUDES = [41.7151, 42.2679, 46.4825, 40.1792]
LONGITUDES = [44.8271, 42.6946, 30.7233, 44.4991]


@pytest.mark.parametrize(
    ("lat", "lon"),
    [
        ("lat", "lon"), ("Latitude", "Longitude"), ("LAT", "LNG"), ("lat.", "long."), ("y", "x"), ("Breite", "Länge"),
        ("Breitengrad", "Längengrad"), ("latitud", "longitud"), ("Широта", "Долгота"), ("gps_lat", "gps_long"),
        ("decimalLatitude", "decimalLongitude"), ("latitude (N)", "longitude (E)"), ("Y_COORD", "X_COORD"),
    ],
)  # fmt: skip
def test_coordinates_are_found_by_name(lat: str, lon: str) -> None:
    mapping = guess(layer_of({"id": [1, 2, 3, 4], lat: LATITUDES, lon: LONGITUDES}), DATA)
    assert (mapping.latitude, mapping.longitude) == (lat, lon)


def test_decimal_commas_are_coordinates_too() -> None:
    lat, lon = ([str(value).replace(".", ",") for value in values] for values in (LATITUDES, LONGITUDES))
    mapping = guess(make_layer(Breite=lat, Laenge=lon), DATA)
    assert (mapping.latitude, mapping.longitude) == ("Breite", "Laenge")


def test_exchanged_columns_are_noticed_by_the_countries_in_which_they_lie() -> None:
    # Mirrored, all of these places lie in none of the countries of the small dataset.
    mapping = guess(make_layer(lat=[30.72, 30.5, 28.8], lon=[46.48, 50.45, 47.01]), DATA)
    assert (mapping.latitude, mapping.longitude) == ("lon", "lat")
    assert "exchanged: as named 0% of the records" in mapping.reasons[0]


def test_exchanged_columns_are_noticed_by_their_range() -> None:
    mapping = guess(make_layer(lat=[130.1, 142.5, 95.0], lon=[46.48, 50.45, 60.0]), DATA)
    assert (mapping.latitude, mapping.longitude) == ("lon", "lat")
    assert "3 of 3 latitudes looked at lie beyond 90" in mapping.reasons[0]


def test_one_wrong_latitude_does_not_exchange_what_the_names_say() -> None:
    mapping = guess(make_layer(lat=[41.7, 41.8, 95], lon=[44.8, 44.9, 44]), DATA)
    assert (mapping.latitude, mapping.longitude) == ("lat", "lon")


def test_exchanged_columns_are_noticed_by_the_countries_that_the_records_name() -> None:
    # 44° N, 40° E lies in Russia, 40° N, 44° E in Armenia: both are countries of the dataset.
    columns = {"lat": [44.4, 44.5, 44.3], "lon": [40.2, 40.1, 40.3]}
    assert guess(make_layer(**columns), DATA).latitude == "lat"
    mapping = guess(make_layer(**columns, country=["Armenia", "ARM", "Armenien"]), DATA)
    assert (mapping.latitude, mapping.longitude) == ("lon", "lat")


def test_exchanged_columns_are_noticed_by_letters() -> None:
    mapping = guess(make_layer(lat=["16°E", "17°E"], lon=["48°N", "49°N"]), DATA)
    assert (mapping.latitude, mapping.longitude) == ("lon", "lat")


def test_metres_are_no_coordinates() -> None:
    mapping = guess(make_layer(x=[500_000.0, 510_000.0], y=[5_300_000.0, 5_310_000.0]), DATA)
    assert mapping.longitude is None
    assert "metres of a projected system" in mapping.reasons[0]


def test_coordinates_are_found_by_value() -> None:
    mapping = guess(make_layer(price=[1.25, 3.5, 2.0, 9.99], a=LATITUDES, b=LONGITUDES), DATA)
    assert (mapping.latitude, mapping.longitude) == ("a", "b")


def test_measurements_are_no_coordinates() -> None:
    mapping = guess(make_layer(a=[-10.1234, -11.4321, -9.9876], b=[-100.1234, -101.5678, -99.1234]), DATA)
    assert mapping.longitude is None


@pytest.mark.parametrize(
    "cells", [["41.7, 44.8", "42,2; 42,6"], ["41°42'N 44°48'E", "42°N 42°E"], ["POINT (44.8 41.7)"]]
)
def test_both_coordinates_are_found_in_one_column(cells: list[object]) -> None:
    mapping = guess(make_layer(site=["a" * len(cells)] * len(cells), position=cells), DATA)
    assert (mapping.coordinates, mapping.order) == ("position", "lat-lon")


def test_longitude_first_is_noticed() -> None:
    mapping = guess(make_layer(p=["30.72, 46.48", "30.5, 50.45", "28.8, 47.01"]), DATA)
    assert (mapping.coordinates, mapping.order) == ("p", "lon-lat")


def test_decimal_commas_are_no_pairs() -> None:
    assert guess(make_layer(share=["48,2", "16,4", "1,5"]), DATA).coordinates is None


def test_shapes_need_no_columns() -> None:
    mapping = guess(make_layer(lat=[1.0], lon=[2.0], shapes=[Point(44, 41)]), DATA)
    assert (mapping.latitude, mapping.longitude) == (None, None)
    assert mapping.reasons[0] == "The places are the shapes in the file."


def test_names_of_missions_countries_and_areas_are_found_also_without_a_telling_header() -> None:
    mapping = guess(make_layer(a=["ALPHA", "beta"], b=["Georgien", "UKR"], c=["North line", "gate"]), DATA)
    assert (mapping.mission, mapping.country, mapping.area) == ("a", "b", "c")


def test_short_words_are_no_country_codes() -> None:
    assert guess(make_layer(done=["ru", "ge", "am"]), DATA).country == "done"
    assert guess(make_layer(done=["no", "no", "no"]), DATA).country is None


@pytest.mark.parametrize(
    ("cells", "day_first"),
    [(["13/05/2024", "01/06/2024"], True), (["05/13/2024", "06/01/2024"], False), (["2024-05-13"], True)],
)
def test_dates_are_found_with_the_order_of_day_and_month(cells: list[object], *, day_first: bool) -> None:
    mapping = guess(make_layer(when=cells), DATA)
    assert (mapping.date, mapping.day_first) == ("when", day_first)


def test_the_order_of_days_is_told() -> None:
    mapping = guess(make_layer(Datum=["05/13/2024", "06/01/2024"]), DATA)
    assert "In its dates the month comes first: 1 value can be read in no other way." in mapping.reasons


def test_times_are_dates_and_numbers_are_not() -> None:
    mapping = guess(make_layer(n=[2001, 2002], made=[pd.Timestamp("2024-05-13"), None]), DATA)
    assert mapping.date == "made"
    assert guess(make_layer(n=[2001, 2002]), DATA).date is None
    assert guess(make_layer(year=[2001, 2002]), DATA).date == "year"


def test_label_and_category_are_found() -> None:
    mapping = guess(make_layer(place=["a", "b", "c", "d"], title=["p", "q", "r", "s"], type=["x", "y", "x", "y"]), DATA)
    assert (mapping.label, mapping.category) == ("title", "type")


def test_a_category_is_no_label_and_a_named_one_needs_few_repetitions() -> None:
    mapping = guess(make_layer(Typ=["x", "y", "x"], n=[1, 2, 3]), DATA)
    assert (mapping.label, mapping.category) == (None, "Typ")
    assert guess(make_layer(a=["x", "y", "x"]), DATA).category is None


def test_a_place_is_the_label_where_nothing_else_is() -> None:
    assert guess(make_layer(Land=["Georgia", "Ukraine"]), DATA).label == "Land"


def test_an_empty_table_gives_an_empty_mapping() -> None:
    assert guess(make_layer(), DATA) == ColumnMapping()
    assert guess(make_layer(lat=[], lon=[None] * 0), DATA) == ColumnMapping()


CELLS = st.one_of(st.text(max_size=30), st.floats(), st.integers(), st.booleans(), st.none(), st.datetimes())
HEADERS = st.one_of(
    st.text(min_size=1, max_size=20), st.sampled_from(["lat", "lon", "x", "y", "country", "date", "pos"])
)


@settings(max_examples=100)
@given(st.dictionaries(HEADERS, st.lists(CELLS, min_size=4, max_size=4), max_size=6))
def test_no_table_stops_the_guess(columns: dict[str, list[object]]) -> None:
    mapping = guess(layer_of(columns), DATA)
    named = {mapping.longitude, mapping.latitude, mapping.coordinates, mapping.date, mapping.country, mapping.label}
    assert named - {None} <= set(columns)


def test_a_position_written_as_text_labels_nothing() -> None:
    places = ["41,53 44,52 0 4,9", "41,60 44,60 0 5", "41,70 44,70 0 3"]
    columns = {"Location": places, "lat": LATITUDES[:3], "lon": LONGITUDES[:3], "crossing": ["Red", "Blue", "Green"]}
    assert guess(layer_of(columns), DATA).label == "crossing"
