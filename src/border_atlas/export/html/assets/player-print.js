/* On paper each slide has a page with its notes, and each map is drawn for it as vectors. */
(function () {
  "use strict";

  class Print {
    constructor(stage) {
      this.stage = stage;
      this.maps = [];
      addEventListener("beforeprint", () => this.begin());
      addEventListener("afterprint", () => this.end());
    }

    begin() {
      if (this.maps.length) return;
      document.documentElement.classList.add("printing");
      this.theme = document.documentElement.dataset.theme;
      document.documentElement.dataset.theme = "light";
      this.stage.sections.forEach((section, number) => this.draw(section, number));
    }

    /** Leaflet draws vectors at once, canvases only with the next frame of the screen, which print does not wait for. */
    draw(section, number) {
      section.style.removeProperty("--fit");
      const { canvas } = L;
      L.canvas = (options) => L.svg(options);
      this.stage.places(number).forEach((place, index) => {
        const map = new Player.SlideMap(this.stage.config, { still: true });
        place.append(map.element);
        map.begin();
        map.legend.classList.add("printed");
        place.after(map.legend);
        map.take(place, this.stage.data.slides[number].maps[index]);
        map.look(false);
        this.maps.push(map);
      });
      L.canvas = canvas;
    }

    end() {
      for (const map of this.maps) {
        map.map.remove();
        map.element.remove();
        map.legend.remove();
      }
      this.maps = [];
      document.documentElement.classList.remove("printing");
      document.documentElement.dataset.theme = this.theme;
      this.stage.live().forEach((map) => map.useTheme());
      this.stage.fit();
    }
  }

  Player.Print = Print;
})();
