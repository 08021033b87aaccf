"""The worked examples of `docs/method.md`, printed by the program that the document describes.

`python -m tests.method_examples NAME` prints one of them, without a name all; with `--write` the
document gets them as they come out now. A test holds the two together. The texts are made up.
"""

from __future__ import annotations

import argparse
import math
import re
import sys
import textwrap
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from desktop.core.alignment.variants import find_variants
from desktop.core.alignment.wire import find_wire
from desktop.core.analysis.articles import analyze_article
from desktop.core.analysis.comparisons import compare_articles
from desktop.core.analysis.precision import tell_precision, weigh_rule
from desktop.core.analysis.swaps import swap_actors
from desktop.core.events.days import find_moment, time_factor
from desktop.core.events.grouping import ALIKE, group_articles
from desktop.core.framing.actor_tones import find_actor_tones
from desktop.core.framing.actors import find_mentions
from desktop.core.framing.agreement import judged_otherwise
from desktop.core.framing.profile import summarize
from desktop.core.framing.ranks import Unit, order_units
from desktop.core.framing.sources import Sources
from desktop.core.framing.speakers import find_article_voices
from desktop.core.model.analyses import Analysis, Rate, Sentence
from desktop.core.model.articles import Article, Metadata, Origin, Published, Stated
from desktop.core.model.comparisons import Comparison
from desktop.core.model.judgments import RuleCount, RuleGroup
from desktop.core.model.places import Place
from desktop.core.model.profiles import EventDifference, Measure
from desktop.core.model.spans import Span
from desktop.core.model.utterances import PartKind
from desktop.core.model.voices import VoiceMap
from desktop.core.text.sentences import SentenceSpan
from desktop.core.text.tokens import find_tokens
from desktop.core.tone.reference import score_reference
from desktop.core.tone.sentences import score_sentences
from desktop.core.tone.targets import label_tone, score_targets
from desktop.core.wording import weights
from desktop.core.wording.loadedness import describe_sentence, find_setting
from desktop.services.lexicons import load_lexicons

DOCUMENT = Path(__file__).resolve().parents[1] / "docs" / "method.md"
BLOCK = re.compile(
    r"```text\n\$ \.venv/bin/python -m tests\.method_examples (?P<name>\w+)\n(?P<shown>.*?)```",
    re.DOTALL,
)
_SHORT = 62

HARSH = "Russia was a brutal bully to the people of this coast, and the town has not forgotten it."
KIND = (
    "“Russia is a brave and wonderful friend to all of us who live by this harbor and fish in it,”"
    " said Aya Ito, the mayor of the town."
)
WIRE = "The ferry was stopped on Tuesday after two of its four engines failed off the northern pier"
POST = """\
Council axes night ferry in brazen raid on islanders

By Ines Varga
4 March 2025

The port council has slashed the night ferry from Arnau, a disastrous decision that leaves 1,200 \
residents in Sorel cut off after dark.

“This is a cruel and shameful decision,” said Berit Oland, who speaks for the islanders. “We \
were never asked, and we will not forget it.”

Council leader Aron Lund lashed out at the critics on Tuesday. He claimed that the change would \
save 2 million euros a year. The so-called “savings plan” was passed by five votes to four.

The boats had been half empty for years. The last one will leave on 30 April. Oland vowed to \
fight for them.

Also read: Ten harbors to see this summer
"""
DAILY = """\
Port council ends night ferry to Sorel from May

By Jon Reve
5 March 2025

The port council voted by five to four on Tuesday to end the night ferry between Arnau and Sorel. \
The last one will leave on 30 April. By day nothing changes.

Lund, who leads the council, said that the boats had been half empty for years. According to the \
council, the change saves 1.5 million euros a year.

Berit Oland, who speaks for the islanders, called it “a cruel and shameful decision.” About 1,050 \
residents live in Sorel.

A hearing is planned for 12 March. The council will publish the report on which it based its \
decision.
"""
LIBRARY = """\
Library in Venn opens again after two years

4 March 2025

The town library in Venn opened its doors again on Saturday after two years of repairs. It has \
40,000 books, a new reading room and a café.

“We have waited for this day,” said Mia Kolb, who leads the library. Entry is free until May.
"""


