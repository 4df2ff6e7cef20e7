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
