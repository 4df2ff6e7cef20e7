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
