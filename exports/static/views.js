"use strict";

// The tabs, and what in the views stands for the selection.
zhengmai.views = (() => {
  const { state, matrix, table } = zhengmai;
  const tabs = [...document.querySelectorAll('[role="tab"]')];
  const PICTURES = new Set(["graph", "lineage"]);
  const BUILT = { matrix, table };
  let current = [];

  function show({ view }) {
    for (const tab of tabs) {
      const chosen = tab.dataset.view === view;
      tab.setAttribute("aria-selected", String(chosen));
      tab.tabIndex = chosen ? 0 : -1;
      document.getElementById(`view-${tab.dataset.view}`).hidden = !chosen;
    }
    for (const id of ["save-png", "save-svg"]) document.getElementById(id).disabled = !PICTURES.has(view);
    BUILT[view]?.render();
  }

  // Everything in the views that stands for the selection says so.
  function mark({ view, select }) {
    for (const each of current) each.removeAttribute("aria-current");
    current = select ? [...document.querySelectorAll(`#views [data-select="${CSS.escape(state.short(select))}"]`)] : [];
    for (const each of current) each.setAttribute("aria-current", "true");
    if (!["graph", "text"].includes(view)) {
      current.find((each) => each.closest("section:not([hidden])"))?.scrollIntoView({ block: "nearest", inline: "nearest" });
      const row = select && document.querySelector(`[data-row="${CSS.escape(state.short(select))}"]`);
      if (view === "comparison" && row) row.scrollIntoView({ block: "start" });
    }
  }

  for (const tab of tabs) tab.addEventListener("click", () => state.set({ view: tab.dataset.view }));
  tabs[0].parentElement.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const at = tabs.findIndex((tab) => tab.tabIndex === 0);
    const next = tabs[(at + step + tabs.length) % tabs.length];
    state.set({ view: next.dataset.view });
    next.focus();
    event.preventDefault();
  });
  const choose = (target) => {
    const chosen = target.closest?.("[data-select]");
    if (chosen) zhengmai.select(state.long(chosen.dataset.select));
    return chosen;
  };
  const root = document.getElementById("views");
  root.addEventListener("click", (event) => choose(event.target));
  root.addEventListener("keydown", (event) => {
    const drawn = event.target.closest?.("g[data-select]");
    if (drawn && ["Enter", " "].includes(event.key)) {
      choose(drawn);
      event.preventDefault();
    }
  });

  // What a drawn line or box is called, in the language of the page.
  function name() {
    for (const each of document.querySelectorAll("g.link")) {
      const [from, to] = [each.dataset.from, each.dataset.to].map(state.long);
      const words = zhengmai.line({ from, relation: each.dataset.tie, to });
      each.setAttribute("aria-label", words);
      each.querySelector("title").textContent = words;
    }
    for (const each of document.querySelectorAll("g.box")) {
      const id = state.long(each.dataset.select);
      const words = zhengmai.name(id);
      each.setAttribute("aria-label", `${zhengmai.kind(zhengmai.facts.kinds.get(id))} ${words}`);
      each.querySelector("title").textContent = words;
    }
  }

  return { show, mark, name };
})();
