/* Marks of own data: diamonds, and hexagons that lie under the border areas. */
/* oxlint-disable no-underscore-dangle -- Leaflet's marks are changed by these names */
(function () {
  "use strict";

  /** A square on its corner with a dot of the rim's colour in its middle; SVG, so that only its paint takes the pointer. */
  const Diamond = L.CircleMarker.extend({
    _updatePath() {
      const { x, y } = this._point;
      const size = this._radius + 1;
      this._renderer._setPath(this, this._empty() ? "M0 0" : `M${x} ${y - size}l${size} ${size}l${-size} ${size}l${-size} ${-size}zm-1.2 ${size}a1.2 1.2 0 1 0 2.4 0a1.2 1.2 0 1 0 -2.4 0`);
    },
  });

  /** A hexagon lies against its neighbours: near its edge it must not take the pointer for them. */
  const Cell = L.Polygon.extend({
    _clickTolerance() { return 0; },
  });

  /** The corners of a hexagon, one of them up, in degrees. */
  function hexagon(size, q, r) {
    const x = size * Math.sqrt(3) * (q + r / 2);
    const y = size * 1.5 * r;
    return [30, 90, 150, 210, 270, 330].map((turn) => {
      const angle = (turn * Math.PI) / 180;
      return L.Projection.SphericalMercator.unproject(L.point(x + size * Math.cos(angle), y + size * Math.sin(angle)));
    });
  }

  window.AtlasOwnMarks = {
    diamond: (at, options) => new Diamond(at, options),
    cell: (size, q, r, options) => new Cell(hexagon(size, q, r), options),
  };
})();
