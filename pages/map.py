"""The map: what the selection leaves, details of what is chosen, and the same result as a table."""

from border_atlas.ui import cache, filters, map_page, search_box, state

data = cache.dataset()
state.begin("map", cache.vocabulary(data))
search_box.search_box(data)
# Sent before the filters: it is what people wait for, and the session knows already what the filters say.
map_page.result(data)
filters.draw(data, on_change=map_page.draw_again)
