"""The floor: one select box and one line of text, the least that a Streamlit app can do."""

import streamlit as st

chosen = st.selectbox("Organisation", ["All", "UN", "EU", "OSCE", "Other"])
st.html(f'<p id="floor">Chosen: {chosen}</p>')
