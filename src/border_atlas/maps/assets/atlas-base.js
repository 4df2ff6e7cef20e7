/* The base map: land, boundary lines by status, country labels. Drawn once, never sent again. */
(function () {
  "use strict";

  /** From which zoom on each level of land and lines is drawn, and how its layers end. */
  const LEVELS = { far: [0, "-far"], coarse: [4, ""], detail: [6, "-detail"] };
  const LABEL_ZOOM = [3, 4, 5, 6];

  /** Colours of the base map in the light and the dark theme. */
  const THEMES = {
    light: { water: "#ffffff", land: "rgb(237,237,237)", line: "rgb(77,77,77)" },
    dark: { water: "#11161f", land: "#2a3140", line: "#aab2c0" },
  };

  function pane(map, name, zIndex, interactive) {
    const element = map.createPane(name);
    element.style.zIndex = String(zIndex);
    if (!interactive) element.style.pointerEvents = "none";
    return name;
  }

  function isDark() {
    const colour = getComputedStyle(document.documentElement).getPropertyValue("--background-color").trim();
    const hex = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(colour);
    if (!hex) return false;
    const [red, green, blue] = hex.slice(1, 4).map((part) => parseInt(part, 16));
    return red * 0.299 + green * 0.587 + blue * 0.114 < 128;
  }

  class Base {
    constructor(map, config, fetchLayer) {
      this.map = map;
      this.config = config;
      this.fetchLayer = fetchLayer;
      this.theme = THEMES.light;
      this.labels = [];
      // Land, lines and labels lie in panes of their own that let the pointer through.
      this.landRenderer = L.canvas({ pane: pane(map, "atlas-land", 200, false), padding: 0.3 });
      // Boundary lines lie above the border areas, so that no coloured line hides a dash.
      this.lineRenderer = L.canvas({ pane: pane(map, "atlas-lines", 420, false), padding: 0.3 });
      this.labelPane = pane(map, "atlas-labels", 500, false);
      this.land = { group: L.layerGroup().addTo(map) };
      this.lines = { group: L.layerGroup().addTo(map) };
      this.asked = new Set();
      this.labelGroup = L.layerGroup().addTo(map);
      map.on("zoomend", () => this.useZoom());
      map.on("moveend overlayadd", () => this.placeLabels());
    }

    /** Fetch and draw; resolves when a first level of land and lines is on the map. */
    load() {
      // Detail waits for those who look: until it is there, the coarse level stands in.
      const level = this.level() === "detail" ? "coarse" : this.level();
      const labels = this.fetchLayer("labels").then((data) => {
        this.labels = data.features.map((feature) => ({
          at: L.latLng(feature.geometry.coordinates[1], feature.geometry.coordinates[0]),
          text: feature.properties.n,
          rank: feature.properties.r,
        }));
        this.labels.sort((a, b) => a.rank - b.rank);
        this.placeLabels();
      });
      return Promise.all([this.fetchLevel(level), labels]).then(() => this.useZoom());
    }

    /** The level to be drawn at this zoom; pages that hold their layers themselves have none for far. */
    level() {
      const zoom = this.map.getZoom();
      if (zoom >= LEVELS.detail[0]) return "detail";
      return zoom >= LEVELS.coarse[0] || !(this.config.layers && this.config.layers["land-far"]) ? "coarse" : "far";
    }

    fetchLevel(level) {
      if (this.asked.has(level)) return Promise.resolve();
      this.asked.add(level);
      const ending = LEVELS[level][1];
      return Promise.all([
        this.add(this.land, `land${ending}`, level, () => this.landStyle()),
        this.add(this.lines, `boundaries${ending}`, level, (feature) => this.lineStyle(feature)),
      ]);
    }

    add(holder, name, level, style) {
      const renderer = holder === this.land ? this.landRenderer : this.lineRenderer;
      return this.fetchLayer(name).then((data) => {
        holder[level] = L.geoJSON(data, { renderer, pane: renderer.options.pane, interactive: false, style });
        this.swap(holder);
      });
    }

    landStyle() {
      return { stroke: false, fill: true, fillColor: this.theme.land, fillOpacity: 1 };
    }

    lineStyle(feature) {
      const dash = this.config.dashes[feature.properties.s];
      return { color: this.theme.line, weight: dash ? 1.3 : 0.7, dashArray: dash || null, lineCap: dash ? "round" : "butt", fill: false };
    }

    /** Fine geometry is fetched only when somebody comes near enough to see it. */
    useZoom() {
      this.fetchLevel(this.level());
      this.swap(this.land);
      this.swap(this.lines);
      this.placeLabels();
    }

    swap(holder) {
      const wanted = holder[this.level()] || holder.coarse || holder.far;
      if (!wanted || holder.group.hasLayer(wanted)) return;
      holder.group.clearLayers();
      holder.group.addLayer(wanted);
    }

    useTheme() {
      const dark = isDark();
      this.theme = dark ? THEMES.dark : THEMES.light;
      document.documentElement.dataset.theme = dark ? "dark" : "light";
      this.map.getContainer().style.background = this.theme.water;
      for (const level of Object.keys(LEVELS)) {
        if (this.land[level]) this.land[level].setStyle(this.landStyle());
        if (this.lines[level]) this.lines[level].setStyle((feature) => this.lineStyle(feature));
      }
    }

    /** Greedy placement: higher ranks first, a label that would touch another is left out. */
    placeLabels() {
      this.labelGroup.clearLayers();
      if (!this.map.hasLayer(this.labelGroup)) return;
      const zoom = this.map.getZoom();
      const view = this.map.getBounds().pad(0.05);
      const taken = [];
      for (const label of this.labels) {
        if (zoom < LABEL_ZOOM[Math.min(label.rank, 3)] || !view.contains(label.at)) continue;
        const at = this.map.latLngToContainerPoint(label.at);
        const half = label.text.length * 3.4 + 4;
        const box = [at.x - half, at.y - 8, at.x + half, at.y + 8];
        if (taken.some((other) => box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1])) continue;
        taken.push(box);
        const span = document.createElement("span");
        span.textContent = label.text;
        const icon = L.divIcon({ className: "atlas-label", html: span, iconSize: null });
        L.marker(label.at, { icon, pane: this.labelPane, interactive: false, keyboard: false }).addTo(this.labelGroup);
      }
    }
  }

  window.AtlasBase = Base;
})();
