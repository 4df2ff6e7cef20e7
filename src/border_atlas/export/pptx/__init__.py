"""Briefings as PowerPoint files: native texts, tables and charts, maps as pictures, on a master of our own."""