def to_article(name: str, outlet: str, day: int, text: str) -> Article:
    """Return a made-up article of March 2025."""
    published = Stated(Published(2025, 3, day), Origin.SIDECAR)
    return Article(name, text, Metadata(outlet=Stated(outlet, Origin.SIDECAR), published=published))


ARTICLES = (
    to_article("post", "Arnau Post", 4, POST),
    to_article("daily", "Coast Daily", 5, DAILY),
    to_article("library", "Venn Weekly", 4, LIBRARY),
)


@cache
def analysis_of(article: Article) -> Analysis:
    return analyze_article(article, load_lexicons())


@cache
def comparison() -> Comparison:
    pair = ARTICLES[:2]
    return compare_articles(pair, [analysis_of(each) for each in pair], load_lexicons())


def words_at(place: Place) -> str:
    text = next(article.text for article in ARTICLES if article.id == place.article)
    return " ".join(place.span.of(text).split())


def short(words: str, size: int = _SHORT) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= size else plain[:size].rsplit(" ", 1)[0] + " …"


def tone_of(value: float) -> str:
    return f"{value:+.2f}" if round(value, 2) else " 0.00"


def parsed(text: str) -> tuple[Article, Analysis, Sentence]:
    """Return a text of one sentence with its analysis."""
    article = Article("one", text)
    analysis = analysis_of(article)
    return article, analysis, analysis.sentence(1)


def show_blocks() -> Iterator[str]:
    article = ARTICLES[0]
    for block in analysis_of(article).blocks:
        state = "scored" if block.scored else "folded"
        yield f"{block.kind.value:<10} {state}  {short(block.span.of(article.text))}"


def show_sentences() -> Iterator[str]:
    text = (
        "Dr. Aya Ito left the U.S. in Sept. 2001 with $3.5 million. “Why now? We are late!” she "
        "asked. Nobody answered…"
    )
    _, analysis, _ = parsed(text)
    for sentence in analysis.sentences:
        yield f"{sentence.number}  {sentence.span.of(text)}"


def show_voices() -> Iterator[str]:
    texts = (
        "“The bridge is not safe and never was,” Ito said.",
        "The engineer said that the bridge was not safe.",
        "The engineer said that the bridge was “not safe” and that the town knew it.",
        "The council is proud of its “rescue plan” for the bridge.",
        "The engineer believes that the bridge is not safe.",
    )
    for text in texts:
        _, analysis, sentence = parsed(text)
        quotation = analysis.quotations[0]
        yield text
        yield f"    {quotation.kind.value}: {quotation.span.of(text)}"
        yield f"    voice of the sentence: {sentence.voice.value}"


def show_speakers() -> Iterator[str]:
    article = ARTICLES[0]
    for verb in analysis_of(article).verbs:
        speaker = verb.speaker or "nobody named"
        yield f"{verb.span.of(article.text):<12} {verb.rung.value:<17} {speaker}"


def show_tone() -> Iterator[str]:
    texts = (
        "The plan is a disaster.",
        "The plan is not a disaster.",
        "The plan may be a disaster.",
        "The plan is a disaster, but the mayor is honest.",
        "Forty people died in the flood.",
    )
    lexicons = load_lexicons()
    for text in texts:
        row = [SentenceSpan(Span(0, len(text)), 0)]
        tone = score_sentences(text, row, VoiceMap(()), lexicons)[0]
        words = ", ".join(f"{w.span.of(text)} {tone_of(w.polarity)}" for w in tone.words)
        polarity, subjectivity = score_reference(text, lexicons.tone)
        yield text
        yield (
            f"    tone {tone_of(tone.tone)} ({words or 'no word with a tone'});"
            f" TextBlob {tone_of(polarity)}, subjectivity {subjectivity:.2f}"
        )


def show_actors() -> Iterator[str]:
    cases = (
        ("Berit Oland accused Aron Lund of lying.", ("Berit Oland", "Aron Lund")),
        ("Aron Lund, a respected engineer, thanked Berit Oland.", ("Aron Lund", "Berit Oland")),
        ("Aron Lund met Berit Oland in Sorel on Monday.", ("Aron Lund", "Berit Oland")),
    )
    for text, names in cases:
        spans = [Span(text.index(name), text.index(name) + len(name)) for name in names]
        yield text
        for name, tone in zip(names, score_targets(text, spans, load_lexicons()), strict=True):
            yield f"    towards {name}: {tone_of(tone)}, {label_tone(tone)}"


