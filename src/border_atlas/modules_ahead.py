"""Names Streamlit's modules that the first page needs, so that they load while the browser waits for the server.

Streamlit loads the module of a widget when the first such widget arrives, and what that imports after it: a hundred
small files, one after the other, while the map waits for its turn.
"""

import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

#: Kinds of elements on the map's page.
WIDGETS: Final = (
    "BidiComponent", "Button", "ButtonGroup", "ComponentInstance", "DateInput", "Html", "Multiselect", "Radio",
    "Slider", "TextInput",
)  # fmt: skip
_IMPORT: Final = re.compile(r'(?:from|import)"\./([^"]+\.js)"')


def streamlit_files() -> Path:
    """Return the folder of what Streamlit sends to browsers, without loading Streamlit.

    Raises
    ------
    FileNotFoundError
        If Streamlit is not installed.
    """
    found = find_spec("streamlit")
    if found is None or found.origin is None:
        msg = "Streamlit is not installed; right is `pip install -r requirements.txt`."
        raise FileNotFoundError(msg)
    return Path(found.origin).parent / "static" / "static"


SCRIPTS: Final = streamlit_files() / "js"


@cache
def modules(folder: Path = SCRIPTS) -> tuple[str, ...]:
    """Return the files of the widgets' modules and of all that these import."""
    found: dict[str, None] = {}
    waiting = [path.name for name in WIDGETS for path in sorted(folder.glob(f"{name}.*.js"))]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found[name] = None
            waiting += _IMPORT.findall((folder / name).read_text(encoding="utf-8"))
    return tuple(found)


def head(page: bytes) -> bytes:
    """Return links for the head of a page to the modules that it does not name yet."""
    links = (f'<link rel="modulepreload" crossorigin href="./static/js/{name}">' for name in modules())
    return "".join(link for link in links if link.encode() not in page).encode()
