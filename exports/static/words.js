"use strict";

// The data of the page, and what it says in the language chosen.
const zhengmai = (() => {
  const island = (name) => JSON.parse(document.getElementById(`data-${name}`).textContent);
  const words = island("words");
  const { graph, details } = unpack(island("graph"));
  const state = { language: "zh" };

  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const all = (attribute) => document.querySelectorAll(`[data-${attribute}]`);

  return {
    graph,
    details,
    get language() {
      return state.language;
    },
    setLanguage(language) {
      state.language = language;
      document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
      for (const each of all("word")) each.textContent = this.say(each.dataset.word);
      for (const each of all("glyph")) each.textContent = this.say(`glyph_${each.dataset.glyph}`);
      for (const each of all("zh")) each.textContent = each.dataset[language];
      for (const each of all("count")) {
        each.textContent = this.say(each.dataset.count, { n: each.dataset.n });
      }
      for (const each of all("name")) each.setAttribute("aria-label", this.say(each.dataset.name));
      for (const each of all("term")) {
        const [group, key] = each.dataset.term.split(":");
        each.textContent = this.term(group, key);
      }
    },
    say: (key, values = {}) => fill(words[state.language].page[key], values),
    term: (group, key) => words[state.language][group][key] ?? key,
    kind(key) {
      return this.term("kinds", key);
    },
    relation(key) {
      return this.term("relations", key);
    },
    field(key) {
      return this.term("fields", key);
    },
    standing(key) {
      return this.term("standings", key);
    },
    name(node) {
      return this.graph.names[node].short[state.language];
    },
    // A relation between two things, in words.
    line({ from, relation, to }) {
      return `${this.name(from)} → ${this.relation(relation)} → ${this.name(to)}`;
    },
    list: (items) => items.join(state.language === "zh" ? "、" : ", "),
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
