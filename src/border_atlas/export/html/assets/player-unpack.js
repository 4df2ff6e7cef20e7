/* Layers travel as letters, see pack.py; here they become GeoJSON again. */
(function () {
  "use strict";

  const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const VALUES = new Map([...LETTERS].map((letter, value) => [letter, value]));

  /** A list of positions. */
  function positions(text, decimals) {
    const factor = 10 ** decimals;
    const found = [];
    const here = [0, 0];
    let axis = 0;
    let number = 0;
    let shift = 1;
    for (const letter of text) {
      const value = VALUES.get(letter);
      number += (value % 32) * shift;
      shift *= 32;
      if (value >= 32) continue;
      here[axis] += number % 2 ? -(number + 1) / 2 : number / 2;
      if (axis === 1) found.push([here[0] / factor, here[1] / factor]);
      axis = 1 - axis;
      number = 0;
      shift = 1;
    }
    return found;
  }

  function coordinates(packed, decimals) {
    return typeof packed === "string" ? positions(packed, decimals) : packed.map((part) => coordinates(part, decimals));
  }

  function feature(packed, decimals) {
    const found = coordinates(packed.c, decimals);
    return {
      type: "Feature",
      properties: packed.p,
      geometry: { type: packed.t, coordinates: packed.t === "Point" ? found[0] : found },
    };
  }

  function box([west, south, east, north]) {
    const ring = [[west, south], [east, south], [east, north], [west, north], [west, south]];
    return { type: "Feature", properties: { water: true }, geometry: { type: "Polygon", coordinates: [ring] } };
  }

  /** The layers of a briefing by the names that the map asks for; each is unpacked once, when it is first needed. */
  class Layers {
    constructor(packed) {
      this.packed = packed;
      this.ready = new Map();
    }

    get(name) {
      if (!this.ready.has(name)) this.ready.set(name, { type: "FeatureCollection", features: this.features(name) });
      return this.ready.get(name);
    }

    /** Status and box of each boundary line. */
    lineBoxes() {
      this.boxes ||= this.get("boundaries").features.map((one) => [one.properties.s, L.geoJSON(one.geometry).getBounds()]);
      return this.boxes;
    }

    features(name) {
      const layer = this.packed[name];
      const own = layer ? layer.f.map((one) => feature(one, layer.d)) : [];
      if (name === "land-detail") {
        const water = layer ? layer.boxes.map(box) : [];
        return [...this.get("land").features, ...water, ...own];
      }
      if (name === "boundaries-detail") {
        const cut = new Set(layer ? layer.cut : []);
        return [...this.get("boundaries").features.filter((_one, number) => !cut.has(number)), ...own];
      }
      return own;
    }
  }

  window.Player = { Layers, positions };
})();
