"""Parameters that a page keeps in the address for itself, each with the page's prefix, such as ``g.region``."""

from collections.abc import Mapping
from typing import Final

import streamlit as st

_WROTE: Final = "atlas_wrote"


def changed_outside(*prefixes: str) -> dict[str, str] | None:
    """Return the page's own parameters if a link brought others than the page wrote last, else ``None``.

    A page reached through the navigation comes without parameters and goes on where it was.
    """
    now = {name: value for name, value in st.query_params.to_dict().items() if name.startswith(prefixes)}
    wrote = st.session_state.get(_key(prefixes))
    if now == wrote or (wrote is not None and not now):
        return None
    return now


def keep(params: Mapping[str, str], *prefixes: str) -> dict[str, str]:
    """Remember what the page writes into the address, and return it for ``state.write_address``."""
    st.session_state[_key(prefixes)] = dict(params)
    return dict(params)


def with_prefix(params: Mapping[str, str], prefix: str) -> dict[str, str]:
    """Put the prefix before each name."""
    return {f"{prefix}{name}": value for name, value in params.items()}


def without_prefix(params: Mapping[str, str], prefix: str) -> dict[str, str]:
    """Return the parameters that bear the prefix, without it."""
    return {name.removeprefix(prefix): value for name, value in params.items() if name.startswith(prefix)}


def _key(prefixes: tuple[str, ...]) -> str:
    return f"{_WROTE}_{''.join(prefixes)}"
