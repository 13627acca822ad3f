"""Severity: how much a change weighs. These are the rules, all of them.

    none          the texts are equal once white space, quotation marks, dashes and Unicode form are made alike
    editorial     the same in other words: small words, order, spelling, case, punctuation, words used for one another,
                  another notation of a value, another name of a party, another number of a provision cited
    substantive   words of content come, go or change; a provision comes, or one without a number goes; something is
                  left open or settled
    critical      a fact, a mode, a negation, a condition, a bearer, a party or a place changes; a numbered point goes

Examples, each of which is a test:

    The truce holds “on land”. → The truce holds "on land".                          none
    The wells are cleaned by the council. → The council cleans the wells.            editorial
    The fee is due within sixty days. → The fee is due within 60 days.               editorial
    The carrier is obliged to pay. → The carrier shall pay.                          editorial
    The trust rebuilds schools. → The trust rebuilds schools and clinics.            substantive
    The archives are shown to the heirs. → The archives are sold to the heirs.       substantive
    The seat is in the old town. → The seat is [in the old town][at the port].       substantive
    The fee is due within 60 days. → The fee is due within 90 days.                  critical
    The council shall hear the heirs. → The council may hear the heirs.              critical
    The verdict is final. → The verdict is not final.                                critical
    France trains the new police force. → Italy trains the new police force.         critical
    The embargo ends. → The embargo ends if the truce holds.                         critical

The severity of a change is the highest of its text, its facts, its findings and its parts.
"""

from __future__ import annotations

import unicodedata

from plandiff.engine.normalize import normalize
from plandiff.model import SEVERITIES, Change, Severity


def severity(change: Change, *, reworded: bool = False, numbered: bool = False) -> Severity:
    """The severity of a change whose facts, findings and parts are known.

    `reworded` tells that both texts have the same content in other words, `numbered` that the old one has a label.
    A point that was only split, merged or moved with all its words is editorial, and an unchanged one none. The text
    of a change with parts is its parts'.
    """
    raised = [
        _of_text(change, reworded=reworded, numbered=numbered),
        *(finding.severity for finding in change.findings),
    ]
    raised += [part.severity for part in change.parts]
    if change.facts:
        raised.append("critical")
    return max(raised, key=SEVERITIES.index)


def _of_text(change: Change, *, reworded: bool, numbered: bool) -> Severity:
    if change.kind in ("added", "dropped"):
        return "critical" if change.kind == "dropped" and numbered else "substantive"
    old = "".join(edit.text for edit in change.edits if edit.op != "insert")
    new = "".join(edit.text for edit in change.edits if edit.op != "delete")
    if normalize(old) == normalize(new):
        return "none" if change.kind == "unchanged" and not change.moved else "editorial"
    return "editorial" if reworded or change.parts or _words(old) == _words(new) else "substantive"


def _words(text: str) -> list[str]:
    plain = normalize(text).casefold()
    return "".join(sign for sign in plain if unicodedata.category(sign)[0] != "P").split()
