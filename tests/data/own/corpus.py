"""The corpora of texts that break things: ours and the Big List of Naughty Strings."""

import json
from pathlib import Path

_FOLDER = Path(__file__).resolve().parents[2] / "corpora"


def _strings(name: str) -> list[str]:
    texts: list[str] = json.loads((_FOLDER / name).read_text(encoding="ascii"))
    return texts


STRINGS = _strings("naughty_strings.json")
BIG_LIST = _strings("big_list_of_naughty_strings.json")
