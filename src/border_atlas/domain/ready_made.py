"""Ready-made briefings: their slides and texts are made from the dataset, so that they stay right when it changes."""

from collections.abc import Iterable
from typing import Final

from border_atlas.data.dataset import Dataset
from border_atlas.domain.briefing import Briefing, Slide, SlideKind
from border_atlas.domain.briefing_edit import add
from border_atlas.domain.dates_text import say_day
from border_atlas.domain.details import area_card, mission_card
from border_atlas.domain.permalinks import version_tag
from border_atlas.domain.ready_numbers import Numbers, areas, capital, count, listed, missions, numbers
from border_atlas.domain.regions import countries_in, with_article
from border_atlas.domain.select import select
from border_atlas.domain.selection import Selection
from border_atlas.domain.vocabulary import Vocabulary
from border_atlas.errors import BriefingError
from border_atlas.model import ORGANISATION_LABELS, Family, MissionStatus, Organisation

_RUNNING: Final = str(MissionStatus.RUNNING)
_NOT_PROOF: Final = "Absence of a record is not absence of work."

#: From the oldest task to the widest.
_ORDER: Final = (Family.MONITOR, Family.CONTROL, Family.BUILD_CAPACITY, Family.CONNECT, Family.ADVISE)

#: What each family of work is, in a sentence of our own.
_FAMILIES: Final[dict[Family, tuple[str, str, str]]] = {
    Family.MONITOR: (
        "Watch: ceasefire lines and disputed borders",
        "The oldest task: somebody from outside sees what happens on the line and reports it.",
        "Does watching change anything? It makes violations known and denials costly; it does not stop them.",
    ),
    Family.CONTROL: (
        "Step in: control the border itself",
        "Some missions patrol, check or guard a border themselves, on land or at sea, where nobody else does or can.",
        "On whose authority do they act? Each record names the decision; look at the mission's legal basis.",
    ),
    Family.BUILD_CAPACITY: (
        "Build up: train and equip the services",
        "Lasting control needs services that can do it: training, posts, vehicles, laboratories.",
        "What remains when the mission leaves? The records tell what was given, seldom what still works.",
    ),
    Family.ADVISE: (
        "Advise: Integrated Border Management",
        "Advice moves from the single post to the whole: laws, strategies, and services that work together.",
        "Who decides? The host state; a mission drafts and advises.",
    ),
    Family.CONNECT: (
        "Connect: confidence across the line",
        "Neighbours who talk need fewer guards: joint commissions, liaison officers, shared information.",
        "Is this border work? Where the line itself is the subject, yes; other mediation is not counted here.",
    ),
}


def the_field(dataset: Dataset) -> Briefing:
    """Tell the field in eight slides, from monitoring to Integrated Border Management."""
    briefing = _empty(
        dataset, "Border management in peace operations", "From monitoring to Integrated Border Management"
    )
    running, day = numbers(dataset, Selection(statuses=(_RUNNING,))), say_day(dataset.data_as_of)
    slides = [
        Slide("", SlideKind.MAP, f"At work or not known to have left, {day}", _on_the_day(dataset, running),
              _notes("Begin with the map; let people find a border that they know.",
                     "Is this all? It is what a public page shows. " + _NOT_PROOF),
              Selection(statuses=(_RUNNING,))),
        Slide("", SlideKind.PER_YEAR, "How the work has changed", _changed(dataset),
              _notes("Point to the first bars, then to the widest year.",
                     "Why do bars grow? There are more missions with border work, and more pages that tell of it."),
              Selection(), extra={"by": "family"}),
        Slide("", SlideKind.GAPS, "Where the last mission left",
              "Stretches that once had a mission and have none now, and those where the last one left in ten years. "
              + _NOT_PROOF,
              _notes("Ask what took the mission's place: a national service, a neighbour, nobody?",
                     "Is a gap a danger? The map cannot tell; it says where to look."),
              Selection(), extra={"g.list": "recently-ended"}),
        *(_family(dataset, family) for family in _ORDER),
    ]  # fmt: skip
    return _with(briefing, slides)


