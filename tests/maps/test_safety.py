"""The gate lets no string from data become HTML, script or a template."""

import html
import json

import pytest
from folium.template import Template
from hypothesis import given
from hypothesis import strategies as st

from border_atlas.errors import BorderAtlasError
from border_atlas.maps.safety import escape, refuse_templates, script_json

HOSTILE = [
    "{{ 7 * 7 }}",
    "{% raw %}",
    "{# gone #}",
    "</script><script>alert(1)</script>",
    "${alert(1)}",
    "`+alert(1)+`",
    'O\'Brien & "Söhne"',
    "\\u003cimg src=x onerror=alert(1)>",
    "\u2028\u2029",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_escaped_text_reads_the_same_in_html(text: str) -> None:
    assert html.unescape(escape(text)) == text


@given(st.text())
def test_escaped_text_holds_no_character_with_a_meaning(text: str) -> None:
    assert not set("<>\"'`{}$\\\u2028\u2029") & set(escape(text))


@given(st.text())
def test_escaped_text_passes_a_template_unchanged(text: str) -> None:
    # Jinja makes all line ends alike; that is no escape from the gate.
    rendered = Template(escape(text), keep_trailing_newline=True).render()
    assert rendered == escape(text).replace("\r\n", "\n").replace("\r", "\n")


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    )
)
def test_script_json_reads_back_equal_and_opens_no_template(value: object) -> None:
    text = script_json(value)  # type: ignore[arg-type]
    assert json.loads(text) == value
    assert "<" not in text
    assert Template("{{ it }}").render(it=text) == text
    assert Template(text).render().strip() == text.strip()


def test_numbers_that_json_lacks_are_refused() -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        script_json({"x": float("nan")})


def test_a_template_left_in_a_string_is_refused_with_its_place() -> None:
    with pytest.raises(BorderAtlasError, match=r"'\{\{' near 'name: \{\{ x \}\}'"):
        refuse_templates("name: {{ x }}")
