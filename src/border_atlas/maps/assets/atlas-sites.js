/* Places of missions in the field: small houses. */
(function () {
  "use strict";

  class Sites extends AtlasNearPoints {
    constructor(map, config, fetchLayer, pick) {
      super(map, fetchLayer, "sites");
      this.config = config;
      this.pick = pick;
    }

    take(p) {
      return { mission: p.m, name: p.n, role: p.r, place: p.p, ended: Boolean(p.e) };
    }

    /** indices: sites at the time asked for; missions: what is shown; chosen: the chosen mission or null. */
    show(indices, missions, chosen, mission) {
      this.want({ indices, missions: new Set(missions), chosen, mission });
    }

    isShown(item, near) {
      if (!this.wanted.missions.has(item.mission) || !this.wanted.mission(item.mission)) return false;
      return near || item.mission === this.wanted.chosen;
    }

    mark(item) {
      const mission = this.wanted.mission(item.mission);
      const look = this.config.organisations[mission.organisation];
      const html = AtlasShapes.site(look.colour, item.ended, item.role.includes("headquarters") ? 12 : 9);
      const icon = L.divIcon({ className: "atlas-site", html, iconSize: [12, 12] });
      const choose = () => this.pick("mission", item.mission);
      return { icon, alt: `${mission.acronym}, ${item.role} ${item.name}`, below: -10000, choose };
    }

    tooltip(item) {
      const { acronym } = this.wanted.mission(item.mission);
      const place = item.name.includes(item.place) ? "" : ` · ${item.place}`;
      return `${acronym} · ${item.role}${place}${item.ended ? " · ended" : ""}`;
    }
  }

  window.AtlasSites = Sites;
})();