def one_region(dataset: Dataset, words: Vocabulary, region: str) -> Briefing:
    """Brief on a region.

    Raises
    ------
    BriefingError
        If no mission or area lies in it.
    """
    wanted = Selection(countries=countries_in(region, words.countries))
    found = numbers(dataset, wanted)
    if not wanted.countries or not found.activities:
        msg = f"Nothing is on record in the region “{region}”, so there is no briefing to make."
        raise BriefingError(msg)
    where, day = with_article(region), say_day(dataset.data_as_of)
    briefing = _empty(dataset, f"Border management in {where}", "Missions, borders and what is missing")
    slides = [
        _overview(dataset, wanted, f"Who worked in or around {where}", found),
        Slide("", SlideKind.MAP, f"At work or not known to have left, {day}",
              _on_the_day(dataset, _running(dataset, wanted)),
              _notes("Compare with the map before.", "Who left, and when? The timeline comes next."),
              wanted.with_(statuses=(_RUNNING,))),
        *_how(wanted, where),
        Slide("", SlideKind.GAPS, "Overlaps and gaps", f"Where missions meet, and where none is left. {_NOT_PROOF}",
              _notes("Name one stretch with two missions and ask who coordinates.",
                     "Are there bilateral projects too? Yes; they are not in this dataset."),
              Selection(), extra={"g.region": region.replace(" ", "-").casefold()}),
    ]  # fmt: skip
    return _with(briefing, slides)


def one_organisation(dataset: Dataset, organisation: str) -> Briefing:
    """Brief on an organisation.

    Raises
    ------
    BriefingError
        If it has no mission in the dataset.
    """
    wanted = Selection(organisations=(organisation,))
    found = numbers(dataset, wanted)
    if not found.missions:
        msg = f"No mission of “{organisation}” is on record, so there is no briefing to make."
        raise BriefingError(msg)
    name = ORGANISATION_LABELS[Organisation(organisation)]
    day = say_day(dataset.data_as_of)
    named = "other organisations" if organisation == Organisation.OTHER else f"the {name}"
    briefing = _empty(dataset, f"Border work of {named}", "Where, what, since when")
    slides = [
        _overview(dataset, wanted, f"Where missions of {named} worked", found),
        Slide("", SlideKind.MAP, f"At work or not known to have left, {day}",
              _on_the_day(dataset, _running(dataset, wanted)),
              _notes("Name the mission that your audience knows best.", "Which end next? See each mission's mandate."),
              wanted.with_(statuses=(_RUNNING,))),
        *_how(wanted, named),
        Slide("", SlideKind.MATRIX, "Who does what", "Each cell counts activities on record.",
              _notes("Read one row aloud.", "Why so few? One record stands for one line of work, not for one event."),
              wanted, extra={"by": "mission"}),
    ]  # fmt: skip
    return _with(briefing, slides)


def one_mission(dataset: Dataset, mission_id: str) -> Briefing:
    """Brief on a mission.

    Raises
    ------
    SelectionError
        If there is no such mission.
    """
    wanted = Selection(mission=mission_id)
    card = mission_card(dataset, select(dataset, wanted), mission_id)
    hosts = dataset.missions.loc[dataset.missions["mission_id"] == mission_id, "host_countries"].iloc[0]
    briefing = _empty(dataset, card.title, card.subtitle or "A mission and its border work")
    slides = [
        Slide("", SlideKind.MISSION, card.title, f"{card.dates}.",
              _notes("Say who decided, when, and for how long.", "What is not verified? The mark says it."), wanted),
        Slide("", SlideKind.TIMELINE, "What it did, and when",
              f"{capital(count(card.n_activities, 'activity', 'activities'))} on record on "
              f"{areas(len(card.groups))}.",
              _notes("Show which bars fade: their dates are not certain.", "What ended, what goes on?"), wanted),
        *_around(dataset, hosts, "Who else works there"),
    ]  # fmt: skip
    return _with(briefing, slides)


def one_area(dataset: Dataset, area_id: str) -> Briefing:
    """Brief on a border area.

    Raises
    ------
    SelectionError
        If there is no such area.
    """
    wanted = Selection(area=area_id)
    card = area_card(dataset, select(dataset, wanted), area_id)
    countries = dataset.areas.loc[dataset.areas["area_id"] == area_id, "countries"].iloc[0]
    names = [group.label for group in card.groups]
    said = f"On record here: {listed(names)}." if names else f"No mission is on record here. {_NOT_PROOF}"
    briefing = _empty(dataset, card.title, card.subtitle)
    slides = [
        Slide("", SlideKind.AREA, card.title, said,
              _notes("Say first what kind of line this is.", "Is the line agreed? Read the note on boundaries."),
              wanted),
        Slide("", SlideKind.TIMELINE, "Who was there, and when",
              f"{capital(count(card.n_activities, 'activity', 'activities'))} by {missions(len(card.groups))}.",
              _notes("Look for years without anybody.", "Who took over? Compare ends and beginnings."), wanted),
        *_around(dataset, countries, "Around this border"),
    ]  # fmt: skip
    return _with(briefing, slides)


