"""Records get place, date and names; every fault is told, and no row is lost."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import LineString, Point

from border_atlas.data.own.contract import OwnLayer, RowFault
from border_atlas.domain.own_apply import OWN_COLUMNS, apply
from border_atlas.domain.own_guess import ColumnMapping, guess
from border_atlas.errors import OwnFileError
from tests.domain.own_layers import layer_of, make_layer
from tests.factories import make_dataset

DATA = make_dataset()
AXES = ColumnMapping(longitude="lon", latitude="lat")
NAMES = ColumnMapping(mission="mission", country="country", area="area")


def faults_of(layer: OwnLayer, mapping: ColumnMapping) -> list[tuple[int, str, str, str]]:
    faults = apply(layer, mapping, DATA).faults
    assert faults["right"].str.endswith(".").all()
    return list(faults[["row", "column", "value", "fault"]].itertuples(index=False, name=None))


def test_records_carry_their_own_columns_and_ours() -> None:
    layer = make_layer(
        site=["Post", "Camp"], lat=["41,7", 42.1], lon=["44°48'E", 43], kind=["x", None], when=["13.05.2024", None]
    )
    mapping = ColumnMapping("lon", "lat", label="site", category="kind", date="when")
    result = apply(layer, mapping, DATA)
    assert list(result.good.columns) == ["site", "lat", "lon", "kind", "when", *OWN_COLUMNS]
    assert result.good["_row"].tolist() == [2, 3]
    assert result.good["_label"].tolist() == ["Post", "Camp"]
    assert result.good["_category"].tolist() == ["x", ""]
    assert result.good["_date"].dtype == "datetime64[s]"
    assert result.good["_date"].isna().tolist() == [False, True]
    assert [(point.x, point.y) for point in result.good.geometry] == [(44.8, 41.7), (43.0, 42.1)]
    assert result.good.crs == "EPSG:4326"
    assert (result.kept_aside, len(result.faults), result.unmatched, result.notes) == (0, 0, (), ())


def test_every_fault_of_a_place_is_told_at_once() -> None:
    layer = make_layer(
        lat=["41.7", "x", "95", "0", "", "", "16 E", "1e300", "41°75'N"],
        lon=["44.8", "200", "44", "0", "44", "", "44", "44", "44"],
    )
    assert faults_of(layer, AXES) == [
        (3, "lon", "200", "A longitude cannot lie beyond 180."),
        (3, "lat", "x", "No coordinate can be read from this."),
        (4, "lat", "95", "A latitude cannot lie beyond 90."),
        (5, "lat", "0", "0° N, 0° E lies in the Gulf of Guinea and nearly always stands for an unknown place."),
        (6, "lat", "", "This coordinate is empty, the other is not."),
        (7, "", "", "The record has no place."),
        (8, "lat", "16 E", "The letter belongs to the other axis."),
        (9, "lat", "1e300", "A latitude cannot lie beyond 90."),
        (10, "lat", "41°75'N", "There are 60 or more minutes or seconds."),
    ]
    result = apply(layer, AXES, DATA)
    assert (len(result.good), result.kept_aside) == (1, 8)
    assert result.notes == ("8 records are kept aside because of faults in their place.",)


def test_both_coordinates_in_one_cell_are_checked() -> None:
    layer = make_layer(pos=["41.7, 44.8", "44.8, 200", "here", "0,0; 0,0"])
    result = apply(layer, ColumnMapping(coordinates="pos"), DATA)
    assert result.good.geometry.iloc[0].coords[0] == (44.8, 41.7)
    assert result.faults["row"].tolist() == [3, 4, 5]


def test_a_record_with_a_faulty_date_is_used_without_it() -> None:
    layer = make_layer(lat=[41, 42], lon=[44, 44], when=["31.02.2024", "05/13/2024"])
    result = apply(layer, ColumnMapping("lon", "lat", date="when"), DATA)
    assert result.good["_date"].isna().all()
    assert result.faults["column"].tolist() == ["when", "when"]
    assert result.notes == ("2 records are used without a date because theirs cannot be read.",)


def test_records_without_coordinates_are_placed_by_what_they_name_the_closest_first() -> None:
    layer = make_layer(
        area=["gate", "", "", "nowhere"], mission=["ALPHA", "BETA", None, ""], country=["GEO", "UKR", "Georgien", ""]
    )
    result = apply(layer, NAMES, DATA)
    assert result.good["_placed_by"].tolist() == ["border area", "mission", "country"]
    assert result.good["_area_id"].tolist() == ["gate", "", ""]
    assert result.good["_mission_id"].tolist() == ["alpha", "beta", ""]
    assert result.good["_country"].tolist() == ["GEO", "UKR", "GEO"]
    assert result.good.geometry.iloc[1].coords[0] == (30.7, 46.5)
    assert result.kept_aside == 1


def test_unknown_names_are_counted_with_suggestions() -> None:
    layer = make_layer(country=["Georgea", "Georgea", "Atlantis"], lat=[41, 42, 43], lon=[44, 44, 44])
    result = apply(layer, ColumnMapping("lon", "lat", country="country"), DATA)
    assert [one[:4] for one in result.unmatched] == [
        ("country", "country", "Georgea", 2),
        ("country", "country", "Atlantis", 1),
    ]
    assert result.unmatched[0].suggestions[0] == ("GEO", "Georgia")
    assert (len(result.good), len(result.faults)) == (3, 3)


def test_what_the_user_chose_goes_first_if_it_exists() -> None:
    layer = make_layer(country=["Georgea", "Georgia", "Atlantis"])
    choices = {("country", "Georgea"): "GEO", ("country", "Georgia"): "UKR", ("country", "Atlantis"): "XXX"}
    result = apply(layer, ColumnMapping(country="country"), DATA, choices=choices)
    assert result.good["_country"].tolist() == ["GEO", "UKR"]
    assert [one.value for one in result.unmatched] == ["Atlantis"]


def test_shapes_are_places_and_the_reader_has_told_what_is_wrong_with_them() -> None:
    line = LineString([(44, 41), (45, 42)])
    told = (
        RowFault(3, "geometry", "", "The ring crosses itself."),
        RowFault(2, "geometry", "", "The ring was closed."),
    )
    layer = make_layer(country=["GEO", "GEO", "GEO"], shapes=[line, None, Point()], faults=told)
    result = apply(layer, ColumnMapping(country="country"), DATA)
    assert result.good["_placed_by"].tolist() == ["shape", "country"]
    assert result.good.geometry.iloc[0].equals(line)
    assert result.faults["fault"].tolist() == ["The ring was closed.", "The ring crosses itself."]
    assert result.kept_aside == 1


def test_shapes_off_the_earth_and_at_its_origin_are_kept_aside_and_told() -> None:
    wrong = [Point(40, 200), Point(1e300, 1e300), Point(0, 0), LineString([(40, 41), (700, 41)])]
    layer = make_layer(country=["GEO"] * 5, shapes=[*wrong, LineString([(0, 0), (1, 0)])])
    assert faults_of(layer, ColumnMapping(country="country")) == [
        (2, "geometry", "40, 200", "A latitude cannot lie beyond 90."),
        (3, "geometry", "1e+300, 1e+300", "A longitude cannot lie beyond 180."),
        (4, "geometry", "0, 0", "0° N, 0° E lies in the Gulf of Guinea and nearly always stands for an unknown place."),
        (5, "geometry", "40, 41, 700, 41", "A longitude cannot lie beyond 180."),
    ]
    result = apply(layer, ColumnMapping(country="country"), DATA)
    assert (result.good["_placed_by"].tolist(), result.kept_aside) == (["shape"], 4)


def test_a_faulty_shape_does_not_matter_beside_sound_coordinates() -> None:
    result = apply(make_layer(lon=[44], lat=[41], shapes=[Point(40, 200)]), AXES, DATA)
    assert (len(result.good), len(result.faults)) == (1, 0)


def test_coordinates_that_the_user_names_go_before_shapes() -> None:
    layer = make_layer(lon=[44], lat=[41], shapes=[Point(1, 2)])
    assert apply(layer, AXES, DATA).good["_placed_by"].tolist() == ["coordinates"]


def test_a_table_without_places_is_kept_and_told_once() -> None:
    result = apply(make_layer(site=["a", "b"]), ColumnMapping(label="site"), DATA)
    assert result.good.geometry.isna().all()
    assert (len(result.good), result.kept_aside, len(result.faults)) == (2, 0, 0)
    assert result.notes[0].startswith("No column tells a place")


def test_columns_with_our_names_are_kept_under_another_name() -> None:
    columns: dict[str, list[object]] = {
        "_row": [7],
        "geometry": ["g"],
        "_label": ["l"],
        "_label (own)": ["m"],
        "lat": [41],
        "lon": [44],
    }
    result = apply(layer_of(columns), ColumnMapping("lon", "lat", label="_label"), DATA)
    assert result.good[["_row (own)", "geometry (own)", "_label (own)+", "_label (own)"]].iloc[0].tolist() == [
        7, "g", "l", "m",
    ]  # fmt: skip
    assert result.good["_label"].tolist() == ["l"]
    assert result.notes[0] == "Your column _row is called _row (own) here, because its name is needed."


def test_a_mapping_to_a_column_that_is_not_there_is_refused() -> None:
    with pytest.raises(OwnFileError, match="no such column"):
        apply(make_layer(a=[1]), AXES, DATA)


CELL = st.one_of(
    st.text(max_size=20), st.floats(), st.integers(), st.booleans(), st.none(), st.datetimes().map(pd.Timestamp),
    st.sampled_from(["41.7", "44,8", "48°12'N", "gate", "ALPHA", "Georgien", "2024-05-13", "13/05/2024", 41.7, 44.8]),
)  # fmt: skip
ROWS = st.integers(0, 6).flatmap(
    lambda number: st.dictionaries(
        st.sampled_from(["lat", "lon", "mission", "country", "area", "when", "_row", "geometry"]) | st.text(max_size=5),
        st.lists(CELL, min_size=number, max_size=number),
        min_size=1,
        max_size=6,
    )
)
SHAPES = st.none() | st.just(Point(44, 41)) | st.just(Point())


def all_given(columns: dict[str, list[object]]) -> ColumnMapping:
    """Use every column of a telling name, whatever is in it."""
    roles = {"longitude": "lon", "latitude": "lat", "mission": "mission", "country": "country", "area": "area"}
    return ColumnMapping(
        **{role: name for role, name in roles.items() if name in columns}, date="when" if "when" in columns else None
    )


@settings(max_examples=150)
@given(ROWS, st.booleans(), st.data())
def test_no_row_is_lost(columns: dict[str, list[object]], guessed: bool, data: st.DataObject) -> None:  # noqa: FBT001  drawn
    number = len(next(iter(columns.values())))
    shapes = data.draw(st.none() | st.lists(SHAPES, min_size=number, max_size=number))
    layer = layer_of(columns, shapes=shapes)
    mapping = guess(layer, DATA) if guessed else all_given(columns)
    result = apply(layer, mapping, DATA)
    assert result.kept_aside + len(result.good) == number
    aside = set(layer.rows) - set(result.good["_row"])
    assert aside <= set(result.faults["row"])
    assert set(columns) - set(OWN_COLUMNS) <= set(result.good.columns)
    placed = result.good.geometry.notna().to_numpy()
    assert (placed == (result.good["_placed_by"] != "").to_numpy()).all()


@given(st.lists(st.tuples(st.floats(-180, 180), st.floats(-90, 90)), max_size=5))
def test_coordinates_come_back_exactly(pairs: list[tuple[float, float]]) -> None:
    kept = [pair for pair in pairs if pair != (0, 0)]
    result = apply(make_layer(lon=[lon for lon, _ in kept], lat=[lat for _, lat in kept]), AXES, DATA)
    assert [(point.x, point.y) for point in result.good.geometry] == kept


def test_half_a_character_stops_nothing() -> None:
    odd = "\ud800"
    layer = layer_of({"site": [odd], "lat": [odd], "lon": [odd], "country": [odd], "when": [odd]})
    for mapping in (guess(layer, DATA), all_given({name: [] for name in layer.table.columns})):
        assert apply(layer, mapping, DATA).kept_aside + len(apply(layer, mapping, DATA).good) == 1
