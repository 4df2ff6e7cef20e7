"""What the page on gaps is asked, as URL parameters, and back from whatever a link may hold."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from border_atlas.config import DATA_AS_OF, FIRST_YEAR
from border_atlas.data.dates import parse_partial
from border_atlas.domain.coverage import Question
from border_atlas.domain.dates_text import say_day
from border_atlas.domain.regions import REGIONS, with_article
from border_atlas.domain.vocabulary import Vocabulary
from border_atlas.errors import DateError
from border_atlas.model import FAMILY_LABELS, Family

#: How many years back an end may be called recent.
MAX_YEARS: Final = 80
#: The lists of an answer.
LISTS: Final = ("At work", "End not known", "Overlaps", "Gaps", "Recently ended", "Never seen")
_WORLD: Final = "the world"
_MAX_RAW: Final = 1000


@dataclass(frozen=True)
class Asked:
    """A question as people put it: a region or countries, a day or a year, and what counts.

    ``region`` is a key of `REGIONS` or empty; ``countries`` count only without a region. ``on`` is a day or
    a year, ``2015-06-01`` or ``2015``. ``shown`` is the list that answers best, one of `LISTS`.
    """

    region: str = ""
    countries: tuple[str, ...] = ()
    on: str = DATA_AS_OF.isoformat()
    families: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    together: tuple[str, ...] = ()
    years: int = 10
    shown: str = LISTS[0]

    @property
    def question(self) -> Question:
        """The question with its days and countries."""
        period = parse_partial(self.on)
        return Question(
            first=period.first,
            last=period.last,
            countries=REGIONS.get(self.region, self.countries),
            families=self.families,
            kinds=self.kinds,
            together=self.together,
            years=self.years,
        )

    def where(self, names: Mapping[str, str]) -> str:
        """Say the region in words: ``in Africa``."""
        if self.region:
            return f"in {with_article(self.region)}"
        countries = sorted(names.get(code, code) for code in self.countries)
        return f"around {', '.join(countries)}" if countries else f"in {_WORLD}"

    def said(self, names: Mapping[str, str]) -> str:
        """Say the whole question in a sentence."""
        parts = [f"Gaps and overlaps of border work {self.where(names)}, {self.on}"]
        if self.families:
            parts.append(f"only {', '.join(FAMILY_LABELS[Family(one)].lower() for one in self.families)}")
        if self.kinds:
            parts.append(f"only kinds {', '.join(self.kinds)}")
        if self.together:
            parts.append(f"overlaps of {' and '.join(self.together)}")
        return "; ".join([*parts, f"ends of the last {self.years} years count as recent"])


#: Questions that people ask, ready made.
EXAMPLES: Final[Mapping[str, Asked]] = {
    "UN and EU on African borders, 2015": Asked("Africa", on="2015", together=("EU", "UN"), shown="Overlaps"),
    "Border monitoring without a successor": Asked(families=("monitor",), years=30, shown="Recently ended"),
    f"Ceasefire lines observed on {say_day(DATA_AS_OF)}": Asked(families=("monitor",), kinds=("ceasefire line",)),
}


def to_params(asked: Asked) -> dict[str, str]:
    """Write a question as parameters; what is at its default is left out."""
    default = Asked()
    params = {
        "region": _slug(asked.region),
        "country": "" if asked.region else ",".join(asked.countries),
        "on": asked.on if asked.on != default.on else "",
        "work": ",".join(asked.families),
        "kind": ",".join(_slug(kind) for kind in asked.kinds),
        "with": ",".join(asked.together),
        "years": str(asked.years) if asked.years != default.years else "",
        "list": _slug(asked.shown) if asked.shown != default.shown else "",
    }
    return {name: value for name, value in params.items() if value}


def from_params(params: Mapping[str, str], vocabulary: Vocabulary) -> Asked:
    """Read a question; what is not understood falls back to the default, nothing raises."""
    regions = _chosen(params.get("region", ""), REGIONS)
    lists = _chosen(params.get("list", ""), LISTS)
    return Asked(
        region=regions[0] if regions else "",
        countries=_chosen(params.get("country", ""), vocabulary.countries),
        on=_on(params.get("on", "")),
        families=_chosen(params.get("work", ""), vocabulary.families),
        kinds=_chosen(params.get("kind", ""), vocabulary.kinds),
        together=_chosen(params.get("with", ""), vocabulary.organisations),
        years=_years(params.get("years", "")),
        shown=lists[0] if lists else Asked().shown,
    )


def _chosen(text: str, known: Iterable[str]) -> tuple[str, ...]:
    by_slug = {_slug(value).casefold(): str(value) for value in known}
    wanted = (part.strip().casefold() for part in text[:_MAX_RAW].split(","))
    return tuple(dict.fromkeys(by_slug[part] for part in wanted if part in by_slug))


def _on(text: str) -> str:
    try:
        period = parse_partial(text.strip())
    except DateError:
        return Asked().on
    inside = date(FIRST_YEAR, 1, 1) <= period.first and period.last.year <= DATA_AS_OF.year
    return period.text if inside else Asked().on


def _years(text: str) -> int:
    digits = text.strip()
    is_number = digits.isascii() and digits.isdigit() and len(digits) <= len(str(MAX_YEARS))
    return min(max(int(digits), 1), MAX_YEARS) if is_number else Asked().years


def _slug(value: str) -> str:
    return value.replace(" ", "-").casefold()
