"""The Briefing page: empty, one slide, every ready-made one; editing, undo, and files that are refused."""

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from border_atlas.domain.briefing import Briefing, Slide, SlideKind
from border_atlas.domain.briefing_edit import History
from border_atlas.domain.briefing_file import to_json
from border_atlas.errors import BriefingError
from border_atlas.ui import briefing_files

Open = Callable[..., AppTest]
THREE = Briefing("Talk", tuple(Slide(f"s{n}", SlideKind.TEXT, title, f"Text {title}") for n, title in enumerate("ABC")))


@pytest.fixture
def open_briefing(open_app: Open) -> Open:
    def opened(briefing: Briefing | None = None) -> AppTest:
        app = open_app()
        if briefing is not None:
            app.session_state["briefing_history"] = History(briefing)
        app.switch_page("pages/briefing.py").run()
        assert not app.exception
        return app

    return opened


def now(app: AppTest) -> Briefing:
    found: Briefing = app.session_state["briefing_history"].now
    return found


def titles(app: AppTest) -> str:
    return "".join(slide.title for slide in now(app).slides)


def press(app: AppTest, key: str) -> AppTest:
    app.button(key=key).click().run()
    assert not app.exception
    return app


def test_an_empty_briefing_says_how_to_begin(open_briefing: Open) -> None:
    app = open_briefing()
    assert any("Add to briefing" in markdown.value for markdown in app.markdown)
    assert app.button(key="b_present").disabled


def test_a_slide_moves_is_copied_deleted_and_comes_back(open_briefing: Open) -> None:
    app = press(open_briefing(THREE), "b_open_s2")
    assert titles(press(app, "b_move_up")) == "ACB"
    assert titles(press(app, "b_duplicate")) == "ACCB"
    assert titles(press(app, "b_delete")) == "ACB"
    assert titles(press(app, "b_undo")) == "ACCB"
    assert titles(press(app, "b_redo")) == "ACB"


def test_title_text_and_notes_of_a_slide_are_kept(open_briefing: Open) -> None:
    app = open_briefing(THREE)
    next(box for box in app.text_input if box.label == "Title of the slide").set_value("New").run()
    next(box for box in app.text_area if box.label == "Speaker notes").set_value("Say **this**.").run()
    assert not app.exception
    assert (now(app).slides[0].title, now(app).slides[0].notes) == ("New", "Say **this**.")
    assert now(app).slides[0].text == "Text A"


def test_the_house_style_is_kept(open_briefing: Open) -> None:
    app = open_briefing(THREE)
    next(box for box in app.selectbox if box.label == "House style").set_value("OSCE").run()
    assert now(app).style == "OSCE"


def test_the_field_is_made_at_a_click_and_can_be_undone(open_briefing: Open) -> None:
    app = press(open_briefing(THREE), "b_ready_field")
    assert len(now(app).slides) == 8
    assert titles(press(app, "b_undo")) == "ABC"


@pytest.mark.parametrize(
    ("key", "value"), [("region", "Caucasus"), ("organisation", "OSCE"), ("mission", "unisfa"), ("area", "abyei")]
)
def test_each_ready_made_briefing_opens(open_briefing: Open, key: str, value: str) -> None:
    app = open_briefing()
    app.selectbox(key=f"b_ready_{key}").set_value(value).run()
    press(app, f"b_make_{key}")
    assert len(now(app).slides) >= 3


@pytest.mark.parametrize(
    ("page", "kind"),
    [
        ("", SlideKind.MAP),
        ("missions", SlideKind.MAP),
        ("areas", SlideKind.MAP),
        ("activities", SlideKind.MATRIX),
        ("compare", SlideKind.COMPARE),
        ("gaps", SlideKind.GAPS),
        ("to_check", SlideKind.MAP),
        ("sources", SlideKind.SOURCES),
    ],
)
def test_each_page_gives_its_view_as_a_slide(open_app: Open, page: str, kind: SlideKind) -> None:
    app = open_app(f"pages/{page}.py" if page else "")
    press(app, "add_slide")
    slide = now(app).slides[0]
    assert slide.kind == kind
    assert slide.title


