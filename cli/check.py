"""``zhengmai check``."""

from typing import Annotated

import typer

from cli.options import DEFAULT_STORE, Format, Lang, Store
from cli.output import emit, emit_object, emit_rows

Registers = Annotated[
    bool, typer.Option("--registers", help="改查登记表 / the registers instead of the store")
]


def check(
    *,
    registers: Registers = False,
    store: Store = DEFAULT_STORE,
    form: Format = "table",
    lang: Lang = "zh",
) -> int:
    """核对全库 / Check every quote and every shape (SHACL).

    状态 / status: 0 符合 / conforms, 1 有问题 / does not.
    """
    from graph.check import check_registers, check_store
    from graph.store import open_store

    if registers:
        report = check_registers()
    else:
        with open_store(store, write=False) as opened:
            report = check_store(opened)
    problems = [
        {"node": problem.node, "rule": problem.rule, "message": getattr(problem, lang)}
        for problem in report.problems
    ]
    if form == "json":
        summary = {"conforms": report.conforms, "evidence": report.evidence}
        emit_object({**summary, "problems": problems})
    elif problems:
        emit_rows(problems, form, lang)
    elif lang == "zh":
        emit(f"符合：{report.evidence} 处原文均已核对，未见问题")
    else:
        emit(f"conforms: {report.evidence} quotes were read again and are true")
    return 0 if report.conforms else 1
