"""The map's scripts and what is the same for every map lie in one file that the browser keeps."""

from border_atlas.maps.atlas_map import ASSETS, BUNDLE, Hosts, base_map, bundle


def test_the_file_says_what_code_and_scripts_say() -> None:
    assert (ASSETS / BUNDLE).read_text(encoding="utf-8") == bundle(), "run `python -m border_atlas build`"


def test_a_map_names_the_file_and_repeats_nothing_of_it() -> None:
    base = base_map(Hosts("leaflet", "cluster", "assets", "layers"), {"land": "land.1.json"}, revision="r")
    assert [name for name, _ in base.default_js] == ["leaflet", "cluster", "atlas"]
    assert dict(base.default_js)["atlas"] == f"assets/{BUNDLE}?v=r"
    page = base.get_root().render()
    assert "land.1.json" in page
    assert "palettes" not in page
