/* Written by `python -m border_atlas build`. */
window.AtlasSettings = {"palettes":{"family":[{"colour":"#0077BB","label":"Monitor"},{"colour":"#CC3311","label":"Control"},{"colour":"#009988","label":"Build capacity"},{"colour":"#EE7733","label":"Advise"},{"colour":"#AA3377","label":"Connect"},{"colour":"#7A7A7A","label":"No activity on record"}],"organisation":[{"colour":"#009EDB","label":"United Nations"},{"colour":"#1F3A93","label":"European Union"},{"colour":"#117733","label":"OSCE"},{"colour":"#D55E00","label":"African Union"},{"colour":"#B8860B","label":"ECOWAS"},{"colour":"#4B4B4B","label":"NATO"},{"colour":"#CC79A7","label":"OAS"},{"colour":"#882255","label":"CIS"},{"colour":"#999933","label":"ASEAN"},{"colour":"#7A7A7A","label":"Other"},{"colour":"#7A7A7A","label":"No activity on record"}],"coverage":[{"colour":"#0077BB","label":"Two missions or more shown to run"},{"colour":"#33BBEE","label":"One mission shown to run"},{"colour":"#6B6B6B","label":"End of the work not known"},{"colour":"#EE7733","label":"Last mission left lately"},{"colour":"#EE3377","label":"No mission any more"}]},"organisations":{"UN":{"colour":"#009EDB","shape":"circle","label":"United Nations"},"EU":{"colour":"#1F3A93","shape":"square","label":"European Union"},"OSCE":{"colour":"#117733","shape":"triangle","label":"OSCE"},"AU":{"colour":"#D55E00","shape":"diamond","label":"African Union"},"ECOWAS":{"colour":"#B8860B","shape":"triangle-down","label":"ECOWAS"},"NATO":{"colour":"#4B4B4B","shape":"star","label":"NATO"},"OAS":{"colour":"#CC79A7","shape":"pentagon","label":"OAS"},"CIS":{"colour":"#882255","shape":"hexagon","label":"CIS"},"ASEAN":{"colour":"#999933","shape":"cross","label":"ASEAN"},"other":{"colour":"#7A7A7A","shape":"octagon","label":"Other"} },"dashes":{"settled":"","undetermined":"6 4","line-of-control":"1 4","ceasefire-line":"8 3 1 3","administrative":"3 4"},"statuses":[{"dash":"","label":"International boundary"},{"dash":"6 4","label":"Undetermined or disputed boundary"},{"dash":"1 4","label":"Line of Control"},{"dash":"8 3 1 3","label":"Ceasefire or armistice line"},{"dash":"3 4","label":"Administrative boundary line"}],"attribution":"Data as of 5 January 2026. Base map: Natural Earth, adapted. The boundaries and names shown and the designations used on this map do not imply official endorsement or acceptance by the authors or by any organisation named.","notes":[{"text":"The final boundary between Sudan and South Sudan has not yet been determined.","boxes":[[24.1,8.6,27.9,10.5],[29.0,9.4,34.1,12.3]]},{"text":"The final status of the Abyei area is not yet determined.","boxes":[[27.8,9.3,29.0,10.2]]},{"text":"The dotted line is approximately the Line of Control in Jammu and Kashmir agreed by India and Pakistan; the parties have not agreed on the final status of Jammu and Kashmir.","boxes":[[74.5,35.6,76.8,37.1],[74.4,32.2,75.4,32.9],[73.7,32.7,77.1,35.2],[76.7,35.1,77.8,35.7]]},{"text":"The line between China and India is not agreed along its whole length; claim lines are not drawn.","boxes":[[77.7,30.1,81.1,35.5],[91.6,27.7,97.4,29.4],[88.0,27.3,88.9,28.2]]},{"text":"Western Sahara is a Non-Self-Governing Territory; the parallel towards Morocco is drawn as undetermined, the berm as a ceasefire line.","boxes":[[-13.2,27.6,-8.6,27.7],[-17.1,21.4,-8.6,27.7],[-17.2,20.7,-8.6,27.7]]},{"text":"A dispute exists between the governments of Argentina and the United Kingdom over sovereignty of the Falkland Islands (Malvinas).","boxes":[[-59.8,-52.4,-57.7,-51.2],[-61.1,-52.3,-59.2,-51.3],[-61.2,-52.0,-60.8,-51.7],[-58.6,-52.2,-58.4,-51.9],[-60.4,-51.5,-60.0,-51.2],[-59.9,-51.4,-59.4,-51.2],[-59.9,-51.5,-59.5,-51.3],[-59.8,-52.3,-59.6,-52.1],[-59.9,-52.5,-59.6,-52.3],[-61.4,-51.9,-61.1,-51.7],[-59.8,-52.0,-59.6,-51.9],[-61.4,-51.8,-61.1,-51.6],[-60.1,-51.4,-59.8,-51.2],[-60.6,-51.4,-60.5,-51.2],[-61.2,-51.1,-61.0,-51.0]]},{"text":"*References to Kosovo are without prejudice to positions on its status.","boxes":[[20.3,42.2,21.8,43.3],[20.0,41.8,21.8,43.3]]},{"text":"The limits of the United Nations buffer zone in Cyprus are ceasefire lines; drawing them expresses no view on status.","boxes":[[32.6,34.9,33.8,35.2],[32.7,35.0,33.7,35.2],[33.6,35.0,34.0,35.2],[33.8,35.0,34.1,35.1],[32.5,35.1,32.7,35.2],[33.9,35.0,34.1,35.1],[32.6,35.1,32.7,35.2]]},{"text":"The line in the Golan is the ceasefire line of 1974; its western limit is a sketch. Neither is shown as a settled border.","boxes":[[35.7,32.7,35.9,33.5],[35.6,32.6,35.7,33.3]]},{"text":"The Blue Line is a line of withdrawal, not an agreed border.","boxes":[[35.1,33.0,35.9,33.5]]},{"text":"The lines between Israel and Palestine are the armistice lines of 1949, not agreed borders.","boxes":[[34.8,31.3,35.6,32.6],[34.2,31.2,34.6,31.6]]},{"text":"Crimea is shown as part of Ukraine in line with General Assembly resolution 68/262 (2014); the line at Perekop is not an international boundary.","boxes":[[33.6,45.7,35.1,46.3]]},{"text":"Abkhazia and South Ossetia lie within the recognised boundaries of Georgia; the administrative boundary lines are schematic.","boxes":[[41.5,42.4,42.2,43.3],[43.5,41.9,44.7,42.8]]},{"text":"The line in Korea is the Military Demarcation Line of the armistice of 1953.","boxes":[[126.6,37.8,128.4,38.7]]},{"text":"The line of Somaliland lies within Somalia and expresses no view on status.","boxes":[[47.9,7.9,49.0,11.3]]},{"text":"The boundary between Egypt and Sudan is not agreed at Hala\u0027ib and Bir Tawil.","boxes":[[33.0,21.9,36.9,22.0]]},{"text":"The boundary between Kenya and South Sudan is not agreed in the Ilemi area.","boxes":[[34.3,4.5,36.0,5.1]]},{"text":"The boundary between Armenia and Azerbaijan is largely not yet delimited.","boxes":[[45.0,38.8,46.7,41.3],[44.7,38.8,46.2,39.8],[45.4,40.6,45.6,40.7],[45.1,40.9,45.3,41.0],[44.9,41.0,45.1,41.1]]},{"text":"The boundary between Cambodia and Thailand is disputed in parts.","boxes":[[102.3,11.6,105.2,14.5]]},{"text":"The line between Belize and Guatemala is the subject of a territorial dispute.","boxes":[[-89.3,15.8,-88.9,17.9]]},{"text":"The boundary between Djibouti and Eritrea is disputed at Ras Doumeira.","boxes":[[42.7,12.4,43.2,12.8]]},{"text":"The boundary between Guyana and Venezuela is the subject of a dispute.","boxes":[[-61.4,5.2,-59.8,8.6]]},{"text":"The line between Afghanistan and Pakistan (Durand Line) is held to be the border by Pakistan and is not accepted as such by Afghanistan.","boxes":[[60.8,29.3,74.6,37.1]]},{"text":"The boundary between Lebanon and the Syrian Arab Republic is not fixed by treaty along its whole length.","boxes":[[35.8,33.4,36.7,34.7]]},{"text":"The boundary between Indonesia and Timor-Leste is agreed but for short stretches, on which no treaty was found.","boxes":[[124.9,-9.5,125.2,-8.9],[124.0,-9.6,124.5,-9.1]]},{"text":"The boundary between Georgia and the Russian Federation is agreed only in part.","boxes":[[39.9,42.5,44.3,43.6],[44.2,41.8,46.5,42.8]]}],"years":{"first":1947,"last":2026},"past":"Boundaries and names of countries are those of today\u2019s base map, not those of \u007bwhen\u007d."};
/* Marker shapes by organisation: colour is never the only cue. All strings here are ours, none comes from data. */
(function () {
  "use strict";

  /** SVG paths in a 20 × 20 box. */
  const PATHS = {
    circle: "M10 2.5a7.5 7.5 0 1 0 0 15a7.5 7.5 0 1 0 0-15z",
    square: "M3.5 3.5h13v13h-13z",
    triangle: "M10 2l8.5 15h-17z",
    diamond: "M10 1l9 9l-9 9l-9-9z",
    "triangle-down": "M1.5 3h17l-8.5 15z",
    star: "M10 1l2.6 5.9l6.4.6l-4.8 4.3l1.4 6.2l-5.6-3.3l-5.6 3.3l1.4-6.2l-4.8-4.3l6.4-.6z",
    pentagon: "M10 1.5l8.6 6.2l-3.3 10.1h-10.6l-3.3-10.1z",
    hexagon: "M10 1.5l7.4 4.25v8.5l-7.4 4.25l-7.4-4.25v-8.5z",
    cross: "M7 2h6v5h5v6h-5v5h-6v-5h-5v-6h5z",
    octagon: "M6.5 2h7l4.5 4.5v7l-4.5 4.5h-7l-4.5-4.5v-7z",
  };

  const SVG = "http://www.w3.org/2000/svg";

  /** An SVG element of one shape; hollow means that the mission has ended. */
  function shape(name, colour, hollow, size) {
    const svg = document.createElementNS(SVG, "svg");
    svg.setAttribute("viewBox", "0 0 20 20");
    svg.setAttribute("width", String(size));
    svg.setAttribute("height", String(size));
    svg.setAttribute("aria-hidden", "true");
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", PATHS[name] || PATHS.octagon);
    path.setAttribute("class", hollow ? "atlas-shape atlas-hollow" : "atlas-shape");
    path.style.setProperty("--colour", colour);
    svg.appendChild(path);
    return svg;
  }

  /** A line drawing for a button, in the colour of its text. */
  function sign(outline) {
    const svg = document.createElementNS(SVG, "svg");
    svg.setAttribute("viewBox", "0 0 20 20");
    svg.setAttribute("width", "16");
    svg.setAttribute("height", "16");
    svg.setAttribute("aria-hidden", "true");
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", outline);
    path.setAttribute("class", "atlas-sign");
    svg.appendChild(path);
    return svg;
  }

  /** A small house for a place in the field; hollow when it is given up. */
  function site(colour, hollow, size) {
    const svg = shape("square", colour, hollow, size);
    svg.firstChild.setAttribute("d", "M2 19v-9l8-8l8 8v9z");
    return svg;
  }

  /** Two wedges point to point, for a crossing point: a form that no organisation has, in ink and not in a colour. */
  function gate(size) {
    const svg = shape("square", "", false, size);
    svg.firstChild.setAttribute("d", "M1.5 3.5v13l8.5-6.5l8.5 6.5v-13l-8.5 6.5z");
    svg.firstChild.setAttribute("class", "atlas-gate");
    return svg;
  }

  /** A ring chart of organisations for a cluster, with the number in its middle. */
  function ring(counts, total, size) {
    const svg = document.createElementNS(SVG, "svg");
    svg.setAttribute("viewBox", "0 0 40 40");
    svg.setAttribute("width", String(size));
    svg.setAttribute("height", String(size));
    svg.setAttribute("aria-hidden", "true");
    const disc = document.createElementNS(SVG, "circle");
    disc.setAttribute("cx", "20");
    disc.setAttribute("cy", "20");
    disc.setAttribute("r", "15");
    disc.setAttribute("class", "atlas-disc");
    svg.appendChild(disc);
    const circumference = 2 * Math.PI * 15;
    let turned = 0;
    for (const [colour, count] of counts) {
      const arc = document.createElementNS(SVG, "circle");
      const share = (count / total) * circumference;
      arc.setAttribute("cx", "20");
      arc.setAttribute("cy", "20");
      arc.setAttribute("r", "15");
      arc.setAttribute("fill", "none");
      arc.setAttribute("stroke", colour);
      arc.setAttribute("stroke-width", "5");
      arc.setAttribute("stroke-dasharray", `${share} ${circumference - share}`);
      arc.setAttribute("stroke-dashoffset", String(-turned));
      arc.setAttribute("transform", "rotate(-90 20 20)");
      svg.appendChild(arc);
      turned += share;
    }
    const text = document.createElementNS(SVG, "text");
    text.setAttribute("x", "20");
    text.setAttribute("y", "24.5");
    text.setAttribute("text-anchor", "middle");
    text.setAttribute("class", "atlas-count");
    text.textContent = String(total);
    svg.appendChild(text);
    return svg;
  }

  window.AtlasShapes = { shape, site, gate, ring, sign };
})();
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
/* Border crossing points. */
(function () {
  "use strict";

  const SIZE = 16;

  class Crossings extends AtlasNearPoints {
    constructor(map, fetchLayer, pick) {
      super(map, fetchLayer, "crossings");
      this.pick = pick;
    }

    take(p) {
      return { area: p.a, missions: p.m, name: p.n, traffic: p.t };
    }

    /** indices: crossings that the selection leaves; missions: what is shown; chosen: [kind, index] or [null, null];
        far: draw them at every zoom, as on the map of one record. */
    show(indices, missions, chosen, far) {
      this.want({ indices, missions: new Set(missions), chosen, far });
    }

    isShown(item, near) {
      return this.isChosen(item) || (near && this.isAtWork(item));
    }

    isChosen(item) {
      const [kind, index] = this.wanted.chosen;
      return kind === "area" ? item.area === index : kind === "mission" && item.missions.includes(index);
    }

    /** One that no activity names belongs to no mission: it is shown whenever the selection leaves it. */
    isAtWork(item) {
      return !item.missions.length || item.missions.some((mission) => this.wanted.missions.has(mission));
    }

    mark(item) {
      const icon = L.divIcon({ className: "atlas-crossing", html: AtlasShapes.gate(SIZE), iconSize: [SIZE, SIZE] });
      const choose = () => this.pick("area", item.area);
      // Above field sites.
      return { icon, alt: `Crossing point ${item.name}`, below: -9000, choose };
    }

    tooltip(item) {
      return `crossing point${item.traffic ? ` · ${item.traffic}` : ""}`;
    }
  }

  window.AtlasCrossings = Crossings;
})();
/* Places of missions in the field: small houses. */
(function () {
  "use strict";

  class Sites extends AtlasNearPoints {
    constructor(map, config, fetchLayer, pick) {
      super(map, fetchLayer, "sites");
      this.config = config;
      this.pick = pick;
    }

    take(p) {
      return { mission: p.m, name: p.n, role: p.r, place: p.p, ended: Boolean(p.e) };
    }

    /** indices: sites at the time asked for; missions: what is shown; chosen: the chosen mission or null. */
    show(indices, missions, chosen, mission) {
      this.want({ indices, missions: new Set(missions), chosen, mission });
    }

    isShown(item, near) {
      if (!this.wanted.missions.has(item.mission) || !this.wanted.mission(item.mission)) return false;
      return near || item.mission === this.wanted.chosen;
    }

    mark(item) {
      const mission = this.wanted.mission(item.mission);
      const look = this.config.organisations[mission.organisation];
      const html = AtlasShapes.site(look.colour, item.ended, item.role.includes("headquarters") ? 12 : 9);
      const icon = L.divIcon({ className: "atlas-site", html, iconSize: [12, 12] });
      const choose = () => this.pick("mission", item.mission);
      return { icon, alt: `${mission.acronym}, ${item.role} ${item.name}`, below: -10000, choose };
    }

    tooltip(item) {
      const { acronym } = this.wanted.mission(item.mission);
      const place = item.name.includes(item.place) ? "" : ` · ${item.place}`;
      return `${acronym} · ${item.role}${place}${item.ended ? " · ended" : ""}`;
    }
  }

  window.AtlasSites = Sites;
})();
/* The legend says what is on the map now, nothing else; the lines that may be disputed come first. */
(function () {
  "use strict";

  const TITLES = {
    family: "Border areas by main activity",
    organisation: "Border areas by organisation",
    coverage: "Border areas by coverage",
  };

  function row(sign, text) {
    const line = document.createElement("li");
    const label = document.createElement("span");
    label.textContent = text;
    line.append(sign, label);
    return line;
  }

  function swatch(colour) {
    const sign = document.createElement("i");
    sign.className = "atlas-swatch";
    sign.style.background = colour;
    return sign;
  }

  function stroke(dash) {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("width", "26");
    svg.setAttribute("height", "8");
    svg.setAttribute("aria-hidden", "true");
    const line = document.createElementNS("http://www.w3.org/2000/svg", "path");
    line.setAttribute("d", "M1 4h24");
    line.setAttribute("class", "atlas-stroke");
    if (dash) line.setAttribute("stroke-dasharray", dash);
    svg.appendChild(line);
    return svg;
  }

  function section(title, rows) {
    const part = document.createElement("section");
    const head = document.createElement("h4");
    const list = document.createElement("ul");
    head.textContent = title;
    list.append(...rows);
    part.append(head, list);
    return part;
  }

  const Legend = L.Control.extend({
    options: { position: "bottomleft" },

    onAdd(map) {
      this.box = document.createElement("details");
      this.box.className = "atlas-legend leaflet-bar";
      const summary = document.createElement("summary");
      summary.textContent = "Legend";
      this.scroller = document.createElement("div");
      this.scroller.className = "atlas-legend-body";
      this.body = document.createElement("div");
      this.scroller.append(this.body);
      this.more = document.createElement("button");
      Object.assign(this.more, { type: "button", className: "atlas-legend-more", textContent: "More below ▾", hidden: true });
      this.more.addEventListener("click", () => this.scroller.scrollBy({ top: this.scroller.clientHeight * 0.8, behavior: "smooth" }));
      this.box.append(summary, this.scroller, this.more);
      this.scroller.addEventListener("scroll", () => this.hint());
      new ResizeObserver(() => this.hint()).observe(this.scroller);
      // On a small screen the buttons beside it make room.
      this.box.addEventListener("toggle", () => map.getContainer().classList.toggle("atlas-reading", this.box.open));
      L.DomEvent.disableClickPropagation(this.box);
      L.DomEvent.disableScrollPropagation(this.box);
      return this.box;
    },

    /** Say that there is more below, as long as there is. */
    hint() {
      const { scrollHeight, clientHeight, scrollTop } = this.scroller;
      this.more.hidden = scrollHeight - clientHeight - scrollTop < 6;
    },

    /** shown: {by, colours: Set, organisations: Map name → {running, ended}, sites: number, crossings: number, own: sections made by atlas-own.js} */
    say(shown, config) {
      const lines = config.statuses.map((entry) => row(stroke(entry.dash), entry.label));
      const parts = [section("Boundary lines", lines)];
      const palette = config.palettes[shown.by];
      const areas = palette.filter((entry, index) => shown.colours.has(index)).map((entry) => row(swatch(entry.colour), entry.label));
      if (areas.length) parts.push(section(TITLES[shown.by], areas));
      const missions = [];
      let ended = false;
      for (const [name, look] of Object.entries(config.organisations)) {
        const count = shown.organisations.get(name);
        if (!count) continue;
        ended = ended || count.ended > 0;
        missions.push(row(AtlasShapes.shape(look.shape, look.colour, count.running === 0, 14), look.label));
      }
      if (missions.length) {
        if (ended) missions.push(row(AtlasShapes.shape("circle", "#777777", true, 14), "hollow: ended"));
        parts.push(section("Mission headquarters", missions));
      }
      if (shown.sites) {
        parts.push(section("Field sites", [row(AtlasShapes.site("#777777", false, 11), "sector, team site or office")]));
      }
      if (shown.crossings) {
        parts.push(section("Crossing points", [row(AtlasShapes.gate(14), "road, rail, river or other crossing")]));
      }
      this.body.replaceChildren(...(shown.own || []), ...parts);
      this.hint();
      if (!this.opened) {
        this.opened = true;
        this.box.open = window.innerWidth > 900 && window.innerHeight > 540;
      }
    },
  });

  window.AtlasLegend = Legend;
})();
/* The notes on boundaries that belong to what is in the frame; the app says which note lies in which boxes.
   A map of the past says first that its boundaries are not of then, at every zoom. */
