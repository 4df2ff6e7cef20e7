"""Joining, selecting and describing what the dataset holds."""
