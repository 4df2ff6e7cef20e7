"""Shared colours: far enough from the page, and legible figures on them."""

import pytest

from border_atlas.palette import (
    FAMILY_COLOURS,
    FAMILY_COLOURS_ON_DARK,
    HEAT,
    HEAT_ON_DARK,
    ORGANISATION_COLOURS,
    ORGANISATION_COLOURS_ON_DARK,
    PAGE_DARK,
    PAGE_LIGHT,
    contrast,
    ink_on,
    luminance,
)


def test_contrast_runs_from_1_to_21() -> None:
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert contrast("#123456", "#123456") == 1
    assert luminance("#FFFFFF") == pytest.approx(1)


@pytest.mark.parametrize("colours", [FAMILY_COLOURS, ORGANISATION_COLOURS])
def test_marks_stand_out_on_a_light_page(colours: dict[str, str]) -> None:
    assert min(contrast(colour, PAGE_LIGHT) for colour in colours.values()) > 2.8


@pytest.mark.parametrize("colours", [FAMILY_COLOURS_ON_DARK, ORGANISATION_COLOURS_ON_DARK])
def test_marks_stand_out_on_a_dark_page(colours: dict[str, str]) -> None:
    assert min(contrast(colour, PAGE_DARK) for colour in colours.values()) > 3.5


@pytest.mark.parametrize("colour", [*HEAT, *HEAT_ON_DARK])
def test_figures_can_be_read_on_every_step_of_heat(colour: str) -> None:
    assert contrast(ink_on(colour), colour) >= 4.5


def test_more_is_further_from_the_page_in_both_themes() -> None:
    light, dark = [luminance(c) for c in HEAT], [luminance(c) for c in HEAT_ON_DARK]
    assert light == sorted(light, reverse=True)
    assert dark == sorted(dark)
