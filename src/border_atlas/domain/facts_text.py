"""Measures in words: what was measured, and what a source prints beside it."""

from typing import Final

import pandas as pd

from border_atlas.domain.dates_text import say_date

#: Greater lengths and sizes are rounded to tens.
_COARSE: Final = 100


def about(number: float, unit: str) -> str:
    """Say a measure no finer than the base data allow; nothing if there is none."""
    if pd.isna(number):
        return ""
    rounded = round(number, -1) if number >= _COARSE else round(number)
    return f"about {rounded:,.0f} {unit}"


def measure_of(area: pd.Series) -> tuple[str, str]:
    """Say what is measured of a border area and how much; both empty for places."""
    said = (("Length", about(area["length_km"], "km")), ("Size", about(area["area_km2"], "km²")))
    return next((one for one in said if one[1]), ("", ""))


def strength_words(mission: pd.Series) -> str:
    """Say how many people of what kind a mission has or may have, and when it was so; nothing if it is not known."""
    if pd.isna(mission["strength"]):
        return ""
    number, of, kind = mission["strength"], mission["strength_of"], mission["strength_kind"]
    return f"{number:,.0f} {of} {kind} ({say_date(mission['strength_as_of'])})"


def length_words(area: pd.Series) -> str:
    """Say how long an area is: beside a published number the measured one stands to the kilometre."""
    measured, printed = area["length_km"], area["length_published_km"]
    if pd.isna(printed):
        return about(measured, "km")
    own = "" if pd.isna(measured) else f"{measured:,.0f} km measured · "
    return f"{own}{printed:,.9g} km published"
