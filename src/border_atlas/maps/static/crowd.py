"""Markers that share a place, or nearly, are moved apart until none hides another."""

from typing import Final

import numpy as np

from border_atlas.maps.static.projection import Numbers

_ROUNDS: Final = 120
#: How near two markers may come, as a share of their size.
_CLOSE: Final = 0.96
#: How strongly a marker is drawn back to its place in each round.
_PULL: Final = 0.04
_GOLDEN: Final = np.pi * (3 - np.sqrt(5))


def spread(places: Numbers, diameters: Numbers, panel: tuple[float, float], dots: Numbers) -> Numbers:
    """Return where to draw markers (n, 2) so that they hide each other no more, all inside the panel.

    The same places always give the same answer.

    Parameters
    ----------
    dots
        Middle and radius (m, 3) of marks that stay where they are and are not to be hidden either.
    """
    if len(places) == 0:
        return places
    turned = np.arange(len(places)) * _GOLDEN
    # A little off their places, each in its own direction: equal places have none to part in.
    spots = places + 0.01 * np.column_stack([np.cos(turned), np.sin(turned)]) * diameters[:, None]
    apart = (diameters[:, None] + diameters[None, :]) / 2 * _CLOSE
    np.fill_diagonal(apart, 0.0)
    room = diameters[:, None] * 0.6
    for turn in range(_ROUNDS):
        pull = _PULL if turn < _ROUNDS * 0.7 else 0.0
        moved = _pushed(spots, apart) + _off(spots, diameters, dots) + pull * (places - spots)
        spots = np.clip(moved, np.minimum(room, np.array(panel) / 2), np.maximum(np.array(panel) - room, 0))
    return spots


def _pushed(spots: Numbers, apart: Numbers) -> Numbers:
    offset = spots[:, None, :] - spots[None, :, :]
    distance = np.maximum(np.hypot(offset[..., 0], offset[..., 1]), 1e-6)
    push = np.maximum(apart - distance, 0.0) / 2
    step = offset / distance[..., None] * push[..., None]
    return np.asarray(spots + 0.55 * step.sum(axis=1), dtype=np.float64)


def _off(spots: Numbers, diameters: Numbers, dots: Numbers) -> Numbers:
    """Return the steps that take markers off the dots."""
    offset = spots[:, None, :] - dots[None, :, :2]
    distance = np.maximum(np.hypot(offset[..., 0], offset[..., 1]), 1e-6)
    push = np.maximum(diameters[:, None] / 2 + dots[None, :, 2] - distance, 0.0)
    return np.asarray(0.5 * (offset / distance[..., None] * push[..., None]).sum(axis=1), dtype=np.float64)
