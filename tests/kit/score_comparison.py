#!/usr/bin/env python3
"""Hold the comparison of the five seed articles against the reference annotation.

    python score_comparison.py --command "crosslight" [--json] [--errors]
    python score_comparison.py selftest

The command is used as docs/commands.md defines it: `compare --full --format jsonl IN.jsonl`, one object.
Exit 0 when every bar holds. Standard library only.
"""

from __future__ import annotations

import argparse
import itertools
import json
import re
import sys
from typing import Any

from score_seeds import Seeds, f1, overlap, run, span

Record = dict[str, Any]
BARS = {
    "figures_f1": 0.90,
    "figure_scope": 0.75,
    "false_conflicts": 0.0,  # at most
    "verbs_f1": 0.85,
    "verb_rungs": 0.80,
    "naming_f1": 0.70,
    "naming_actors_f1": 0.70,
    "five_w_found": 0.70,
    "questions_found": 0.60,
    "places_sound": 1.00,
}
AT_MOST = {"false_conflicts"}
# Which rungs of the ladder fit an annotated class of report verb.
RUNGS = {
    "neutral": {"plain speech"},
    "mental": {"plain speech"},
    "performative": {"plain speech", "urging"},
    "factive": {"plain speech"},
    "directive": {"urging"},
    "insistent": {"urging"},
    "emphatic": {"urging", "plain speech"},
    "argumentative": {"doubt or warning", "urging", "plain speech"},
    "interpretive": {"doubt or warning", "plain speech"},
    "warning": {"doubt or warning"},
    "denial": {"doubt or warning", "plain speech"},
    "claiming": {"doubt or warning"},
    "critical": {"reproach", "attack"},
    "emotive": {"emotion", "reproach", "attack"},
}
FIVE_W = ("who", "what", "when", "where", "why")


def places(node: Any) -> list[Record]:
    """Every place in the comparison, wherever it stands."""
    if isinstance(node, list):
        return [p for item in node for p in places(item)]
    if not isinstance(node, dict):
        return []
    own = [node] if {"article", "start", "end", "text"} <= node.keys() else []
    return own + [p for value in node.values() for p in places(value)]


def content(text: str) -> set[str]:
    return {w for w in re.findall(r"[a-z0-9]+", (text or "").lower()) if len(w) > 2}


def score_figures(seeds: Seeds, full: Record, errors: list[str]) -> Record:
    gold = [f for f in seeds.gold["figures"] if f.get("scored", True)]
    found = full["figures"]["figures"]
    pairs: list[tuple[Record, Record]] = []
    for figure in gold:
        hits = [
            f
            for f in found
            if f["place"]["article"] == figure["article"]
            and overlap(span(f["place"]), span(figure["span"]))
            and (figure["value"] is None or f["value"] == figure["value"])
        ]
        pairs += [(figure, hits[0])] if hits else []
        if not hits:
            errors.append(f"{figure['article']} figure missed: {figure['span']['text']} {figure['counts']}")
    right = {id(hit) for _, hit in pairs}
    errors += [f"{f['place']['article']} not a figure: {f['place']['text']!r}" for f in found if id(f) not in right]
    with_scope = [(g, h) for g, h in pairs if g.get("scope")]
    scoped = sum(bool(content(g["scope"]) & content(h.get("scope") or "")) for g, h in with_scope)
    return {
        "figures_f1": f1(len(pairs), len(gold), len(right), len(found)),
        "figure_scope": scoped / max(len(with_scope), 1),
        "false_conflicts": float(sum(g["relation"] == "different figure" for g in full["figures"]["groups"])),
    }


def score_verbs(seeds: Seeds, full: Record, errors: list[str]) -> Record:
    gold = [v for v in seeds.gold["report_verbs"] if v["scored"]]
    found = [v for v in full["verbs"] if v.get("voice", "own") == "own"]
    hit_ids: set[int] = set()
    hits = rungs = 0
    for verb in gold:
        same = [v for v in found if v["place"]["article"] == verb["article"] and overlap(span(v["place"]), span(verb["span"]))]
        hits += bool(same)
        hit_ids |= {id(v) for v in same}
        rungs += any(v["rung"].lower() in RUNGS[verb["cls"]] for v in same)
        if not same:
            errors.append(f"{verb['article']} report verb missed: {verb['span']['text']!r}")
    errors += [f"{v['place']['article']} not a report verb: {v['place']['text']!r}" for v in found if id(v) not in hit_ids]
    return {"verbs_f1": f1(hits, len(gold), len(hit_ids), len(found)), "verb_rungs": rungs / max(hits, 1)}


