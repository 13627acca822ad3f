"""Document text made safe to print: what cannot be seen is shown by its code point."""

from __future__ import annotations

from unicodedata import category


def hidden(character: str) -> bool:
    """Whether it is a control, a format mark, a surrogate, private, unassigned, or a line separator."""
    return category(character)[0] == "C" or character in "\u2028\u2029"


def visible(text: str) -> str:
    """The text with every hidden character written out as ⟨U+XXXX⟩; line breaks stay, a tab becomes spaces.

    Escape sequences, bidirectional overrides and zero-width characters then reach the reader as evidence and
    the terminal as plain letters. Joiners are marked too: inside an agreement they hide more than they join.
    """
    if text.isprintable():
        return text
    text = text.replace("\t", "    ")
    for character in sorted(set(text) - {"\n"}):
        if hidden(character):
            text = text.replace(character, f"⟨U+{ord(character):04X}⟩")
    return text
