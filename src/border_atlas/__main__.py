"""Lets ``python -m border_atlas`` run the command line."""

import sys

from border_atlas.cli import main

if __name__ == "__main__":
    sys.exit(main())
