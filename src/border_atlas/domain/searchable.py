"""What can be found by name, and by which names."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

from border_atlas.data.dataset import Dataset
from border_atlas.domain.regions import REGION_NAMES, countries_in
from border_atlas.model import ACTIVITY_LABELS, FAMILY_LABELS, FAMILY_OF, ActivityType, Organisation

HitKind = Literal["mission", "area", "country", "region", "organisation", "activity", "family", "place"]

#: Names as people write them, also in German and French.
_ORGANISATION_NAMES: Final[dict[Organisation, tuple[str, ...]]] = {
    Organisation.UN: ("United Nations", "UNO", "Vereinte Nationen", "ONU", "Nations unies"),
    Organisation.EU: ("European Union", "Europäische Union", "UE", "Union européenne"),
    Organisation.OSCE: ("Organization for Security and Co-operation in Europe", "OSZE", "CSCE"),
    Organisation.AU: ("African Union", "Afrikanische Union", "UA", "Union africaine"),
    Organisation.ECOWAS: ("Economic Community of West African States", "CEDEAO"),
    Organisation.NATO: ("North Atlantic Treaty Organization", "OTAN"),
    Organisation.OAS: ("Organization of American States", "OEA"),
    Organisation.CIS: ("Commonwealth of Independent States", "GUS", "CEI"),
    Organisation.ASEAN: ("Association of Southeast Asian Nations", "ANASE"),
}
#: Everyday and former names that the table of countries does not hold.
_COUNTRY_NAMES: Final[dict[str, tuple[str, ...]]] = {
    "BLR": ("Weißrussland",),
    "CAF": ("CAR", "ZAR", "RCA"),
    "CIV": ("Ivory Coast", "Elfenbeinküste"),
    "COD": ("DR Congo", "DRC", "DR Kongo", "RDC", "Zaire"),
    "LAO": ("Laos",),
    "MDA": ("Moldawien", "Moldau"),
    "MKD": ("Macedonia", "Mazedonien", "Macédoine"),
    "PRK": ("North Korea", "Nordkorea", "Corée du Nord"),
    "KOR": ("South Korea", "Südkorea", "Corée du Sud"),
    "TLS": ("East Timor", "Osttimor", "Timor oriental"),
    "TUR": ("Turkey", "Türkei", "Turquie"),
}
#: Short forms of activity types that their labels do not hold.
_ACTIVITY_NAMES: Final[dict[ActivityType, tuple[str, ...]]] = {
    ActivityType.IBM_ADVICE: ("IBM",),
}

#: Weight of a former name, and of all words about a record taken together.
_FORMER: Final = 0.95
#: Weight of a mission's host country: it comes before names that only begin with it.
HOST: Final = 0.94
_TOGETHER: Final = 0.7


@dataclass(frozen=True)
class Entry:
    """Something to be found: its names with their weights.

    ``tells_name``: say by which name it was found, if that one has full weight. ``hosts``: names of countries that
    find it only if they are typed in full, with the weight `HOST`.
    """

    kind: HitKind
    id: str
    label: str
    detail: str
    names: tuple[tuple[str, float], ...]
    tells_name: bool = False
    hosts: tuple[str, ...] = ()


def entries_of(dataset: Dataset) -> Iterator[Entry]:
    """Give everything in a Dataset that has a name."""
    countries = dict(zip(dataset.countries["iso3"], dataset.countries["name"], strict=True))
    yield from _missions(dataset, countries)
    yield from _areas(dataset, countries)
    yield from _countries(dataset)
    yield from _regions(dataset)
    yield from _organisations(dataset)
    yield from _activities(dataset)
    yield from _places(dataset)


def _missions(dataset: Dataset, countries: dict[str, str]) -> Iterator[Entry]:
    columns = ("mission_id", "acronym", "name", "organisation", "former_names", "host_countries")
    frame = dataset.missions
    for mission_id, acronym, name, organisation, former, hosts in zip(
        *(frame[column] for column in columns), strict=True
    ):
        named = [countries.get(code, code) for code in hosts]
        around = " ".join([organisation, acronym, name, *named])
        yield Entry(
            kind="mission",
            id=mission_id,
            label=acronym or name,
            detail=f"{name} · {organisation}" if acronym else organisation,
            names=(
                (acronym, 1.0),
                (name, 1.0),
                *((one, _FORMER) for one in former),
                (around, _TOGETHER),
            ),
            hosts=tuple(named),
        )


def _areas(dataset: Dataset, countries: dict[str, str]) -> Iterator[Entry]:
    columns = ("area_id", "name", "name_de", "name_fr", "names_parties", "kind", "countries")
    for area_id, name, german, french, parties, kind, codes in zip(
        *(dataset.areas[column] for column in columns), strict=True
    ):
        named = [countries.get(code, code) for code in codes]
        around = " ".join([name, kind, *named])
        names = [*((one, 1.0) for one in dict.fromkeys((name, german, french))), (parties, _TOGETHER)]
        yield Entry("area", area_id, name, f"{kind} · {_short(named)}", (*names, (around, _TOGETHER)), tells_name=True)


def _countries(dataset: Dataset) -> Iterator[Entry]:
    """Give the countries that a mission or an area refers to."""
    used = _used_countries(dataset)
    columns = [name for name in ("iso3", "name", "name_de", "name_fr", "label") if name in dataset.countries]
    for code, name, *others in zip(*(dataset.countries[column] for column in columns), strict=True):
        if code in used:
            names = dict.fromkeys([name, *filter(None, others), *_COUNTRY_NAMES.get(code, ())])
            yield Entry("country", code, name, "country", tuple((one, 1.0) for one in names), tells_name=True)


def _used_countries(dataset: Dataset) -> set[str]:
    cells = [*dataset.missions["host_countries"], *dataset.areas["countries"]]
    return {code for cell in cells for code in cell}


def _regions(dataset: Dataset) -> Iterator[Entry]:
    """Give the regions in which a mission or an area lies."""
    used = _used_countries(dataset)
    for region, names in REGION_NAMES.items():
        number = len(countries_in(region, used))
        if number:
            detail = f"region · {number} {'country' if number == 1 else 'countries'}"
            weighted = tuple((name, 1.0) for name in (region, *names))
            yield Entry("region", region, region, detail, weighted, tells_name=True)


def _organisations(dataset: Dataset) -> Iterator[Entry]:
    counts = Counter(dataset.missions["organisation"])
    for organisation, names in _ORGANISATION_NAMES.items():
        if counts[organisation]:
            detail = f"{names[0]} · {_count(counts[organisation], 'mission')}"
            weighted = ((organisation.value, 1.0), *((name, 1.0) for name in names))
            yield Entry("organisation", organisation.value, organisation.value, detail, weighted)


def _activities(dataset: Dataset) -> Iterator[Entry]:
    types, families = Counter(dataset.activities["activity_type"]), Counter(dataset.activities["family"])
    for kind in ActivityType:
        names = (ACTIVITY_LABELS[kind], *_ACTIVITY_NAMES.get(kind, ()))
        detail = f"{FAMILY_LABELS[FAMILY_OF[kind]]} · {_count(types[kind], 'record')}"
        yield Entry("activity", kind.value, names[0], detail, tuple((name, 1.0) for name in names))
    for family, label in FAMILY_LABELS.items():
        detail = f"family of activities · {_count(families[family], 'record')}"
        yield Entry("family", family.value, label, detail, ((label, 1.0),))


def _places(dataset: Dataset) -> Iterator[Entry]:
    counts = Counter(place for place in dataset.missions["hq_place"] if place)
    for place, count in sorted(counts.items()):
        yield Entry("place", place, place, f"seat of {_count(count, 'mission')}", ((place, 0.9),))


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"


def _short(names: Iterable[str], most: int = 3) -> str:
    listed = list(names)
    more = f" and {len(listed) - most} more" if len(listed) > most else ""
    return ", ".join(listed[:most]) + more
