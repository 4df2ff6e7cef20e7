"""Rules on what is likely rather than allowed: texts, twins, places, publishers, and how old a check is."""
