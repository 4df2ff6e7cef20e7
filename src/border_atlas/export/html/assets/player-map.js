/* A map of a slide: the app's own map with its layers at hand, a frame to come back to and a flight between frames. */
(function () {
  "use strict";

  const REDRAW = 100; // milliseconds at least between two drawings of the land during a flight
  const PAUSE = 4; // and so many times what the last one took, so that slow machines fly on
  const FLIGHT = 1.4; // seconds

  /** The fine base map is the coarse one, water over what is known better, and the better part. */
  class SlideBase extends AtlasBase {
    add(holder, name, level, style) {
      return super.add(holder, name, level, name === "land-detail" ? (one) => this.groundStyle(one) : style);
    }

    groundStyle(feature) {
      const ground = this.landStyle();
      return feature.properties.water ? { ...ground, fillColor: this.theme.water } : ground;
    }

    useTheme() {
      super.useTheme();
      if (this.land.detail) this.land.detail.setStyle((feature) => this.groundStyle(feature));
    }
  }
  window.AtlasBase = SlideBase;

  class Slides extends Atlas.Map {
    fetchLayer(name) {
      if (name === "timeline") return Promise.resolve({ missions: [], activities: [] });
      return Promise.resolve(this.config.layersAtHand.get(name));
    }

    controls() {
      L.control.scale({ imperial: false, maxWidth: 140, position: "bottomright" }).addTo(this.map);
      this.map.attributionControl.setPosition("bottomleft").setPrefix(false);
      this.notes = new AtlasNotes(this.map, this.config.notes);
    }

    /** The slide says where to look. */
    frame() {
      this.map.setView([20, 15], 2, { animate: false });
    }

    keepAddress() {}

    pick() {}
  }

  function calm() {
    return matchMedia("(prefers-reduced-motion: reduce)").matches;
  }

  class SlideMap {
    constructor(config, options = {}) {
      this.element = document.createElement("div");
      this.element.className = options.still ? "live-map printed" : "live-map";
      this.config = config;
      this.options = options;
    }

    /** The element must have a size when the map begins. */
    begin() {
      this.map = L.map(this.element, {
        preferCanvas: true, minZoom: 1, maxZoom: this.config.maxZoom, zoomSnap: 0.25, zoomDelta: 0.5,
        keyboard: false, zoomControl: !this.options.still, worldCopyJump: false,
      });
      this.atlas = new Slides(this.map, this.config);
      this.legend = this.atlas.legend.box;
      this.legend.className = "legend";
      if (this.options.still) return;
      this.addBack();
      this.map.on("moveend", () => this.arrived());
      this.map.on("move", () => this.redraw());
      new ResizeObserver(() => this.fit()).observe(this.element);
    }

    /** Stand in a slide, the legend below the map, and show what the slide wants. */
    take(place, wanted) {
      this.wanted = wanted;
      if (this.element.parentNode !== place) {
        place.append(this.element);
        place.after(this.legend);
      }
      this.atlas.config = { ...this.config, statuses: this.statusesIn(L.latLngBounds(wanted.bounds)) };
      this.atlas.show(wanted.show);
      this.toggle(this.atlas.base.labelGroup, wanted.labels);
      this.legend.hidden = !wanted.legend;
      this.legend.open = true;
    }

    /** The legend explains the lines that are in the slide's frame, not all there are. */
    statusesIn(box) {
      const dashes = new Set([""]);
      for (const [status, bounds] of this.config.layersAtHand.lineBoxes()) {
        if (box.intersects(bounds)) dashes.add(this.config.dashes[status]);
      }
      return this.config.statuses.filter((entry) => dashes.has(entry.dash));
    }

    /** Go to the slide's frame; `fly` moves there from what is shown now. */
    look(fly) {
      this.moving = true; // a new size is no exploring
      this.map.invalidateSize({ animate: false, pan: false });
      this.size = this.measure();
      this.back(fly);
    }

    measure() {
      return `${this.element.clientWidth}x${this.element.clientHeight}`;
    }

    toggle(group, wanted) {
      if (wanted) group.addTo(this.map);
      else group.remove();
    }

    /** Centre and zoom at which the slide's box fills the map. */
    home() {
      const box = L.latLngBounds(this.wanted.bounds);
      const zoom = Math.min(this.map.getBoundsZoom(box, false), this.config.maxZoom);
      const corners = [box.getSouthWest(), box.getNorthEast()].map((corner) => this.map.project(corner, zoom));
      return { zoom, center: this.map.unproject(corners[0].add(corners[1]).divideBy(2), zoom) };
    }

    back(fly = true) {
      const { center, zoom } = this.home();
      this.map.stop();
      this.moving = true;
      if (fly && !calm()) this.map.flyTo(center, zoom, { duration: FLIGHT });
      else this.map.setView(center, zoom, { animate: false });
    }

    /** Somebody who explores keeps the map where it is; else the slide's frame stays in sight. */
    fit() {
      if (!this.wanted || !this.element.clientWidth || this.measure() === this.size) return;
      if (this.explored) this.map.invalidateSize({ animate: false, pan: false });
      else this.look(false);
    }

    arrived() {
      if (!this.wanted) return;
      const { center, zoom } = this.home();
      const away = this.map.latLngToContainerPoint(center).distanceTo(this.map.getSize().divideBy(2));
      this.explored = !this.moving && (away > 4 || Math.abs(zoom - this.map.getZoom()) > 0.01);
      this.moving = false;
      this.backButton.hidden = !this.explored;
      this.element.classList.toggle("explored", this.explored);
    }

    /** Leaflet's canvases stand still during a flight; draw them anew now and then, or it would cross a void. */
    redraw() {
      const now = performance.now();
      if (!this.moving || now < (this.nextDrawing || 0)) return;
      const { base, areas } = this.atlas;
      // oxlint-disable-next-line no-underscore-dangle -- Leaflet has no public way to do this
      for (const renderer of [base.landRenderer, base.lineRenderer, areas.renderer]) if (renderer._map) renderer._reset();
      this.nextDrawing = now + Math.max(REDRAW, PAUSE * (performance.now() - now));
    }

    addBack() {
      this.backButton = document.createElement("button");
      Object.assign(this.backButton, { type: "button", className: "back", hidden: true, textContent: "Back to the slide’s frame" });
      this.backButton.addEventListener("click", () => this.back());
      L.DomEvent.disableClickPropagation(this.backButton);
      this.element.append(this.backButton);
    }

    useTheme() {
      this.atlas.base.useTheme();
    }

    pan(x, y) {
      this.map.panBy([x, y], { animate: !calm() });
    }
  }

  Player.SlideMap = SlideMap;
})();
