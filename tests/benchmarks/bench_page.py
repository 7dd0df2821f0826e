"""The page beside stock pyvis, in one run and one browser: size, first view, frames, selection.

``python tests/benchmarks/bench_page.py [SHAPES…]`` needs chromium and playwright. Documents are
made up, with a text of their own. Stock pyvis draws the same shapes and lines with its defaults and
its files inlined; its first view is when its simulation has come to rest, at most a minute.
"""

from __future__ import annotations

import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playwright.sync_api import sync_playwright
from pyvis.network import Network

from exports.page.content import document_content
from exports.page.render import render
from graph.model import SourceText
from graph.outline import held_documents
from graph.pipeline import add, read_text
from graph.store import open_store

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from exports.page.scene import Scene

CHROMIUM = "/usr/bin/chromium"
BODIES = ("市公安局", "市财政局", "市教育局", "市住建局", "市民政局", "市农业局", "市审计局")
SENTENCES = (
    "积极引导农业转移人口在居住就业地落户，加快完善配套措施。",
    "加快推进各项登记颁证，不得强行要求转让宅基地使用权。",
    "各单位要加强组织领导，按时完成任务，确保取得实效。",
    "到2020年全面建立工作台账，定期通报进展情况。",
)
NUMERALS = "一二三四五六七八九十"
PATIENCE = 60.0  # seconds
SEEN = """addEventListener("load", () =>
    requestAnimationFrame(() => requestAnimationFrame(() => {
        window.seen = performance.now();
    })))"""
FRAMES = """(network) => new Promise((done) => {
    const from = performance.now();
    let frames = 0;
    const step = () => {
        const { x, y } = network.getViewPosition();
        network.moveTo({ position: { x: x + 3, y } });
        frames += 1;
        const passed = performance.now() - from;
        if (passed < 1000) requestAnimationFrame(step);
        else done((1000 * frames) / passed);
    };
    requestAnimationFrame(step);
})"""
# To the middle of all shapes, where most lines meet.
CROWD = """(network) => {
    const all = Object.values(network.body.nodes);
    const mean = (key) => all.reduce((sum, node) => sum + node[key], 0) / all.length;
    network.moveTo({ position: { x: mean("x"), y: mean("y") } });
}"""
SELECT = """(select, ids) => {
    const times = ids.map((id) => {
        const from = performance.now();
        select(id);
        return performance.now() - from;
    });
    return times.sort((one, two) => one - two)[Math.floor(times.length / 2)];
}"""


@dataclass(frozen=True)
class Figures:
    """What was measured of one page; times in milliseconds, NaN where it never came so far.

    ``frames`` a second are at the first view, ``crowded`` ones where most lines meet.
    """

    kilobytes: float
    first_view: float
    frames: float
    crowded: float
    selection: float


def notice(clauses: int) -> str:
    """Return the text of a made-up notice with so many clauses."""
    lines = ["库尔勒市人民政府办公室关于印发测试方案的通知", "库政办发〔2018〕999号", ""]
    for number in range(clauses):
        if number % 20 == 0:
            lines.append(f"{numeral(number // 20 + 1)}、第{number // 20 + 1}部分")
        one, other = BODIES[number % 7], BODIES[(number + 3) % 7]
        said = SENTENCES[number % len(SENTENCES)]
        tail = f"{one}牵头，{other}配合" if number % 3 == 0 else f"{one}牵头"
        lines.append(f"（{numeral(number % 20 + 1)}）推进第{number + 1}项工作。{said}（{tail}）")
    return "\n".join([*lines, "", "库尔勒市人民政府办公室", "2018年10月15日"])


def numeral(number: int) -> str:
    """Return a Chinese numeral below a thousand."""
    if number <= 10:
        return NUMERALS[number - 1]
    if number < 20:
        return f"十{NUMERALS[number - 11]}"
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    head = f"{NUMERALS[hundreds - 1]}百" if hundreds else ""
    middle = f"{NUMERALS[tens - 1]}十" if tens else "零" if hundreds and ones else ""
    return head + middle + (NUMERALS[ones - 1] if ones else "")


