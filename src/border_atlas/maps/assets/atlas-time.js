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
