/* Keys, bar, edges and swipes: the many ways to move through a talk, each calling the same few commands. */
(function () {
  "use strict";

  const KEYS = {
    ArrowRight: "next", ArrowDown: "next", PageDown: "next", " ": "next", Enter: "next",
    ArrowLeft: "previous", ArrowUp: "previous", PageUp: "previous", Backspace: "previous",
    Home: "first", End: "last", f: "fullscreen", b: "black", ".": "black", n: "notes", p: "presenter",
    w: "window", t: "theme", r: "back", "?": "help", "+": "nearer", "=": "nearer", "-": "farther", Escape: "escape",
  };
  const PANS = { ArrowRight: [160, 0], ArrowLeft: [-160, 0], ArrowUp: [0, -160], ArrowDown: [0, 160] };

  const HELP = [
    ["→ ↓ Space PageDown", "Next slide"],
    ["← ↑ Shift+Space PageUp", "Previous slide"],
    ["Home, End", "First, last slide"],
    ["F", "Full screen"],
    ["B or .", "Black screen"],
    ["N", "Notes below the slide"],
    ["P", "Presenter view: notes, timer, next title"],
    ["W", "Presenter view in a window of its own"],
    ["Shift+arrows, +, −", "Move and zoom the map"],
    ["R", "Map back to the slide’s frame"],
    ["T", "Light or dark"],
    ["?", "This help"],
  ];

  /** Buttons of the bar: sign, what it says, command. */
  const BAR = [
    ["M12.5 4l-6 6l6 6", "Previous slide", "previous"],
    ["M7.5 4l6 6l-6 6", "Next slide", "next"],
    ["M4 4h12v9h-7l-3 3v-3h-2z", "Notes", "notes"],
    ["M3 4h14v9h-14zM10 13v4M6.5 17h7", "Presenter view", "presenter"],
    ["M3 7.5v-4.5h4.5M12.5 3h4.5v4.5M17 12.5v4.5h-4.5M7.5 17h-4.5v-4.5", "Full screen", "fullscreen"],
    ["M10 3a7 7 0 1 0 0 14zM10 3a7 7 0 1 1 0 14", "Light or dark", "theme"],
    ["M7 7.5a3 3 0 1 1 4 2.8q-1 .4-1 2.2M10 15v1", "Keys and help", "help"],
  ];

  function isControl(target, key) {
    if (!(target instanceof Element)) return false;
    if (target.closest("input, textarea, select, [contenteditable]")) return true;
    return (key === " " || key === "Enter") && Boolean(target.closest("button, a, summary, .leaflet-marker-icon, [role=button]"));
  }

  /** The command of a key, or nothing. */
  function commandOf(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return null;
    const target = event.composedPath()[0];
    if (isControl(target, event.key)) return null;
    if (event.shiftKey && PANS[event.key]) return ["pan", ...PANS[event.key]];
    if (event.shiftKey && event.key === " ") return ["previous"];
    const command = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    return command ? [command] : null;
  }

  function bar(act) {
    const box = document.createElement("nav");
    box.className = "bar";
    box.setAttribute("aria-label", "Talk");
    for (const [sign, label, command] of BAR) {
      const button = document.createElement("button");
      button.type = "button";
      button.title = label;
      button.dataset.command = command;
      button.setAttribute("aria-label", label);
      button.append(AtlasShapes.sign(sign));
      button.addEventListener("click", () => act(command));
      box.append(button);
    }
    return box;
  }

  /** Narrow strips at both edges for clicks and taps; keyboards and readers have the bar. */
  function edges(act) {
    return ["previous", "next"].map((command) => {
      const edge = document.createElement("button");
      edge.type = "button";
      edge.tabIndex = -1;
      edge.className = `edge edge-${command}`;
      edge.setAttribute("aria-hidden", "true");
      edge.append(AtlasShapes.sign(command === "next" ? "M7.5 3l6 7l-6 7" : "M12.5 3l-6 7l6 7"));
      edge.addEventListener("click", () => act(command));
      return edge;
    });
  }

  function help() {
    const box = document.createElement("dialog");
    box.className = "help";
    const title = document.createElement("h2");
    title.textContent = "Keys";
    title.id = "help-title";
    box.setAttribute("aria-labelledby", title.id);
    const list = document.createElement("dl");
    for (const [keys, meaning] of HELP) {
      const key = document.createElement("dt");
      const text = document.createElement("dd");
      key.textContent = keys;
      text.textContent = meaning;
      list.append(key, text);
    }
    const close = document.createElement("button");
    Object.assign(close, { type: "button", className: "plain", textContent: "Close" });
    close.addEventListener("click", () => box.close());
    box.append(title, list, close);
    document.body.append(box);
    return box;
  }

  /** A finger that goes sideways turns the page, but on a map it moves the map. */
  function swipes(stage, act) {
    let start = null;
    stage.addEventListener("touchstart", (event) => {
      const [touch] = event.touches;
      start = event.touches.length === 1 && !event.target.closest(".live-map, table") ? [touch.clientX, touch.clientY] : null;
    }, { passive: true });
    stage.addEventListener("touchend", (event) => {
      if (!start) return;
      const [touch] = event.changedTouches;
      const [x, y] = [touch.clientX - start[0], touch.clientY - start[1]];
      start = null;
      if (Math.abs(x) > 50 && Math.abs(x) > 1.8 * Math.abs(y)) act(x < 0 ? "next" : "previous");
    }, { passive: true });
  }

  /** The bar is there when somebody moves the mouse or comes with the keyboard. */
  function wake() {
    const page = document.documentElement;
    let timer = 0;
    addEventListener("pointermove", () => {
      page.classList.add("awake");
      clearTimeout(timer);
      timer = setTimeout(() => page.classList.remove("awake"), 2500);
    }, { passive: true });
  }

  Player.controls = { commandOf, bar, edges, help, swipes, wake };
})();