def _empty(dataset: Dataset, title: str, subtitle: str) -> Briefing:
    return Briefing(title, subtitle=subtitle, data_version=version_tag(dataset))


def _with(briefing: Briefing, slides: Iterable[Slide]) -> Briefing:
    for slide in slides:
        briefing = add(briefing, slide)
    return briefing


def _notes(say: str, question: str) -> str:
    """Write speaker notes: what to say, and a question to expect."""
    return f"**Say.** {say}\n\n**Expect to be asked.** {question}"


def _running(dataset: Dataset, wanted: Selection) -> Numbers:
    return numbers(dataset, wanted.with_(statuses=(_RUNNING,)))


def _on_the_day(dataset: Dataset, found: Numbers) -> str:
    day = say_day(dataset.data_as_of)
    if not found.missions:
        return f"On {day} no mission with work here is on record as running. {_NOT_PROOF}"
    open_ends = found.missions - len(found.running)
    sure = f"On {day} {missions(len(found.running))} {'is' if len(found.running) == 1 else 'are'} shown to run"
    more = f"; {count(open_ends, 'more has', 'more have')} no known end" if open_ends else ""
    return f"{sure}{more}. Together they are on record on {areas(found.areas)}."


def _overview(dataset: Dataset, wanted: Selection, title: str, found: Numbers) -> Slide:
    text = (
        f"{capital(missions(found.missions))} and {areas(found.areas)} are on record"
        + (f", the first work in {found.since} ({found.oldest})" if found.since else "")
        + f", as of {say_day(dataset.data_as_of)}.\n\nMost on record: {listed(found.busiest)}."
    )
    notes = _notes(
        f"Name the places: {listed(found.places)}.", "Which of these borders are not agreed? Dashed and dotted lines."
    )
    return Slide("", SlideKind.MAP, title, text, notes, wanted)


def _family(dataset: Dataset, family: Family) -> Slide:
    wanted = Selection(families=(str(family),))
    found, now = numbers(dataset, wanted), _running(dataset, wanted)
    running = f"Running on {say_day(dataset.data_as_of)}: {listed(now.running) or 'none that a page shows'}."
    title, what, question = _FAMILIES[family]
    text = (
        f"{what}\n\n{capital(missions(found.missions))} on {areas(found.areas)}, the first {found.oldest} from "
        f"{found.since} on. {running}"
    )
    notes = _notes(f"Most on record: {listed(found.busiest)}. Kinds of work: {listed(found.types)}.", question)
    return Slide("", SlideKind.MAP, title, text if found.missions else what, notes, wanted)


def _changed(dataset: Dataset) -> str:
    parts = []
    for family in Family:
        found = numbers(dataset, Selection(families=(str(family),)))
        if found.since:
            parts.append(f"- {capital(str(family).replace('-', ' '))}: since {found.since} ({found.oldest})")
    return "First work on record, by family:\n\n" + "\n".join(parts)


def _how(wanted: Selection, where: str) -> tuple[Slide, Slide]:
    return (
        Slide("", SlideKind.TIMELINE, "When", f"Activities on record for {where}, the earliest first.",
              _notes("Full colour is sure, pale is possible.", "What does a question mark mean? No source states it."),
              wanted),
        Slide("", SlideKind.PER_YEAR, "How much, year by year", "Activities that can have been active in each year.",
              _notes("Point to the steps and name the mission behind each.", "Why do they fall? Missions end."),
              wanted, extra={"by": "family"}),
    )  # fmt: skip


def _around(dataset: Dataset, countries: Iterable[str], title: str) -> tuple[Slide, ...]:
    wanted = Selection(countries=tuple(countries))
    found = numbers(dataset, wanted)
    if not wanted.countries or not found.missions:
        return ()
    return (_overview(dataset, wanted, title, found),)
