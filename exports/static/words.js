"use strict";

// The data of the page, and what it says in the language chosen.
const zhengmai = (() => {
  const island = (name) => JSON.parse(document.getElementById(`data-${name}`).textContent);
  const words = island("words");
  const state = { language: "zh" };

  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

  return {
    graph: island("graph"),
    details: island("details"),
    get language() {
      return state.language;
    },
    setLanguage(language) {
      state.language = language;
      document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
      for (const element of document.querySelectorAll("[data-word]")) {
        element.textContent = this.say(element.dataset.word);
      }
      for (const element of document.querySelectorAll("[data-name]")) {
        element.setAttribute("aria-label", this.say(element.dataset.name));
      }
    },
    say: (key, values = {}) => fill(words[state.language].page[key], values),
    kind: (key) => words[state.language].kinds[key],
    relation: (key) => words[state.language].relations[key],
    field: (key) => words[state.language].fields[key],
    name(node) {
      return this.graph.names[node].short[state.language];
    },
    element(tag, { text, className, onClick, ...attributes } = {}, children = []) {
      const made = document.createElement(tag);
      if (text !== undefined) made.textContent = text;
      if (className) made.className = className;
      if (onClick) made.addEventListener("click", onClick);
      for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
      made.append(...children);
      return made;
    },
  };
})();
