"""The static pages at growing sizes: what building costs a document, and filtering in a browser.

``python tests/benchmarks/bench_site.py [DOCUMENTS…]`` builds the site of made-up documents of many
places; the last column is the cost of a document beside that at the first size: 1 is linear. Then
it measures a key typed into the index of 1,000 and of 10,000 documents, and says how many times
the longer one takes: at most ten where it is linear. The browser needs chromium and playwright.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from exports.site import site
from exports.site.index import index_script, levels
from exports.site.site import Site
from graph.model import SourceText
from graph.pipeline import add, read_text
from graph.store import open_store
from tests.exports.site.test_index import ten_thousand

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CHROMIUM = "/usr/bin/chromium"
CITIES = ("达州市", "广安市", "泸州市", "绵阳市", "遂宁市", "内江市", "乐山市", "宜宾市")
TASKS = ("放宽落户条件", "落实医疗保险", "衔接生育政策", "保障子女入学", "完善住房保障")
BODIES = ("市公安局", "市人社局", "市卫计委", "市教育局", "市住建局")
TYPE = """(words) => {
    const field = document.getElementById("sought");
    const times = [];
    for (let at = 0; at < 15; at += 1) {
        field.value = words.slice(0, 1 + (at % words.length));
        const from = performance.now();
        field.dispatchEvent(new Event("input"));
        document.body.offsetHeight;
        times.push(performance.now() - from);
    }
    return times.sort((one, two) => one - two)[7];
}"""


def notice(number: int) -> str:
    """Return the text of a made-up notice."""
    city = CITIES[number % len(CITIES)]
    clauses = [
        f"  ({'一二三四五'[at]}){task}。到{2018 + number % 7}年前完成第{number}批,方便办理。"
        f"({body}牵头,{BODIES[(at + 1 + number) % 5]}配合)"
        for at, (task, body) in enumerate(zip(TASKS, BODIES, strict=True))
    ]
    lines, year = "\n\n".join(clauses), 2015 + number % 9
    return (
        f"关于印发{city}推进城市落户工作方案的通知\n{city[:1]}市府办〔{year}〕{number}号"
        f"\n\n各县(市、区)人民政府:\n\n  现印发你们,请认真贯彻执行。\n\n{city}人民政府办公室\n"
        f"{year}年6月1日\n\n  一、主要任务\n\n{lines}\n"
    )


def built(documents: int, folder: Path) -> tuple[float, int, int]:
    """Return the seconds that a site takes, its files and its bytes."""
    with open_store(folder / str(documents), write=True) as store:
        for number in range(documents):
            text = notice(number + 1)
            source = SourceText(text, f"{number}.txt", "text/plain", "utf-8", f"{number:064x}")
            add(store, read_text(source))
        before = time.process_time()  # what others do meanwhile does not count
        sizes = [len(content) for _, content in site(store)]
        return time.process_time() - before, len(sizes), sum(sizes)


def typed(browser: Browser, documents: int, folder: Path) -> float:
    """Return the milliseconds from a key in the search to the list drawn anew."""
    place = folder / f"index-{documents}"
    with open_store(place / "store", write=True) as store:
        empty = Site(store)
        for name in ("index.html", "site.css", "dark.css", "site-index.js", "index-names.js"):
            (place / name).write_bytes(empty.file(name))
    script = index_script(ten_thousand()[:documents], levels("zh"))
    (place / "index-data.js").write_bytes(script)
    page = browser.new_page()
    page.goto((place / "index.html").as_uri())
    found = float(page.evaluate(TYPE, "户籍制度改革"))
    page.close()
    return found


def main(sizes: list[int]) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name, sync_playwright() as tools:
        folder = Path(name)
        print(f"{'documents':>10}{'seconds':>9}{'files':>8}{'kB':>9}{'each, beside the first':>25}")
        first = 0.0
        for size in sizes:
            seconds, files, whole = built(size, folder)
            first = first or seconds / size
            ratio = seconds / size / first
            print(f"{size:>10}{seconds:>9.1f}{files:>8}{whole / 1000:>9.0f}{ratio:>25.2f}")
        browser = tools.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        short, long = (typed(browser, size, folder) for size in (1_000, 10_000))
        browser.close()
        print(f"a key in the index of 1,000: {short:.1f} ms, of 10,000: {long:.1f} ms,", end=" ")
        print(f"{long / short:.1f} times as long")


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [50, 200, 800])
