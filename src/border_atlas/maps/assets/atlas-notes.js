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
