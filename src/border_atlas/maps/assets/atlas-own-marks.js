/* Marks of own data: a diamond on the canvas, and the corners of a hexagon. */
/* oxlint-disable no-underscore-dangle -- Leaflet's own way to add a mark to its canvas is by these names */
(function () {
  "use strict";

  const Diamond = L.CircleMarker.extend({
    _updatePath() { this._renderer.atlasDiamond(this); },
  });

  L.Canvas.include({
    /** Like Leaflet's own circles, with four corners and a dot of the rim's colour in the middle. */
    atlasDiamond(layer) {
      if (!this._drawing || layer._empty()) return;
      const { x, y } = layer._point;
      const size = layer._radius + 1;
      const context = this._ctx;
      context.beginPath();
      context.moveTo(x, y - size);
      context.lineTo(x + size, y);
      context.lineTo(x, y + size);
      context.lineTo(x - size, y);
      context.closePath();
      this._fillStroke(context, layer);
      context.beginPath();
      context.arc(x, y, 1.3, 0, Math.PI * 2);
      context.fillStyle = layer.options.color;
      context.fill();
    },
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

  window.AtlasOwnMarks = { diamond: (at, options) => new Diamond(at, options), hexagon };
})();