@pytest.mark.parametrize(("page", "kind", "wanted"), [("missions", "mission", "unisfa"), ("areas", "area", "abyei")])
def test_a_profile_gives_itself_as_a_slide(open_app: Open, page: str, kind: str, wanted: str) -> None:
    app = open_app(**{kind: wanted})
    app.switch_page(f"pages/{page}.py").run()
    slide = now(press(app, "add_slide")).slides[0]
    assert (str(slide.kind), getattr(slide.selection, kind)) == (kind, wanted)


def test_the_map_slide_takes_the_frame_of_the_address(open_app: Open) -> None:
    app = open_app(country="GEO", at="42.3,43.5,6")
    slide = now(press(app, "add_slide")).slides[0]
    assert slide.selection.countries == ("GEO",)
    assert slide.frame is not None
    assert (slide.frame.lat, slide.frame.lon, slide.frame.zoom) == (42.3, 43.5, 6)


def test_presenting_shows_the_player_alone_until_it_is_left(open_briefing: Open) -> None:
    app = press(open_briefing(THREE), "b_present")
    assert [button.key for button in app.button] == ["present_leave"]
    press(app, "present_leave")
    assert titles(app) == "ABC"


def upload(app: AppTest, content: bytes) -> AppTest:
    app.file_uploader[0].set_value(("talk.json", content, "application/json")).run()
    assert not app.exception
    return app


@pytest.mark.parametrize("content", [b"", b"{", to_json(THREE)[:-30], b"\xff\xfe\x00", b"[]", b'{"format": "other"}'])
def test_a_damaged_file_is_refused_and_changes_nothing(open_briefing: Open, content: bytes) -> None:
    app = upload(open_briefing(THREE), content)
    assert [error.value for error in app.error if "your briefing is unchanged" in error.value]
    assert now(app) == THREE
    assert app.button(key="b_undo").disabled


def test_a_file_replaces_the_briefing_and_can_be_undone(open_briefing: Open) -> None:
    app = upload(open_briefing(THREE), to_json(Briefing("Other", THREE.slides[:1])))
    assert (now(app).title, titles(app)) == ("Other", "A")
    assert titles(press(app, "b_undo")) == "ABC"


def test_what_is_kept_on_the_server_is_opened_from_there(
    open_briefing: Open, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(briefing_files.FOLDER, str(tmp_path))
    briefing_files.save(tmp_path, "talk", THREE)
    app = open_briefing()
    app.selectbox(key="b_server_open").set_value("talk").run()
    assert titles(press(app, "b_server_read")) == "ABC"


def test_nobody_writes_over_what_the_server_keeps_unless_it_is_said(
    open_briefing: Open, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(briefing_files.FOLDER, str(tmp_path))
    briefing_files.save(tmp_path, "talk", Briefing("Talk"))
    app = press(open_briefing(THREE), "b_server")
    assert any("Nothing was saved" in error.value for error in app.error)
    assert (tmp_path / "talk.json").read_bytes() == to_json(Briefing("Talk"))
    app.checkbox(key="b_server_over").check().run()
    press(app, "b_server")
    assert (tmp_path / "talk.json").read_bytes() == to_json(THREE)
    assert [path.name for path in tmp_path.iterdir()] == ["talk.json"]


def test_a_briefing_is_saved_on_the_server_whole_or_not_at_all(tmp_path: Path) -> None:
    briefing_files.save(tmp_path, "talk-1", THREE)
    assert (tmp_path / "talk-1.json").read_bytes() == to_json(THREE)
    assert [path.name for path in tmp_path.iterdir()] == ["talk-1.json"]


@pytest.mark.parametrize("name", ["", "../talk", "a/b", ".hidden", "Talk", "x" * 61, "talk.json", "a\\b"])
def test_a_name_that_could_lead_elsewhere_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(BriefingError, match="no name for a file"):
        briefing_files.save(tmp_path, name, THREE)
    assert list(tmp_path.iterdir()) == []


def test_the_server_keeps_nothing_unless_a_folder_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv(briefing_files.FOLDER, raising=False)
    assert briefing_files.server_folder() is None
    monkeypatch.setenv(briefing_files.FOLDER, str(tmp_path))
    assert briefing_files.server_folder() == tmp_path
