"""The texts of an event as the details quote them: badges, sentence numbers, words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication

from desktop.core.model.analyses import SentenceVoice, Voice
from desktop.core.model.places import Place
from desktop.core.model.spans import Span
from desktop.core.model.voices import VoiceMap
from desktop.ui.figures.evidence import sentence_at
from desktop.ui.figures.outlets import OutletColumn
from desktop.ui.paint.sheets import Outlet, Words
from desktop.ui.words import in_marks

SHORT, LONG = 90, 240
_BARE = ". "


class EventTexts:
    """Finds the outlet of an article and the words of a place."""

    def __init__(self, columns: Sequence[OutletColumn]) -> None:
        self.columns = tuple(columns)
        self._by_id = {column.article.id: column for column in columns}
        self._voices: dict[str, VoiceMap] = {}

    def __contains__(self, article: str) -> bool:
        return article in self._by_id

    @property
    def ids(self) -> tuple[str, ...]:
        """Return the articles in the order of the outlets."""
        return tuple(self._by_id)

    def column(self, article: str) -> OutletColumn:
        """Return an article with its outlet."""
        return self._by_id[article]

    def ordered(self, articles: Iterable[str]) -> list[str]:
        """Return those articles that are in the event, each once, in the order of the outlets."""
        wanted = set(articles)
        return [article for article in self._by_id if article in wanted]

    def known(self, places: Iterable[Place]) -> tuple[Place, ...]:
        """Return the places that stand in articles of the event."""
        return tuple(place for place in places if place.article in self._by_id)

    def badge(self, article: str) -> Outlet:
        """Return the badge of an article's outlet."""
        column = self._by_id[article]
        return Outlet(column.mark, column.name)

    def name(self, article: str, kind: str = "small", color: str = "text2") -> Words:
        """Return the name of an article's outlet, to stand beside its badge."""
        return Words(self._by_id[article].name, kind, color, is_ours=True)

    def outlet(self, place: Place) -> Outlet:
        """Return the badge of a place with the number of its sentence."""
        column = self._by_id[place.article]
        sentence = sentence_at(column.analysis, place.span.start)
        said = _tr("s. {number}").format(number=sentence.number) if sentence else ""
        return Outlet(column.mark, column.name, said)

    def whole(self, place: Place) -> str:
        """Return the words of a place in one line."""
        return " ".join(place.span.of(self._by_id[place.article].article.text).split())

    def words(self, place: Place, most: int = SHORT) -> str:
        """Return the words of a place in one line, shortened at a blank."""
        return shortened(self.whole(place), most)

    def quoted(self, place: Place, most: int = SHORT) -> str:
        """Return the words of a place in quotation marks, without the full stop at their end."""
        return in_marks(self.words(place, most).rstrip(_BARE))

    def voice(self, place: Place) -> Voice:
        """Return whose words a place is."""
        return self._voice_map(place.article).voice_of(place.span)

    def _voice_map(self, article: str) -> VoiceMap:
        if article not in self._voices:
            self._voices[article] = VoiceMap(self._by_id[article].analysis.quotations)
        return self._voices[article]

    def loaded_marked(self, place: Place) -> str:
        """Return the words of a place with quotation marks round what its outlet loaded."""
        column = self._by_id[place.article]
        text, at, parts = column.article.text, place.span.start, list[str]()
        for span in self._loaded_in(column, place.span):
            if span.start >= at:
                parts += [text[at : span.start], in_marks(span.of(text))]
                at = span.end
        return " ".join("".join([*parts, text[at : place.span.end]]).split())

    def spoken(self, article: str, voice: Voice) -> tuple[Place, ...]:
        """Return where a voice is heard in the scored text of an article, in its order.

        The own voice has the sentences that are its alone.
        """
        analysis, voices = self._by_id[article].analysis, self._voice_map(article)
        scored = [sentence for sentence in analysis.sentences if sentence.scored]
        near = {
            Voice.QUOTED: voices.quoted_near,
            Voice.INDIRECT: voices.indirect_near,
            Voice.UNCLEAR: voices.unclear_near,
        }
        if voice is Voice.OWN:
            found = [s.span for s in scored if s.voice is SentenceVoice.OWN]
        else:
            found = [span for s in scored for span in near[voice](s.span)]
        places = (Place(article, span) for span in dict.fromkeys(found))
        return tuple(place for place in places if voices.voice_of(place.span) is voice)

    def depth(self, place: Place) -> float:
        """Return how much of its text stands before a place, from 0.0 to 1.0."""
        return place.span.start / max(1, len(self._by_id[place.article].article.text))

    def head(self, article: str) -> tuple[Place, ...]:
        """Return the first sentence of an article, to open it there."""
        sentences = self._by_id[article].analysis.sentences
        return (Place(article, sentences[0].span),) if sentences else ()

    def _loaded_in(self, column: OutletColumn, shown: Span) -> list[Span]:
        loaded = column.analysis.loaded
        own = [each for each in loaded if each.voice is Voice.OWN and not each.ignored]
        return sorted(each.span for each in own if shown.covers(each.span) and each.span != shown)


def shortened(words: str, most: int) -> str:
    """Return words cut at a blank, with an ellipsis, where they are longer than `most`.

    >>> shortened("one two three", 9), shortened("one", 9)
    ('one two…', 'one')
    """
    if len(words) <= most:
        return words
    cut = words.rfind(" ", 0, most)
    return words[: cut if cut > 0 else most].rstrip(",;: ") + "…"


def _tr(words: str) -> str:
    return QCoreApplication.translate("Details", words)
