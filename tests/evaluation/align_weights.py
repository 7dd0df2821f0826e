"""Fit the weights of a correspondence's reasons to annotated pairs, and say how right they are.

    python -m tests.evaluation.align_weights            # figures on pairs that were left out
    python -m tests.evaluation.align_weights --write    # and the stored weights anew
    python -m tests.evaluation.align_weights --reviews STORE  # with what reviewers decided there

With them go the correspondences of other documents that readers judged one by one
(``judged/alignments.tsv``: no annotated pair is among these, and no text is in it; they lie in the
same folder). They tell chains that hardly belong together, of which the annotated pairs have none.
Figures on what was left out are of annotated pairs alone.

Beside them each child is held against parents of other subjects: how like their likest clauses are
tells a document that does not name its parent from one that has none there.

Every figure is of a pair whose weights were fitted to the
other pairs alone; by subject, to the pairs of other subjects. Needs scikit-learn, which only this
needs (``make align-weights`` installs it).
"""

from __future__ import annotations

import argparse
import statistics
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from graph.align.correspond import parent_columns, score
from graph.align.probability import CONSTANT, LIKEST, UNRELATED, Weight
from graph.align.reasons import REASONS
from tests.evaluation.annotated_pairs import (
    FOLDER,
    NOTHING,
    GoldPair,
    gold_pairs,
    likeness_of,
    yardstick,
)
from tests.evaluation.judged_alignments import Judged, judged
from tests.evaluation.reviewed_pairs import reviewed_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
ROOT = Path(__file__).parents[2]
STORED = ROOT / "graph" / "align" / "weights.tsv"
SUBJECTS: Final = {
    **dict.fromkeys("GHIX", "schooling"),
    **dict.fromkeys("JUV", "residence permits"),
    **dict.fromkeys("ABC", "registered residence"),
    "N": "fire safety",
    "O": "paid leave",
}
NEAR: Final = frozenset({"residence permits", "registered residence"})  # share whole sentences
HALF: Final = 0.5  # what was judged singly was drawn from near the border, out of many more
BINS: Final = (0, 0.02, 0.05, 0.15, 0.3, 0.5, 0.65, 0.8, 0.9, 1.001)


@dataclass(frozen=True)
class Unrelated:
    """A child of one pair beside the parent of another one, of another subject."""

    child: GoldPair
    parent: GoldPair
    likest: float


def unrelated(pairs: Sequence[GoldPair]) -> list[Unrelated]:
    """Return each child beside parents of other subjects, with the likeness of the likest."""
    found = []
    for at, pair in enumerate(pairs):
        for step in (3, 5, 7):
            other = pairs[(at + step) % len(pairs)]
            subjects = {SUBJECTS[pair.name], SUBJECTS[other.name]}
            if len(subjects) > 1 and not subjects <= NEAR:
                found.append(Unrelated(pair, other, likeness_of(pair.child, other.parent)))
    return found


def fit(
    pairs: Sequence[GoldPair], beside: Sequence[Unrelated], singly: Sequence[Judged]
) -> Mapping[str, Weight]:
    """Return the weights that make the annotations and judgements most probable."""
    rows = [row for pair in pairs for row in pair.rows]
    counts = [1.0] * len(rows) + [HALF] * len(singly)
    rows += [(each.values, each.truth) for each in singly]
    of_clauses, constant = _fitted(
        [values for values, _ in rows], [truth for _, truth in rows], counts
    )
    ours, theirs = [pair.likest for pair in pairs], [each.likest for each in beside]
    of_documents, unlike = _fitted(
        [[value] for value in (*ours, *theirs)],
        [True] * len(ours) + [False] * len(theirs),
        ridge=0.05,  # few documents, one reason: what they say, not what ridge makes of it
    )
    return {
        **dict(zip(REASONS, of_clauses, strict=True)),
        CONSTANT: constant,
        LIKEST: of_documents[0],
        UNRELATED: unlike,
    }


def _fitted(
    rows: Sequence[Sequence[float]],
    truths: Sequence[bool],
    counts: Sequence[float] | None = None,
    ridge: float = 1.0,
) -> tuple[list[Weight], Weight]:
    """Return the weights of the columns, for values as they are, and the constant."""
    from sklearn.linear_model import LogisticRegression

    columns = list(zip(*rows, strict=True))
    means = [statistics.fmean(column) for column in columns]
    spread = [statistics.pstdev(column) or 1.0 for column in columns]
    scaled = [[(v - m) / s for v, m, s in zip(row, means, spread, strict=True)] for row in rows]
    model = LogisticRegression(C=1 / ridge, max_iter=2000).fit(scaled, truths, counts)
    of = [float(weight) / s for weight, s in zip(model.coef_[0], spread, strict=True)]
    constant = float(model.intercept_[0]) - sum(w * m for w, m in zip(of, means, strict=True))
    return [Weight(w, m) for w, m in zip(of, means, strict=True)], Weight(constant, 1.0)


