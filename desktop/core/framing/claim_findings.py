"""Findings on claims: who answers for them, with which verb, how certain they are, who has them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from desktop.core.framing.clear_claims import ClearClaims, found_cells
from desktop.core.framing.counter import MOST, nearest_places, second_places
from desktop.core.framing.matters import shortened
from desktop.core.framing.plainness import states_plainly
from desktop.core.framing.roles import find_role
from desktop.core.framing.sources import find_unmarked, joined, plural
from desktop.core.model.analyses import Category, ReportVerb, Rung, Voice
from desktop.core.model.comparisons import (
    Cell,
    Claim,
    Finding,
    FindingKind,
    Place,
)
from desktop.core.text.names import ORGANIZATION_WORDS
from desktop.core.text.tokens import word_set

_SURE = 0.5
_NEARLY_FOUND = 0.13
_CLEARLY_LIKE = 0.45
_FAR = 0.6
_LOADED = 0.6
_STEM = 5
_LEAST_DISTANCE = 2
# One such word alone is an outlet or a party that somebody belongs to.
_NO_SPEAKERS = ORGANIZATION_WORDS | word_set("republican democrat conservative liberal unnamed")
_RUNGS = tuple(Rung)
# A report verb has a finding of its own, and an agent that is not named is no word.
_NO_WORDS = frozenset({Category.VERDICT_VERB, Category.AGENTLESS, Category.SCARE_QUOTE})
# Who says "I" is not the outlet: a letter or a post that stands there without marks.
_FIRST_PERSON = re.compile(r"\b(?:I|[Mm]e|[Mm]y|[Ww]e|[Oo]ur|[Uu]s)\b")
_LETTER = re.compile(r"[^\W_]")
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_ALLEGED = re.compile(
    r"\b(?:alleged(?:ly)?|reportedly|purported(?:ly)?|supposed(?:ly)?|unconfirmed|suspected)\b",
    re.IGNORECASE,
)


class ClaimFindings(ClearClaims):
    """The clear claims of an event that are no quotations, and what the articles do with them."""

    def attributed(self) -> Iterator[Finding]:
        """Yield claims that some give in own voice and others attribute."""
        for claim in self._claims:
            found = found_cells(claim)
            said = [cell for cell in found if is_speaker(cell.attribution or "")]
            own = [
                cell
                for cell in found
                if states_plainly(self._sources, cell, claim)
                and self._likeness(cell, said) >= _CLEARLY_LIKE
                and not _FIRST_PERSON.search(self._sources.text(cell.evidence[0]))
            ]
            said = [cell for cell in said if self._likeness(cell, own) >= _CLEARLY_LIKE]
            own = [cell for cell in own if not self._is_copied(cell, said)]
            if own and said:
                yield self._attributed(claim, own, said)

    def _is_copied(self, cell: Cell, said: Sequence[Cell]) -> bool:
        """Say whether a sentence has what is in marks elsewhere, but has lost its own marks."""
        letters = _LETTER.findall(self._sources.text(cell.evidence[0]).lower())
        return any(
            letters == _LETTER.findall(self._sources.text(each.evidence[0]).lower())
            and self._is_marked(each.evidence[0])
            for each in said
        )

    def _is_marked(self, place: Place) -> bool:
        return any(
            2 * span.overlap(place.span) > len(place.span)
            for quotation in self._sources.analysis(place.article).quotations
            for span in quotation.marked
        )

    def _attributed(self, claim: Claim, own: Sequence[Cell], said: Sequence[Cell]) -> Finding:
        by_speaker: dict[str, list[str]] = {}
        for cell in said:
            speaker = cell.attribution or ""
            by_speaker.setdefault(speaker, []).append(cell.article)
        whose = [
            f"{self._sources.names(ids)} {plural(len(ids), 'attributes', 'attribute')} it to"
            f" {speaker}"
            for speaker, ids in by_speaker.items()
        ]
        text = (
            f"“{shortened(claim.text)}”: {self._names(own)}"
            f" {plural(len(own), 'says', 'say')} it in own voice, {joined(whose)}."
        )
        places = tuple(cell.evidence[0] for cell in (*own, *said))
        title = "Own voice here, attributed there"
        counter = second_places((*own, *said))
        return Finding(FindingKind.CLAIM, title, text, claim.score, places, counter)

    def introduced(self) -> Iterator[Finding]:
        """Yield claims that one introduces with a verb two rungs above another's."""
        rows: list[tuple[int, Finding]] = []
        for claim in self._claims:
            verbs = [
                (cell, verb)
                for cell in found_cells(claim)
                if cell.attribution and (verb := self._verb(cell.evidence[0])) is not None
            ]
            if len(verbs) < 2 or len({cell.attribution for cell, _ in verbs}) > len(verbs) - 1:
                continue
            heights = [_RUNGS.index(verb.rung) for _, verb in verbs]
            spread = max(heights) - min(heights)
            if spread >= _LEAST_DISTANCE:
                rows.append((spread, self._introduced(claim, verbs)))
        yield from (finding for _, finding in sorted(rows, key=lambda row: -row[0]))

    def _introduced(self, claim: Claim, verbs: Sequence[tuple[Cell, ReportVerb]]) -> Finding:
        by_lemma: dict[str, list[Cell]] = {}
        rungs: dict[str, Rung] = {}
        for cell, verb in sorted(verbs, key=lambda row: -_RUNGS.index(row[1].rung)):
            by_lemma.setdefault(verb.lemma, []).append(cell)
            rungs[verb.lemma] = verb.rung
        parts = [
            f"“{lemma}” ({rungs[lemma].value}) in {self._names(cells)}"
            for lemma, cells in by_lemma.items()
        ]
        text = f"“{shortened(claim.text)}” is introduced with {joined(parts)}."
        places = tuple(Place(cell.article, verb.span) for cell, verb in verbs)
        counter = second_places(cell for cell, _ in verbs)
        title = "One statement, other verbs"
        return Finding(FindingKind.VERBS, title, text, 0.7, places, counter)

    def _verb(self, place: Place) -> ReportVerb | None:
        """Return the one verb that reports in a sentence; several may report several things."""
        analysis = self._sources.analysis(place.article)
        verbs = [
            verb
            for verb in analysis.verbs
            if place.span.covers(verb.span) and verb.voice is not Voice.QUOTED
        ]
        return verbs[0] if len(verbs) == 1 else None

    def hedged(self) -> Iterator[Finding]:
        """Yield claims that one gives as alleged and another as plain fact in own voice."""
        for claim in self._claims:
            found = found_cells(claim)
            alleged = [cell for cell in found if self._alleged(cell)]
            plain = [
                cell
                for cell in found
                if states_plainly(self._sources, cell, claim)
                and not self._alleged(cell)
                and self._is_like(cell, alleged)
                and any(self._has_doubted(cell, each) for each in alleged)
            ]
            if alleged and plain:
                words = self._alleged(alleged[0])
                text = (
                    f"“{shortened(claim.text)}”: {self._names(alleged)}"
                    f" {plural(len(alleged), 'says', 'say')} “{words}”,"
                    f" {self._names(plain)} {plural(len(plain), 'gives', 'give')} it as plain fact."
                )
                places = tuple(cell.evidence[0] for cell in (*alleged, *plain))
                counter = second_places((*alleged, *plain))
                title = "Alleged here, plain fact there"
                yield Finding(FindingKind.CERTAINTY, title, text, claim.score, places, counter)

    def _has_doubted(self, cell: Cell, alleged: Cell) -> bool:
        """Say whether a sentence has the word behind "alleged": "a role" is what is in doubt."""
        found = find_unmarked(self._sources, alleged.evidence[0], _ALLEGED)
        if found is None:
            return False
        sentence = alleged.evidence[0].span
        text = self._sources.article(found.article).text[found.span.end : sentence.end]
        behind = _LONG_WORD.search(text)
        here = self._sources.text(cell.evidence[0]).lower()
        return behind is None or behind[0][:_STEM].lower() in here

    def _alleged(self, cell: Cell) -> str:
        """Return the word that makes a sentence less than certain; one in marks is a speaker's."""
        found = find_unmarked(self._sources, cell.evidence[0], _ALLEGED)
        return "" if found is None else self._sources.text(found)

    def partial(self) -> Iterator[Finding]:
        """Yield claims that some of the articles lack, those of most articles first.

        A claim that only a headline has is none: the body decides what stands in a text.
        """
        partial = [
            claim
            for claim in self._claims
            if claim.score >= _SURE and len(found_cells(claim)) < len(claim.cells)
        ]
        partial.sort(key=lambda claim: -len(found_cells(claim)) * claim.score)
        for claim in partial:
            found = found_cells(claim)
            lacking = [cell for cell in claim.cells if not cell.evidence]
            nearest = nearest_places(self._statements, claim, [cell.article for cell in lacking])
            if nearest and nearest[0][0] >= _NEARLY_FOUND:
                continue
            if all(self._has_body(cell) and self._is_like(cell, found) for cell in found):
                yield self._partial(claim, found, lacking, [place for _, place in nearest])

    def _partial(
        self,
        claim: Claim,
        found: Sequence[Cell],
        lacking: Sequence[Cell],
        nearest: Sequence[Place],
    ) -> Finding:
        text = (
            f"“{shortened(claim.text)}” stands in {len(found)} of {len(claim.cells)} texts."
            f" Not found in {self._names(lacking)}."
        )
        places = tuple(cell.evidence[0] for cell in found)
        counter = tuple(nearest[:MOST])
        title = "Stands in some texts only"
        return Finding(FindingKind.CLAIM, title, text, claim.score, places, counter)

    def placed(self) -> Iterator[Finding]:
        """Yield claims that stand near the beginning of one body and near the end of another."""
        rows: list[tuple[float, Finding]] = []
        for claim in self._claims:
            cells = self._closest(claim)
            at = {cell.article: self._position(cell) for cell in cells if self._has_body(cell)}
            if len(at) > 1 and max(at.values()) - min(at.values()) >= _FAR:
                far = max(at.values()) - min(at.values())
                rows.append((far, self._placed(claim, cells, at)))
        yield from (finding for _, finding in sorted(rows, key=lambda row: -row[0]))

    def _placed(self, claim: Claim, cells: Sequence[Cell], at: Mapping[str, float]) -> Finding:
        early = min(at, key=lambda article: at[article])
        late = max(at, key=lambda article: at[article])
        text = (
            f"“{shortened(claim.text)}” stands after {at[early]:.0%} of the text of"
            f" {self._sources.name(early)}, and after {at[late]:.0%} of that of"
            f" {self._sources.name(late)}."
        ).replace("%", "\u2009%")
        places = [cell.evidence[0] for cell in cells if cell.article in {early, late}]
        between = [cell for cell in cells if cell.article not in {early, late}]
        counter = [cell.evidence[0] for cell in between] or second_places(cells)
        title = "Early here, late there"
        sure, shown = claim.score, tuple(places)
        return Finding(FindingKind.PLACE, title, text, sure, shown, tuple(counter[:MOST]))

    def _position(self, cell: Cell) -> float:
        length = len(self._sources.article(cell.article).text)
        return min(place.span.start for place in cell.evidence) / length

    def worded(self) -> Iterator[Finding]:
        """Yield claims with a loaded word in the own voice of one, and none in another's."""
        for claim in self._claims:
            cells = self._closest(claim)
            loaded = {cell.article: self._loaded(cell) for cell in cells}
            having = [cell for cell in cells if loaded[cell.article]]
            plain = [cell for cell in cells if not loaded[cell.article]]
            words = [self._sources.text(loaded[cell.article][0]).lower() for cell in having]
            texts = [self._sources.text(cell.evidence[0]).lower() for cell in plain]
            if not having or not plain or any(word in text for word in words for text in texts):
                continue
            parts = [
                f"{self._sources.name(cell.article)} has"
                f" “{self._sources.text(loaded[cell.article][0])}”"
                for cell in having
            ]
            text = (
                f"“{shortened(claim.text)}”: {joined(parts)}, nothing is marked in the sentence of"
                f" {self._names(plain)}."
            )
            places = [loaded[cell.article][0] for cell in having]
            places += [cell.evidence[0] for cell in plain]
            counter = second_places(cells)
            title = "One statement, loaded here"
            yield Finding(FindingKind.WORDING, title, text, claim.score, tuple(places), counter)

    def _loaded(self, cell: Cell) -> list[Place]:
        """Return the strong wordings of the own voice in the sentence of a cell."""
        span = cell.evidence[0].span
        return [
            Place(cell.article, each.span)
            for each in self._sources.analysis(cell.article).loaded
            if each.voice is Voice.OWN
            and each.weight >= _LOADED
            and not each.ignored
            and each.category not in _NO_WORDS
            and span.covers(each.span)
        ]


def is_speaker(name: str) -> bool:
    """Say whether a name is that of somebody who speaks: a person, a body, people in an office.

    >>> is_speaker("Aya Ito"), is_speaker("US officials"), is_speaker("new rules")
    (True, True, False)
    """
    words = name.split()
    if not words or not words[-1][0].isupper():
        return find_role("", name) is not None
    return len(words) > 1 or words[0].lower() not in _NO_SPEAKERS
