"""What a page does not show never gets into its text, however it is hidden and nested."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.ingest.drafts import UnreadableFileError
from desktop.ingest.html import read_html
from desktop.ingest.mail import read_mail

SHOWN = [
    "A storm hit the coast on Friday and tore the roof from a school in Anville, the mayor said.",
    "Nobody was hurt, she told reporters at the town hall, but forty families left their houses.",
    "The storm was the strongest in ten years, the weather service said in a statement that day.",
    "More rain is expected before the week is over, and the schools will stay closed on Monday.",
]
HIDDEN = [
    '<p style="display:none">trap</p>',
    '<div style="color: red; DISPLAY :  None !important"><p>trap and more of it</p></div>',
    "<span style='visibility: hidden'>trap</span>",
    "<p hidden>trap</p>",
    '<section hidden=""><div><p>trap <b>deep</b></p></div></section>',
    "<template><p>trap</p></template>",
    "<noscript><p>trap</p></noscript>",
    '<script>document.write("trap")</script>',
    '<script type="application/ld+json">{"@type": "Article", "articleBody": "trap"}</script>',
    "<style>p::after { content: 'trap' }</style>",
    "<!-- trap -->",
    "<!--[if IE]><p>trap</p><![endif]-->",
    "<?php echo 'trap' ?>",
    "<textarea>trap</textarea>",
    "<select><option>trap</option></select>",
    "<svg><title>trap</title><text>trap</text></svg>",
    "<math><mi>trap</mi></math>",
    "<object><p>trap</p></object>",
    "<iframe>trap</iframe>",
    "<canvas>trap</canvas>",
    "<button>trap</button>",
    '<img src="x" alt="trap" title="trap">',
    '<a href="#" title="trap"></a>',
    '<input type="hidden" value="trap">',
]


def page(parts: list[str]) -> bytes:
    return f"<html><body><article><h1>Storm</h1>{''.join(parts)}</article></body></html>".encode()


@pytest.mark.parametrize("hidden", HIDDEN)
@pytest.mark.parametrize("shown", [SHOWN, SHOWN[:1]])
def test_each_way_of_hiding_hides(hidden: str, shown: list[str]) -> None:
    paragraphs = [f"<p>{line}</p>" for line in shown]
    (draft,) = read_html(page([hidden, *paragraphs, hidden]))
    assert "trap" not in draft.text
    assert all(line in draft.text for line in shown)


@pytest.mark.parametrize("hidden", [way for way in HIDDEN if not way.startswith(("<div", "<sec"))])
def test_what_is_hidden_inside_a_paragraph_takes_nothing_else_away(hidden: str) -> None:
    inside = f"<p>{SHOWN[0]} {hidden}</p>"
    (draft,) = read_html(page([inside, *(f"<p>{line}</p>" for line in SHOWN[1:])]))
    assert "trap" not in draft.text
    assert all(line in draft.text for line in SHOWN)


WRAPPERS = st.sampled_from(
    ["{}", "<div>{}</div>", "<blockquote>{}</blockquote>", "<ul><li>{}</ul>"]
)


@settings(max_examples=80)
@given(st.lists(st.tuples(st.sampled_from(HIDDEN), WRAPPERS, st.integers(0, 4)), max_size=6))
def test_any_mixture_of_hidden_parts_leaves_the_shown_ones(
    traps: list[tuple[str, str, int]],
) -> None:
    parts = [f"<p>{line}</p>" for line in SHOWN]
    for hidden, wrapper, place in traps:
        parts.insert(place, wrapper.format(hidden))
    (draft,) = read_html(page(parts))
    assert "trap" not in draft.text
    assert all(line in draft.text for line in SHOWN)


@pytest.mark.parametrize("hidden", ["<body hidden>", '<body style="display:none">'])
def test_a_page_that_shows_nothing_has_no_article(hidden: str) -> None:
    with pytest.raises(UnreadableFileError) as refusal:
        read_html(f"<html>{hidden}<p>{SHOWN[0]}</p></body></html>".encode())
    assert refusal.value.code == "no-article"


def test_a_hidden_heading_is_no_title() -> None:
    heading = "<h1 hidden>trap</h1><h1>Storm <span style='display:none'>trap</span>hits</h1>"
    (draft,) = read_html(f"<html><body>{heading}<p>{SHOWN[0]}</p></body></html>".encode())
    assert draft.facts.title == "Storm hits"


def test_a_mail_of_markup_hides_the_same() -> None:
    body = f'<html><body><p>{SHOWN[0]}</p><div style="display:none">trap</div></body></html>'
    data = f"From: a@b.org\r\nSubject: S\r\nContent-Type: text/html\r\n\r\n{body}"
    (draft,) = read_mail(data.encode())
    assert "trap" not in draft.text
    assert SHOWN[0] in draft.text
