"""Your data: a user's own file on the map, checked, joined to the border areas, and private."""

from border_atlas.ui import cache, filters, layout, map_view, own_columns, own_page, own_upload, state

data = cache.dataset()
words = cache.vocabulary(data)
state.begin("own", words)
map_view.hear_click(data, key=own_page.MAP_KEY)
selection = filters.sidebar(data)
state.keep(selection)
state.write_address(selection)

layout.heading("Your data", "Your own records on this map, for your eyes only")
own_upload.panel(data)
one = own_page.pick()
if one is None:
    own_page.empty()
else:
    view = cache.view(data, selection)
    own_page.head(one, data, view)
    own_columns.show(one, data)
    kept = own_page.filters(one)
    own_page.figures(one, kept, data)
    own_page.draw_map(one, view)
    own_page.results(one, kept, data)
layout.footer()
