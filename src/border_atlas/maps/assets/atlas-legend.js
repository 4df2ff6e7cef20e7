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
