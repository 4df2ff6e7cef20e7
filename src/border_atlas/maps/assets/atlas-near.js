/* Points that stand below headquarters: those of the chosen record always, the others from near by. */
(function () {
  "use strict";

  /** From this zoom on all points are drawn that the selection leaves. */
  const NEAR = 6;

  /** What a layer of such points says itself: take, isShown, mark and tooltip. */
  class NearPoints {
    constructor(map, fetchLayer, layer) {
      this.map = map;
      this.fetchLayer = fetchLayer;
      this.layer = layer;
      this.items = new Map();
      this.drawn = 0;
      this.group = L.layerGroup().addTo(map);
      map.on("zoomend", () => this.update());
    }

    load() {
      return this.fetchLayer(this.layer).then((data) => {
        for (const feature of data.features) {
          const [longitude, latitude] = feature.geometry.coordinates;
          const properties = feature.properties;
          this.items.set(properties.i, { at: L.latLng(latitude, longitude), ...this.take(properties) });
        }
        this.update();
      });
    }

    /** wanted.indices: points that the selection leaves; wanted.far: draw them at every zoom. */
    want(wanted) {
      this.wanted = wanted;
      this.update();
    }

    update() {
      if (!this.wanted) return;
      this.group.clearLayers();
      this.drawn = 0;
      const near = this.wanted.far || this.map.getZoom() >= NEAR;
      for (const index of this.wanted.indices || []) {
        const item = this.items.get(index);
        if (item && this.isShown(item, near)) this.draw(item);
      }
      if (this.changed) this.changed();
    }

    draw(item) {
      const { icon, alt, below, choose } = this.mark(item);
      const marker = L.marker(item.at, { icon, alt, title: "", zIndexOffset: below });
      marker.on("add", () => marker.getElement().setAttribute("aria-label", marker.options.alt));
      marker.on("click", choose);
      marker.on("keypress", (event) => {
        if (event.originalEvent.key === "Enter") choose();
      });
      marker.bindTooltip(() => this.tip(item), { direction: "top", offset: [0, -6], className: "atlas-tip" });
      this.group.addLayer(marker);
      this.drawn += 1;
    }

    tip(item) {
      const tip = document.createElement("span");
      const name = document.createElement("strong");
      name.textContent = item.name;
      const more = document.createElement("small");
      more.textContent = this.tooltip(item);
      tip.append(name, document.createElement("br"), more);
      return tip;
    }
  }

  window.AtlasNearPoints = NearPoints;
})();
