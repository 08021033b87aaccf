#!/usr/bin/env python3
"""Check gold.json against the five sample articles in seeds/ (standard library only).

Verifies: file bytes (sha256), every span's text at its offsets, unique ids,
every reference, containment (parts in quotations, evidence in sentences,
sentences in blocks), full cover of the text by blocks, omitted_by as the
complement of carried_by, voices against quotation spans, and recomputes the
loadedness table.  Prints the counts.  Exit status 0 when all holds, else 1.

    python3 check_gold.py [gold.json]
"""
import collections
import hashlib
import json
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
SEEDS = HERE.parents[1] / "seeds"
ERR = []


def bad(*what):
    ERR.append(" ".join(str(w) for w in what))


def is_span(x):
    return isinstance(x, dict) and {"article", "start", "end", "text"} <= set(x)


def walk(x, where=""):
    """Yield (path, span) for every span anywhere below x."""
    if is_span(x):
        yield where, x
    if isinstance(x, dict):
        for k, v in x.items():
            yield from walk(v, f"{where}.{k}")
    elif isinstance(x, list):
        for i, v in enumerate(x):
            yield from walk(v, f"{where}[{i}]")


def within(inner, outer):
    return (inner["article"] == outer["article"]
            and outer["start"] <= inner["start"] and inner["end"] <= outer["end"])


def words(text, spans_in, spans_out):
    """Blank-separated tokens with a letter or digit, inside spans_in and outside spans_out."""
    keep = [False] * len(text)
    for s in spans_in:
        keep[s["start"]:s["end"]] = [True] * (s["end"] - s["start"])
    for s in spans_out:
        keep[s["start"]:s["end"]] = [False] * (s["end"] - s["start"])
    masked = "".join(c if k else " " for c, k in zip(text, keep))
    return sum(any(ch.isalnum() for ch in w) for w in masked.split())


