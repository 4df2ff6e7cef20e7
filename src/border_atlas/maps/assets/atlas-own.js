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