(function () {
  "use strict";

  //: Farther out a frame holds so many lines that the notes would hide the map.
  const NEAR = 4;
  const MOST = 3;

  class Notes {
    /** notes: [{text, boxes: [[west, south, east, north]]}]. The map must have its attribution. */
    constructor(map, notes) {
      this.map = map;
      this.notes = notes;
      this.line = document.createElement("div");
      this.line.className = "atlas-notes";
      this.past = document.createElement("strong");
      this.past.className = "atlas-past";
      this.hold();
      map.on("moveend", () => this.update());
      const foot = () => map.getContainer().style.setProperty("--atlas-foot", `${map.attributionControl.getContainer().offsetHeight}px`);
      new ResizeObserver(foot).observe(map.attributionControl.getContainer());
    }

    /** Leaflet writes the attribution anew when one is added, and drops what else is in its box. */
    hold() {
      const container = this.map.attributionControl.getContainer();
      if (this.past.parentNode !== container) container.prepend(this.past);
      if (this.line.parentNode !== container) container.append(this.line);
    }

    /** text: what a map of the past says of its boundaries; nothing on a map of today. */
    sayPast(text) {
      this.hold();
      this.past.textContent = text || "";
    }

    inFrame() {
      const frame = this.map.getBounds();
      const meets = ([west, south, east, north]) => frame.intersects([[south, west], [north, east]]);
      return this.notes.filter((note) => note.boxes.some((box) => meets(box)));
    }

    update() {
      this.hold();
      const found = this.map.getZoom() >= NEAR ? this.inFrame() : [];
      const more = found.length - MOST;
      const texts = found.slice(0, MOST).map((note) => note.text);
      if (more > 0) texts.push(`${more} more ${more === 1 ? "note" : "notes"} on boundaries: move nearer.`);
      this.line.replaceChildren(...texts.map((text) => {
        const part = document.createElement("div");
        part.textContent = text;
        return part;
      }));
    }
  }

  window.AtlasNotes = Notes;
})();
/* The year slider: plays in the browser at a steady pace; only stopping is told to the server.
   A year takes the place of any other period and of a day (domain/timeless.py, in_year), and keeps what the
   server's selection would keep for it (domain/select.py). */
