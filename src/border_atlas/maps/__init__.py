"""Folium layers, their styles and what the browser is told to show."""
