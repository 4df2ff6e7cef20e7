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