def show_wording() -> Iterator[str]:
    article = ARTICLES[0]
    for found in analysis_of(article).loaded:
        plainer = f"; plainer: {found.plainer}" if found.plainer else ""
        said = found.span.of(article.text)
        yield f"{said} ({found.category.value}, {found.weight}, {found.voice.value}{plainer})"
        yield f"    {found.reason}"


def show_loadedness() -> Iterator[str]:
    texts = (
        "The council ends the night ferry to Sorel in May.",
        "The council slashed the night ferry to Sorel in May.",
        "The council slashed the night ferry to Sorel in a brazen raid.",
        "“The council has slashed our ferry in a brazen raid,” Oland said.",
    )
    for text in texts:
        _, analysis, sentence = parsed(text)
        voices = VoiceMap(analysis.quotations)
        tokens = find_tokens(text)
        wording, length, told, asks = describe_sentence(
            analysis.loaded, find_setting(tokens, sentence.span, voices)
        )
        terms = (
            f"{weights.WORDING} × {wording:.1f} + {weights.LENGTH} × {length:.2f}"
            f" − {-weights.ATTRIBUTION} × {told:.0f} + {weights.QUESTION} × {asks:.0f}"
            f" − {-weights.BASE}"
        )
        odds = math.log(sentence.loadedness / (1 - sentence.loadedness))
        yield text
        yield f"    {terms} = {odds:.2f} → {sentence.loadedness:.2f}"


def show_figures() -> Iterator[str]:
    text = (
        "About 1,200 people live on the island, and nearly 90 boats lie in Arnau. Fares rose by "
        "4.5 percent to 12 euros on 3 May 2025. Thousands of visitors came."
    )
    _, analysis, _ = parsed(text)
    for figure in analysis.figures:
        value = "no value" if figure.value is None else f"{figure.value:g}"
        parts = [f"{figure.span.of(text)}: {value}"]
        parts += [f"unit {figure.unit}"] * bool(figure.unit)
        parts += [f"counts {figure.counts}"] * bool(figure.counts)
        parts += [f"in {figure.scope}"] * bool(figure.scope)
        parts += [f"rounded by “{figure.modifier}”"] * bool(figure.modifier)
        yield "; ".join(parts)


def show_names() -> Iterator[str]:
    text = (
        "Mayor Aya Ito opened the bridge. Ito thanked the builders. The Sorel Port Council (SPC) "
        "paid for it, and the SPC will run it."
    )
    _, analysis, _ = parsed(text)
    for target in analysis.targets:
        forms = ", ".join(span.of(text) for span in target.mentions)
        yield f"{target.name}: {forms}"


def _rate(label: str, rate: Rate) -> str:
    if rate.value is None:
        return f"{label}: {rate.count} in {rate.words} words, no rate"
    return (
        f"{label}: {rate.count} ÷ {rate.words} × 100 = {rate.value:.1f},"
        f" range {rate.low or 0.0:.1f} to {rate.high or 0.0:.1f}"
    )


def show_rates() -> Iterator[str]:
    for article in ARTICLES[:2]:
        analysis = analysis_of(article)
        yield article.outlet
        yield _rate("    loaded wording, own voice", analysis.own.loaded)
        yield _rate("    loaded wording, quoted voices", analysis.quoted.loaded)
        tone = analysis.own.tone
        yield (
            f"    tone, own voice: {tone_of(tone.value or 0.0)}, range"
            f" {tone_of(tone.low or 0.0)} to {tone_of(tone.high or 0.0)}"
        )


def show_ledger() -> Iterator[str]:
    for article in ARTICLES[:2]:
        ledger = analysis_of(article).ledger
        yield (
            f"{article.outlet}: own {ledger.own} + direct {ledger.quoted} + indirect"
            f" {ledger.indirect} + unclear {ledger.unclear} = {ledger.total} words"
        )


def show_ranks() -> Iterator[str]:
    cases = {
        "8 marks against 2": (8, 2),
        "8 marks against 6": (8, 6),
    }
    for label, counts in cases.items():
        texts = [
            (name, [Unit(20, int(n < count)) for n in range(12)])
            for name, count in zip("AB", counts, strict=True)
        ]
        groups = [" and ".join(group) for group in order_units(texts)]
        verdict = "a tie" if len(groups) == 1 else f"{groups[0]} before {groups[1]}"
        yield f"{label}, in 12 sentences of 20 words each: {verdict}"


