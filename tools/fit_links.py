"""Fit the weights of the links on gold documents and write them to ``patterns/links.yml``.

    python -m tools.fit_links GOLD.jsonl TEXTS_FOLDER [GOLD.jsonl TEXTS_FOLDER ...] [--weigh GOLD.jsonl 3]
        [--only confidence] [--add] [--dry-run]

For each link the candidates of every gold record are scored by a conditional logit: the probability of the accepted
candidates together is to be high. Weights are found by gradient ascent with an L2 penalty towards a reader's priors:
one optimum and no random part, so the same gold gives the same numbers. What the figure before took is a
feature, and in use it may be wrong: so the weights are fitted again on examples that follow the choices made by the
weights before, besides those that follow the gold (Ross, Gordon, Bagnell 2011, dataset aggregation). Prints the share
right when each document is judged by weights fitted on the others (leave one document out).
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import yaml

from extract.links.linker import SCORED as LINKS
from extract.links.runs import Previous
from extract.links.scope import Choice, choose
from extract.links.scope import weights as scope_weights
from extract.patterns import shipped
from extract.pipeline import load
from tools.fit_confidence import fit_confidence
from tools.link_examples import Example, RecordExample, document_examples

#: The penalty, relative to the mean log likelihood of an example.
L2 = 0.001
#: How often the weights are fitted again on their own choices.
ROUNDS = 2
STEPS = 600
RATE = 0.3
MOMENTUM = 0.9
#: What a reader expects before any gold is seen. Few documents are fitted, so the penalty pulls towards this and not
#: towards zero: a feature that the gold says nothing about keeps its sense.
_NEAR = {
    "sentence_same": 1.5,
    "clause_same": 0.7,
    "before": 0.4,
    "after": -0.3,
    "distance": -1.5,
    "nearest_before": 0.8,
    "earlier_distance": -2.0,
    "previous_sentence": 0.5,
    "block_same": 0.7,
    "later": -1.0,
    "later_distance": -1.0,
    "figure_between_after": -1.0,
    "intro_compare": -1.5,
    "rule_comparison": -1.0,
    "fresh": 1.0,
    "run_list_same": 1.5,
    "run_sentence_same": 0.7,
    "run_block_same": 0.5,
    "run_list_same_none": 1.5,
    "run_sentence_same_none": 0.7,
    "run_block_same_none": 0.5,
}
PRIOR = {
    "agency": _NEAR
    | {
        "intro_agent": 0.7,
        "same_intro_agent": 1.5,
        "intro_recipient": -1.0,
        "intro_with": -0.7,
        "sayer_role": -1.0,
        "same_acts": 1.0,
        "after_of": 1.0,
        "speakers_own": 1.5,
        "share": 1.5,
        "first_in_body": 0.7,
        "score": 2.0,
        "none": -2.0,
    },
    "program": _NEAR
    | {
        "intro_instrument": 0.7,
        "intro_frame": 0.5,
        "how_anaphor": 1.0,
        "identified": 1.0,
        "another_acts_since": -0.7,
        "score": 1.0,
        "none": 2.0,
    },
    "period": _NEAR
    | {
        "opens_sentence": 0.5,
        "earlier_opens_sentence": 0.5,
        "unresolved": -0.5,
        "none": 1.0,
        "none_kind_age": 1.0,
        "none_kind_duration": 0.7,
    },
}


def fit(link: str, records: Sequence[RecordExample], kept: Mapping[str, float]) -> dict[str, float]:
    """The weights of one link, fitted on examples that follow the gold and on such that follow the weights' choices.

    Those of ``kept`` stay as they are.
    """
    after_gold = [record.links[link] for record in records]
    weights = maximize(link, after_gold, kept)
    for _ in range(ROUNDS):
        choices = choose_in_order(link, records, weights)
        after_choice = [
            replace(example, previous=previous_of(link, records, choices, i)) for i, example in enumerate(after_gold)
        ]
        weights = maximize(link, [*after_gold, *after_choice], kept)
    return weights


def maximize(link: str, examples: Sequence[Example], kept: Mapping[str, float]) -> dict[str, float]:
    """The weights that make the accepted candidates most probable, besides those that are kept.

    A long list of like figures teaches little more than a short one, so an example counts by the inverse square root
    of how many its document has.
    """
    usable = [(e, e.candidates(e.previous), e.right) for e in examples if any(e.right) and not all(e.right)]
    names = sorted({f for _, cs, _ in usable for c in cs for f in c.features})
    columns = {name: i for i, name in enumerate(names)}
    rows = [c.features for _, cs, _ in usable for c in cs]
    table = np.zeros((len(rows), len(names)))
    for row, features in enumerate(rows):
        table[row, [columns[name] for name in features]] = list(features.values())
    sizes = np.array([len(cs) for _, cs, _ in usable])
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    right = np.concatenate([right for _, _, right in usable]).astype(float)
    by_document = Counter(id(e.source) for e, _, _ in usable)
    share = np.array([e.weight * by_document[id(e.source)] ** -0.5 for e, _, _ in usable])
    share = np.repeat(share / share.sum(), sizes)
    prior = np.array([PRIOR[link].get(name, 0.0) for name in names])
    weights, moment = np.array([kept.get(name, p) for name, p in zip(names, prior, strict=True)]), np.zeros(len(names))
    free = np.array([name not in kept for name in names])
    for _ in range(STEPS):
        scores = table @ weights
        odds = np.exp(scores - np.repeat(np.maximum.reduceat(scores, starts), sizes))
        everything = odds / np.repeat(np.add.reduceat(odds, starts), sizes)
        accepted = odds * right
        accepted /= np.repeat(np.add.reduceat(accepted, starts), sizes)
        gradient = table.T @ (share * (accepted - everything)) - L2 * (weights - prior)
        moment = MOMENTUM * moment + gradient * free
        weights += RATE * moment
    fitted = {name: round(float(w), 3) for name, w in zip(names, weights, strict=True) if abs(w) >= 5e-4}
    return dict(sorted({**kept, **fitted}.items()))


def choose_in_order(link: str, records: Sequence[RecordExample], weights: Mapping[str, float]) -> list[Choice]:
    """The choice of one link for each record, each after the choice for the record before."""
    made: list[Choice] = []
    for i, record in enumerate(records):
        made.append(choose(record.links[link].candidates(previous_of(link, records, made, i)), weights))
    return made


def previous_of(link: str, records: Sequence[RecordExample], choices: Sequence[Choice], i: int) -> Previous | None:
    """What record ``i`` sees of the last record of a run before it in its document, by the choices made."""
    for j in range(i - 1, -1, -1):
        before = records[j]
        if before.document != records[i].document:
            return None
        if before.links[link].is_followed([choices[j].key]):
            return Previous(before.quantity, choices[j].odds)
    return None


def outcomes(records: Sequence[RecordExample], weights: Mapping[str, Mapping[str, float]]) -> list[dict[str, Choice]]:
    """The choices of all links for each record."""
    by_link = {link: choose_in_order(link, records, weights[link]) for link in LINKS}
    return [{link: by_link[link][i] for link in LINKS} for i in range(len(records))]


def is_accepted(example: Example, choice: Choice) -> bool:
    """Whether the gold accepts the choice."""
    return choice.key in example.right_keys


def left_out(
    records: Sequence[RecordExample], folds: int, kept: Mapping[str, Mapping[str, float]]
) -> list[dict[str, Choice]]:
    """The choices for each record by weights fitted on documents of the other folds."""
    choices: dict[int, dict[str, Choice]] = {}
    documents = sorted({record.document for record in records})
    for fold in range(min(folds, len(documents))):
        left = set(documents[fold::folds])
        others = [r for r in records if r.document not in left]
        weights = {link: fit(link, others, kept[link]) for link in LINKS}
        mine = [(i, r) for i, r in enumerate(records) if r.document in left]
        for (i, _), choice in zip(mine, outcomes([r for _, r in mine], weights), strict=True):
            choices[i] = choice
    return [choices[i] for i in range(len(records))]


def whole_right(record: RecordExample, choice: Mapping[str, Choice]) -> bool:
    """Whether every field of the record is right."""
    return record.others_right and all(is_accepted(record.links[link], choice[link]) for link in LINKS)


def main() -> None:
    """Fit, report leave-one-document-out, and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", nargs="+", type=Path, metavar="GOLD TEXTS")
    parser.add_argument(
        "--folds", type=int, default=1000, help="leave out one of so many folds (default: one document)"
    )
    parser.add_argument(
        "--weigh",
        nargs=2,
        action="append",
        default=[],
        metavar=("GOLD", "N"),
        help="a gold file whose documents count N times",
    )
    parser.add_argument("--only", action="append", metavar="NAME", help="write the weights of this one alone")
    parser.add_argument("--add", action="store_true", help="fit new features alone; the weights in the file stay")
    parser.add_argument("--dry-run", action="store_true", help="report only")
    arguments = parser.parse_args()
    if arguments.folds < 2:
        parser.error("--folds must be 2 or more: one fold would leave no document to fit on.")
    weights = {Path(gold): float(times) for gold, times in arguments.weigh}
    nlp = load()
    records = [
        record
        for gold, texts in zip(arguments.pairs[::2], arguments.pairs[1::2], strict=True)
        for line in gold.read_text(encoding="utf-8").splitlines()
        for record in document_examples(nlp, json.loads(line), texts / json.loads(line)["file"], weights.get(gold, 1.0))
    ]
    kept = {link: scope_weights(shipped(), link) if arguments.add else {} for link in LINKS}
    fitted = {link: fit(link, records, kept[link]) for link in LINKS}
    inside, held_out = outcomes(records, fitted), left_out(records, arguments.folds, kept)
    for link in LINKS:
        shares = [
            np.mean([is_accepted(r.links[link], c[link]) for r, c in zip(records, cs, strict=True)])
            for cs in (inside, held_out)
        ]
        possible = np.mean([bool(r.links[link].right_keys) for r in records])
        print(f"{link:8} n={len(records)} fitted {shares[0]:.3f} left out {shares[1]:.3f} possible {possible:.3f}")
    others = np.mean([r.others_right for r in records])
    whole = np.mean([whole_right(r, c) for r, c in zip(records, held_out, strict=True)])
    print(f"other fields right {others:.3f}, whole, left out {whole:.3f}")
    if not arguments.add:  # weights that were kept have seen every document
        probabilities = [
            {**r.scores, **{k: c[k].probability for k in LINKS}} for r, c in zip(records, held_out, strict=True)
        ]
        right = np.array([whole_right(r, c) for r, c in zip(records, held_out, strict=True)], dtype=float)
        fitted["confidence"] = fit_confidence([record.document for record in records], probabilities, right)
    if not arguments.dry_run:
        write({name: fitted[name] for name in arguments.only or fitted})


def write(fitted: dict[str, dict[str, float]]) -> None:
    """Put the weights into ``patterns/links.yml`` and leave its other rules as they are."""
    path = Path("patterns/links.yml")
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    for rule in content["rules"]:
        link = rule["id"].removeprefix("link.")
        if link in fitted:
            rule["words"] = fitted[link]
    path.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=110), encoding="utf-8")


if __name__ == "__main__":
    main()
