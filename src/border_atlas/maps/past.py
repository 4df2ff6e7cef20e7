"""What a map of the past has to say of itself: years change what is drawn on it, its boundaries do not."""

from typing import Final

from border_atlas.config import DATA_AS_OF
from border_atlas.domain.dates_text import say_day
from border_atlas.domain.view import View

#: The sentence, with ``{when}`` where a year, years or a day stand; the year slider fills it in the browser.
PAST: Final = "Boundaries and names of countries are those of today’s base map, not those of {when}."


def past_note(view: View) -> str:
    """Return the sentence for a view of a time that ends before the day of the data; nothing for any other."""
    when = _when(view)
    return PAST.format(when=when) if when else ""


def _when(view: View) -> str:
    if view.judged_on < DATA_AS_OF:
        return say_day(view.judged_on)
    first, last = view.selection.year_from, view.selection.year_to
    if last is None or last >= DATA_AS_OF.year:
        return ""
    if first is None:
        return f"{last} and before"
    return str(last) if first == last else f"{first}–{last}"
