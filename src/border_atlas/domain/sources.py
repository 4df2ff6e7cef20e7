"""How sources are used: the list behind the Sources page."""

from collections import Counter
from collections.abc import Iterator

import pandas as pd

from border_atlas.data.dataset import Dataset

#: A placeholder source: nobody has read a page for the record yet.
UNREAD = "general-knowledge"
#: Columns that name the source of one number.
_ONE_SOURCE = ("length_source_id", "strength_source_id")


def uses(dataset: Dataset) -> dict[str, Counter[str]]:
    """Count for each kind of record how many name a source, by its id."""
    frames = {
        "Missions": dataset.missions,
        "Areas": dataset.areas,
        "Activities": dataset.activities,
        "Field sites": dataset.sites,
        "Mandates": dataset.mandates,
        "Crossings": dataset.crossings,
    }
    return {name: Counter(source for ids in _named(frame) for source in ids) for name, frame in frames.items()}


def _named(frame: pd.DataFrame) -> Iterator[set[str]]:
    """Yield the sources of each record, those of a single number among them."""
    columns = ["source_ids", *(name for name in _ONE_SOURCE if name in frame)]
    for ids, *others in zip(*(frame[name] for name in columns), strict=True):
        yield {*ids, *filter(None, others)}


def source_list(dataset: Dataset) -> pd.DataFrame:
    """Return every source with the number of records that name it, most used first."""
    counted = uses(dataset)
    frame = dataset.sources
    numbers = {name: frame["source_id"].map(lambda one, c=counts: c[one]) for name, counts in counted.items()}
    used = sum(numbers.values(), pd.Series(0, index=frame.index))
    listed = pd.DataFrame(
        {
            "Title": frame["title"],
            "Publisher": frame["publisher"],
            "Address": frame["url"],
            "Type": frame["source_type"],
            "Standing": frame["standing"],
            "Published": frame["published"],
            "Checked on": frame["checked_on"],
            **numbers,
        }
    )
    return listed.assign(Used=used).sort_values(["Used", "Title"], ascending=[False, True], ignore_index=True)


def doubtful(dataset: Dataset) -> pd.DataFrame:
    """Return missions, areas and activities that are not fully verified, the weakest first, with their notes."""
    parts = []
    for kind, frame, title in (
        ("Mission", dataset.missions, "acronym"),
        ("Border area", dataset.areas, "name"),
        ("Activity", dataset.activities, "title"),
    ):
        weak = frame[frame["verified"] != "yes"]
        parts.append(
            pd.DataFrame(
                {
                    "Record": weak.iloc[:, 0],
                    "Kind": kind,
                    "Title": weak[title],
                    "Verified": weak["verified"],
                    "What is open": weak["notes"],
                }
            )
        )
    return pd.concat(parts).sort_values(["Verified", "Kind", "Title"], ignore_index=True)


def verified_shares(dataset: Dataset) -> dict[str, tuple[int, int]]:
    """Return for missions, areas and activities how many records are fully verified, of how many."""
    frames = {"missions": dataset.missions, "border areas": dataset.areas, "activities": dataset.activities}
    return {name: (int((frame["verified"] == "yes").sum()), len(frame)) for name, frame in frames.items()}
