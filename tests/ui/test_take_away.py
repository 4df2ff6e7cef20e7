"""The files that every page offers: made when asked for, named by what they hold."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from border_atlas.domain.citations import Request
from border_atlas.domain.select import select
from border_atlas.domain.selection import Selection
from border_atlas.ui.take_away import file_name
from tests.factories import make_dataset

APP = Path(__file__).resolve().parents[2] / "app.py"
DATA = make_dataset()


def test_a_file_says_in_its_name_whether_it_holds_all() -> None:
    everything, some = Selection(), Selection(organisations=("UN",))
    day = f"{DATA.data_as_of:%Y%m%d}"
    assert file_name(DATA, select(DATA, everything), "csv") == f"border-atlas-all_{day}.csv"
    assert file_name(DATA, select(DATA, some), "csv") == f"border-atlas-selection_{day}.csv"
    asked = Request("Gaps", {"g.region": "africa"})
    assert file_name(DATA, select(DATA, everything), "csv", asked) == f"border-atlas-selection_{day}.csv"


@pytest.mark.parametrize("page", ["", "activities", "missions", "areas", "gaps", "to_check", "sources"])
def test_every_page_offers_all_formats(page: str) -> None:
    app = AppTest.from_file(str(APP), default_timeout=60).run()
    if page:
        app.switch_page(f"pages/{page}.py").run()
    assert not app.exception
    labels = [button.label for button in app.get("download_button")]
    assert [name for name in ("Excel", "CSV, all tables", "GeoPackage", "GeoJSON") if name not in labels] == []