(function () {
  "use strict";

  const SPEEDS = [2, 5, 10]; // years a second

  function button(text, label, action) {
    const element = document.createElement("button");
    element.type = "button";
    element.textContent = text;
    element.title = label;
    element.setAttribute("aria-label", label);
    element.addEventListener("click", action);
    return element;
  }

  /** The server says "all" by sending nothing. */
  function all(wanted, rows) {
    return wanted === null ? [...rows.keys()] : wanted;
  }

  const TimeControl = L.Control.extend({
    options: { position: "bottomright" },

    initialize(atlas, config) {
      this.atlas = atlas;
      this.first = config.first;
      this.last = config.last;
      this.year = null;
      this.speed = SPEEDS[0];
    },

    onAdd() {
      this.box = document.createElement("div");
      this.box.className = "atlas-time leaflet-bar";
      this.box.setAttribute("role", "group");
      this.box.setAttribute("aria-label", "Year");
      this.playButton = button("▶", "Play the years", () => this.toggle());
      this.range = document.createElement("input");
      Object.assign(this.range, { type: "range", min: this.first, max: this.last, step: 1, value: this.last });
      this.range.setAttribute("aria-label", "Year shown on the map");
      this.range.addEventListener("input", () => { this.halt(); this.go(Number(this.range.value)); });
      this.range.addEventListener("change", () => this.tell());
      this.label = document.createElement("output");
      this.label.textContent = "all years";
      this.speedButton = button(`${this.speed}/s`, "Years a second", () => this.faster());
      this.allButton = button("All", "Show all years again", () => this.clear());
      this.box.append(
        this.playButton, button("‹", "One year back", () => this.step(-1)), this.range,
        button("›", "One year on", () => this.step(1)), this.label, this.speedButton, this.allButton,
      );
      L.DomEvent.disableClickPropagation(this.box);
      L.DomEvent.disableScrollPropagation(this.box);
      L.DomEvent.on(this.box, "keydown", (event) => this.key(event));
      return this.box;
    },

    key(event) {
      event.stopPropagation();
      if (event.key === " " && event.target === this.range) {
        event.preventDefault();
        this.toggle();
      }
    },

    /** What the server's selection leaves apart from time; year is what the selection itself says. */
    take(time) {
      this.time = time;
      if (!this.timer) this.mark(time.year);
    },

    mark(year) {
      this.year = year;
      if (year !== null) this.range.value = String(year);
      this.label.textContent = year === null ? "all years" : String(year);
      this.range.setAttribute("aria-valuetext", this.label.textContent);
      this.allButton.hidden = year === null;
    },

    go(year) {
      this.mark(Math.min(Math.max(year, this.first), this.last));
      this.atlas.showYear(this.shownIn(this.year), this.year);
    },

    step(by) {
      this.halt();
      this.go((this.year === null ? this.last : this.year) + by);
      this.tell();
    },

    toggle() {
      if (this.timer) {
        this.halt();
        this.tell();
        return;
      }
      if (this.year === null || this.year >= this.last) this.go(this.first);
      this.playButton.textContent = "⏸";
      this.playButton.setAttribute("aria-label", "Stop");
      this.began = performance.now();
      this.from = this.year;
      this.frames = 0;
      this.timer = requestAnimationFrame((now) => this.frame(now));
    },

    frame(now) {
      this.frames += 1;
      const year = this.from + Math.floor(((now - this.began) / 1000) * this.speed);
      if (year !== this.year) this.go(year);
      if (this.year >= this.last) {
        this.halt();
        this.tell();
      } else this.timer = requestAnimationFrame((next) => this.frame(next));
    },

    halt() {
      cancelAnimationFrame(this.timer);
      this.timer = null;
      this.playButton.textContent = "▶";
      this.playButton.setAttribute("aria-label", "Play the years");
    },

    faster() {
      this.speed = SPEEDS[(SPEEDS.indexOf(this.speed) + 1) % SPEEDS.length];
      this.speedButton.textContent = `${this.speed}/s`;
      this.began = performance.now();
      this.from = this.year;
    },

    clear() {
      this.halt();
      this.mark(null);
      this.tell();
    },

    tell() {
      window.Streamlit.setComponentValue({ kind: "year", index: this.year, n: Date.now() });
    },

    /** Missions, areas, colours and counts of one year, by the same rule as the server's. */
    shownIn(year) {
      const { activities, missions } = this.atlas.timeline;
      const byOrganisation = this.atlas.wanted.by === "organisation";
      const alive = (first, last) => first <= year && year <= last;
      const living = new Set(all(this.time.missions, missions).filter((index) => alive(...missions[index])));
      const areas = new Map();
      const shown = new Set(all(this.time.free, missions).filter((index) => living.has(index)));
      for (const index of all(this.time.activities, activities)) {
        const [mission, area, family, organisation, first, last] = activities[index];
        if (!living.has(mission) || !alive(first, last)) continue;
        shown.add(mission);
        const colours = areas.get(area) || new Map();
        const colour = byOrganisation ? organisation : family;
        colours.set(colour, (colours.get(colour) || 0) + 1);
        areas.set(area, colours);
      }
      return { m: [...shown], ...this.leading(areas) };
    },

    leading(areas) {
      const indices = [...areas.keys()];
      const colours = [];
      const counts = [];
      for (const index of indices) {
        const sorted = [...areas.get(index)].toSorted((a, b) => b[1] - a[1] || a[0] - b[0]);
        colours.push(sorted[0][0]);
        counts.push(sorted.reduce((sum, entry) => sum + entry[1], 0));
      }
      return { a: indices, c: colours, w: counts };
    },
  });

  window.AtlasTime = TimeControl;
})();
/* Maps of one group move together, from browser frame to browser frame: no rerun on the server.
   The group's name is made by the server for each session, so that two tabs do not pull at each other. */
