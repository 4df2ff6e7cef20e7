/* A map of a slide: the app's own map with its layers at hand, a frame to come back to and a flight between frames. */
(function () {
  "use strict";

  const REDRAW = 120; // milliseconds between two drawings of the land during a flight
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
        attributionControl: false, keyboard: false, zoomControl: !this.options.still, worldCopyJump: false,
      });
      this.atlas = new Slides(this.map, this.config);
      if (this.options.still) return;
      this.addBack();
      this.map.on("moveend", () => this.arrived());
      this.map.on("move", () => this.redraw());
      new ResizeObserver(() => this.fit()).observe(this.element);
    }

    /** Show a slide's map; `fly` moves there from what is shown now. */
    show(wanted, fly) {
      this.wanted = wanted;
      this.map.invalidateSize({ animate: false, pan: false });
      this.atlas.show(wanted.show);
      this.toggle(this.atlas.base.labelGroup, wanted.labels);
      this.atlas.legend.box.hidden = !wanted.legend;
      this.back(fly);
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
      if (!this.wanted || !this.element.clientWidth) return;
      this.map.invalidateSize({ animate: false, pan: false });
      if (!this.explored) this.back(false);
    }

    arrived() {
      if (!this.wanted) return;
      const { center, zoom } = this.home();
      const away = this.map.latLngToContainerPoint(center).distanceTo(this.map.getSize().divideBy(2));
      this.explored = !this.moving && (away > 4 || Math.abs(zoom - this.map.getZoom()) > 0.01);
      this.moving = false;
      this.backButton.hidden = !this.explored;
    }

    /** Leaflet's canvases stand still during a flight; draw them anew now and then, or it would cross a void. */
    redraw() {
      const now = performance.now();
      if (!this.moving || now - (this.drawn || 0) < REDRAW) return;
      this.drawn = now;
      const { base, areas } = this.atlas;
      // oxlint-disable-next-line no-underscore-dangle -- Leaflet has no public way to do this
      for (const renderer of [base.landRenderer, base.lineRenderer, areas.renderer]) if (renderer._map) renderer._reset();
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
