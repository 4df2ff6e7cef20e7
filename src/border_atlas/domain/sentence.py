"""A Selection as one plain English sentence, and what it leaves as one line of counts."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from border_atlas.domain.dates_text import say_day
from border_atlas.domain.regions import region_of, with_article
from border_atlas.domain.selection import Selection
from border_atlas.domain.view import View
from border_atlas.domain.vocabulary import Vocabulary
from border_atlas.model import (
    FAMILY_OF,
    ActivityType,
    AreaKind,
    Engagement,
    Family,
    MissionStatus,
    Organisation,
    Verified,
)

_DID: Final[Mapping[str, str]] = {
    ActivityType.CEASEFIRE_MONITORING: "monitored ceasefires",
    ActivityType.DISPUTED_BORDER_MONITORING: "monitored disputed borders",
    ActivityType.BORDER_MONITORING: "monitored borders",
    ActivityType.BORDER_CONTROL: "carried out border control",
    ActivityType.MOBILE_UNITS: "deployed mobile units",
    ActivityType.COAST_GUARD: "carried out coast-guard work",
    ActivityType.TRAINING: "trained border services",
    ActivityType.EQUIPMENT_AND_INFRASTRUCTURE: "provided equipment and infrastructure",
    ActivityType.IBM_ADVICE: "advised on Integrated Border Management",
    ActivityType.DEMARCATION_SUPPORT: "supported demarcation",
    ActivityType.CONFIDENCE_BUILDING: "built confidence across borders",
    ActivityType.INFORMATION_EXCHANGE: "organised the exchange of information",
    ActivityType.REGIONAL_COOPERATION: "furthered regional cooperation",
}
_DID_FAMILY: Final[Mapping[str, str]] = {
    Family.MONITOR: "monitored borders or ceasefires",
    Family.CONTROL: "controlled borders or coasts",
    Family.BUILD_CAPACITY: "built up the capacity of border services",
    Family.ADVISE: "advised on borders",
    Family.CONNECT: "connected neighbours across borders",
}
_HOW: Final[Mapping[str, str]] = {
    Engagement.MONITOR: "observing",
    Engagement.ADVISE: "advising or mediating",
    Engagement.TRAIN: "training",
    Engagement.EQUIP: "equipping or building",
    Engagement.EXECUTE: "doing it themselves",
}
_AT: Final[Mapping[str, str]] = {
    AreaKind.LAND_BORDER: "on land borders",
    AreaKind.CEASEFIRE_LINE: "along ceasefire lines",
    AreaKind.BUFFER_ZONE: "in buffer zones",
    AreaKind.DISPUTED_AREA: "in disputed areas",
    AreaKind.BORDER_REGION: "in border regions",
    AreaKind.CROSSING_POINT: "at crossing points",
    AreaKind.MARITIME_AREA: "in maritime areas",
    AreaKind.AIRPORT: "at airports",
}
_STATE: Final[Mapping[str, str]] = {
    MissionStatus.RUNNING: "running",
    MissionStatus.ENDED: "ended",
    MissionStatus.PLANNED: "planned",
}
_CHECKED: Final[Mapping[str, str]] = {
    Verified.YES: "verified",
    Verified.PARTLY: "partly verified",
    Verified.NO: "unverified",
}
#: UN short names that take "the" in a sentence.
_THE: Final = re.compile(
    r"(Democratic|Dominican|Lao|Russian|Syrian|United|Republic|State|Central African|Holy|Czech Republic)\b"
    r"|(Bahamas|Comoros|Congo|Gambia|Maldives|Marshall Islands|Netherlands.*|Niger|Philippines"
    r"|Solomon Islands|Sudan)$"
)


def describe(selection: Selection, vocabulary: Vocabulary) -> str:
    """Say a Selection in one sentence without a full stop.

    Examples
    --------
    >>> describe(Selection(organisations=("EU",), activity_types=("training",), year_from=2010), Vocabulary())
    'EU missions that trained border services from 2010 on'
    """
    did = _deeds(selection)
    place = [_or(_AT[kind] for kind in selection.kinds), *_times(selection)]
    where = _countries(selection, vocabulary)
    doing = f"that {did}" if did else ("active" if any(place) else "")
    body = " ".join(part for part in (doing, *place, where) if part)
    subject = _subject(selection, bare=not body and not _how(selection) and not _checked(selection))
    parts = [f"{subject} {body}".strip(), _how(selection), _checked(selection), _quoted(selection.text)]
    return ", ".join(part for part in parts if part)


def counts_line(view: View) -> str:
    """Say how much a Selection leaves: ``37 missions · 52 border areas · 80 activities``."""
    counts = (
        (len(view.missions), "mission", "missions"),
        (len(view.areas), "border area", "border areas"),
        (len(view.activities), "activity", "activities"),
    )
    return " · ".join(f"{number:,} {one if number == 1 else many}" for number, one, many in counts)


def _subject(selection: Selection, *, bare: bool) -> str:
    """Say whose missions: ``Running EU and OSCE missions``."""
    states = [_STATE[status] for status in selection.statuses if not _goes_without_saying(selection)]
    named = [name for name in selection.organisations if name != Organisation.OTHER]
    others = ["other"] if Organisation.OTHER in selection.organisations else []
    before = [_and(states), _and([*named, *others]) if named else ""]
    after = "missions of other organisations" if others and not named else "missions"
    subject = " ".join(part for part in (*before, after) if part)
    if subject == "missions" and bare:
        return "All missions and border areas"
    return subject[0].upper() + subject[1:]


def _goes_without_saying(selection: Selection) -> bool:
    """Tell whether the status adds nothing: who is active on a day is running on it."""
    return selection.active_on is not None and MissionStatus.RUNNING in selection.statuses


def _deeds(selection: Selection) -> str:
    """Say what was done; a type whose whole family is chosen adds nothing."""
    chosen = set(selection.families)
    types = [kind for kind in ActivityType if kind in selection.activity_types and FAMILY_OF[kind] not in chosen]
    families = [_DID_FAMILY[family] for family in Family if family in chosen]
    return _or([*families, *(_DID[kind] for kind in types)])


def _times(selection: Selection) -> tuple[str, str]:
    first, last, day = selection.year_from, selection.year_to, selection.active_on
    on_day = f"on {say_day(day)}" if day else ""
    if first is not None and last is not None:
        period = f"in {first}" if first == last else f"in {first}–{last}"
    elif first is not None:
        period = f"from {first} on"
    else:
        period = "" if last is None else f"up to {last}"
    return period, f"and {on_day}" if period and on_day else on_day


def _countries(selection: Selection, vocabulary: Vocabulary) -> str:
    region = region_of(selection.countries, vocabulary.countries)
    if region:
        return f"in or around {with_article(region)}"
    names = sorted(_with_article(vocabulary.countries.get(code, code)) for code in selection.countries)
    return f"in or around {_or(names)}" if names else ""


def _with_article(name: str) -> str:
    return f"the {name}" if _THE.match(name) else name


def _how(selection: Selection) -> str:
    ways = [word for way, word in _HOW.items() if way in selection.engagements]
    return f"by {_or(ways)}" if ways else ""


def _checked(selection: Selection) -> str:
    marks = [word for mark, word in _CHECKED.items() if mark in selection.verified]
    return f"with {_or(marks)} activities" if marks else ""


def _quoted(text: str) -> str:
    return f"text “{text}”" if text else ""


def _and(words: Iterable[str]) -> str:
    return _list(list(words), "and")


def _or(words: Iterable[str]) -> str:
    return _list(list(words), "or")


def _list(words: Sequence[str], last: str) -> str:
    if len(words) < 2:  # noqa: PLR2004  a list with a conjunction needs two words
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"
