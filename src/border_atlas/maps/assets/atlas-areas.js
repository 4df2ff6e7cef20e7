/* Border areas: one Leaflet layer per generated number; a filter change sends numbers, never geometry. */
(function () {
  "use strict";

  const DETAIL_ZOOM = 7;
  const SMALL = 9; // pixels: below this an area is drawn as a dot, so that it stays legible

  class Areas {
    constructor(map, config, fetchLayer, pick) {
      this.map = map;
      this.config = config;
      this.fetchLayer = fetchLayer;
      this.pick = pick;
      this.items = new Map();
      this.wanted = new Map();
      this.chosen = null;
      const pane = map.createPane("atlas-areas");
      pane.style.zIndex = "400";
      // The tolerance makes a two-pixel line as easy to hit as a button.
      this.renderer = L.canvas({ pane: "atlas-areas", padding: 0.2, tolerance: 7 });
      this.group = L.layerGroup().addTo(map);
      map.on("zoomend", () => this.useZoom());
    }

    load() {
      return this.fetchLayer("areas").then((data) => {
        for (const feature of data.features) this.take(feature);
        this.useZoom();
      });
    }

    take(feature) {
      const properties = feature.properties;
      const item = {
        index: properties.i, name: properties.n, kind: properties.k, display: properties.d,
        status: properties.s, quality: properties.q, coarse: this.layerOf(feature), detail: null, dot: null,
      };
      item.bounds = item.coarse.getBounds();
      item.dot = L.circleMarker(item.bounds.getCenter(), { renderer: this.renderer, pane: "atlas-areas" });
      for (const layer of [item.coarse, item.dot]) this.listen(item, layer);
      this.items.set(item.index, item);
    }

    layerOf(feature) {
      return L.geoJSON(feature, {
        renderer: this.renderer, pane: "atlas-areas",
        pointToLayer: (_feature, at) => L.circleMarker(at, { renderer: this.renderer, pane: "atlas-areas" }),
      });
    }

    /** Leaflet's groups of groups cannot carry a tooltip themselves: bind each part. */
    listen(item, layer) {
      if (layer.eachLayer) {
        layer.eachLayer((part) => this.listen(item, part));
        return;
      }
      layer.on("click", (event) => {
        L.DomEvent.stopPropagation(event);
        this.pick("area", item.index);
      });
      layer.bindTooltip(() => this.tooltip(item), { sticky: true, direction: "top", className: "atlas-tip" });
    }

    tooltip(item) {
      const [, count] = this.wanted.get(item.index) || [0, 0];
      const tip = document.createElement("span");
      const name = document.createElement("strong");
      name.textContent = item.name;
      const more = document.createElement("small");
      const shown = `${count} ${count === 1 ? "activity" : "activities"}`;
      more.textContent = `${item.kind} · ${shown}${item.quality === "schematic" ? " · schematic" : ""}`;
      tip.append(name, document.createElement("br"), more);
      return tip;
    }

    /** wanted: Map of index → [colour number, number of matching activities]. */
    show(wanted, palette, chosen) {
      this.wanted = wanted;
      this.palette = palette;
      this.chosen = chosen;
      this.update();
    }

    style(item) {
      const [colour, count] = this.wanted.get(item.index);
      const chosen = this.chosen === item.index;
      const color = this.palette[colour];
      const weight = (item.display === "outline" ? 1.6 : 2.2 + Math.min(Math.log2(count + 1), 3)) + (chosen ? 2.5 : 0);
      const dash = item.display === "line" ? this.config.dashes[item.status] : null;
      const style = { color, weight, opacity: chosen ? 1 : 0.88, fill: false, stroke: true, lineCap: "round", dashArray: null };
      if (dash) style.dashArray = dash.split(" ").map((part) => Number(part) * Math.max(weight / 2, 1)).join(" ");
      if (item.display === "zone" || item.display === "area") {
        Object.assign(style, { fill: true, fillColor: color, fillOpacity: chosen ? 0.4 : 0.22, weight: chosen ? 2.5 : 1.4 });
        style.stroke = item.display === "area" || chosen;
      }
      if (item.display === "outline") style.opacity = chosen ? 1 : 0.6;
      if (item.display === "point") this.dotStyle(style, color, count, chosen);
      return style;
    }

    dotStyle(style, color, count, chosen) {
      const radius = 4 + Math.min(Math.log2(count + 1), 2.5) + (chosen ? 2.5 : 0);
      return Object.assign(style, {
        radius, fill: true, fillColor: color, fillOpacity: 0.95, color: "#ffffff", weight: 1.4, opacity: 1, dashArray: null, stroke: true,
      });
    }

    isSmall(item) {
      if (item.display === "point") return false;
      const a = this.map.latLngToContainerPoint(item.bounds.getNorthWest());
      const b = this.map.latLngToContainerPoint(item.bounds.getSouthEast());
      return Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y)) < SMALL;
    }

    /** Put each wanted area on the map in the form that fits the zoom; take the others off. */
    update() {
      const near = this.map.getZoom() >= DETAIL_ZOOM;
      for (const item of this.items.values()) {
        let form = null;
        if (this.wanted.has(item.index)) {
          form = this.isSmall(item) ? item.dot : (near && item.detail) || item.coarse;
          const style = this.style(item);
          if (form === item.dot) this.dotStyle(style, style.fillColor || style.color, this.wanted.get(item.index)[1], this.chosen === item.index);
          form.setStyle(style);
          if (form === item.dot || item.display === "point") this.setRadius(form, style.radius);
        }
        for (const layer of [item.coarse, item.detail, item.dot]) {
          if (layer && layer !== form && this.group.hasLayer(layer)) this.group.removeLayer(layer);
        }
        if (form && !this.group.hasLayer(form)) this.group.addLayer(form);
      }
      const chosen = this.items.get(this.chosen);
      if (chosen && this.group.hasLayer(chosen.coarse)) chosen.coarse.bringToFront();
    }

    setRadius(layer, radius) {
      if (layer.setRadius) layer.setRadius(radius);
      else if (layer.eachLayer) layer.eachLayer((part) => this.setRadius(part, radius));
    }

    useZoom() {
      // Not before the areas themselves are there: a map that starts near would get the details first.
      if (this.map.getZoom() >= DETAIL_ZOOM && this.items.size && !this.detailAsked) {
        this.detailAsked = true;
        this.fetchLayer("areas-detail").then((data) => {
          for (const feature of data.features) {
            const item = this.items.get(feature.properties.i);
            item.detail = this.layerOf(feature);
            this.listen(item, item.detail);
          }
          this.update();
        });
      }
      this.update();
    }
  }

  window.AtlasAreas = Areas;
})();
