"""The score of the sample articles without the words that are known from nowhere but them.

`python -m tests.score_without_seed_words` prints what is left out and both scores; with `--strict`
the examples of the lists themselves are no reason to keep an entry.

A list that was written with the five articles at hand may know their words and no others. This
leaves out every entry that is found in the articles and in no other test sentence, that is, in no
example of the lists and in no sentence of `resources/lexicons/loadedness/sentences.yaml`. Report
verbs stay verbs of quotations; what is left out is their verdict.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from desktop.__main__ import run
from desktop.core.analysis.articles import analyze_article
from desktop.core.model.articles import Article
from desktop.core.model.lexicons import Lexicons
from desktop.services import language
from desktop.services.lexicons import load_lexicons
from resources.lexicons.compile import read_examples, wording_lists
from resources.lexicons.fit_loadedness import own_sentences

HERE = Path(__file__).resolve().parent
SAMPLES = HERE.parent / "seeds"
VERBS = "report_verbs/"


def entries_in(texts: Iterable[str]) -> set[str]:
    """Return the ids of the entries that are found in texts, in any voice."""
    lexicons = load_lexicons()
    analyses = (analyze_article(Article("a", text), lexicons, redraws=0) for text in texts)
    found = {span.entry for analysis in analyses for span in analysis.loaded}
    return {entry for entry in found if not entry.startswith("rule/")}


def sample_words(*, strict: bool) -> set[str]:
    """Return the ids of the entries that only the sample articles test."""
    samples = entries_in(path.read_bytes().decode("utf-8") for path in SAMPLES.glob("*.txt"))
    elsewhere = [sentence for sentence, _ in own_sentences()]
    if not strict:
        examples = [example for path in wording_lists() for example in read_examples(path)]
        elsewhere += [re.sub(r"[\[\]]", "", example) for example in examples]
    return samples - entries_in(elsewhere)


def lexicons_without(entries: set[str]) -> Lexicons:
    """Return the lexicons that ship without some entries."""
    whole = load_lexicons()
    kept = {
        form: tuple(each for each in whole.loaded[form] if each.id not in entries)
        for form in whole.loaded
    }
    verbs = {
        lemma: replace(verb, verdict=verb.verdict and VERBS + lemma not in entries)
        for lemma, verb in whole.verbs.items()
    }
    return replace(whole, loaded={form: rest for form, rest in kept.items() if rest}, verbs=verbs)


def main() -> int:
    """Print the scores, or, with a verb, be the command that is scored."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--strict", action="store_true")
    options, verb = parser.parse_known_args()
    without = sample_words(strict=options.strict)
    if verb:
        reduced = lexicons_without(without)
        language.load_lexicons = lambda: reduced
        return run(verb)
    sys.stdout.write(f"left out ({len(without)}): {', '.join(sorted(without))}\n")
    whole = f"{sys.executable} -m desktop"
    reduced_command = f"{sys.executable} -m tests.{Path(__file__).stem}"
    for command in (whole, reduced_command + " --strict" * options.strict):
        sys.stdout.write(f"\n{command}\n")
        sys.stdout.flush()
        scorer = [sys.executable, str(HERE / "kit" / "score_seeds.py"), "--command", command]
        subprocess.run(scorer, check=False, cwd=HERE.parent)
    return 0


if __name__ == "__main__":
    sys.exit(main())
