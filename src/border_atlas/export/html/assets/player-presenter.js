/* The presenter's panel: timer, notes and what comes next; beside the slide, or in a window of its own. */
(function () {
  "use strict";

  function element(page, name, className, text = "") {
    const made = page.createElement(name);
    made.className = className;
    made.textContent = text;
    return made;
  }

  function button(page, text, action) {
    const made = element(page, "button", "plain", text);
    made.type = "button";
    made.addEventListener("click", action);
    return made;
  }

  function two(number) {
    return String(number).padStart(2, "0");
  }

  /** Time since the talk began, without the pauses. */
  class Timer {
    constructor() {
      this.reset();
    }

    reset() {
      this.before = 0;
      this.since = Date.now();
    }

    get paused() {
      return this.since === null;
    }

    toggle() {
      if (this.paused) {
        this.since = Date.now();
      } else {
        this.before += Date.now() - this.since;
        this.since = null;
      }
    }

    say() {
      const seconds = Math.floor((this.before + (this.paused ? 0 : Date.now() - this.since)) / 1000);
      const hours = Math.floor(seconds / 3600);
      return `${hours ? `${hours}:` : ""}${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
    }
  }

  class Panel {
    /** page: the document to live in; player: {timer, stage, step, openWindow}. */
    constructor(page, player) {
      this.page = page;
      this.player = player;
      this.box = element(page, "aside", "panel");
      this.box.setAttribute("aria-label", "Presenter view");
      this.time = element(page, "output", "time");
      this.clock = element(page, "span", "clock");
      this.place = element(page, "p", "now");
      this.notes = element(page, "div", "panel-notes");
      this.notes.tabIndex = 0;
      this.next = element(page, "p", "next-title");
      this.box.append(this.head(), this.place, element(page, "h2", "label", "Notes"), this.notes);
      this.box.append(element(page, "h2", "label", "Next"), this.next, this.foot());
      this.ticking = setInterval(() => this.tick(), 250);
    }

    head() {
      const head = element(this.page, "div", "panel-head");
      const { timer } = this.player;
      this.pause = button(this.page, "Pause", () => { timer.toggle(); this.tick(); });
      head.append(this.time, this.pause, button(this.page, "Reset", () => { timer.reset(); this.tick(); }), this.clock);
      return head;
    }

    foot() {
      const foot = element(this.page, "div", "panel-foot");
      foot.append(button(this.page, "‹ Previous", () => this.player.step(-1)), button(this.page, "Next ›", () => this.player.step(1)));
      return foot;
    }

    tick() {
      const { timer } = this.player;
      this.time.textContent = timer.say();
      this.pause.textContent = timer.paused ? "Go on" : "Pause";
      this.clock.textContent = new Date().toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
    }

    update() {
      const { stage } = this.player;
      const section = stage.sections[stage.current];
      const following = stage.sections[stage.current + 1];
      this.place.textContent = `Slide ${stage.current + 1} of ${stage.count}: ${section.querySelector("h2").textContent}`;
      const notes = section.querySelector(".notes > div");
      this.notes.replaceChildren(...[...notes.childNodes].map((node) => this.page.importNode(node, true)));
      this.notes.scrollTop = 0;
      this.next.textContent = following ? following.querySelector("h2").textContent : "End of the briefing";
      this.tick();
    }

    leave() {
      clearInterval(this.ticking);
      this.box.remove();
    }
  }

  class Presenter {
    constructor(player) {
      this.player = player;
      player.timer = new Timer();
    }

    get beside() {
      return Boolean(this.panel);
    }

    /** Notes, timer and next title beside the slide. */
    toggle() {
      if (this.panel) {
        this.panel.leave();
        this.panel = null;
      } else {
        this.panel = new Panel(document, this.player);
        this.panel.box.querySelector(".panel-foot").append(button(document, "Own window", () => this.openWindow()));
        document.body.append(this.panel.box);
        this.panel.update();
      }
      document.documentElement.classList.toggle("presenting", this.beside);
      return this.beside;
    }

    /** The same in a window of its own, written from here: that works for a file on disk too. */
    openWindow() {
      const other = window.open("", "_blank", "popup,width=760,height=620");
      if (!other) return false;
      if (this.panel) this.toggle();
      const page = other.document;
      page.title = `Presenter view · ${document.title}`;
      page.documentElement.lang = document.documentElement.lang;
      page.documentElement.dataset.theme = document.documentElement.dataset.theme;
      page.documentElement.className = "own-window";
      for (const style of document.querySelectorAll("style")) page.head.append(page.importNode(style, true));
      this.own = new Panel(page, this.player);
      page.body.append(this.own.box);
      page.addEventListener("keydown", (event) => this.player.key(event));
      other.addEventListener("pagehide", () => this.closeWindow());
      this.window = other;
      this.own.update();
      return true;
    }

    closeWindow() {
      if (this.own) this.own.leave();
      if (this.window) this.window.close();
      this.own = null;
      this.window = null;
    }

    update() {
      for (const panel of [this.panel, this.own]) if (panel) panel.update();
    }
  }

  Player.Presenter = Presenter;
})();
