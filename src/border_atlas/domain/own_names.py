"""Finds the mission, country or border area that a user's text names: by id, code, acronym or name in any language."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from babel import Locale
from babel.core import get_global
from rapidfuzz import fuzz, process

from border_atlas.data.dataset import Dataset
from border_atlas.domain.own_words import LANGUAGES
from border_atlas.domain.searchable import entries_of
from border_atlas.domain.textmatch import fold

Role = Literal["mission", "country", "area"]
ROLES: Final[tuple[Role, ...]] = ("mission", "country", "area")

#: Codes of the dataset that the language data know under another one.
_ISO2: Final = {"XKX": "XK"}
#: Everyday and former names that neither the dataset nor the language data hold.
_MORE_NAMES: Final = {
    "BIH": ("Bosnia", "Bosnien", "BiH"), "COD": ("DR Congo", "DRC", "Congo DR", "Zaire"), "CPV": ("Cape Verde",),
    "CZE": ("Czech Republic", "Tschechische Republik"), "CIV": ("Ivory Coast",),
    "GBR": ("UK", "Great Britain", "England"),
    "IRN": ("Iran",), "LAO": ("Laos",), "MKD": ("Macedonia", "FYROM"), "MMR": ("Burma",),
    "PSE": ("Palestine",), "RUS": ("Russia",), "SWZ": ("Swaziland",), "SYR": ("Syria",),
    "TLS": ("East Timor",), "TUR": ("Turkey",), "USA": ("USA", "US", "United States", "America"),
    "XKX": ("Kosovo", "XKS"), "KOR": ("South Korea", "Korea South"), "PRK": ("North Korea", "Korea North"),
}  # fmt: skip

_LONGEST: Final = 200
_WORD: Final = re.compile(r"[^\W_]+")
_BRACKETED: Final = re.compile(r"([^()\[\]]*)[(\[]([^()\[\]]*)[)\]]\s*")
_SAME: Final = {"st": "saint", "ste": "sainte", "rep": "republic"}
#: Former names and names of the dataset; all words about a record taken together weigh less.
_A_NAME: Final = 0.9
#: Below this a name is no suggestion.
_LIKE: Final = 66.0
_SUGGESTIONS: Final = 3

Suggestions = tuple[tuple[str, str], ...]


class Named(NamedTuple):
    """Something of the dataset that a text can name: its id, what to call it, and all its names, the surest first."""

    id: str
    label: str
    names: tuple[str, ...]


class NameBook:
    """Names of one role and what they stand for."""

    def __init__(self, entries: Iterable[Named], *, short_forms: bool = False) -> None:
        """Take in all names; ``short_forms``: the first word of a label may be said for the whole."""
        self.labels: dict[str, str] = {}
        self._ids: defaultdict[str, set[str]] = defaultdict(set)
        spelled: dict[str, str] = {}
        for entry in entries:
            self.labels[entry.id] = entry.label
            for name in (*entry.names, *_without_brackets(entry.names)):
                spelled.setdefault(_spaced(name), entry.id)
                self._ids[_key(name)].add(entry.id)
        self._ids.pop("", None)
        for own, label in self.labels.items() if short_forms else ():
            self._say_short(own, label)
        # An id always means itself, whatever else bears the same name.
        for own in self.labels:
            self._ids[_key(own)] = {own}
        self._spelled = [name for name in spelled if name]
        self._owners = [spelled[name] for name in self._spelled]

    def _say_short(self, own: str, label: str) -> None:
        """Let "EUMM" be no sure name of one mission while another is the "EUMM Georgia"."""
        short = _key(_spaced(label).partition(" ")[0])
        if short in self._ids:
            self._ids[short].add(own)

    def find(self, text: str) -> str:
        """Give the id that a text names, or an empty string if there is none or more than one."""
        if not text or len(text) > _LONGEST:
            return ""
        whole = self._ids.get(_key(text))
        if whole:
            return next(iter(whole)) if len(whole) == 1 else ""
        # "United Nations Force in Cyprus (UNFICYP)": the parts may name it, if they agree.
        split = _BRACKETED.fullmatch(text)
        parts = [self._ids.get(_key(part), set()) for part in split.groups()] if split else []
        found = set().union(*parts)
        return found.pop() if len(found) == 1 else ""

    def suggest(self, text: str) -> Suggestions:
        """Give up to three things that may be meant, the likeliest first, with their names."""
        wanted = _spaced(text[:_LONGEST])
        if not wanted:
            return ()
        same = sorted(self._ids.get(_key(text), ()))
        near = process.extract(wanted, self._spelled, scorer=_likeness, score_cutoff=_LIKE, limit=12)
        found = dict.fromkeys([*same, *(self._owners[place] for _, _, place in near)])
        return tuple((own, self.labels[own]) for own in list(found)[:_SUGGESTIONS])


@lru_cache(maxsize=4)
def name_books(dataset: Dataset) -> dict[Role, NameBook]:
    """Give the book of each role; they are made on the first call and kept."""
    return {
        "mission": NameBook(_of_kind(dataset, "mission"), short_forms=True),
        "country": NameBook(_countries(dataset)),
        "area": NameBook(_of_kind(dataset, "area")),
    }


def _of_kind(dataset: Dataset, kind: str) -> Iterator[Named]:
    for entry in entries_of(dataset):
        if entry.kind == kind:
            names = (name for name, weight in entry.names if weight >= _A_NAME and name)
            yield Named(entry.id, entry.label, (entry.id, *names))


def _countries(dataset: Dataset) -> Iterator[Named]:
    everyday = {named.id: named.names for named in _of_kind(dataset, "country")}
    locales = [Locale(language).territories for language in LANGUAGES]
    frame = dataset.countries
    columns = [frame[name] for name in ("iso3", "name", "name_de", "name_fr", "label") if name in frame]
    for code, name, *others in zip(*columns, strict=True):
        iso2 = _iso2(code)
        spoken = (str(locale[iso2]) for locale in locales if iso2 in locale)
        names = (code, name, iso2, *others, *everyday.get(code, ()), *_MORE_NAMES.get(code, ()), *spoken)
        yield Named(code, name, tuple(dict.fromkeys(filter(None, names))))


def _without_brackets(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        split = _BRACKETED.fullmatch(name)
        if split:
            yield split[1]


def _iso2(code: str) -> str:
    known = get_global("territory_aliases").get(code, [])
    return _ISO2.get(code, known[0] if len(known) == 1 else "")


def _spaced(text: str) -> str:
    words = _WORD.findall(fold(text.replace("&", " and ")))
    return " ".join(_SAME.get(word, word) for word in words if word != "the")


def _key(text: str) -> str:
    return _spaced(text).replace(" ", "")


def _likeness(wanted: str, name: str, *, score_cutoff: float | None = None) -> float:
    """Compare letter by letter, and also by words in any order, which counts a little less."""
    return max(fuzz.ratio(wanted, name, score_cutoff=score_cutoff), 0.9 * fuzz.token_set_ratio(wanted, name))
