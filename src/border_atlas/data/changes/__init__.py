"""Change files: corrections and new records that `python -m border_atlas apply` merges into the tables."""
