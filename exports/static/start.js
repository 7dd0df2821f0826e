"use strict";

// Brings the parts together: whatever changes the state, the page follows.
(() => {
  const { drawing, focus, legend, panel, parts, review, search, state, text, views } = zhengmai;
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const isDark = ({ theme }) => (theme ? theme === "dark" : dark.matches);

  function dress(now) {
    document.getElementById("dark").media = isDark(now) ? "screen" : "not all";
    drawing.dress(isDark(now));
  }

  function speak({ lang }) {
    zhengmai.setLanguage(lang);
    views.name();
    search.render();
    review.tell();
    review.fill();
    document.getElementById("notes").textContent = panel.notesCount
      ? zhengmai.say("notes_count", { n: panel.notesCount })
      : zhengmai.say("notes");
  }

  function lightUp(now, moved) {
    const near = drawing.light(now.select);
    if (drawing.network && now.view === "graph") {
      const focus = focused(now);
      if (moved || focus) drawing.fit(focus);
      else if (near.length) drawing.reveal(near);
    }
  }

  const focused = (now) =>
    parts.isFocus(now) || parts.near(now) ? drawing.shown().nodes.map((node) => node.id) : null;
  const isNarrowed = (now, was) =>
    ["hops", "from", "to", "part"].some((key) => now[key] !== was[key]) ||
    (now.hops && now.select !== was.select) ||
    parts.current(now) !== parts.current(was);

  state.on((now, was, first) => {
    const spoken = first || now.lang !== was.lang;
    const dressed = first || now.theme !== was.theme;
    const narrowed = first || isNarrowed(now, was);
    if (spoken) speak(now);
    views.show(now);
    if (panel.show(now) || now.view !== was.view) {
      const scale = drawing.network?.getScale();
      const position = drawing.network?.getViewPosition();
      drawing.resize();
      if (drawing.network) drawing.network.moveTo({ scale, position }); // it would shrink the drawing
    }
    if (spoken || dressed) dress(now);
    if (first || now.hide !== was.hide) legend.read(now.hide);
    if (narrowed || now.hide !== was.hide) drawing.refresh(focus.near(now));
    focus.show(now);
    const fresh = now.view === "graph" && !drawing.network;
    if (fresh) {
      drawing.draw(isDark(now));
      drawing.refresh();
      drawing.fit(focused(now));
    }
    if (spoken || narrowed) parts.show(now);
    if (spoken || dressed || narrowed || now.hide !== was.hide) legend.render();
    lightUp(now, !first && !fresh && (narrowed || spoken));
    views.mark(now);
    text.show(now);
  });

  document.getElementById("fit").addEventListener("click", () => {
    state.set({ select: "", hops: "", from: "", to: "", part: "all" });
    drawing.fit();
  });
  document.getElementById("notes").addEventListener("click", () => zhengmai.select("notes"));
  document.getElementById("language").addEventListener("click", () =>
    state.set({ lang: zhengmai.language === "zh" ? "en" : "zh" }),
  );
  document.getElementById("theme").addEventListener("click", () =>
    state.set({ theme: isDark(state.now) ? "light" : "dark" }),
  );
  dark.addEventListener("change", () => {
    dress(state.now);
    legend.render();
  });
  window.addEventListener("resize", () => drawing.network && !state.now.select && drawing.fit());

  state.start();
  // vis-network tells of clicks only when it is drawn, which may be later.
  document.getElementById("graph").addEventListener("pointerup", (event) => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const { x, y } = pressed;
    if (Math.hypot(event.clientX - x, event.clientY - y) > 4) return;
    const place = { x: event.clientX - left, y: event.clientY - top };
    zhengmai.select(drawing.network.getNodeAt(place) ?? drawing.network.getEdgeAt(place) ?? null);
  });
  const pressed = { x: 0, y: 0 };
  document.getElementById("graph").addEventListener("pointerdown", (event) => {
    pressed.x = event.clientX;
    pressed.y = event.clientY;
  });
})();
