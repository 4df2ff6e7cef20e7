"""Five files that were not made for the app: each on the map, joined and exported, or refused with a way out."""

from typing import NamedTuple

import geopandas as gpd
import pytest

from border_atlas.config import GEODATA
from border_atlas.data.load import load_dataset
from border_atlas.data.own.read import read_own
from border_atlas.domain import own_apply, own_guess, own_join, own_layer
from border_atlas.domain.own_apply import OwnRecords
from border_atlas.domain.own_guess import ColumnMapping
from border_atlas.errors import OwnFileError
from border_atlas.export import own
from tests.data.own import real_files
from tests.data.own.samples import read_here

DATA = load_dataset(GEODATA)


class Taken(NamedTuple):
    """A layer as far as the page brings it."""

    name: str
    mapping: ColumnMapping
    records: OwnRecords
    joined: gpd.GeoDataFrame


def take(content: bytes, name: str) -> list[Taken]:
    """Read, understand, draw, join and export each layer; what is exported reads back whole."""
    done = []
    for layer in read_own(content, name).layers:
        mapping = own_guess.guess(layer, DATA)
        records = own_apply.apply(layer, mapping, DATA)
        assert len(records.good) + records.kept_aside == len(layer.table)
        drawn = own_layer.layer(records.good, name=layer.name, kept_aside=records.kept_aside)
        assert drawn.unplaced == int(records.good.geometry.isna().sum())
        joined = own_join.join(records.good, DATA, 25)
        about = own.OwnAbout(name, records.kept_aside, 25)
        for extension in ("gpkg", "xlsx"):
            written = own.to_bytes(joined, DATA, about, extension)
            assert len(read_here(written, f"joined.{extension}")[0].table) == len(joined)
        done.append(Taken(layer.name, mapping, records, joined))
    return done


def areas_by_label(taken: Taken) -> dict[str, set[str]]:
    return taken.joined.groupby("_label")["area_id"].agg(set).to_dict()


@pytest.mark.parametrize("encoding", ["utf-16", "latin-1", "utf-8-sig"])
def test_a_survey_with_decimal_commas(encoding: str) -> None:
    (taken,) = take(real_files.survey(encoding), "umfrage.csv")
    mapping = taken.mapping
    assert (mapping.latitude, mapping.longitude) == ("_Standort_latitude", "_Standort_longitude")
    assert (mapping.label, mapping.date) == ("Übergang", "Startzeit")
    good = taken.records.good
    assert [(point.x, point.y) for point in good.geometry] == [
        (43.5512, 42.0735), (41.9002, 42.5011), (43.9711, 42.1701), (44.7811, 41.2301),
    ]  # fmt: skip
    assert good["_date"].dt.strftime("%d %H:%M").tolist() == ["13 05:14", "13 07:40", "14 04:02", "14 06:22"]
    assert areas_by_label(taken)["Ergneti"] == {"south-ossetia-zone"}
    assert taken.records.kept_aside == 1
    assert taken.records.faults[["row", "fault"]].to_numpy().tolist() == [[6, "The record has no place."]]


def test_incidents_with_names_of_places_only_in_many_languages() -> None:
    (taken,) = take(real_files.INCIDENTS.encode(), "vorfaelle.csv")
    mapping, good = taken.mapping, taken.records.good
    assert (mapping.country, mapping.area, mapping.mission) == ("Land", "Ort / Abschnitt", "Mission")
    assert (mapping.date, mapping.label, mapping.day_first) == ("Datum", "Ereignis", True)
    assert good["_country"].tolist() == ["GEO", "CYP", "UKR", "LBN", "LBN", "SYR"]
    by = ["mission", "border area", "country", "border area", "border area", "mission"]
    assert good["_placed_by"].tolist() == by
    assert not good.geometry.isna().any()
    # A record that stands at a headquarters is near no border area for that.
    assert taken.joined["area_id"].tolist() == ["", "cyprus-buffer", "", "blue-line", "blue-line", ""]
    assert [name.value for name in taken.records.unmatched] == ["Atlantis"]
    notes = " ".join(taken.records.notes)
    assert "2 records are placed at the headquarters of their mission" in notes
    assert "1 record is placed in the middle of their country" in notes
    assert taken.records.kept_aside == 1


def test_towns_that_the_dataset_does_not_know_are_told_what_to_do() -> None:
    (taken,) = take(real_files.TOWNS.encode(), "orte.csv")
    assert taken.records.good["_placed_by"].tolist() == ["", ""]
    assert "Name the columns of the coordinates, or a column with border areas" in taken.records.notes[0]


def test_a_shapefile_in_utm_from_a_zipped_folder() -> None:
    (taken,) = take(real_files.districts(), "Lieferung.zip")
    assert taken.records.good["_label"].tolist() == ["Morphou", "Nikosia Süd", "Famagusta"]
    assert taken.records.good.total_bounds.tolist() == pytest.approx([33.0, 35.0, 34.1, 35.25], abs=1e-6)
    assert set().union(*areas_by_label(taken).values()) >= {"cyprus-buffer"}
    assert set(taken.joined["relation"]) <= {"touches", ""}


def test_a_geopackage_with_three_layers() -> None:
    posts, patrols, staff = take(real_files.three_layers(), "south.gpkg")
    assert [one.name for one in (posts, patrols, staff)] == ["posts", "patrols", "staff"]
    assert [one.records.kept_aside for one in (posts, patrols, staff)] == [0, 0, 0]
    first = posts.records.good.geometry[0]
    assert (first.x, first.y) == pytest.approx((35.6, 33.27))
    assert posts.mapping.date == "since"
    assert areas_by_label(posts)["A"] == {"blue-line-zone"}
    assert "blue-line" in areas_by_label(patrols)["patrol 1"]
    assert staff.records.good["_placed_by"].tolist() == ["mission"] * 3
    assert staff.records.good["_mission_id"].ne("").all()


def test_a_report_with_merged_titles_countries_a_sum_and_a_footnote() -> None:
    (taken,) = take(real_files.report(), "bericht.xlsx")
    good = taken.records.good
    assert taken.name == "Übersicht 2024"
    assert (taken.mapping.label, taken.mapping.country, taken.mapping.date) == ("Crossing", "Country", "Opened")
    assert good["_label"].tolist() == ["Sadakhlo", "Sarpi", "Palanca", "Otaci"]
    assert good["_country"].tolist() == ["GEO", "GEO", "MDA", "MDA"]
    assert [round(point.y, 3) for point in good.geometry] == [41.235, 41.521, 46.408, 48.433]
    assert areas_by_label(taken)["Palanca"] == {"palanca-crossing"}
    # The second heading, the sum and the footnote are no crossings; they are counted and told.
    assert taken.records.kept_aside == 3
    assert sorted(set(taken.records.faults["row"])) == [5, 10, 12]


@pytest.mark.parametrize(
    ("name", "content", "way_out"),
    [
        ("liste.xls", b"\xd0\xcf\x11\xe0" + bytes(600), "Save it as CSV, TSV, XLSX, GeoJSON"),
        ("karte.kmz", b"PK\x05\x06" + bytes(18), "Save it as CSV, TSV, XLSX"),
        ("bezirke.shp", b"\0\0\x27\x0a" + bytes(96), "a Shapefile without its zip"),
        ("brief.pdf", b"%PDF-1.7\n", "Save it as"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_way_out(name: str, content: bytes, way_out: str) -> None:
    with pytest.raises(OwnFileError, match="looks like") as refused:
        read_own(content, name)
    assert way_out in str(refused.value)
