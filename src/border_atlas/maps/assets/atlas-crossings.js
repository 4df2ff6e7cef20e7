/* Border crossing points: those of the chosen border area or mission always, the others from near by. */
(function () {
  "use strict";

  /** From this zoom on all crossing points of the missions shown are drawn. */
  const NEAR = 6;
  const SIZE = 16;

  class Crossings {
    constructor(map, fetchLayer, pick) {
      this.map = map;
      this.fetchLayer = fetchLayer;
      this.pick = pick;
      this.items = new Map();
      this.drawn = 0;
      this.group = L.layerGroup().addTo(map);
      map.on("zoomend", () => this.update());
    }

    load() {
      return this.fetchLayer("crossings").then((data) => {
        for (const feature of data.features) this.take(feature);
        this.update();
      });
    }

    take(feature) {
      const p = feature.properties;
      const at = L.latLng(feature.geometry.coordinates[1], feature.geometry.coordinates[0]);
      this.items.set(p.i, { index: p.i, area: p.a, missions: p.m, name: p.n, traffic: p.t, at });
    }

    /** indices: crossings that the selection leaves; missions: what is shown; chosen: [kind, index] or [null, null];
        far: draw them at every zoom, as on the map of one record. */
    show(indices, missions, chosen, far) {
      this.wanted = { indices: indices || [], missions: new Set(missions), chosen, far };
      this.update();
    }

    update() {
      if (!this.wanted) return;
      this.group.clearLayers();
      this.drawn = 0;
      const near = this.wanted.far || this.map.getZoom() >= NEAR;
      for (const index of this.wanted.indices) {
        const item = this.items.get(index);
        if (item && (this.isChosen(item) || (near && this.isAtWork(item)))) this.draw(item);
      }
    }

    isChosen(item) {
      const [kind, index] = this.wanted.chosen;
      return kind === "area" ? item.area === index : kind === "mission" && item.missions.includes(index);
    }

    /** One that no activity names belongs to no mission: it is shown whenever the selection leaves it. */
    isAtWork(item) {
      return !item.missions.length || item.missions.some((mission) => this.wanted.missions.has(mission));
    }

    draw(item) {
      const icon = L.divIcon({ className: "atlas-crossing", html: AtlasShapes.gate(SIZE), iconSize: [SIZE, SIZE] });
      // Below headquarters, above field sites.
      const marker = L.marker(item.at, { icon, alt: `Crossing point ${item.name}`, title: "", zIndexOffset: -9000 });
      marker.on("add", () => marker.getElement().setAttribute("aria-label", marker.options.alt));
      marker.on("click", () => this.pick("area", item.area));
      marker.on("keypress", (event) => {
        if (event.originalEvent.key === "Enter") this.pick("area", item.area);
      });
      marker.bindTooltip(() => this.tooltip(item), { direction: "top", offset: [0, -6], className: "atlas-tip" });
      this.group.addLayer(marker);
      this.drawn += 1;
    }

    tooltip(item) {
      const tip = document.createElement("span");
      const name = document.createElement("strong");
      name.textContent = item.name;
      const more = document.createElement("small");
      more.textContent = `crossing point${item.traffic ? ` · ${item.traffic}` : ""}`;
      tip.append(name, document.createElement("br"), more);
      return tip;
    }
  }

  window.AtlasCrossings = Crossings;
})();