def left_out(
    pairs: Sequence[GoldPair],
    beside: Sequence[Unrelated],
    singly: Sequence[Judged],
    group: Callable[[GoldPair], str],
) -> tuple[dict[str, Counter[Any]], list[tuple[float, bool]]]:
    """Return the tally of each pair by weights of other groups, and all judged probabilities."""
    tallies, sure = {}, []
    fitted: dict[str, Mapping[str, Weight]] = {}
    for pair in pairs:
        own = group(pair)
        if own not in fitted:
            files = {f for each in pairs if group(each) == own for f in each.files}
            fitted[own] = fit(
                [other for other in pairs if group(other) != own],
                [each for each in beside if own not in {group(each.child), group(each.parent)}],
                [each for each in singly if not each.files & files],
            )
        tally, probabilities = _judged(pair, fitted[own])
        tallies[pair.name] = tally
        sure += probabilities
    return tallies, sure


def _judged(
    pair: GoldPair, weights: Mapping[str, Weight]
) -> tuple[Counter[Any], list[tuple[float, bool]]]:
    scored = score(pair.child, pair.parent, weights)
    columns = parent_columns(scored)
    carried = {column for found in columns for column in found}
    found = {
        "alignments": [
            {
                "child": scored.children[row].label,
                "parents": [{"label": scored.parents[at].label} for at in parents],
                "delta": [],
            }
            for row, parents in enumerate(columns)
        ],
        "parent_without_child": [
            parent.label for at, parent in enumerate(scored.parents) if at not in carried
        ],
    }
    tally: Counter[Any] = Counter()
    yardstick().compare(pair.gold, found, tally)
    constant = weights[CONSTANT].of
    judged = []
    for values, truth in pair.rows:
        odds = constant + sum(weights[r].of * v for r, v in zip(REASONS, values, strict=True))
        judged.append((1 / (1 + 2.718281828459045 ** -max(-30.0, min(30.0, odds))), truth))
    return tally, judged


def printed(name: str, tally: Counter[Any]) -> str:
    """Return one line: first parent, and precision, recall and F1 by kind."""
    cells = []
    for kind in ("parents", "no parent", "gap"):
        counts = (tally[kind, what] for what in ("hit", "miss", "extra"))
        cells.append("{:.2f} {:.2f} {:.2f}".format(*yardstick().prf(*counts)))
    asked = tally["first", "hit"] + tally["first", "miss"]
    return f"{name:10}{tally['first', 'hit'] / asked if asked else 0:6.2f}   " + "   ".join(cells)


def calibration(sure: Sequence[tuple[float, bool]]) -> Iterable[str]:
    """Yield the reliability table, and the expected calibration error over tenths above .02."""
    for low, high in pairwise(BINS):
        inside = [(p, truth) for p, truth in sure if low <= p < high]
        if inside:
            mean = statistics.fmean(p for p, _ in inside)
            right = statistics.fmean(truth for _, truth in inside)
            bounds = f"{low:4.2f}–{min(high, 1):4.2f}"
            yield f"{bounds}{len(inside):8}   said {mean:.3f}   true {right:.3f}"
    for least in (0.0, 0.02):
        shown = [(p, truth) for p, truth in sure if p >= least]
        error = 0.0
        for tenth in range(10):
            inside = [
                (p, t) for p, t in shown if tenth / 10 <= p < (tenth + 1) / 10 or p == tenth == 1
            ]
            if inside:
                gap = statistics.fmean(p for p, _ in inside) - statistics.fmean(
                    t for _, t in inside
                )
                error += len(inside) / len(shown) * abs(gap)
        yield f"expected calibration error of {len(shown)} pairs with p >= {least}: {error:.3f}"


def main() -> int:
    """Print the figures; write the weights where asked."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--write", action="store_true", help="store the weights anew")
    parser.add_argument("--date", default="", help="the day to note in the table of weights")
    parser.add_argument("--reviews", type=Path, metavar="STORE", help="fit to its reviews, too")
    args = parser.parse_args()
    pairs = gold_pairs()
    beside, singly = unrelated(pairs), judged(FOLDER, NOTHING)
    if args.reviews:  # only where the user names a store
        reviews = reviewed_rows(args.reviews, REASONS, NOTHING)
        singly += [Judged(frozenset(), values, truth) for values, truth in reviews]
    print(f"{'left out':10}{'first':>6}   parents P R F1   no parent P R F1   gap P R F1")
    tallies, sure = left_out(pairs, beside, singly, lambda pair: pair.name)
    for name, tally in tallies.items():
        print(printed(name, tally))
    print(printed("all pairs", sum(tallies.values(), Counter())))
    by_subject, _ = left_out(pairs, beside, singly, lambda pair: SUBJECTS[pair.name])
    print(printed("subjects", sum(by_subject.values(), Counter())))
    print(*calibration(sure), sep="\n")
    if args.write:
        weights = fit(pairs, beside, singly)
        clauses = sum(len(pair.rows) for pair in pairs)
        lines = [
            f"# fitted to {len(pairs)} pairs of documents ({clauses} of clauses), {args.date}",
            f"# and to {len(singly)} correspondences of others that were judged one by one",
            "reason\tweight\tmean",
            *(f"{reason}\t{w.of:.4f}\t{w.mean:.4f}" for reason, w in weights.items()),
        ]
        STORED.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
