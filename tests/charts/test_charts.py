"""Charts say what they show, and draw what the frames say."""

import json
from typing import Any

import altair as alt
import pytest

from border_atlas.charts import gantt, look, matrix, per_year
from border_atlas.charts.labels import SHORT_TYPES, TYPE_COLUMNS
from border_atlas.domain.matrix import matrix as count_matrix
from border_atlas.domain.timeline import per_year as count_years
from border_atlas.domain.timeline import timeline_rows
from border_atlas.model import ActivityType, Family, Organisation
from tests.factories import make_dataset

DATA = make_dataset()
FOUND = count_matrix(DATA, DATA.activities, by="mission")
ROWS = timeline_rows(DATA, DATA.activities)
COUNTS = count_years(DATA, DATA.activities, by="organisation")


def spec(chart: alt.LayerChart) -> dict[str, Any]:
    made: dict[str, Any] = chart.to_dict()
    return made


def fields(chart: alt.LayerChart) -> list[dict[str, Any]]:
    """Return the rows that a chart draws, of all its layers."""
    return [row for rows in spec(chart)["datasets"].values() for row in rows]


ALL = {
    "matrix": matrix.matrix_chart(FOUND, title="Matrix"),
    "matrix head": matrix.matrix_head(FOUND, title="Matrix"),
    "gantt": gantt.gantt_chart(ROWS, title="Timeline"),
    "gantt head": gantt.timeline_head(ROWS, title="Timeline"),
    "years": per_year.per_year_chart(COUNTS, title="Years", n_activities=3, last=2026),
}


@pytest.mark.parametrize("chart", ALL.values(), ids=ALL.keys())
def test_each_chart_names_its_records_and_source(chart: alt.LayerChart) -> None:
    title = spec(chart)["title"]
    assert title["text"]
    assert any(line.startswith("3 activities") for line in title["subtitle"])
    assert title["subtitle"][-1] == "Source: Border Atlas, data as of 5 January 2026"


@pytest.mark.parametrize("chart", ALL.values(), ids=ALL.keys())
def test_letters_are_large_enough_for_a_projector(chart: alt.LayerChart) -> None:
    sizes: list[int] = []

    def collect(node: object) -> None:
        if isinstance(node, dict):
            sizes.extend(value for key, value in node.items() if key.lower().endswith("fontsize"))
            for value in node.values():
                collect(value)
        elif isinstance(node, list):
            for value in node:
                collect(value)

    collect(spec(chart))
    assert min(sizes) >= 12


@pytest.mark.parametrize("chart", ALL.values(), ids=ALL.keys())
def test_charts_ask_no_other_host(chart: alt.LayerChart) -> None:
    text = json.dumps({key: value for key, value in spec(chart).items() if key != "$schema"})
    assert "http" not in text


def test_each_type_of_activity_has_a_column_of_its_own() -> None:
    assert set(SHORT_TYPES) == set(ActivityType)
    assert len(set(TYPE_COLUMNS)) == len(ActivityType)


def test_a_cell_gives_its_ids_when_clicked() -> None:
    (click,) = spec(ALL["matrix"])["params"]
    assert click["name"] == matrix.CELL
    assert click["select"]["fields"] == ["row_id", "activity_type"]


def test_only_the_chosen_cell_is_framed() -> None:
    cells = fields(matrix.matrix_chart(FOUND, chosen=("alpha", "training")))
    assert [cell["chosen"] for cell in cells] == [False, False, True]
    assert cells[-1]["activity_type"] == "training"


def test_a_chosen_row_is_framed_as_a_whole() -> None:
    cells = fields(matrix.matrix_chart(FOUND, chosen=("alpha", None)))
    assert {cell["row_id"] for cell in cells if cell["chosen"]} == {"alpha"}


def test_colour_stops_at_five_but_the_figure_does_not() -> None:
    many = make_dataset(activities=[{"activity_id": f"a{number}"} for number in range(7)])
    (cell,) = fields(matrix.matrix_chart(count_matrix(many, many.activities, by="area")))
    assert (cell["step"], cell["n"]) == (5, 7)


def test_rows_without_a_title_stand_below_a_head() -> None:
    body = spec(matrix.matrix_chart(FOUND))
    assert "title" not in body
    assert body["layer"][0]["encoding"]["x"]["axis"] is None
    assert "title" not in spec(gantt.gantt_chart(ROWS, title=None))


def test_head_and_rows_of_a_timeline_share_their_years() -> None:
    head = spec(gantt.timeline_head(ROWS, title="Timeline"))["layer"][0]["encoding"]["x"]["scale"]
    body = spec(gantt.gantt_chart(ROWS, title=None))["layer"][0]["encoding"]["x"]["scale"]
    assert head == body
    assert head["domain"][0] == 2004


def test_a_timeline_can_be_given_its_years() -> None:
    made = spec(gantt.gantt_chart(ROWS, title="Timeline", years=(1990, 2030)))
    assert made["layer"][0]["encoding"]["x"]["scale"]["domain"] == [1990, 2030]


def test_a_timeline_of_nothing_can_be_drawn() -> None:
    assert spec(gantt.gantt_chart(ROWS.iloc[:0], title="Timeline"))["title"]["subtitle"][0] == "0 activities"


def test_groups_of_a_year_stand_on_each_other() -> None:
    bars = [row for row in fields(ALL["years"]) if row.get("year") == 2005]
    assert [(bar["low"], bar["high"]) for bar in bars] == [(0, 1)]
    both = make_dataset(activities=({}, {"activity_id": "beta-1", "mission_id": "beta", "start_date": "2010"}))
    chart = per_year.per_year_chart(
        count_years(both, both.activities, by="organisation"), title="Years", n_activities=2, last=2026
    )
    assert [(bar["group"], bar["low"], bar["high"]) for bar in fields(chart) if bar.get("year") == 2011] == [
        ("UN", 0, 1),
        ("EU", 1, 2),
    ]


def test_years_that_the_selection_leaves_out_are_pale() -> None:
    chart = per_year.per_year_chart(COUNTS, title="Years", n_activities=3, last=2026, shown=(2012, 2014))
    kept = {row["year"] for row in fields(chart) if row.get("kept")}
    assert kept == {2012, 2013, 2014}


def test_groups_have_one_order_and_a_colour_each() -> None:
    assert look.in_order(["EU", "UN", "EU"]) == ["UN", "EU"]
    assert len({str(colour.to_dict()) for colour in look.group_colours([*Organisation, *Family])}) == 15


def test_long_titles_are_wrapped() -> None:
    title = look.heading("Activities of the border assistance mission to Moldova and Ukraine", "3 activities")
    assert max(len(line) for line in title.to_dict()["text"]) <= 38