(function () {
  "use strict";

  class Sync {
    constructor(map) {
      this.map = map;
      this.following = false;
      map.on("move zoomend", () => this.tell());
    }

    join(group) {
      if (this.group === group) return;
      if (this.channel) this.channel.close();
      this.group = group;
      this.channel = new BroadcastChannel(`atlas-${group}`);
      this.channel.addEventListener("message", (event) => this.hear(event.data));
    }

    /** Tell the others at most once a frame of the screen. */
    tell() {
      if (!this.channel || this.following || this.waiting) return;
      this.waiting = requestAnimationFrame(() => {
        this.waiting = null;
        const { lat, lng } = this.map.getCenter();
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel is of one origin
        this.channel.postMessage({ lat, lng, zoom: this.map.getZoom() });
      });
    }

    hear({ lat, lng, zoom }) {
      if (![lat, lng, zoom].every(Number.isFinite)) return;
      // Without animation the map's own events come before setView returns: they are not told on.
      this.following = true;
      this.map.setView([lat, lng], zoom, { animate: false });
      this.following = false;
    }
  }

  window.AtlasSync = Sync;
})();
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
/* Own data of the session's user: diamonds, shapes with a double rim, or hexagons that count records.
   They come packed within the session's message. Every string is a stranger's: textContent only. */
