/* In every document of a benchmarked page: when was the last press, and when was the awaited thing painted?
   Times are those of the top page's clock, in milliseconds since its navigation began. */
(function () {
  "use strict";

  const top = window.top;
  const own = window === top;
  if (own) window.bench = { down: null, painted: null, frames: 0 };
  const press = () => { top.bench.down = top.performance.now(); };
  addEventListener("pointerdown", press, true);
  addEventListener("keydown", press, true);
  if (!own) return;

  /** The window of streamlit-folium's frame, if it is there and loaded. */
  window.bench.map = () => {
    const frame = document.querySelector('iframe[title^="streamlit_folium"]');
    return frame && frame.contentWindow && frame.contentDocument ? frame.contentWindow : null;
  };

  /** Wait, picture by picture, until the condition holds; two pictures later it has been painted. */
  window.bench.arm = (condition) => {
    const bench = window.bench;
    const holds = typeof condition === "string" ? new Function(`return (${condition});`) : condition;
    bench.painted = null;
    bench.round = (bench.round || 0) + 1;
    const round = bench.round;
    const look = () => {
      if (round !== bench.round) return;
      let met = false;
      try { met = holds(); } catch { met = false; }
      if (!met) requestAnimationFrame(look);
      else requestAnimationFrame(() => requestAnimationFrame(() => { bench.painted = performance.now(); }));
    };
    requestAnimationFrame(look);
  };

  if (window.benchFirst) window.bench.arm(window.benchFirst);
})();
