/* Places of missions in the field: small houses, those of the chosen mission always, the others from near by. */
(function () {
  "use strict";

  /** From this zoom on the places of all missions shown are drawn. */
  const NEAR = 6;

  class Sites {
    constructor(map, config, fetchLayer, pick) {
      this.map = map;
      this.config = config;
      this.fetchLayer = fetchLayer;
      this.pick = pick;
      this.items = new Map();
      this.group = L.layerGroup().addTo(map);
      map.on("zoomend", () => this.update());
    }

    load() {
      return this.fetchLayer("sites").then((data) => {
        for (const feature of data.features) this.take(feature);
        this.update();
      });
    }

    take(feature) {
      const p = feature.properties;
      const at = L.latLng(feature.geometry.coordinates[1], feature.geometry.coordinates[0]);
      this.items.set(p.i, { index: p.i, mission: p.m, name: p.n, role: p.r, place: p.p, ended: Boolean(p.e), at });
    }

    /** indices: sites at the time asked for; missions: what is shown; chosen: the chosen mission or null. */
    show(indices, missions, chosen, mission) {
      this.wanted = { indices, missions: new Set(missions), chosen, mission };
      this.update();
    }

    update() {
      if (!this.wanted) return;
      this.group.clearLayers();
      const near = this.map.getZoom() >= NEAR;
      this.drawn = 0;
      for (const index of this.wanted.indices || []) {
        const item = this.items.get(index);
        if (!item || !this.wanted.missions.has(item.mission)) continue;
        if (near || item.mission === this.wanted.chosen) this.draw(item);
      }
      if (this.changed) this.changed();
    }

    draw(item) {
      const mission = this.wanted.mission(item.mission);
      if (!mission) return;
      const look = this.config.organisations[mission.organisation];
      const html = AtlasShapes.site(look.colour, item.ended, item.role.includes("headquarters") ? 12 : 9);
      const icon = L.divIcon({ className: "atlas-site", html, iconSize: [12, 12] });
      const alt = `${mission.acronym}, ${item.role} ${item.name}`;
      // Below headquarters, which would else be hidden where both stand in one town.
      const marker = L.marker(item.at, { icon, alt, title: "", zIndexOffset: -10000 });
      marker.on("add", () => marker.getElement().setAttribute("aria-label", marker.options.alt));
      marker.on("click", () => this.pick("mission", item.mission));
      marker.on("keypress", (event) => {
        if (event.originalEvent.key === "Enter") this.pick("mission", item.mission);
      });
      marker.bindTooltip(() => this.tooltip(item, mission), { direction: "top", offset: [0, -6], className: "atlas-tip" });
      this.group.addLayer(marker);
      this.drawn += 1;
    }

    tooltip(item, mission) {
      const tip = document.createElement("span");
      const name = document.createElement("strong");
      name.textContent = item.name;
      const more = document.createElement("small");
      const place = item.name.includes(item.place) ? "" : ` · ${item.place}`;
      more.textContent = `${mission.acronym} · ${item.role}${place}${item.ended ? " · ended" : ""}`;
      tip.append(name, document.createElement("br"), more);
      return tip;
    }
  }

  window.AtlasSites = Sites;
})();