def main():
    path = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "gold.json"
    g = json.loads(path.read_text(encoding="utf-8"))
    text = {}
    for a in g["articles"]:
        raw = (SEEDS / a["file"]).read_bytes()
        text[a["id"]] = raw.decode("utf-8")
        if hashlib.sha256(raw).hexdigest() != a["sha256"]:
            bad("sha256", a["file"])
        if (len(raw), len(text[a["id"]])) != (a["bytes"], a["code_points"]):
            bad("length", a["file"])
    arts = list(text)

    # 1. every span
    n = 0
    for where, s in walk(g):
        n += 1
        t = text.get(s["article"])
        if t is None:
            bad("article", where, s["article"])
        elif not 0 <= s["start"] < s["end"] <= len(t):
            bad("range", where, s["start"], s["end"])
        elif t[s["start"]:s["end"]] != s["text"]:
            bad("text", where, repr(s["text"]), "!=", repr(t[s["start"]:s["end"]]))

    # 2. ids
    layers = ["blocks", "sentences", "report_verbs", "quotations", "groups", "claims", "figures",
              "figure_groups", "dates", "naming", "loaded", "not_loaded", "questions"]
    by = {}
    for name in layers:
        by[name] = {x["id"]: x for x in g[name]}
        if len(by[name]) != len(g[name]):
            bad("duplicate id in", name)
    allids = [i for name in layers for i in by[name]]
    if len(set(allids)) != len(allids):
        bad("id used in two layers")
    B, S, V, Q, G, C, F = (by[k] for k in ("blocks", "sentences", "report_verbs", "quotations",
                                           "groups", "claims", "figures"))

    # 3. blocks cover the text, do not overlap; sentences lie in blocks
    for a, t in text.items():
        seen = [0] * len(t)
        for b in g["blocks"]:
            if b["article"] == a:
                for i in range(b["start"], b["end"]):
                    seen[i] += 1
        if any(k > 1 for k in seen):
            bad("blocks overlap in", a)
        if any(k == 0 and not c.isspace() for k, c in zip(seen, t)):
            bad("text outside blocks in", a)
        kinds = [b["type"] for b in g["blocks"] if b["article"] == a]
        if kinds.count("headline") != 1:
            bad("headline count", a)
    for b in g["blocks"]:
        if b["type"] not in g["vocab"]["block_types"] or b["scored"] != (b["type"] in g["vocab"]["scored_types"]):
            bad("block type", b["id"])
    for s in g["sentences"]:
        if s["block"] not in B or not within(s, B[s["block"]]):
            bad("sentence outside block", s["id"])
        elif s["scored"] != B[s["block"]]["scored"]:
            bad("scored flag", s["id"])

    def home(x):
        """The sentence or block that an entry names as its place."""
        return S.get(x["sentence"]) or B.get(x["sentence"])

    for name in ("report_verbs", "quotations", "figures", "dates", "naming", "loaded", "not_loaded"):
        for x in g[name]:
            h = home(x)
            if h is None or not within(x["span"], h):
                bad(name, x["id"], "not inside", x["sentence"])
            if "scored" in x and h is not None and x["scored"] != h["scored"]:
                bad(name, x["id"], "scored flag")

    # 4. verbs and quotations
    for v in g["report_verbs"]:
        if v["cls"] not in g["vocab"]["verb_classes"] or not 0 <= v["strength"] <= 3:
            bad("verb class", v["id"])
    member = collections.Counter()
    for q in g["quotations"]:
        if q["kind"] not in g["vocab"]["quotation_kinds"]:
            bad("kind", q["id"])
        if q["verb"] is not None and (q["verb"] not in V or V[q["verb"]]["article"] != q["article"]):
            bad("verb of", q["id"])
        if (q["kind"] == "scare") != (q["speaker"]["canonical"] is None):
            bad("speaker of", q["id"])
        if not within(q["inner"], q["span"]):
            bad("inner of", q["id"])
        if q["kind"] != "indirect" and q["inner"]["text"] == q["span"]["text"]:
            bad("no quotation marks in", q["id"])
        for i, p in enumerate(q["parts"]):
            if not within(p["span"], q["span"]):
                bad("part of", q["id"])
            if p["group"] is not None:
                if p["group"] not in G:
                    bad("group", p["group"])
                member[p["group"], q["id"], i] += 1
    listed = collections.Counter((x["id"], m["quotation"], m["part"]) for x in g["groups"] for m in x["members"])
    if listed != member:
        bad("group members differ from quotation parts")
    for x in g["groups"]:
        here = sorted({Q[m["quotation"]]["article"] for m in x["members"]})
        if here != x["articles"] or x["silent"] != [a for a in arts if a not in here]:
            bad("group articles", x["id"])

    # 5. claims, pairs, figures
    for c in g["claims"]:
        here = [e["article"] for e in c["carried_by"]]
        if len(set(here)) != len(here) or c["omitted_by"] != [a for a in arts if a not in here]:
            bad("claim outlets", c["id"])
        if sum("base" in e["relation"] for e in c["carried_by"]) != 1:
            bad("claim base", c["id"])
        for kind in ("carried_by", "folded_mentions"):
            for e in c[kind]:
                if not set(e["relation"]) <= set(g["vocab"]["relations"]):
                    bad("relation", c["id"])
                for ev in e["evidence"]:
                    if not within(ev["span"], S[ev["sentence"]]) or ev["span"]["article"] != e["article"]:
                        bad("evidence", c["id"])
                    if S[ev["sentence"]]["scored"] != (kind == "carried_by"):
                        bad("evidence in folded block", c["id"])
    for p in g["claim_pairs"]:
        if p["a"] not in C or p["b"] not in C:
            bad("claim pair", p["a"], p["b"])
    for x in g["figure_groups"]:
        if sorted(x["members"]) != sorted(f["id"] for f in g["figures"] if f["group"] == x["id"]):
            bad("figure group", x["id"])
    for x in g["questions"]:
        if set(x["present_in"]) & set(x["absent_in"]) or set(x["present_in"]) | set(x["absent_in"]) != set(arts):
            bad("question outlets", x["id"])
        for ev in x["evidence"]:
            if not within(ev["span"], S[ev["sentence"]]):
                bad("question evidence", x["id"])
    for x in g["five_w"]:
        gone = [w for w in ("who", "what", "when", "where", "why", "consequence") if x[w] is None]
        if gone != x["absent"]:
            bad("five-W absent", x["article"])
        for w in ("who", "what", "when", "where", "why", "consequence"):
            for ev in (x[w] or {}).get("evidence", []):
                if not within(ev["span"], S[ev["sentence"]]):
                    bad("five-W evidence", x["article"], w)

    # 6. loaded wording
    quoted = {a: [q["span"] for q in g["quotations"] if q["article"] == a and q["kind"] in ("direct", "fragment")]
              for a in arts}
    indirect = {a: [q["span"] for q in g["quotations"] if q["article"] == a and q["kind"] == "indirect"
                    and not q.get("factive_complement")] for a in arts}
    for x in g["loaded"]:
        if x["category"] not in g["vocab"]["loaded_categories"] or x["strength"] not in (1, 2, 3):
            bad("loaded", x["id"])
        if not x["reason"]:
            bad("no reason", x["id"])
        want = ("quoted" if any(within(x["span"], s) for s in quoted[x["article"]]) else
                "paraphrase" if any(within(x["span"], s) for s in indirect[x["article"]]) else "own")
        if x["voice"] != want and not (x["voice"] == "own" and x.get("own_because")):
            bad("voice", x["id"], x["voice"], "want", want)
        for d in g["not_loaded"]:
            if (d["article"] == x["article"] and d["span"]["start"] < x["span"]["end"]
                    and x["span"]["start"] < d["span"]["end"]):
                bad("loaded and not loaded", x["id"], d["id"])
    for x in g["naming"]:
        if (x["voice"] == "quoted") != any(within(x["span"], s) for s in quoted[x["article"]]):
            bad("naming voice", x["id"])

    # 7. recompute loadedness
    rate = {}
    for a in arts:
        sc = [b for b in g["blocks"] if b["article"] == a and b["scored"]]
        own = [x for x in g["loaded"] if x["article"] == a and x["scored"] and x["voice"] == "own"]
        w = words(text[a], sc, quoted[a])
        rate[a] = round(100 * len(own) / w, 2)
        t = g["loadedness"]["by_article"][a]
        if (t["own"], t["unquoted_words"], t["rate"]) != (len(own), w, rate[a]):
            bad("loadedness", a, len(own), w, rate[a])
    if sorted(arts, key=lambda a: -rate[a]) != g["loadedness"]["order"]:
        bad("loadedness order")

    # counts
    print(f"spans checked: {n}")
    print("metadata fields present:", sum(1 for m in g["metadata"] for k in
          ("title", "subtitle", "author", "agency", "outlet", "dateline", "published") if m[k]), "of 35")
    for name in layers + ["claim_pairs", "not_figures", "irregular_text", "traps"]:
        print(f"{name}: {len(g[name])}")
    tally = lambda it: dict(sorted(collections.Counter(it).items()))
    print("blocks by type:", tally(b["type"] for b in g["blocks"]))
    print("quotations by kind:", tally(q["kind"] for q in g["quotations"]))
    print("report verbs by class:", tally(v["cls"] for v in g["report_verbs"]))
    print("claim entries:", sum(len(c["carried_by"]) for c in g["claims"]),
          "| claims by number of outlets:", tally(len(c["carried_by"]) for c in g["claims"]))
    print("loaded by voice:", tally(x["voice"] if x["scored"] else "folded" for x in g["loaded"]))
    print("loaded by category:", tally(x["category"] for x in g["loaded"] if x["scored"]))
    print("loadedness per 100 own-voice words:", " > ".join(f"{a} {rate[a]:.2f}" for a in g["loadedness"]["order"]))
    print("groups over two or more outlets:", sum(len(x["articles"]) > 1 for x in g["groups"]))
    if ERR:
        print(f"FAILED: {len(ERR)}")
        for e in ERR[:40]:
            print(" ", e)
        return 1
    print("OK")
    return 0


if __name__ == "__main__":
    sys.exit(main())
