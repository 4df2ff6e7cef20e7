"""Briefings and profiles on paper: A4 pages with tags, bookmarks and text that can be selected."""
