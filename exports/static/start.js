"use strict";

// Brings the parts together: one selection, one language, the keys.
(() => {
  const { drawing, panel, legend, search } = zhengmai;
  const state = { selection: null };

  function show(selection) {
    state.selection = selection;
    const scale = drawing.network.getScale();
    const position = drawing.network.getViewPosition();
    if (panel.show(selection)) {
      drawing.resize();
      drawing.network.moveTo({ scale, position }); // vis-network would shrink the drawing
    }
    const near = drawing.light(selection?.notes ? null : selection);
    drawing.network.unselectAll();
    if (selection?.edge) drawing.network.selectEdges([selection.id]);
    else if (selection && !selection.notes) drawing.network.selectNodes([selection.id], false);
    if (near.length) drawing.reveal(near);
  }

  zhengmai.select = (id) => {
    if (id === null) show(null);
    else show(drawing.kinds.has(id) ? { id } : { id, edge: drawing.edge(id) });
  };

  function speak(language) {
    zhengmai.setLanguage(language);
    drawing.place();
    legend.render();
    search.render();
    document.getElementById("notes").textContent = panel.notesCount
      ? zhengmai.say("notes_count", { n: panel.notesCount })
      : zhengmai.say("notes");
    panel.show(state.selection);
  }

  drawing.network.on("click", ({ nodes, edges }) => zhengmai.select(nodes[0] ?? edges[0] ?? null));
  document.getElementById("fit").addEventListener("click", () => {
    show(null);
    drawing.fit();
  });
  document.getElementById("notes").addEventListener("click", () => show({ notes: true }));
  document.getElementById("language").addEventListener("click", () => {
    speak(zhengmai.language === "zh" ? "en" : "zh");
    drawing.fit();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && document.activeElement !== search.input) {
      search.input.focus();
      search.input.select();
      event.preventDefault();
    } else if (event.key === "Escape") {
      search.close();
      show(null);
    }
  });
  window.addEventListener("resize", () => state.selection || drawing.fit());

  speak("zh");
  drawing.fit();
})();
