"use strict";

// What is shown, kept in the hash: a link to the page with its hash shows just the same.
zhengmai.state = (() => {
  const VIEWS = ["graph", "lineage", "matrix", "text", "comparison", "table"];
  const NOTHING = {
    view: "graph", select: "", at: "", lang: document.documentElement.lang === "en" ? "en" : "zh", theme: "",
    hide: "", hops: "", from: "", to: "", part: "",
  };
  const { base } = zhengmai.graph;
  const listeners = [];
  let current = { ...NOTHING };

  // A relation is three things with blanks between; the base of IRIs says nothing new.
  const short = (id) => id.split(" ").map((part) => (part.startsWith(base) ? `~${part.slice(base.length)}` : part)).join(" ");
  const long = (id) => id.split(" ").map((part) => (part.startsWith("~") ? base + part.slice(1) : part)).join(" ");
  const LINKS = new Set(["select", "from", "to"]);

  function written(state) {
    const pairs = new URLSearchParams();
    for (const [key, value] of Object.entries(state)) {
      if (value !== NOTHING[key]) pairs.set(key, LINKS.has(key) ? short(value) : value);
    }
    return pairs.toString();
  }

  function read(hash) {
    const state = { ...NOTHING };
    for (const [key, value] of new URLSearchParams(hash.replace(/^#/, ""))) {
      if (key in NOTHING) state[key] = LINKS.has(key) ? long(value) : value;
    }
    if (!VIEWS.includes(state.view)) state.view = NOTHING.view;
    if (!["zh", "en"].includes(state.lang)) state.lang = NOTHING.lang;
    if (!["", "1", "2", "3"].includes(state.hops)) state.hops = "";
    if (!["", "light", "dark"].includes(state.theme)) state.theme = "";
    for (const key of LINKS) {
      if (state[key] && state[key] !== "notes" && !zhengmai.facts.exists(state[key])) state[key] = "";
    }
    return state;
  }

  function enter(state) {
    const was = current;
    current = state;
    for (const listener of listeners) listener(current, was);
  }

  window.addEventListener("hashchange", () => {
    const state = read(location.hash);
    if (written(state) !== written(current)) enter(state);
  });

  return {
    VIEWS,
    short,
    long,
    get now() {
      return current;
    },
    // Later listeners may rely on what earlier ones have drawn.
    on: (listener) => listeners.push(listener),
    set(changes) {
      const state = { ...current, ...changes };
      if (written(state) === written(current)) return;
      enter(state);
      const hash = written(state);
      if (hash !== location.hash.replace(/^#/, "")) location.hash = hash;
    },
    start() {
      const state = read(location.hash);
      const was = { ...state };
      current = state;
      for (const listener of listeners) listener(state, was, true);
    },
    link: () => `${location.href.split("#")[0]}#${written(current)}`,
  };
})();

zhengmai.select = (id) => zhengmai.state.set({ select: id ?? "", at: "" });
