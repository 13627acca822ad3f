"""Short quotes: whole sentences, whole clauses, and figures that never lose a negation."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plandiff.engine.excerpt import LIMIT, excerpt, figure, sentences

LONG = (
    "The parties shall rebuild all bridges of the valley within a reasonable time, the southern state shall"
    " pay for the work, and the northern state shall provide the stone that is needed."
)


def quoted(text: str, word: str) -> str:
    return excerpt(text, 0, len(text), text.index(word))


def test_a_short_sentence_is_quoted_whole() -> None:
    assert quoted("Each party  keeps\nits fleet.", "fleet") == "Each party keeps its fleet"


@pytest.mark.parametrize(
    ("word", "quote"),
    [
        ("bridges", "The parties shall rebuild all bridges of the valley within a reasonable time …"),
        ("southern", "…the southern state shall pay for the work …"),
        ("northern", "…and the northern state shall provide the stone that is needed"),
    ],
)
def test_a_long_sentence_is_cut_at_its_clauses(word: str, quote: str) -> None:
    assert quoted(LONG, word) == quote


def test_a_long_clause_is_cut_at_words_and_keeps_its_beginning() -> None:
    clause = "The southern state " + "and its many allies " * 3 + "shall limit its fleet " + "without delay " * 9

    quote = quoted(clause, "fleet")

    assert quote.startswith("…many allies shall limit its fleet without delay")
    assert quote.endswith("without …")
    assert quoted(clause, "southern").startswith("The southern state and its many allies")


def test_sentences_end_where_a_reader_ends_them() -> None:
    text = "The U.S. ships leave St. Ives by No. 5. They return (at once.) Is that all? Not so fast, e.g. now."

    found = [text[start:end] for start, end in sentences(text)]

    assert found == [
        "The U.S. ships leave St. Ives by No. 5.",
        "They return (at once.)",
        "Is that all?",
        "Not so fast, e.g. now.",
    ]


@pytest.mark.parametrize(
    ("text", "fact", "qualifier", "quote"),
    [
        (
            "The army is limited to 600,000 personnel.",
            "600,000 personnel",
            None,
            "limited to 600,000 personnel",
        ),
        (
            "It shall be 800,000 personnel in peacetime.",
            "800,000",
            None,
            "shall be 800,000 personnel in peacetime",
        ),
        ("It shall keep no more than 600,000 men.", "600,000", None, "no more than 600,000 men"),
        (
            "It may not at any time be above 600,000 men.",
            "600,000",
            None,
            "not at any time be above 600,000 men",
        ),
        ("Until then, about 5 ships stay, not 9.", "5 ships", None, "about 5 ships stay"),
        (
            "They pay USD 5 million of the sum to the state.",
            "USD 5 million",
            None,
            "They pay USD 5 million of the sum",
        ),
        (
            "They pay USD 5 million to the new state.",
            "USD 5 million",
            None,
            "They pay USD 5 million to the new",
        ),
        (
            "At least in theory some 40 ships sail.",
            "40 ships",
            "At least",
            "At least in theory some 40 ships sail",
        ),
        (
            "They keep 40 ships in every year of peace.",
            "40",
            "of peace",
            "They keep 40 ships in every year of peace",
        ),
        ("Nothing is said.", "40 ships", None, "40 ships"),
    ],
)
def test_a_figure_keeps_the_words_that_limit_it(text: str, fact: str, qualifier: str | None, quote: str) -> None:
    assert figure(text, fact, qualifier) == quote


@given(st.text(alphabet="ab .,;:!?[]()\n–U.S1", max_size=300))
def test_sentences_lose_no_word(text: str) -> None:
    assert "".join("".join(text[start:end] for start, end in sentences(text)).split()) == "".join(text.split())


@given(st.text(alphabet="ab .,;:\n–", min_size=1, max_size=400), st.data())
def test_a_quote_is_short_and_in_the_text(text: str, data: st.DataObject) -> None:
    anchor = data.draw(st.integers(0, len(text) - 1))

    quote = excerpt(text, 0, len(text), anchor)

    assert len(quote) <= LIMIT + len("… …")
    assert quote.removeprefix("…").removesuffix(" …") in " ".join(text.split())
