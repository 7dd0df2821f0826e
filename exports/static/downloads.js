"use strict";

// What can be taken along: pictures, tables as CSV, the decisions, and the page on paper.
zhengmai.downloads = (() => {
  const { graph, picture, state, table } = zhengmai;
  const FORMULA = /^[=+\-@\t\r＝＋－＠]/; // OWASP, CSV injection

  function give(name, content, type) {
    const link = document.createElement("a");
    const url = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
    link.href = url;
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 1000);
  }

  const field = (value) => {
    const text = FORMULA.test(String(value)) && typeof value !== "number" ? `'${value}` : String(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const csv = (rows) => `\ufeff${rows.map((row) => `${row.map(field).join(",")}\r\n`).join("")}`;

  function matrix() {
    const shown = document.getElementById("matrix");
    if (!shown) return [];
    const words = (cell) =>
      [...cell.querySelectorAll(".role")]
        .map((each) => {
          const [, role] = /role-(\w+)/.exec(each.className);
          return [zhengmai.relation(role), each.dataset.duties].filter(Boolean).join(" ");
        })
        .join("、");
    return [...shown.rows].map((row) =>
      [...row.cells].map((cell) => (cell.querySelector(".role") ? words(cell) : cell.textContent.trim())),
    );
  }

  function everything() {
    const columns = table.columns("statements");
    return [
      columns.map((column) => zhengmai.say(`column_${column}`)),
      ...table.rows("statements").map((row) => columns.map((column) => row[column])),
    ];
  }

  // The file's name: what the page is about, and what of it, without what file systems refuse.
  const name = (end) => `${document.title.replace(/[\\/:*?"<>|\s]+/g, " ").trim().slice(0, 60)} ${end}`;
  const label = () => zhengmai.say(`view_${state.now.view}`);

  document.getElementById("save-svg").addEventListener("click", () => {
    const drawn = picture.svg(state.now.view);
    if (drawn) give(name(`${label()}.svg`), picture.source(drawn), "image/svg+xml");
  });
  document.getElementById("save-png").addEventListener("click", () => {
    const drawn = picture.svg(state.now.view);
    if (drawn) picture.png(drawn, (blob) => give(name(`${label()}.png`), blob));
  });
  document.getElementById("save-csv").addEventListener("click", () => {
    const rows = state.now.view === "matrix" ? matrix() : everything();
    const what = state.now.view === "matrix" ? label() : zhengmai.say("view_table");
    give(name(`${what}.csv`), csv(rows), "text/csv");
  });
  document.getElementById("save-decisions").addEventListener("click", () =>
    give(name("decisions.json"), zhengmai.review.file(), "application/json"),
  );
  // The frame of a notebook may neither save nor print; a button that does nothing is none.
  if (location.protocol === "about:") {
    for (const id of ["print", "save-png", "save-svg", "save-csv", "save-decisions"]) {
      document.getElementById(id).hidden = true;
    }
  }
  document.getElementById("print").addEventListener("click", () => window.print());

  // On paper every view stands, and the graph as a drawing of lines.
  window.addEventListener("beforeprint", () => {
    table.render();
    const drawn = picture.svg("graph");
    drawn.id = "printed";
    document.getElementById("printed")?.remove();
    document.getElementById("graph").after(drawn);
  });
  window.addEventListener("afterprint", () => document.getElementById("printed")?.remove());

  return { csv, documents: graph.documents };
})();