def made(shapes: int, folder: Path) -> tuple[Scene, bytes, float]:
    """Return the scene of a document of about so many shapes, its page, and the seconds it took."""
    text = notice(round((shapes - 14) / 1.05))
    source = SourceText(text, "made.txt", "text/plain", "utf-8", "0" * 64)
    with open_store(folder / str(shapes), write=True) as store:
        add(store, read_text(source))
        (document,) = held_documents(store)
        before = time.perf_counter()
        content = document_content(store, document, on_paper=True)
        page = render(content)
        return content.scene, page, time.perf_counter() - before


def stock(scene: Scene) -> str:
    """Return the page that pyvis writes of a scene by its defaults."""
    network = Network(directed=True, cdn_resources="in_line")
    for node in scene.nodes:
        network.add_node(node.id, label=node.zh, title=node.name)
    for edge in scene.edges:
        network.add_edge(edge.source, edge.target, title=edge.relation)
    return str(network.generate_html())


def measured(browser: Browser, file: Path, network: str, select: str, ids: list[str]) -> Figures:
    """Return the figures of a page whose scripts know ``network`` and how to ``select``."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, offline=True)
    page = context.new_page()
    page.add_init_script(SEEN)
    page.goto(file.as_uri(), timeout=PATIENCE * 1000)
    nothing = float("nan")
    end = time.perf_counter() + PATIENCE
    rests = f"window.seen && ({network}).physics.stabilized !== false ? performance.now() : 0"
    still = f"window.seen && !({network}).physics.physicsEnabled ? window.seen : 0"
    first: Any = 0
    while not first and time.perf_counter() < end:
        first = page.evaluate(still) or page.evaluate(rests)
        time.sleep(0.02)
    size = file.stat().st_size / 1000
    if not first:
        context.close()
        return Figures(size, nothing, nothing, nothing, nothing)
    frames = page.evaluate(f"({FRAMES})({network})")
    page.evaluate(f"({CROWD})({network})")
    crowded = page.evaluate(f"({FRAMES})({network})")
    selection = page.evaluate(f"(ids) => ({SELECT})({select}, ids)", ids)
    context.close()
    return Figures(size, float(first), float(frames), float(crowded), float(selection))


def main(sizes: list[int]) -> None:
    """Measure both pages of each size and print a table."""
    print(
        f"{'shapes':>7} {'page':8}{'kB':>8}{'first view ms':>15}"
        f"{'frames/s':>10}{'crowded':>9}{'select ms':>11}"
    )
    with tempfile.TemporaryDirectory() as name, sync_playwright() as tools:
        browser = tools.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for size in sizes:
            folder = Path(name)
            scene, page, seconds = made(size, folder)
            ours, theirs = folder / f"{size}.html", folder / f"{size}-stock.html"
            ours.write_bytes(page)
            theirs.write_text(stock(scene), "utf-8")
            ids = [node.id for node in scene.nodes][:: max(1, len(scene.nodes) // 20)]
            redraw = "(id) => { network.selectNodes([id]); network.redraw(); }"
            for label, file, network, select in (
                ("zhengmai", ours, "zhengmai.drawing.network", "zhengmai.select"),
                ("pyvis", theirs, "network", redraw),
            ):
                found = measured(browser, file, network, select, ids)
                print(
                    f"{len(scene.nodes):>7} {label:8}{found.kilobytes:>8.0f}"
                    f"{found.first_view:>15.0f}{found.frames:>10.0f}{found.crowded:>9.0f}"
                    f"{found.selection:>11.1f}"
                )
            print(f"        built in {seconds:.2f} s, {len(scene.edges)} lines")
        browser.close()


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [120, 1000, 5000])
