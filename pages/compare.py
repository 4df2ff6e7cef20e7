"""Two selections or two times side by side: maps that move together, and what only one of them shows."""

from border_atlas.domain.briefing import SlideKind
from border_atlas.domain.compare import compare
from border_atlas.domain.compare_url import sides_to_params
from border_atlas.domain.selection import Selection
from border_atlas.ui import add_slide, cache, compare_page, layout, map_view, messages, search_box, state, take_away

data = cache.dataset()
words = cache.vocabulary(data)
state.begin("compare", words)
compare_page.begin(words)
for key in compare_page.MAP_KEYS.values():
    map_view.hear_click(data, key=key)
search_box.search_box(data)

tools = layout.heading("Compare", "Two selections or two times side by side, and what only one of them shows")
messages.about_link(data)
compare_page.notes()
compare_page.presets()
sides = compare_page.controls(words)
state.write_address(state.current(), also=compare_page.address(sides))
found = compare(data, sides)
compare_page.look(data, found)
with tools:
    add_slide.button(
        SlideKind.COMPARE, Selection(), words, title=compare_page.title(found, words), extra=sides_to_params(sides)
    )
    for name, view in {"left": found.left, "right": found.right}.items():
        take_away.buttons(data, view, key=f"compare_{name}", label=f"Take {name}")
compare_page.maps(found, words)
compare_page.summary(found)
compare_page.chosen(data)
compare_page.tabs(data, found)
layout.footer()
