"""How sources are used: the list behind the Sources page."""

from collections import Counter

import pandas as pd

from border_atlas.data.dataset import Dataset

#: A placeholder source: nobody has read a page for the record yet.
UNREAD = "general-knowledge"


def uses(dataset: Dataset) -> dict[str, Counter[str]]:
    """Count for missions, areas and activities how often each source id is named."""
    frames = {"missions": dataset.missions, "areas": dataset.areas, "activities": dataset.activities}
    return {name: Counter(source for ids in frame["source_ids"] for source in ids) for name, frame in frames.items()}


def source_list(dataset: Dataset) -> pd.DataFrame:
    """Return every source with the number of records that name it, most used first."""
    counted = uses(dataset)
    frame = dataset.sources
    numbers = {name: frame["source_id"].map(lambda one, c=counts: c[one]) for name, counts in counted.items()}
    listed = pd.DataFrame(
        {
            "Title": frame["title"],
            "Publisher": frame["publisher"],
            "Address": frame["url"],
            "Type": frame["source_type"],
            "Standing": frame["standing"],
            "Published": frame["published"],
            "Checked on": frame["checked_on"],
            "Missions": numbers["missions"],
            "Areas": numbers["areas"],
            "Activities": numbers["activities"],
        }
    )
    used = listed["Missions"] + listed["Areas"] + listed["Activities"]
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
