"""Sources whose publisher nobody has vouched for."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

import pandas as pd

from border_atlas.data.faults import Fault
from border_atlas.data.rules import Tables
from border_atlas.data.tables import SOURCES, line_of, read_table, records
from border_atlas.model import SourceStanding

#: Publishers that editors know, by the end of their host: ``un.org`` stands for ``news.un.org`` as well.
PUBLISHERS: Final = "publishers.csv"
PUBLISHER_COLUMNS: Final = ("host", "publisher", "kind", "notes")
#: Kinds of publishers that tell of their own work.
_FIRST_HAND: Final = ("organisation", "authority")
#: Parts of a host that only public authorities get.
_STATE: Final = frozenset({"gov", "gob", "gouv", "mil"})


def host_of(url: str) -> str:
    """Return the host of a web address without www and a dot at the end."""
    return (urlsplit(url).hostname or "").rstrip(".").removeprefix("www.")


def unknown_publishers(tables: Tables, folder: Path) -> Iterator[Fault]:
    """Yield sources said to be originals, of a publisher that is not in the list.

    Copies say themselves what they are and are counted by the report. Without a list nothing is told.
    """
    if not (folder / PUBLISHERS).exists():
        return
    known = set(read_table(folder / PUBLISHERS, PUBLISHER_COLUMNS)["host"])
    for index, row in enumerate(records(tables[SOURCES])):
        host = host_of(row["url"])
        if host and row["standing"] == SourceStanding.ORIGINAL and not _is_known(host, known):
            right = f"a publisher in {PUBLISHERS}, or the original page"
            yield Fault(SOURCES, line_of(index), "url", host, "is the site of no known publisher", right)


def first_hand(sources: pd.DataFrame, folder: Path) -> frozenset[str]:
    """Return the ids of sources that an organisation or a public authority publishes on its own site.

    Parameters
    ----------
    sources
        ``source_id``, ``url`` and ``standing`` of each source.
    folder
        The folder of the tables; without a list of publishers only public authorities are known.
    """
    path = folder / PUBLISHERS
    listed = read_table(path, PUBLISHER_COLUMNS) if path.exists() else pd.DataFrame(columns=pd.Index(PUBLISHER_COLUMNS))
    known = set(listed.loc[listed["kind"].isin(_FIRST_HAND), "host"])
    rows = zip(sources["source_id"], sources["url"], sources["standing"], strict=True)
    return frozenset(
        str(key)
        for key, url, standing in rows
        if standing == SourceStanding.ORIGINAL and _is_known(host_of(str(url)), known)
    )


def _is_known(host: str, known: set[str]) -> bool:
    parts = host.split(".")
    return not _STATE.isdisjoint(parts) or any(".".join(parts[start:]) in known for start in range(len(parts)))
