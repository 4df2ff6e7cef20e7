/* Mission headquarters: shape and colour by organisation, hollow when ended, clustered where they crowd. */
(function () {
  "use strict";

  class Missions {
    constructor(map, config, fetchLayer, pick) {
      this.map = map;
      this.config = config;
      this.fetchLayer = fetchLayer;
      this.pick = pick;
      this.items = new Map();
      this.shown = new Set();
      this.chosen = null;
      this.group = L.markerClusterGroup({
        maxClusterRadius: 26, showCoverageOnHover: false, spiderfyDistanceMultiplier: 1.3, animate: false,
        spiderLegPolylineOptions: { weight: 1, color: "#667", opacity: 0.7 },
        iconCreateFunction: (cluster) => this.clusterIcon(cluster),
      }).addTo(map);
      this.highlight = L.layerGroup().addTo(map);
    }

    load() {
      return this.fetchLayer("missions").then((data) => {
        for (const feature of data.features) this.take(feature);
        this.update();
      });
    }

    take(feature) {
      const p = feature.properties;
      const at = L.latLng(feature.geometry.coordinates[1], feature.geometry.coordinates[0]);
      const item = { index: p.i, acronym: p.a, name: p.n, organisation: p.o, place: p.p, ended: Boolean(p.e), at };
      item.marker = L.marker(at, { icon: this.icon(item, 17), alt: `${p.a}, ${p.n}`, title: "", riseOnHover: true });
      item.marker.atlas = item;
      this.listen(item, item.marker);
      this.items.set(item.index, item);
    }

    listen(item, marker) {
      // Leaflet names only image markers; ours are drawings.
      marker.on("add", () => marker.getElement().setAttribute("aria-label", `${item.acronym}, ${item.name}`));
      marker.on("click", () => this.pick("mission", item.index));
      marker.on("keypress", (event) => {
        if (event.originalEvent.key === "Enter") this.pick("mission", item.index);
      });
      marker.bindTooltip(() => this.tooltip(item), { direction: "top", offset: [0, -8], className: "atlas-tip" });
    }

    icon(item, size) {
      const look = this.config.organisations[item.organisation];
      const html = AtlasShapes.shape(look.shape, look.colour, item.ended, size);
      return L.divIcon({ className: "atlas-mission", html, iconSize: [size, size] });
    }

    clusterIcon(cluster) {
      const counts = new Map();
      const markers = cluster.getAllChildMarkers();
      for (const marker of markers) {
        const colour = this.config.organisations[marker.atlas.organisation].colour;
        counts.set(colour, (counts.get(colour) || 0) + 1);
      }
      const size = 28 + Math.min(markers.length, 12);
      return L.divIcon({ className: "atlas-cluster", html: AtlasShapes.ring(counts, markers.length, size), iconSize: [size, size] });
    }

    tooltip(item) {
      const tip = document.createElement("span");
      const name = document.createElement("strong");
      name.textContent = item.acronym;
      const more = document.createElement("small");
      more.textContent = `${item.organisation} · headquarters ${item.place}${item.ended ? " · ended" : ""}`;
      tip.append(name, document.createElement("br"), more);
      return tip;
    }

    show(indices, chosen) {
      this.wanted = new Set(indices);
      this.chosen = chosen;
      this.update();
    }

    update() {
      if (!this.wanted) return;
      const add = [];
      const remove = [];
      for (const item of this.items.values()) {
        const wanted = this.wanted.has(item.index) && item.index !== this.chosen;
        if (wanted && !this.shown.has(item.index)) add.push(item);
        if (!wanted && this.shown.has(item.index)) remove.push(item);
      }
      this.group.removeLayers(remove.map((item) => item.marker));
      this.group.addLayers(add.map((item) => item.marker));
      remove.forEach((item) => this.shown.delete(item.index));
      add.forEach((item) => this.shown.add(item.index));
      this.showChosen();
    }

    /** The chosen mission stands outside the clusters, larger and ringed. */
    showChosen() {
      this.highlight.clearLayers();
      const item = this.items.get(this.chosen);
      if (!item) return;
      const icon = this.icon(item, 26);
      icon.options.className = "atlas-mission atlas-chosen";
      const marker = L.marker(item.at, { icon, alt: `${item.acronym}, chosen`, zIndexOffset: 1000 });
      this.listen(item, marker);
      this.highlight.addLayer(marker);
    }
  }

  window.AtlasMissions = Missions;
})();
