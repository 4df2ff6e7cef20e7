"""From damaged bytes to joined records: a refusal of ours or every row accounted for, never anything else."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from border_atlas.data.own.contract import OwnFile
from border_atlas.data.own.read import read_own
from border_atlas.domain import own_apply, own_guess, own_join, own_layer
from border_atlas.domain.own_filter import make_filters
from border_atlas.errors import OwnFileError
from tests.data.own import real_files, samples
from tests.data.own.samples import read_here
from tests.factories import make_dataset

DATA = make_dataset()
FILES = samples.each_form() | {
    "survey.csv": real_files.survey("utf-16"), "incidents.csv": real_files.INCIDENTS.encode(),
    "report.xlsx": real_files.report(), "three.gpkg": real_files.three_layers(),
    "districts.zip": real_files.districts(),
}  # fmt: skip
MAGIC = (b"", b"PK\x03\x04", b"SQLite format 3\0", b'{"type":', b"<kml>", b"\xff\xfe", b"\xef\xbb\xbf", b"a;b\n")
#: Words that mean something to some reader, put where nobody expects them.
WORDS = (b"\0", b'"', b"\r", b";", b"null", b"1e999", b"NaN", b"\xed\xa0\x80", b"</kml>", b"[[[[", b"-0", b"9" * 400)


@st.composite
def damaged(draw: st.DrawFn, name: str) -> bytes:
    """Cut, repeat, change or overwrite parts of a good file."""
    content = FILES[name]
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, max(len(content) - 1, 0)))
        end = start + draw(st.integers(0, 40))
        part = draw(st.sampled_from([b"", content[start:end] * 3, *WORDS]) | st.binary(max_size=8))
        content = content[:start] + part + content[end:]
    return content[: draw(st.integers(0, len(content)))] if draw(st.booleans()) else content


def take(own: OwnFile) -> None:
    """Bring each layer as far as the page does and account for every row."""
    for layer in own.layers:
        assert len(layer.rows) == len(layer.table)
        records = own_apply.apply(layer, own_guess.guess(layer, DATA), DATA)
        assert len(records.good) + records.kept_aside == len(layer.table)
        assert set(records.good["_row"]) <= set(layer.rows)
        joined = own_join.join(records.good, DATA, 25)
        assert set(joined["_row"]) == set(records.good["_row"])
        drawn = own_layer.layer(records.good, name=layer.name, kept_aside=records.kept_aside)
        assert (drawn.records, drawn.kept_aside) == (len(records.good), records.kept_aside)
        assert make_filters(records.good).mask({}).all()


def read_or_refuse(content: bytes, name: str) -> OwnFile | None:
    try:
        layers = read_here(content, name)
    except OwnFileError as error:
        assert error.what  # noqa: PT017  a refusal must say something
        return None
    return OwnFile(name, "", len(content), "", tuple(layers))


@pytest.mark.parametrize("name", [name for name in FILES if not name.endswith("parquet")])
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_damaged_files_are_refused_or_accounted_for(name: str, data: st.DataObject) -> None:
    own = read_or_refuse(data.draw(damaged(name)), name)
    if own is not None:
        take(own)


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(MAGIC), st.binary(max_size=200), st.sampled_from(["csv", "json", "xlsx", "gpkg", "zip", "kml"]))
def test_any_bytes_are_refused_or_accounted_for(magic: bytes, content: bytes, extension: str) -> None:
    own = read_or_refuse(magic + content, f"x.{extension}")
    if own is not None:
        take(own)


# Arrow is compiled code that a broken file may bring down: it is tried where a crash does no harm.
@settings(max_examples=8, deadline=None)
@given(damaged("places.parquet"))
def test_damaged_parquet_is_refused_or_accounted_for_by_the_worker(content: bytes) -> None:
    try:
        own = read_own(content, "places.parquet")
    except OwnFileError as error:
        assert error.what  # noqa: PT017  as above
        return
    take(own)
