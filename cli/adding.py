"""Files into a store, one after the other: whatever one of them does, the others are put in."""

from __future__ import annotations

import os
import traceback
from contextlib import ExitStack
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cli.output import complain
from graph.accession import Accession, Kept
from graph.errors import EvidenceError, SourceError, StoreError
from graph.files import PassedOver
from graph.pipeline import SAMPLE, Added, Unchanged, read_all, read_sample
from graph.sources import Confined, written
from graph.store import open_store
from graph.versions import Because

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from graph.model import Reading

_HASH = 12  # digits of a hash that a line shows; JSON and CSV have all
_WHY_KEPT = {
    Because.SAME_RUN: "本次入库中同一文件的另一文本 / another text of one document in this run",
    Because.SAME_WORDS: "文字与已收录的相同 / the same words are held",
    Because.OTHER_WORDS: "文字与已收录的大不相同 / has other words than the text that is held",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of a file.

    ``outcome`` is added, replaced (the text that was there is kept as a version), reread (the same
    bytes, read otherwise than before), unchanged, kept (as a version, beside the text that is
    held), refused, or passed-over. ``kept_version`` is the IRI of the text that is kept, and
    ``kept_file``, ``kept_sha256`` and ``kept_length`` (characters) tell which it is.
    """

    file: str
    outcome: str
    document: str | None = None
    title: str | None = None
    provisions: int | None = None
    statements: int | None = None
    reason: str | None = None
    kept_version: str | None = None
    kept_file: str | None = None
    kept_sha256: str | None = None
    kept_length: int | None = None
    differs: bool | None = None


def put(
    folder: Path, files: Iterable[Path | PassedOver | None], *, replacing: bool = False
) -> Iterator[Outcome]:
    """Read each file, None being the sample, and put it into the store in ``folder``.

    The store is opened, and created, by the first file that can be read, and gets the vocabulary of
    this version. ``replacing`` as for :class:`graph.accession.Accession`. Raises StoreError.
    """
    with ExitStack() as stack:
        confined = stack.enter_context(Confined())
        run: Accession | None = None
        for path in files:
            if isinstance(path, PassedOver):
                yield Outcome(file=written(path.path), outcome="passed-over", reason=path.reason)
                continue
            file = SAMPLE if path is None else written(path)
            readings = _read(path, file, confined)
            if isinstance(readings, Outcome):
                yield readings
                continue
            if run is None:
                store = stack.enter_context(open_store(folder, write=True))
                run = Accession(store, replacing=replacing)
            for reading in readings:
                yield _taken(run, file, reading)


def _read(path: Path | None, file: str, confined: Confined) -> tuple[Reading, ...] | Outcome:
    try:
        return (read_sample(),) if path is None else read_all(confined.read(path))
    except SourceError as error:
        return Outcome(file=file, outcome="refused", reason=str(error))
    except Exception as error:  # noqa: BLE001 - whatever a file does, the others are read
        return _failed(file, error)


def _taken(run: Accession, file: str, reading: Reading) -> Outcome:
    try:
        done = run.take(reading)
    except (EvidenceError, SourceError) as error:
        return Outcome(file=file, outcome="refused", reason=str(error))
    except StoreError:
        raise  # it fails every file
    except Exception as error:  # noqa: BLE001 - likewise
        return _failed(file, error)
    if isinstance(done, Added):
        return _added(file, done, run.others_of_its_title(reading))
    return _kept(file, done) if isinstance(done, Kept) else _unchanged(file, done)


def _failed(file: str, error: Exception) -> Outcome:
    """Return the line of a file that nothing foresaw."""
    if os.environ.get("ZHENGMAI_DEBUG"):
        traceback.print_exception(error)
    reason = (
        f"{file}: 读取时程序出错，请报告 / a bug while it was read, please report it: "
        f"{type(error).__name__}: {error}"
    )
    return Outcome(file=file, outcome="refused", reason=reason)


def _added(file: str, done: Added, same_title: int) -> Outcome:
    notes = []
    if done.replaced:
        old = done.replaced
        notes.append(
            f"取代 {old.file}（{old.length} 字，SHA-256 {old.sha256[:_HASH]}），旧文本已另存 / in "
            "place of that text, which is kept as a version"
        )
    if done.shares_number_with:
        notes.append(
            f"文号与《{done.shares_number_with}》相同，分别保存 / shares its number; kept apart"
        )
    if same_title:
        notes.append(
            f"另有 {same_title} 个同名文件，分别保存 / others of this title are held; kept apart"
        )
    outcome = "replaced" if done.replaced else "reread" if done.reread else "added"
    return Outcome(
        file=file,
        outcome=outcome,
        document=done.document,
        title=done.title,
        provisions=done.provisions,
        statements=done.statements,
        reason="；".join(notes) or None,
        kept_version=done.replaced.iri if done.replaced else None,
        kept_file=done.replaced.file if done.replaced else None,
        kept_sha256=done.replaced.sha256 if done.replaced else None,
        kept_length=done.replaced.length if done.replaced else None,
    )


def _kept(file: str, done: Kept) -> Outcome:
    version = done.version
    return Outcome(
        file=file,
        outcome="kept",
        document=done.document,
        title=done.title,
        reason=f"{_WHY_KEPT[Because(version.because)]}: {done.held}",
        kept_version=version.iri,
        kept_file=version.file,
        kept_sha256=version.sha256,
        kept_length=version.length,
        differs=version.because == Because.OTHER_WORDS,
    )


def _unchanged(file: str, done: Unchanged) -> Outcome:
    beside = done.version_beside
    return Outcome(
        file=file,
        outcome="unchanged",
        document=done.document,
        reason=f"已另存，现用 / kept as a version beside: {beside}" if beside else None,
    )


def status_of(outcomes: Sequence[Outcome]) -> int:
    """Return the exit status, and say on standard error what is not in and where to look."""
    refused = sum(each.outcome == "refused" for each in outcomes)
    kept = sum(each.outcome == "kept" for each in outcomes)
    if refused:
        complain(f"{refused} 个文件未入库，原因见列表 / files were refused; the list says why")
    if kept:
        complain(
            f"{kept} 个文本另存，未取代收录的文本，见列表 / texts were kept as versions beside "
            "those held; see the list, `list versions`, and --replace"
        )
    if refused == len(outcomes):
        return 2
    return 1 if refused or any(each.differs for each in outcomes) else 0
