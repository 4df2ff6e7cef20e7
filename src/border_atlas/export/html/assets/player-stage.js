/* The slides: one is shown, its maps are live, and what the next one needs is made ready while nobody waits. */
(function () {
  "use strict";

  const SMALLEST = 0.6;
  const STEP = 0.05;
  const ROWS_FIRST = 0.75; // below this size a table loses rows, rather than that all letters become smaller
  const FEWEST_ROWS = 3;
  const AFTER_FLIGHT = 1800; // milliseconds

  function fits(part) {
    return part.scrollHeight <= part.clientHeight + 1;
  }

  /** Show the first rows of each table and say below it how many there are besides. */
  function showRows(part, most) {
    part.querySelectorAll(".table").forEach((table) => {
      const rows = [...table.querySelectorAll("tbody tr")];
      rows.forEach((row, place) => { row.hidden = place >= most; });
      const more = table.querySelector(".more");
      const left = Number(more.dataset.more) + Math.max(rows.length - most, 0);
      more.textContent = left ? `and ${left} more` : "";
    });
  }

  /** Take rows from the end until the rest can be seen without scrolling; a few stay in any case. */
  function dropRows(part) {
    const longest = Math.max(0, ...[...part.querySelectorAll("tbody")].map((body) => body.rows.length));
    for (let most = longest - 1; most >= FEWEST_ROWS && !fits(part); most -= 1) showRows(part, most);
  }

  class Stage {
    constructor(data) {
      this.data = data;
      this.config = { ...data.config, layersAtHand: new Player.Layers(data.layers) };
      this.sections = [...document.querySelectorAll(".slide")];
      this.maps = [];
      this.store = document.createElement("div");
      this.store.className = "store";
      this.store.setAttribute("aria-hidden", "true");
      document.body.append(this.store);
      this.current = null;
      new ResizeObserver(() => this.fit()).observe(document.getElementById("stage"));
    }

    get count() {
      return this.sections.length;
    }

    places(number) {
      return [...this.sections[number].querySelectorAll(".map")];
    }

    /** The maps are few and are carried from slide to slide, so that one can fly on from where the last one was. */
    map(number) {
      while (this.maps.length <= number) {
        const made = new Player.SlideMap(this.config);
        this.store.append(made.element);
        made.begin();
        this.maps.push(made);
      }
      return this.maps[number];
    }

    show(number) {
      const before = this.current;
      const wanted = this.data.slides[number].maps;
      const flies = before !== null && wanted.length === 1 && this.data.slides[before].maps.length === 1;
      this.current = number;
      this.sections.forEach((section, place) => { section.hidden = place !== number; });
      this.sections[number].classList.toggle("flown", flies);
      const places = this.places(number);
      wanted.forEach((one, place) => this.map(place).take(places[place], one));
      this.fit();
      this.live().forEach((map) => map.look(flies));
      clearTimeout(this.waiting);
      this.waiting = setTimeout(() => this.prepare(number + 1), AFTER_FLIGHT);
    }

    /** Another slide may need more maps than there are. */
    prepare(number) {
      const next = this.data.slides[number];
      if (next && next.maps.length) this.map(next.maps.length - 1);
    }

    /** The maps of the slide that is shown. */
    live() {
      return this.maps.slice(0, this.data.slides[this.current].maps.length);
    }

    back() {
      this.live().forEach((map) => map.back());
    }

    /** Text that is too long for its slide is set smaller, a table loses rows; what is still too long can be scrolled. */
    fit() {
      const section = this.sections[this.current];
      if (!section) return;
      const tables = [...section.querySelectorAll(".tables")];
      tables.forEach((part) => showRows(part, Infinity));
      const parts = [section, ...section.querySelectorAll(".words, .shows, .pictures")];
      for (let scale = 1; scale >= SMALLEST; scale -= STEP) {
        section.style.setProperty("--fit", scale.toFixed(2));
        if (parts.every(fits) && (scale < ROWS_FIRST || tables.every(fits))) break;
      }
      tables.forEach(dropRows);
    }
  }

  Player.Stage = Stage;
})();
