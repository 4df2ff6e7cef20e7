"""One entry a page in the browser's history, so that Back needs one press.

Streamlit enters a page that is opened from the navigation with a bare address, and once more when the script writes
the selection into it; Back would then stop at a bare address that is filled anew. The second entry takes the place of
the first as long as nobody has done anything on the page. It may also come too early, still with the path of the page
that is left; then the new page takes its place.
"""

from typing import Final

import streamlit as st

_NAME: Final = "border_atlas_one_entry"
_JS: Final = """
export default function () {
  if (window.atlasOneEntry) return;
  window.atlasOneEntry = true;
  const push = history.pushState.bind(history);
  const isBare = (search) => [...new URLSearchParams(search).keys()].every((name) => name === "at");
  let untouched = null;
  let early = null;
  history.pushState = (state, title, url) => {
    const before = location.pathname;
    const target = new URL(url ?? location.href, location.href);
    const stays = target.pathname === before;
    const written = stays && untouched === before && isBare(location.search);
    if (written || (!stays && early !== null && early === target.search)) {
      history.replaceState(state, title, url);
    } else {
      push(state, title, url);
    }
    untouched = !stays && isBare(target.search) ? target.pathname : null;
    early = stays && !written ? target.search : null;
  };
  const touch = () => { untouched = early = null; };
  for (const kind of ["pointerdown", "keydown", "popstate"]) addEventListener(kind, touch, true);
  // Who goes into a map's frame touches the page too; an element that loses the focus is not meant.
  addEventListener("blur", (event) => { if (event.target === window) touch(); });
}
"""


def keep() -> None:
    """Let the page's own address take the place of the bare one; drawn on every page, seen on none."""
    # Asked for anew in each run: Streamlit knows a component by its name and forgets none.
    st.components.v2.component(_NAME, js=_JS)(key=_NAME, height=0)
