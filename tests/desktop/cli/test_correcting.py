"""An article corrected by command: each correction is a decision, taken back by `undo`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from desktop.services.analyses import analyze_articles, get_analysis
from desktop.services.articles import ArticleQuery, get_article, list_articles
from desktop.services.libraries import open_library
from tests.desktop.cli.conftest import TOLD, Run

SAID = "“This is utter folly, all of it,”"
REPORTED = "the harbor was hardly safe for the forty families who live beside it"
WALL = "build the wall before the winter"


def shown(correct: Run, what: str, words: str) -> dict[str, Any]:
    """Return the first entry of a kind that has some words."""
    records = [json.loads(line) for line in correct("show", "--format", "jsonl")]
    return next(each for each in records if each["what"] == what and words in each["words"])


def test_what_can_be_corrected_is_listed_with_its_places(correct: Run) -> None:
    records = [json.loads(line) for line in correct("show", "--format", "jsonl")]
    text = TOLD.strip()
    assert {record["what"] for record in records} == {"wording", "passage", "paragraph"}
    assert all(text[each["start"] : each["end"]] == each["words"] for each in records)
    lines = correct("show")
    assert len(lines) == len(records)
    assert any(line.endswith("“slams”  emotive verb, weight 0.9, own voice") for line in lines)
    assert any(line.endswith("quoted, Bo Lund") for line in lines)
    assert any(line.endswith("“By Ada Moe”  byline, set apart") for line in lines)


def test_a_wording_is_ignored_counted_again_and_the_decision_taken_back(
    correct: Run, run: Run
) -> None:
    place = TOLD.index("shameful")
    assert correct("ignore", "--words", "shameful") == [
        "Ignore wording",
        f"        {place}:{place + 8}  “shameful”",
    ]
    assert shown(correct, "wording", "shameful")["ignored"]
    assert correct("ignore", "--words", "shameful")[0] == "This stands already."
    assert correct("count", "--words", "shameful")[0] == "Count wording"
    assert correct("count", "--words", "shameful")[0] == "This stands already."
    assert run("undo") == ["Undone: Count wording"]
    assert any(line.endswith("own voice, ignored") for line in correct("show"))
    assert run("undo") == ["Undone: Ignore wording"]
    assert not shown(correct, "wording", "shameful")["ignored"]


def test_a_correction_moves_the_figures_in_the_lists(correct: Run, told: tuple[str, str]) -> None:
    library = open_library(told[0])
    assert list(analyze_articles(library))
    before = list_articles(library, ArticleQuery())[0].own
    correct("ignore", "--words", "shameful")
    after = list_articles(library, ArticleQuery())[0].own
    library.close()
    assert before is not None
    assert after is not None
    assert after.count == before.count - 1


def test_words_that_stand_more_than_once_are_told_apart(correct: Run) -> None:
    message = correct("ignore", "--words", "slammed", code=2)
    first, second = TOLD.index("slammed"), TOLD.rindex("slammed")
    assert "“slammed” stands 2 times in the article; choose one with --nth:" in message[-3]
    assert [line.split()[:2] for line in message[-2:]] == [
        ["1", f"{first}:{first + 7}"],
        ["2", f"{second}:{second + 7}"],
    ]
    (record,) = map(
        json.loads, correct("ignore", "--words", "slammed", "--nth", 2, "--format", "jsonl")
    )
    assert record.pop("article")
    assert record == {
        "decision": 2,
        "label": "Ignore wording",
        "start": second,
        "end": second + 7,
        "words": "slammed",
    }
    (again,) = map(
        json.loads, correct("ignore", "--span", f"{second}:{second + 7}", "--format", "jsonl")
    )
    assert (again["decision"], again["label"], again["start"]) == (None, None, second)


def test_a_wording_that_was_missed_is_marked_and_unmarked(correct: Run, run: Run) -> None:
    label = "Mark “the wall” as loaded"
    assert correct("mark", "charged noun", "--words", "the wall")[0] == label
    found = shown(correct, "wording", "the wall")
    assert (found["category"], found["weight"], found["by_user"]) == ("charged noun", 0.7, True)
    again = ("mark", "metaphor", "--weight", 0.9, "--words", "the wal")
    assert correct(*again)[0] == label
    assert correct(*again)[0] == "This stands already."
    found = shown(correct, "wording", "the wall")
    assert (found["category"], found["weight"]) == ("metaphor", 0.9)
    assert correct("unmark", "--words", "the wall")[0] == "Unmark “the wall”"
    assert run("undo") == ["Undone: Unmark “the wall”"]
    assert shown(correct, "wording", "the wall")["by_user"]


def test_a_quotation_is_taken_back_into_the_own_voice_and_reset(correct: Run) -> None:
    assert correct("voice", "own", "--words", SAID)[0].endswith("as own voice")
    taken = shown(correct, "passage", "utter folly")
    assert (taken["voice"], taken["speaker"], taken["by_user"]) == ("own", None, True)
    assert shown(correct, "wording", "folly")["voice"] == "own"
    assert correct("voice", "own", "--words", SAID)[0] == "This stands already."
    assert correct("reset", "--words", SAID)[0].endswith("as found")
    assert shown(correct, "passage", "utter folly")["speaker"] == "Bo Lund"
    assert correct("reset", "--words", "utter folly")[0] == "This stands already."


def test_a_sentence_with_a_quotation_in_it_is_taken_back_as_a_whole(correct: Run) -> None:
    sentence = f"{SAID} the mayor, Bo Lund, told reporters in Anville."
    assert correct("voice", "own", "--words", sentence)[0].endswith("as own voice")
    assert shown(correct, "passage", "utter folly")["words"] == sentence
    assert shown(correct, "wording", "folly")["voice"] == "own"


def test_words_of_nobody_are_given_to_a_speaker(correct: Run) -> None:
    told = correct("voice", "indirect", "--words", WALL, "--speaker", "  Ada\tMoe ")
    assert told[0] == f"Take “{WALL}” as an indirect report"
    given = shown(correct, "passage", WALL)
    assert (given["voice"], given["speaker"]) == ("indirect", "Ada Moe")
    assert correct("voice", "quoted", "--words", WALL)[0] == f"Take “{WALL}” as quoted"
    assert shown(correct, "passage", WALL)["speaker"] == "Ada Moe", "as it was"
    assert correct("voice", "quoted", "--words", WALL)[0] == "This stands already."
    other = correct("voice", "quoted", "--words", WALL, "--speaker", "Eva Dahl")
    assert other[0] == f"Name the speaker of “{WALL}”"
    assert shown(correct, "passage", WALL)["speaker"] == "Eva Dahl"


def test_the_speaker_of_a_quotation_is_named_by_any_words_of_it(correct: Run) -> None:
    told = correct("speaker", "Eva Dahl", "--words", "hardly safe")
    assert told[0].startswith("Name the speaker of “the harbor was hardly safe")
    assert shown(correct, "passage", REPORTED)["speaker"] == "Eva Dahl"
    assert correct("speaker", "Eva Dahl", "--words", "hardly safe")[0] == "This stands already."
    assert correct("speaker", "", "--words", "hardly safe")[0].startswith("Name no speaker of")
    assert shown(correct, "passage", REPORTED)["speaker"] is None
    assert correct("reset", "--words", "hardly safe")[0].endswith("as found")
    assert shown(correct, "passage", REPORTED)["speaker"] == "Bo Lund"


def test_what_is_right_counts_for_its_rule(correct: Run, run: Run) -> None:
    assert correct("confirm", "wording", "--words", "folly")[0] == "Confirm “folly” as loaded"
    assert correct("confirm", "wording", "--words", "folly")[0] == "This stands already."
    assert correct("confirm", "voice", "--words", "utter folly")[0].startswith("Confirm whose")
    rules = [json.loads(line) for line in run("decisions", "--precision", "--format", "jsonl")]
    accepted = {(rule["group"], rule["name"]): rule["accepted"] for rule in rules}
    assert accepted[("wording", "charged noun")] == 1
    assert accepted[("voice", "direct")] == accepted[("voice", "speaker")] == 1


def test_a_paragraph_is_set_apart_and_kept(correct: Run, run: Run) -> None:
    assert correct("set-apart", "--words", "wall")[0] == "Set block apart"
    assert not shown(correct, "paragraph", "wall")["scored"]
    assert correct("set-apart", "--words", "wall")[0] == "This stands already."
    assert correct("keep", "--words", "By Ada Moe")[0] == "Keep block"
    assert shown(correct, "paragraph", "Ada Moe")["scored"]
    assert correct("keep", "--words", "Ada Moe")[0] == "This stands already."
    assert run("undo") == ["Undone: Keep block"]
    assert not shown(correct, "paragraph", "Ada Moe")["scored"]


def test_a_field_is_edited_and_emptied(correct: Run, run: Run, told: tuple[str, str]) -> None:
    assert correct("field", "authors", "Ada Moe; Bo Lund") == ["Edit authors"]
    assert correct("field", "authors", "Ada Moe; Bo Lund") == ["This stands already."]
    library = open_library(told[0])
    assert get_article(library, told[1]).metadata.authors.value == ("Ada Moe", "Bo Lund")
    (record,) = map(json.loads, correct("field", "authors", "", "--format", "jsonl"))
    assert (record["label"], record["field"]) == ("Edit authors", "authors")
    assert not get_article(library, told[1]).metadata.authors.value
    assert run("undo") == ["Undone: Edit authors"]
    assert get_article(library, told[1]).metadata.authors.value == ("Ada Moe", "Bo Lund")
    library.close()


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("ignore", "--words", "wall"), "holds no loaded wording"),
        (("ignore", "--words", "slammed the shameful"), "name one of them: “slammed”, “shameful”"),
        (("unmark", "--words", "folly"), "was not marked by you"),
        (("mark", "metaphor", "--words", "folly"), "is marked already"),
        (("mark", "metaphor", "--words", "Ada Moe"), "inside one sentence that is scored"),
        (("mark", "metaphor", "--weight", "0.4", "--words", "wall"), "0.5<=x<=1.0"),
        (("mark", "sarcasm", "--words", "wall"), "'sarcasm' is not one of"),
        (("voice", "unclear", "--words", "wall"), "'unclear' is not one of"),
        (("voice", "own", "--speaker", "Ada", "--words", "wall"), "leave --speaker out"),
        (("voice", "quoted", "--words", "🌊"), "holds no words"),
        (("speaker", "Ada", "--words", "wall"), "is nobody’s quotation"),
        (("confirm", "voice", "--words", "wall"), "is nobody’s quotation"),
        (("keep", "--words", "plan By"), "stands in several paragraphs"),
        (("field", "mood", "good"), "'mood' is not one of"),
    ],
)
def test_what_cannot_be_corrected_is_refused_with_a_reason(
    correct: Run, run: Run, words: tuple[str, ...], message: str
) -> None:
    assert message in " ".join(" ".join(correct(*words, code=2)).split())
    assert len(run("decisions")) == 1, "the import alone"


def test_only_what_the_program_found_can_be_confirmed(correct: Run) -> None:
    correct("ignore", "--words", "folly")
    correct("voice", "own", "--words", SAID)
    correct("voice", "quoted", "--words", WALL)
    ignored = " ".join(correct("confirm", "wording", "--words", "folly", code=2))
    assert "is ignored by you" in ignored
    stated = " ".join(correct("confirm", "voice", "--words", WALL, code=2))
    assert "was stated by you" in stated


def test_an_article_or_a_date_that_is_none_is_refused(correct: Run, run: Run) -> None:
    told = run("correct", "ignore", "nobody", "--words", "plan", code=3)
    assert told == [
        "crosslight: The library has no article nobody.",
        "List the articles to see their ids.",
    ]
    assert "“soon” is not a full date." in correct("field", "published", "soon", code=3)[0]
    assert run("correct", "show", "\udcff", code=3)


def test_a_text_in_another_language_is_not_marked(tmp_path: Path, run: Run) -> None:
    file = tmp_path / "fr.txt"
    file.write_text(
        "Le maire a présenté vendredi le projet du port à la presse de la ville.\n\n"
        "Les habitants attendent une réponse avant l’hiver, mais le conseil ne la donnera pas.\n",
        "utf-8",
    )
    (record,) = map(json.loads, run("import", file, "--format", "jsonl"))
    article = record["articles"][0]["id"]
    words = ("correct", "mark", article, "metaphor", "--words", "réponse")
    assert "is not scored: the text is in French." in " ".join(run(*words, code=2))


def test_corrections_hold_in_the_analysis_that_every_view_reads(
    correct: Run, told: tuple[str, str]
) -> None:
    correct("speaker", "Eva Dahl", "--words", "utter folly")
    library = open_library(told[0])
    analysis = get_analysis(library, told[1])
    library.close()
    assert "Eva Dahl" in {q.speaker.name for q in analysis.quotations if q.speaker}