(function () {
  "use strict";

  const UNIT = 10000;
  const DAY = 86400000;
  /** Hexagons at least this wide, in pixels, so that a pointer finds them. */
  const WIDTH = 15;
  /** Nearer than four widths, finer cells would help. */
  const WIDE = 4 * WIDTH;
  const RADIUS = 5.5;

  async function unpack(text) {
    const bytes = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
    return new Response(stream).json();
  }

  function summed(steps) {
    let total = 0;
    return steps.map((step) => { total += step; return total; });
  }

  function line(steps) {
    const points = [];
    let [x, y] = [0, 0];
    for (let at = 0; at < steps.length; at += 2) {
      x += steps[at];
      y += steps[at + 1];
      points.push([y / UNIT, x / UNIT]);
    }
    return points;
  }

  function element(name, text, className) {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    if (className) made.className = className;
    return made;
  }

  function many(number) {
    return `${number.toLocaleString("en")} ${number === 1 ? "record" : "records"}`;
  }

  class Own {
    /** areas: whose canvas the hexagons share; changed: the legend has to be said anew; ask: sends a frame to the server. */
    constructor(map, control, areas, changed, ask) {
      this.map = map;
      this.control = control;
      this.areas = areas;
      this.changed = changed;
      this.ask = ask;
      this.group = L.layerGroup();
      this.layers = [];
      const pane = map.createPane("atlas-own");
      pane.style.zIndex = "620";
      // A canvas on top would take the pointer from the border areas; hexagons lie at the back of theirs.
      this.renderer = L.svg({ pane: "atlas-own", padding: 0.2 });
      this.badge = this.badgeControl();
      map.on("zoomend moveend", () => this.update());
    }

    /** sent: {id, z} or nothing. What is there already is left alone, so that an open popup stays. */
    async show(sent) {
      if ((sent ? sent.id : null) === this.id) return;
      this.id = sent ? sent.id : null;
      const id = this.id;
      const content = sent ? await unpack(sent.z) : { layers: [] };
      if (id !== this.id) return; // overtaken by a later message
      this.rim = content.rim;
      this.layers = content.layers;
      this.listed(this.layers.length > 0);
      this.lines.replaceChildren(...this.layers.map((layer) => element("div", layer.line)));
      this.draw();
    }

    listed(wanted) {
      if (wanted === this.isListed) return;
      this.isListed = wanted;
      this.control.removeLayer(this.group);
      this.group.remove();
      if (wanted) {
        this.group.addTo(this.map);
        this.control.addOverlay(this.group, "Own data");
        this.badge.addTo(this.map);
      } else this.badge.remove();
    }

    get dark() {
      return document.documentElement.dataset.theme === "dark";
    }

    colour(layer, category) {
      return layer.looks[category][this.dark ? 3 : 2];
    }

    get edge() {
      return this.rim[this.dark ? 1 : 0];
    }

    useTheme() {
      if (this.layers.length && this.drawn && !this.drawn.startsWith(this.dark ? "dark" : "light")) this.draw();
    }

    draw() {
      this.drawn = null;
      this.update();
      this.changed();
      document.documentElement.dataset.own = this.id || "";
    }

    /** The marks for the frame: those of the box that the server looked at more closely, if the frame is in it. */
    marks(layer) {
      return layer.near && this.isIn(layer.near.box) ? layer.near : layer.far;
    }

    isIn([west, south, east, north]) {
      return L.latLngBounds([[south, west], [north, east]]).pad(0.02).contains(this.map.getBounds());
    }

    metresPerPixel() {
      return 40075016.69 / (256 * 2 ** this.map.getZoom());
    }

    width(cells) {
      return (cells.size * Math.sqrt(3)) / this.metresPerPixel();
    }

    /** The finest cells that a pointer still finds; coarsest first in the message. */
    fitting(levels) {
      return levels.findLast((cells) => this.width(cells) >= WIDTH) || levels[0];
    }

    /** Draw anew only if another theme, box or size of cells is due. */
    update() {
      const key = [this.dark ? "dark" : "light", ...this.layers.map((layer) => this.key(layer))].join(" ");
      this.offerFiner();
      if (key === this.drawn) return;
      this.drawn = key;
      this.group.clearLayers();
      for (const layer of this.layers) {
        const marks = this.marks(layer);
        if (layer.shapes) this.drawShapes(layer);
        if (marks.cells) this.drawCells(layer, this.fitting(marks.cells));
        if (marks.dots) this.drawDots(layer, marks.dots);
      }
    }

    key(layer) {
      const marks = this.marks(layer);
      return `${marks === layer.far ? "far" : "near"}${marks.cells ? this.fitting(marks.cells).size : ""}`;
    }

    drawDots(layer, dots) {
      dots.x.forEach((x, at) => {
        const options = {
          renderer: this.renderer, pane: "atlas-own", radius: RADIUS, color: this.edge, weight: 1.4, opacity: 1,
          fillColor: this.colour(layer, dots.c[at]), fillOpacity: 0.95,
        };
        this.add(AtlasOwnMarks.diamond([dots.y[at] / UNIT, x / UNIT], options), layer, dots, at);
      });
    }

    drawShapes(layer) {
      layer.shapes.g.forEach((parts, at) => parts.forEach(([dimension, lines]) => {
        const points = lines.map(line);
        const color = this.colour(layer, layer.shapes.c[at]);
        const style = { renderer: this.renderer, pane: "atlas-own", lineCap: "round", fill: false };
        if (dimension === 0) {
          const dot = { ...style, radius: RADIUS, color: this.edge, weight: 1.4, fill: true, fillColor: color, fillOpacity: 0.95 };
          this.add(AtlasOwnMarks.diamond(points[0][0], dot), layer, layer.shapes, at);
          return;
        }
        const made = dimension === 2 ? L.polygon : L.polyline;
        this.group.addLayer(made(points, { ...style, color: this.edge, weight: 5, opacity: 0.9, interactive: false }));
        const fill = dimension === 2 ? { fill: true, fillColor: color, fillOpacity: 0.18 } : {};
        this.add(made(points, { ...style, color, weight: 2.6, opacity: 1, ...fill }), layer, layer.shapes, at);
      }));
    }

    drawCells(layer, cells) {
      const [q, r] = [summed(cells.q), summed(cells.r)];
      const most = cells.n.reduce((one, other) => Math.max(one, other), 1);
      cells.n.forEach((number, at) => {
        const cell = AtlasOwnMarks.cell(cells.size, q[at], r[at], {
          renderer: this.areas.renderer, pane: "atlas-areas", color: this.edge, weight: 0.8, opacity: 0.55,
          fillColor: this.colour(layer, cells.c[at]), fillOpacity: 0.15 + 0.5 * Math.sqrt(number / most),
        });
        cell.bindTooltip(() => this.cellTip(layer, cells, at), { sticky: true, direction: "top", className: "atlas-tip" });
        cell.on("add", () => cell.bringToBack());
        this.group.addLayer(cell);
      });
    }

    add(mark, layer, details, at) {
      mark.bindTooltip(() => this.tip(details, at), { sticky: true, direction: "top", className: "atlas-tip" });
      mark.bindPopup(() => this.popup(layer, details, at), { className: "atlas-tip atlas-own-popup", maxWidth: 260 });
      this.group.addLayer(mark);
    }

    tip(details, at) {
      const tip = element("span");
      tip.append(element("strong", details.t[at] || `Row ${details.n[at]}`), element("br"), element("small", "Own data"));
      return tip;
    }

    cellTip(layer, cells, at) {
      const tip = element("span");
      const mostly = layer.named ? `mostly ${layer.looks[cells.c[at]][0]} · ` : "";
      tip.append(element("strong", many(cells.n[at])), element("br"), element("small", `${mostly}own data`));
      return tip;
    }

    popup(layer, details, at) {
      const box = element("div");
      const rows = [
        layer.named ? layer.looks[details.c[at]][0] : "",
        details.d[at] === null ? "" : new Date(details.d[at] * DAY).toISOString().slice(0, 10),
        `Row ${details.n[at]} of the file`,
        "Own data, not part of the dataset",
      ].filter(Boolean);
      box.append(element("strong", details.t[at] || "Without a label"), ...rows.map((text) => element("div", text)));
      return box;
    }

    /** Rows for the legend: what it is, then the categories if there are any. */
    legend() {
      return this.layers.map((layer) => {
        const part = element("section", "", "atlas-own-legend");
        const list = element("ul");
        const looks = layer.looks.filter(([, count]) => count > 0);
        const cells = Boolean(layer.far.cells);
        list.append(...looks.map(([label, count, ...colours]) => {
          const row = element("li");
          const text = layer.named ? `${label} (${count.toLocaleString("en")})` : many(count);
          row.append(this.sign(colours[this.dark ? 1 : 0], cells), element("span", text));
          return row;
        }));
        part.append(element("h4", layer.line), list, ...layer.notes.map((note) => element("small", note)));
        return part;
      });
    }

    sign(colour, isCell) {
      const sign = AtlasShapes.shape(isCell ? "hexagon" : "diamond", colour, false, 14);
      sign.classList.add("atlas-own-sign");
      return sign;
    }

    /** Offered when the cells are coarse for the frame and the server has not yet looked at it more closely. */
    offerFiner() {
      const coarse = this.layers.some((layer) => {
        const { cells } = this.marks(layer);
        return cells && this.width(cells.at(-1)) > WIDE;
      });
      this.finer.hidden = !coarse || !this.map.hasLayer(this.group);
    }

    /** Stands on the map all the time: whose data these are; and the button for more of them. */
    badgeControl() {
      this.lines = element("div");
      this.finer = element("button", "More detail here");
      this.finer.type = "button";
      this.finer.hidden = true;
      this.finer.addEventListener("click", () => this.askFiner());
      const control = L.control({ position: "topright" });
      control.onAdd = () => {
        const box = element("div", "", "atlas-own-badge leaflet-bar");
        box.append(this.lines, this.finer);
        L.DomEvent.disableClickPropagation(box);
        return box;
      };
      return control;
    }

    askFiner() {
      const frame = this.map.getBounds().pad(0.25);
      this.ask([frame.getWest(), frame.getSouth(), frame.getEast(), frame.getNorth()].map((side) => Number(side.toFixed(4))));
    }
  }

  window.AtlasOwn = Own;
})();
/* Border Atlas in the browser: layers are fetched once; the server then sends numbers only.
   Text from data is set with textContent, never as HTML. */