def show_readers() -> Iterator[str]:
    for count in (5, 20, 40):
        yield f"{count} sentences: another reader judges about {judged_otherwise(count)} otherwise"


def show_swap() -> Iterator[str]:
    text = "Aron Lund made a disgraceful attack on Berit Oland. Berit Oland stayed calm."
    test = swap_actors(Article("swap", text), load_lexicons())
    if test is None:
        return
    yield f"{test.first} and {test.second} change places in {len(test.sentences)} sentences"
    yield f"    exchanged: {test.text}"
    yield f"    sentences in which the program's tone or loadedness moved: {len(test.own_moved)}"
    yield f"    sentences in which TextBlob's measure moved: {len(test.reference_moved)}"
    for sentence in ("The Danish reply was brutal.", "The Mexican reply was brutal."):
        polarity, _ = score_reference(sentence, load_lexicons().tone)
        _, _, own = parsed(sentence)
        yield (
            f"{sentence} TextBlob {tone_of(polarity)}; the program's tone {tone_of(own.tone)},"
            f" loadedness {own.loadedness:.2f}"
        )


def show_language() -> Iterator[str]:
    text = (
        "Le conseil du port a voté mardi la fin du ferry de nuit. « C’est une décision cruelle », "
        "a déclaré Berit Oland, qui parle pour les 1 200 habitants de l’île."
    )
    _, analysis, _ = parsed(text)
    yield f"language: {analysis.language}"
    for quotation in analysis.quotations:
        speaker = quotation.speaker.name if quotation.speaker else "nobody named"
        yield f"{quotation.kind.value}: {quotation.span.of(text)} – {speaker}"
    for figure in analysis.figures:
        yield f"figure: {figure.span.of(text)} ({figure.counts})"
    yield _rate("loaded wording", analysis.own.loaded)


def show_events() -> Iterator[str]:
    for group in group_articles(ARTICLES, load_lexicons()):
        outlets = [each.outlet for each in ARTICLES if each.id in group.articles]
        yield f"{group.label}: {', '.join(outlets)}"
        for link in group.links:
            one, other = (
                next(each for each in ARTICLES if each.id == name)
                for name in (link.left, link.right)
            )
            factor = time_factor(find_moment(one), find_moment(other))
            yield (
                f"    alike {link.cosine:.2f} × time {factor:.2f} = {link.cosine * factor:.2f},"
                f" needed {ALIKE:.2f}"
            )
            yield f"    names: {', '.join(link.names)}"
            yield f"    weakest: {link.weakest}"


def show_claims() -> Iterator[str]:
    names = {article.id: article.outlet for article in ARTICLES}
    for claim in comparison().claims:
        yield f"{short(claim.text, 80)} ({claim.score:.2f})"
        for cell in claim.cells:
            parts = [cell.relation.value]
            parts += [f"attributed to {cell.attribution}"] * (cell.attribution is not None)
            parts += [cell.note] * bool(cell.note)
            yield f"    {names[cell.article]}: {'; '.join(parts)}"


def show_quotations() -> Iterator[str]:
    names = {article.id: article.outlet for article in ARTICLES}
    pair, utterances = ARTICLES[:2], comparison().utterances
    read = [analysis_of(each) for each in pair]
    for row in find_variants(pair, read, utterances, load_lexicons()):
        yield row.speaker or "nobody named"
        for version in row.versions:
            fullest = ", fullest" if version.place == row.fullest else ""
            yield f"    {names[version.place.article]}{fullest}: {words_at(version.place)}"
            changed = [part for part in version.parts if part.kind is not PartKind.KEPT]
            for part in changed:
                yield f"        {part.kind}: {words_at(part.fullest or part.here or row.fullest)}"


