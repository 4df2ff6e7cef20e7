/* Maps of one group move together, from browser frame to browser frame: no rerun on the server.
   The group's name is made by the server for each session, so that two tabs do not pull at each other. */
(function () {
  "use strict";

  class Sync {
    constructor(map) {
      this.map = map;
      this.following = false;
      map.on("move zoomend", () => this.tell());
    }

    join(group) {
      if (this.group === group) return;
      if (this.channel) this.channel.close();
      this.group = group;
      this.channel = new BroadcastChannel(`atlas-${group}`);
      this.channel.addEventListener("message", (event) => this.hear(event.data));
    }

    /** Tell the others at most once a frame of the screen. */
    tell() {
      if (!this.channel || this.following || this.waiting) return;
      this.waiting = requestAnimationFrame(() => {
        this.waiting = null;
        const { lat, lng } = this.map.getCenter();
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel is of one origin
        this.channel.postMessage({ lat, lng, zoom: this.map.getZoom() });
      });
    }

    hear({ lat, lng, zoom }) {
      if (![lat, lng, zoom].every(Number.isFinite)) return;
      // Without animation the map's own events come before setView returns: they are not told on.
      this.following = true;
      this.map.setView([lat, lng], zoom, { animate: false });
      this.following = false;
    }
  }

  window.AtlasSync = Sync;
})();
