"""The Selection in a sentence."""

from datetime import date

import pytest

from border_atlas.domain.select import select
from border_atlas.domain.selection import Selection
from border_atlas.domain.sentence import counts_line, describe
from border_atlas.domain.vocabulary import Vocabulary, vocabulary_of
from border_atlas.model import ActivityType, AreaKind, Family, MissionStatus, Verified
from tests.factories import make_dataset

WORDS = vocabulary_of(make_dataset())


@pytest.mark.parametrize(
    ("selection", "sentence"),
    [
        (Selection(), "All missions and border areas"),
        (Selection(text="customs"), "All missions and border areas, text “customs”"),
        (Selection(organisations=("UN",)), "UN missions"),
        (Selection(organisations=("other",)), "Missions of other organisations"),
        (Selection(organisations=("AU", "EU", "other")), "AU, EU and other missions"),
        (
            Selection(organisations=("EU", "OSCE"), activity_types=("training",), year_from=2010, year_to=2020),
            "EU and OSCE missions that trained border services in 2010–2020",
        ),
        (
            Selection(organisations=("UN",), active_on=date(2013, 5, 1), countries=("GEO",), text="customs"),
            "UN missions active on 1 May 2013 in or around Georgia, text “customs”",
        ),
        (Selection(families=("monitor",)), "Missions that monitored borders or ceasefires"),
        (
            Selection(families=("monitor",), activity_types=("border-monitoring", "training")),
            "Missions that monitored borders or ceasefires or trained border services",
        ),
        (Selection(statuses=("running",)), "Running missions"),
        (Selection(statuses=("running",), active_on=date(2013, 5, 1)), "Missions active on 1 May 2013"),
        (Selection(statuses=("ended",), organisations=("EU",)), "Ended EU missions"),
        (Selection(kinds=("airport", "land border")), "Missions active at airports or on land borders"),
        (Selection(countries=("RUS", "GEO")), "Missions in or around Georgia or the Russian Federation"),
        (Selection(countries=("MDA",)), "Missions in or around the Republic of Moldova"),
        (Selection(year_from=2013, year_to=2013), "Missions active in 2013"),
        (Selection(year_from=2013), "Missions active from 2013 on"),
        (Selection(year_to=2013), "Missions active up to 2013"),
        (
            Selection(year_from=2010, active_on=date(2013, 5, 1)),
            "Missions active from 2010 on and on 1 May 2013",
        ),
        (Selection(engagements=("advise", "train")), "Missions, by advising or mediating or training"),
        (
            Selection(organisations=("EU",), kinds=("airport",), engagements=("equip",)),
            "EU missions active at airports, by equipping or building",
        ),
        (Selection(verified=("yes", "partly")), "Missions, with verified or partly verified activities"),
    ],
)  # fmt: skip
def test_a_selection_says_itself(selection: Selection, sentence: str) -> None:
    assert describe(selection, WORDS) == sentence


def test_every_word_of_the_field_has_a_phrase() -> None:
    selection = Selection(
        activity_types=tuple(ActivityType), kinds=tuple(AreaKind), verified=tuple(Verified),
        statuses=tuple(MissionStatus),
    )  # fmt: skip
    assert describe(selection, WORDS).startswith("Ended, planned and running missions that monitored ceasefires, ")
    assert " or " in describe(Selection(families=tuple(Family)), WORDS)


def test_counts_are_said_in_the_right_number() -> None:
    data = make_dataset()
    assert counts_line(select(data, Selection())) == "2 missions · 3 border areas · 3 activities"
    assert counts_line(select(data, Selection(organisations=("EU",)))) == "1 mission · 1 border area · 1 activity"
    assert counts_line(select(data, Selection(text="zzz"))) == "0 missions · 0 border areas · 0 activities"


def test_all_known_countries_of_a_region_are_said_as_the_region() -> None:
    words = Vocabulary(countries={"MLI": "Mali", "NER": "Niger", "TCD": "Chad", "GEO": "Georgia"})
    assert describe(Selection(countries=("MLI", "NER", "TCD")), words) == "Missions in or around the Sahel"
    assert describe(Selection(countries=("MLI", "NER")), words) == "Missions in or around Mali or the Niger"