(function () {
  "use strict";

  /** What the first look shows: the latitudes and longitudes where missions work. */
  const WORLD = [[-30, -82], [58, 128]];

  /** The page around the component's frame; the same origin, so its address can be read and amended. */
  function page() {
    try {
      return window.parent.location.search === undefined ? null : window.parent;
    } catch (error) {
      if (error instanceof DOMException) return null; // embedded by another site: no address to keep
      throw error;
    }
  }

  function frameInAddress() {
    const outer = page();
    const address = outer ? new URLSearchParams(outer.location.search).get("at") : null;
    // Coming back from another page of the app, the address is bare: go on where this tab was.
    const parts = (address || sessionStorage.getItem("atlas-at") || "").split(",").map(Number);
    const [lat, lng, zoom] = parts;
    if (parts.length !== 3 || !parts.every(Number.isFinite)) return null;
    if (Math.abs(lat) > 85 || Math.abs(lng) > 360 || zoom < 1 || zoom > 14) return null;
    return { lat, lng, zoom };
  }

  class Atlas {
    constructor(map, config) {
      this.map = map;
      this.config = config;
      const fetchLayer = (name) => this.fetchLayer(name);
      const pick = (kind, index) => this.pick(kind, index);
      this.base = new AtlasBase(map, config, fetchLayer);
      this.areas = new AtlasAreas(map, config, fetchLayer, pick);
      this.links = this.linkLayer();
      this.missions = new AtlasMissions(map, config, fetchLayer, pick);
      // Before the sites, which have the legend said anew.
      this.crossings = new AtlasCrossings(map, fetchLayer, pick);
      this.sites = new AtlasSites(map, config, fetchLayer, pick);
      this.sites.changed = () => this.sayLegend();
      this.time = new AtlasTime(this, config.years);
      this.sync = new AtlasSync(map);
      this.controls();
      // After the scale, which stands below it.
      this.legend = new AtlasLegend().addTo(map);
      this.frame();
      this.base.useTheme();
      const timeline = this.fetchLayer("timeline").then((data) => { this.timeline = data; });
      const layers = [this.base, this.areas, this.missions, this.crossings, this.sites];
      this.ready = Promise.all([...layers.map((layer) => layer.load()), timeline])
        .then(() => { this.refresh(); document.documentElement.dataset.atlas = "ready"; })
        .catch((error) => this.fail(error));
      window.addEventListener("message", () => setTimeout(() => this.useTheme(), 0));
    }

    useTheme() {
      this.base.useTheme();
      if (this.own) this.own.useTheme();
    }

    fetchLayer(name) {
      const file = this.config.layers[name];
      return fetch(`${this.config.base}/${file}`).then((answer) => {
        if (!answer.ok) throw new Error(`The map layer “${name}” could not be loaded (${answer.status}).`);
        return answer.json();
      });
    }

    fail(error) {
      const note = document.createElement("div");
      note.className = "atlas-fail";
      note.setAttribute("role", "alert");
      note.textContent = `${error.message} Reload the page; if it stays, the server's files are incomplete.`;
      this.map.getContainer().appendChild(note);
    }

    linkLayer() {
      const pane = this.map.createPane("atlas-links");
      pane.style.zIndex = "390";
      pane.style.pointerEvents = "none";
      this.linkRenderer = L.canvas({ pane: "atlas-links", padding: 0.3 });
      return L.layerGroup().addTo(this.map);
    }

    controls() {
      const overlays = {
        "Land": this.base.land.group,
        "Boundary lines": this.base.lines.group,
        "Country labels": this.base.labelGroup,
        "Border areas": this.areas.group,
        "Links from headquarters": this.links,
        "Mission headquarters": this.missions.group,
        "Field sites": this.sites.group,
        "Crossing points": this.crossings.group,
      };
      this.layerControl = L.control.layers(null, overlays, { collapsed: true }).addTo(this.map);
      L.control.scale({ imperial: false, maxWidth: 120 }).addTo(this.map);
      this.map.attributionControl.setPrefix(false);
      this.map.attributionControl.addAttribution(this.config.attribution);
      this.notes = new AtlasNotes(this.map, this.config.notes || []);
      const full = L.control({ position: "topleft" });
      full.onAdd = () => this.fullButton();
      full.addTo(this.map);
    }

    fullButton() {
      const bar = L.DomUtil.create("div", "leaflet-bar");
      const world = L.DomUtil.create("a", "atlas-button", bar);
      world.appendChild(AtlasShapes.sign("M10 2.5a7.5 7.5 0 1 0 0 15a7.5 7.5 0 1 0 0-15zM2.5 10h15M10 2.5c-5 4-5 11 0 15c5-4 5-11 0-15z"));
      world.title = "Whole world";
      const screen = L.DomUtil.create("a", "atlas-button", bar);
      screen.appendChild(AtlasShapes.sign("M3 7.5v-4.5h4.5M12.5 3h4.5v4.5M17 12.5v4.5h-4.5M7.5 17h-4.5v-4.5"));
      screen.title = "Full screen";
      for (const button of [world, screen]) {
        button.href = "#";
        button.setAttribute("role", "button");
        button.setAttribute("aria-label", button.title);
        L.DomEvent.disableClickPropagation(button);
      }
      L.DomEvent.on(world, "click", (event) => { L.DomEvent.preventDefault(event); this.map.fitBounds(WORLD); });
      L.DomEvent.on(screen, "click", (event) => {
        L.DomEvent.preventDefault(event);
        if (document.fullscreenElement) document.exitFullscreen();
        else document.documentElement.requestFullscreen();
      });
      return bar;
    }

    /** Start where the address says, else with the whole world; keep the address up to date afterwards. */
    frame() {
      const start = frameInAddress();
      if (start) this.map.setView([start.lat, start.lng], start.zoom, { animate: false });
      else this.map.fitBounds(WORLD, { animate: false });
      this.moved = Boolean(start);
      this.map.on("moveend", () => { this.moved = true; this.keepAddress(); });
    }

    /** Write centre and zoom into the page's address without a rerun. */
    keepAddress() {
      const outer = page();
      if (!outer || !this.moved) return;
      clearTimeout(this.addressTimer);
      this.addressTimer = setTimeout(() => {
        const centre = this.map.getCenter();
        const at = `${centre.lat.toFixed(3)},${centre.lng.toFixed(3)},${this.map.getZoom()}`;
        const rest = outer.location.search.replace(/^\?/, "").split("&").filter((part) => part && !part.startsWith("at="));
        sessionStorage.setItem("atlas-at", at);
        const search = `?${[...rest, `at=${at}`].join("&")}`;
        if (search !== outer.location.search) {
          outer.history.replaceState(outer.history.state, "", outer.location.pathname + search + outer.location.hash);
        }
      }, 250);
    }

    pick(kind, index) {
      window.Streamlit.setComponentValue({ kind, index, n: Date.now() });
    }

    /** wanted: {m: [mission], a: [area], c: [colour], w: [count], by, chosen: [kind, index] | null, s: [site], x: [crossing],
        far, links, past, go}. */
    show(wanted) {
      this.wanted = wanted;
      if (wanted.time) this.useTime(wanted.time);
      if (!this.time.timer) this.notes.sayPast(wanted.past);
      if (wanted.sync) this.sync.join(wanted.sync);
      this.refresh();
      this.showOwn(wanted.own);
      this.move(wanted.go);
      // The server's own address carries no frame: add ours to it.
      setTimeout(() => this.keepAddress(), 400);
    }

    /** Own data of this session, packed: {id, z}; most maps have none. */
    showOwn(sent) {
      if (!sent && !this.own) return;
      if (!this.own) {
        const ask = (frame) => this.pick("frame", frame);
        this.own = new AtlasOwn(this.map, this.layerControl, this.areas, () => this.refresh(), ask);
      }
      this.own.show(sent).catch((error) => this.fail(error));
    }

    /** The slider is there only where the server can take a year. */
    useTime(time) {
      if (!this.time.box) this.time.addTo(this.map);
      this.time.take(time);
    }

    /** One year of the slider: what is shown changes, what is wanted does not. */
    showYear(shown, year) {
      this.notes.sayPast(year < this.config.years.last ? this.config.past.replace("{when}", String(year)) : "");
      const wanted = this.wanted;
      this.wanted = { ...wanted, ...shown, links: [] };
      this.refresh();
      this.wanted = { ...wanted, m: shown.m, a: shown.a, c: shown.c, w: shown.w };
    }

    refresh() {
      const wanted = this.wanted;
      if (!wanted) return;
      const palette = this.config.palettes[wanted.by].map((entry) => entry.colour);
      const areas = new Map(wanted.a.map((index, position) => [index, [wanted.c[position], wanted.w[position]]]));
      const [kind, index] = wanted.chosen || [null, null];
      this.areas.show(areas, palette, kind === "area" ? index : null);
      this.missions.show(wanted.m, kind === "mission" ? index : null);
      this.drawLinks(wanted.links);
      this.crossings.show(wanted.x, wanted.m, [kind, index], wanted.far);
      // The legend is said anew by the sites.
      this.sites.show(wanted.s, wanted.m, kind === "mission" ? index : null, (row) => this.missions.items.get(row));
    }

    sayLegend() {
      const wanted = this.wanted;
      this.legend.say({ by: wanted.by, colours: new Set(wanted.c), organisations: this.organisationsShown(), sites: this.sites.drawn, crossings: this.crossings.drawn, own: this.own ? this.own.legend() : [] }, this.config);
    }

    organisationsShown() {
      const counts = new Map();
      for (const index of this.wanted.m) {
        const item = this.missions.items.get(index);
        if (!item) continue;
        const count = counts.get(item.organisation) || { running: 0, ended: 0 };
        count[item.ended ? "ended" : "running"] += 1;
        counts.set(item.organisation, count);
      }
      return counts;
    }

    drawLinks(links) {
      this.links.clearLayers();
      for (const [lat1, lng1, lat2, lng2] of links) {
        const points = this.curve([lat1, lng1], [lat2, lng2]);
        L.polyline(points, { renderer: this.linkRenderer, pane: "atlas-links", className: "atlas-link", color: "#5b6475", weight: 1.3, opacity: 0.75, interactive: false }).addTo(this.links);
      }
    }

    /** A quadratic curve bent to one side, so that it is not taken for a border or a route. */
    curve([lat1, lng1], [lat2, lng2]) {
      const bend = [(lat1 + lat2) / 2 + (lng2 - lng1) * 0.15, (lng1 + lng2) / 2 - (lat2 - lat1) * 0.15];
      const points = [];
      for (let step = 0; step <= 24; step += 1) {
        const t = step / 24;
        const mix = (a, b, c) => (1 - t) ** 2 * a + 2 * t * (1 - t) * b + t ** 2 * c;
        points.push([mix(lat1, bend[0], lat2), mix(lng1, bend[1], lng2)]);
      }
      return points;
    }

    /** go: {n, bounds: [[s, w], [n, e]]} or nothing; each number is obeyed once. */
    move(go) {
      if (!go || String(go.n) === sessionStorage.getItem("atlas-go")) return;
      sessionStorage.setItem("atlas-go", String(go.n));
      this.fit(go.bounds);
      // The foot grows by the notes on what came into the frame.
      this.map.once("moveend", () => this.fit(go.bounds));
    }

    /** Frame bounds above the foot of the map, which would hide their south. */
    fit(bounds) {
      const foot = Math.min(this.map.attributionControl.getContainer().offsetHeight, this.map.getSize().y / 3);
      this.map.fitBounds(bounds, { maxZoom: 8, paddingTopLeft: [40, 40], paddingBottomRight: [40, 40 + foot] });
    }
  }

  window.Atlas = {
    /** For maps outside the app, which have their layers at hand and no address to keep. */
    Map: Atlas,
    start(map, config) {
      window.atlas = new Atlas(map, { ...window.AtlasSettings, ...config });
    },
    show(wanted) {
      window.atlas.show(wanted);
    },
  };
})();
