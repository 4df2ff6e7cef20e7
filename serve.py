"""Starts the app with small files: `streamlit run serve.py` (or any ASGI server with `serve:app`).

`streamlit run app.py` does the same without compression.
"""

from starlette.middleware import Middleware
from streamlit.starlette import App

from border_atlas.serving import SmallFiles

app = App("app.py", middleware=[Middleware(SmallFiles)])
