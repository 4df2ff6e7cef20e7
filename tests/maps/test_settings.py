"""What is the same for every map lies in a file that the browser keeps."""

from border_atlas.maps.atlas_map import ASSETS, SETTINGS, Hosts, base_map, settings_script


def test_the_file_says_what_the_code_says() -> None:
    assert (ASSETS / SETTINGS).read_text(encoding="utf-8") == settings_script(), "run `python -m border_atlas build`"


def test_a_map_names_the_file_and_repeats_nothing_of_it() -> None:
    base = base_map(Hosts("leaflet", "cluster", "assets", "layers"), {"land": "land.1.json"}, revision="r")
    scripts = dict(base.default_js)
    assert scripts[SETTINGS] == f"assets/{SETTINGS}?v=r"
    page = base.get_root().render()
    assert "land.1.json" in page
    assert "palettes" not in page