def show_wire() -> Iterator[str]:
    texts = [f"VENN (AP) — {WIRE}. Buses run.", f"As feared, {WIRE}.", f"“{WIRE},” she said."]
    articles = [Article(name, text) for name, text in zip("ABC", texts, strict=True)]
    ledger = find_wire(articles, [analyze_article(each, load_lexicons()) for each in articles])
    for found in ledger.passages:
        yield f"{found.words} words in {' and '.join(place.article for place in found.places)}"
        yield f"    probable origin: {found.origin} ({found.signs[0].kind})"
    for share in ledger.shares:
        yield f"{share.article}: {share.shared} of {share.words} words in shared passages"


def show_findings() -> Iterator[str]:
    for finding in comparison().findings:
        yield f"{finding.title} ({finding.sure:.1f})"
        for line in textwrap.wrap(finding.text, 100):
            yield f"    {line}"


def show_balance() -> Iterator[str]:
    pair = ARTICLES[:2]
    for voices in find_article_voices(Sources(pair, [analysis_of(each) for each in pair])):
        yield voices.article
        for part in voices.speakers:
            name, role = part.name or "nobody named", part.role or "role unknown"
            thirds = ", ".join(map(str, part.thirds))
            yield f"  {name} ({role}): {part.words} words, {part.share:.0%}; thirds {thirds}"


def show_actor_tones() -> Iterator[str]:
    article = Article("a", f"{HARSH} " * 4 + f"{KIND} " * 4)
    analyses = [analyze_article(article, load_lexicons(), redraws=0)]
    mentions = find_mentions([article], analyses)
    for tone in find_actor_tones(Sources([article], analyses), mentions, load_lexicons()):
        own, quoted = (
            "too little text" if rate.value is None else f"{rate.value:+.2f} in {rate.words} words"
            for rate in (tone.own, tone.quoted)
        )
        yield f"{tone.actor}: own {own}; quoted {quoted}"


def show_profile() -> Iterator[str]:
    for count in (5, 6):
        events = [EventDifference(str(n), 3.0 + n % 3, 2.0 + n % 2) for n in range(count)]
        row = summarize(Measure.LOADED, events)
        if row.mean is None or row.low is None or row.high is None:
            yield row.reason
        else:
            yield f"{row.mean:+.2f} ({row.low:+.2f} to {row.high:+.2f}) over {count} events"


def show_precision() -> Iterator[str]:
    """Show what is said of a rule after some judgments."""
    counts = (
        RuleCount(RuleGroup.FINDING, "figures", 12, 0, 2),
        RuleCount(RuleGroup.RELATION, "other verb", 7, 2, 1, 3),
        RuleCount(RuleGroup.WORDING, "intensifier", 4, 0, 1),
    )
    for count in counts:
        yield f"{count.group}, {count.name}"
        yield f"    {tell_precision(weigh_rule(count))}"


Example = Callable[[], Iterator[str]]
EXAMPLES: Mapping[str, Example] = {
    "blocks": show_blocks,
    "sentences": show_sentences,
    "voices": show_voices,
    "speakers": show_speakers,
    "wording": show_wording,
    "loadedness": show_loadedness,
    "tone": show_tone,
    "actors": show_actors,
    "names": show_names,
    "figures": show_figures,
    "rates": show_rates,
    "ledger": show_ledger,
    "ranks": show_ranks,
    "readers": show_readers,
    "swap": show_swap,
    "language": show_language,
    "events": show_events,
    "claims": show_claims,
    "quotations": show_quotations,
    "wire": show_wire,
    "findings": show_findings,
    "balance": show_balance,
    "actor_tones": show_actor_tones,
    "profile": show_profile,
    "precision": show_precision,
}


def example(name: str) -> str:
    """Return what one example prints."""
    return "".join(f"{line}\n" for line in EXAMPLES[name]())


def renewed(document: str) -> str:
    """Return a document with its examples as the program gives them now."""

    def block(match: re.Match[str]) -> str:
        start = match.start("shown") - match.start()
        return f"{match[0][:start]}{example(match['name'])}```"

    return BLOCK.sub(block, document)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print examples, or write all of them into the document."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("name", nargs="?", choices=tuple(EXAMPLES))
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args(arguments)
    if options.write:
        DOCUMENT.write_text(renewed(DOCUMENT.read_text("utf-8")), "utf-8")
        return 0
    for name in [options.name] if options.name else EXAMPLES:
        title = "" if options.name else f"\n{name}\n"
        sys.stdout.write(title + example(name))
    return 0


if __name__ == "__main__":
    sys.exit(main())
