/* The talk: which slide is shown, and the commands that keys, bar, edges and swipes give. */
(function () {
  "use strict";

  const page = document.documentElement;
  const { commandOf, bar, edges, help, swipes, wake } = Player.controls;

  class Talk {
    constructor(data) {
      this.stage = new Player.Stage(data);
      this.presenter = new Player.Presenter(this);
      this.print = new Player.Print(this.stage);
      this.help = help();
      this.black = document.getElementById("black");
      this.progress = document.createElement("div");
      this.progress.className = "progress";
      this.progress.setAttribute("aria-hidden", "true");
      const box = document.getElementById("stage");
      const act = (...command) => this.act(...command);
      box.append(...edges(act), bar(act), this.progress);
      this.black.addEventListener("click", () => this.act("black"));
      swipes(box, act);
      wake();
      document.addEventListener("keydown", (event) => this.key(event));
      addEventListener("hashchange", () => this.go(this.fromAddress(this.stage.current)));
      addEventListener("pagehide", () => this.presenter.closeWindow());
    }

    begin({ start, presenter, focus }) {
      this.go(this.fromAddress(start));
      if (focus && window.parent !== window) window.focus();
      if (presenter) this.act("presenter");
    }

    fromAddress(otherwise) {
      const asked = /^#(\d{1,4})$/.exec(location.hash);
      return asked ? Math.min(Math.max(Number(asked[1]) - 1, 0), this.stage.count - 1) : otherwise;
    }

    key(event) {
      if (this.help.open && event.key !== "?") return;
      const command = commandOf(event);
      if (!command) return;
      event.preventDefault();
      this.act(...command);
    }

    step(by) {
      this.go(Math.min(Math.max(this.stage.current + by, 0), this.stage.count - 1));
    }

    go(number) {
      this.black.hidden = true;
      if (number === this.stage.current || !this.stage.count) return;
      this.stage.show(number);
      this.keepAddress(number + 1);
      this.progress.style.setProperty("--done", String(this.stage.count > 1 ? number / (this.stage.count - 1) : 1));
      const title = this.stage.sections[number].querySelector("h2").textContent;
      document.getElementById("said").textContent = `Slide ${number + 1} of ${this.stage.count}: ${title}`;
      this.presenter.update();
    }

    /** A document without an address of its own (a frame of the app) would load the page around it. */
    keepAddress(place) {
      if (location.protocol !== "about:" && location.hash !== `#${place}`) location.replace(`#${place}`);
    }

    act(command, ...rest) {
      const commands = {
        next: () => this.step(1),
        previous: () => this.step(-1),
        first: () => this.go(0),
        last: () => this.go(this.stage.count - 1),
        black: () => { this.black.hidden = !this.black.hidden; },
        notes: () => this.mark("notes", page.classList.toggle("noted")),
        presenter: () => this.mark("presenter", this.presenter.toggle()),
        window: () => this.ownWindow(),
        fullscreen: () => this.fullscreen(),
        theme: () => this.theme(page.dataset.theme === "dark" ? "light" : "dark"),
        back: () => this.stage.back(),
        nearer: () => this.stage.live().forEach((map) => map.map.zoomIn()),
        farther: () => this.stage.live().forEach((map) => map.map.zoomOut()),
        pan: (x, y) => this.stage.live().forEach((map) => map.pan(x, y)),
        help: () => { if (this.help.open) this.help.close(); else this.help.showModal(); },
        escape: () => this.escape(),
      };
      commands[command](...rest);
    }

    /** Light again if it was dark; else the page around may take its window back. */
    escape() {
      if (!this.black.hidden) this.black.hidden = true;
      else if (window.parent !== window) window.parent.postMessage("border-atlas-leave", "*");
    }

    mark(command, on) {
      const button = document.querySelector(`.bar [data-command="${command}"]`);
      button.setAttribute("aria-pressed", String(on));
      this.stage.fit();
    }

    /** Where windows are forbidden the panel comes beside the slide. */
    ownWindow() {
      if (!this.presenter.openWindow() && !this.presenter.beside) this.act("presenter");
      this.mark("presenter", this.presenter.beside);
    }

    fullscreen() {
      if (document.fullscreenElement) document.exitFullscreen();
      else if (page.requestFullscreen) page.requestFullscreen().catch(() => this.refused());
    }

    refused() {
      document.getElementById("said").textContent = "Full screen is not allowed here.";
    }

    theme(name) {
      page.dataset.theme = name;
      this.stage.maps.forEach((map) => map.useTheme());
    }
  }

  const data = JSON.parse(document.getElementById("briefing").textContent);
  page.classList.add("live");
  page.dataset.theme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  window.talk = new Talk(data);
  window.talk.begin(data);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", (event) => window.talk.theme(event.matches ? "dark" : "light"));
  page.dataset.player = "ready";
})();
