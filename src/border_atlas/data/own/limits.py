"""Caps under which users' own files are read; free of heavy imports, the worker loads it first."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """Caps on what is read; checked before or while reading, never after.

    `ratio` is unpacked to packed size of an archive (and of one member of it), `unpacked` its unpacked bytes,
    `cells` the cells of all layers together, `depth` the nesting of JSON or XML, `seconds` the wall clock,
    and `memory_mb` the address space of the worker.
    """

    bytes: int = 100_000_000
    members: int = 200
    ratio: int = 200
    unpacked: int = 300_000_000
    layers: int = 50
    rows: int = 1_100_000
    columns: int = 500
    cells: int = 8_000_000
    vertices: int = 3_000_000
    characters: int = 32_767
    depth: int = 50
    seconds: float = 60.0
    memory_mb: int = 3_072
