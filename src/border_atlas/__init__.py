"""Border management in peace operations: dataset, selections, maps and exports."""

__version__ = "0.1.0"