def score_naming(seeds: Seeds, full: Record, errors: list[str]) -> Record:
    gold: dict[tuple[str, str], str] = {}
    for name in seeds.gold["naming"]:
        if name["scored"] and name["voice"] == "own" and not name["actor"].startswith("("):
            gold[name["article"], name["form"].lower()] = name["actor"]
    found: dict[tuple[str, str], str] = {}
    for actor in full["naming"]:
        for article, forms in actor["articles"].items():
            for form in forms:
                found[article, form["form"].lower()] = actor["actor"]
    both = gold.keys() & found.keys()
    errors += [f"{a} name missed: {form!r} ({gold[a, form]})" for a, form in sorted(gold.keys() - both)]

    def joined(names: dict[tuple[str, str], str]) -> set[frozenset[tuple[str, str]]]:
        return {frozenset(p) for p in itertools.combinations(sorted(both), 2) if names[p[0]] == names[p[1]]}

    same, said = joined(gold), joined(found)
    return {
        "naming_f1": f1(len(both), len(gold), len(both), len(found)),
        "naming_actors_f1": f1(len(same & said), len(same), len(same & said), len(said)),
    }


def score_grid(seeds: Seeds, full: Record, errors: list[str]) -> Record:
    sentences = {s["id"]: span(s) for s in seeds.gold["sentences"]}
    cells = found = 0
    for row in seeds.gold["five_w"]:
        for question in FIVE_W:
            if not row.get(question):
                continue
            given = full["five_w"].get(row["article"], {}).get(question, [])
            hit = any(overlap(span(p), sentences[e["sentence"]]) for p in given for e in row[question]["evidence"])
            cells += 1
            found += hit
            if not hit:
                errors.append(f"{row['article']} {question} not found: {row[question]['text'][:70]!r}")
    asked = 0
    for question in seeds.gold["questions"]:
        evidence = {(e["span"]["article"], e["sentence"]) for e in question["evidence"]}
        hit = any(
            (not question["absent_in"] or set(q["absent_in"]) & set(question["absent_in"]))
            and any(p["article"] == a and overlap(span(p), sentences[s]) for p in q["evidence"] for a, s in evidence)
            for q in full["questions"]
        )
        asked += hit
        if not hit:
            errors.append(f"question not raised: {question['question']}")
    return {"five_w_found": found / cells, "questions_found": asked / len(seeds.gold["questions"])}


def score(seeds: Seeds, full: Record, errors: list[str]) -> dict[str, float]:
    everything = places(full)
    sound = sum(seeds.texts[p["article"]][p["start"] : p["end"]] == p["text"] for p in everything)
    figures: dict[str, float] = {"places_sound": sound / max(len(everything), 1)}
    for part in (score_figures, score_verbs, score_naming, score_grid):
        figures |= part(seeds, full, errors)
    return figures


def perfect(seeds: Seeds) -> Record:
    """The comparison that the annotation itself would give."""
    gold = seeds.gold
    naming: dict[str, Record] = {}
    for name in gold["naming"]:
        if name["scored"] and name["voice"] == "own" and not name["actor"].startswith("("):
            row = naming.setdefault(name["actor"], {"actor": name["actor"], "articles": {}})
            row["articles"].setdefault(name["article"], []).append({"form": name["form"], "place": name["span"]})
    return {
        "figures": {
            "figures": [{**f, "place": f["span"]} for f in gold["figures"] if f.get("scored", True)],
            "groups": [],
        },
        "verbs": [
            {"place": v["span"], "rung": min(RUNGS[v["cls"]]), "voice": "own"} for v in gold["report_verbs"] if v["scored"]
        ],
        "naming": list(naming.values()),
        "five_w": {
            r["article"]: {w: [e["span"] for e in r[w]["evidence"]] for w in FIVE_W if r.get(w)} for r in gold["five_w"]
        },
        "questions": [
            {"absent_in": q["absent_in"], "evidence": [e["span"] for e in q["evidence"]]} for q in gold["questions"]
        ],
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("verb", nargs="?", choices=["run", "selftest"], default="run")
    parser.add_argument("--command", default="crosslight")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    seeds, errors = Seeds(), list[str]()
    if options.verb == "selftest":
        figures = score(seeds, perfect(seeds), errors)
    else:
        figures = score(seeds, run(options.command, "compare --full", seeds.lines)[0], errors)
    holds = {name: figures[name] <= bar if name in AT_MOST else figures[name] >= bar for name, bar in BARS.items()}
    if options.errors:
        print("\n".join(errors))
    if options.json:
        print(json.dumps({name: round(value, 4) for name, value in figures.items()}))
    else:
        for name, bar in BARS.items():
            sign = "<=" if name in AT_MOST else ">="
            print(f"{name:18} {figures[name]:.3f}  {sign} {bar:.2f}  {'' if holds[name] else 'falls short'}".rstrip())
    return 0 if all(holds.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
