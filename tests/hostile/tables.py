"""Point lists and tables made to harm: JSON, YAML, CSV."""

from __future__ import annotations

from collections.abc import Iterator

from tests.hostile.case import MARK, Case


def tables() -> Iterator[Case]:
    yield from _json()
    yield from _yaml()
    yield from _csv()


def _json() -> Iterator[Case]:
    good = f'{{"label": "2", "text": "The {MARK}."}}'
    for name, text in {
        "deep-lists": "[" * 200_000,
        "deep-closed": "[" * 5_000 + "]" * 5_000,
        "deep-objects": '{"points":' * 50_000,
        "cut": f'{{"points": [{good}',
        "twice": '{"points": [{"text": "a", "text": "b"}]}',
        "nan": '{"points": [{"text": NaN}]}',
        "infinite": '[{"label": Infinity, "text": "a"}]',
        "behind": f'{{"points": [{good}]}} more',
        "nothing": "[]",
        "no-points": '{"points": []}',
        "null": "null",
        "number": "1",
        "numbers": "[1, 2, 3]",
        "no-text": '[{"label": "1"}]',
        "cycle": '{"points": [{"points": [{"points": 1}]}]}',
        "bad-escape": '["\\x"]',
        "control": '["a\nb"]',
        "blank-text": '[" ", "\\u200b"]',
    }.items():
        yield Case(f"{name}.json", "point list", text.encode(), None if name == "blank-text" else "refused", "")
    deep = '{"text": "a", "points": [' * 30 + good + "]}" * 30
    for name, text in {
        "half-character": f'["\\ud83d", {good}]',
        "nul-character": f'["a\\u0000b", {good}]',
        "same-ids": f'[{{"id": "x", "text": "a"}}, {{"id": "x", "text": "b"}}, {good}]',
        "deep-points": f"[{deep}]",
        "digits": f'[{{"label": {"9" * 5_000}, "text": "a"}}, {good}]',
        "exponent": f'[{{"label": 1e999999999, "text": "a"}}, {good}]',
        "many": "[" + '"a party",' * 10_000 + good + "]",
        "long-text": f'["{"word " * 300_000}", {good}]',
        "long-label": f'[{{"label": "{"1." * 100_000}", "text": "a"}}, {good}]',
        "long-id": f'[{{"id": "{"x" * 300_000}", "text": "a"}}, {good}]',
        "fields": "[{" + "".join(f'"f{number}": 1,' for number in range(20_000)) + f'"text": "a"}}, {good}]',
        "mixed": f'["a", {{"text": "b"}}, {good}]',
    }.items():
        yield Case(f"points-{name}.json", "point list", text.encode())


def _yaml() -> Iterator[Case]:
    good = f"- {{label: '2', text: The {MARK}.}}\n"
    bomb = "a0: &a0 [x,x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1},*a{n - 1}]\n" for n in range(1, 40))
    for name, text in {
        "aliases": f"points:\n- text: a\n{bomb}",
        "alias-cycle": "&a [*a]",
        "alias-to-itself": "points: &a\n- text: x\n  points: *a\n",
        "deep-flow": "[" * 20_000,
        "deep-blocks": "".join(f"{' ' * depth}- \n" for depth in range(1_500)),
        "code": "!!python/object/apply:os.system [echo]",
        "twice": "points: []\npoints: []\n",
        "documents": "--- [a]\n--- [b]\n",
        "tab": "points:\n\t- a\n",
        "merge": "<<: {points: [a]}",
        "no-alias": "points: *nobody",
        "binary": "points: [!!binary aGk=]",
        "dates": "[2025-11-23, 0x1F, 1_000, 12:30:45, yes, null, .nan]",
    }.items():
        yield Case(f"{name}.yaml", "point list", text.encode(), holds="")
    for name, text in {
        "many": "- a party\n" * 3_000 + good,
        "long-line": f"- {'word ' * 100_000}\n{good}",
        "digits": f"- {{label: {'9' * 5_000}, text: a}}\n{good}",
        "sexagesimal": f"- {{label: {'1:' * 2_000}1, text: a}}\n{good}",
        "comments": "# no\n" * 50_000 + good,
    }.items():
        yield Case(f"points-{name}.yaml", "point list", text.encode())


def _csv() -> Iterator[Case]:
    good = f'2,"The {MARK}."\n'
    for name, text in {
        "quote-open": f'label,text\n1,"a\n{good}',
        "quotes": "label,text\n1," + '"' * 100_001 + "\n" + good,
        "wide": "label,text" + ",x" * 5_000 + "\n" + good,
        "commas": "," * 1_000_000 + "\n" + good,
        "ragged": "label,text\n1,a,b,c,d\n\n,\n" + good,
        "many": "label,text\n" + "1,a party\n" * 5_000 + good,
        "too-many": "label,text\n" + "1,a\n" * 110_000 + good,
        "cell-long": f"label,text\n1,{'word ' * 30_000}\n{good}",
        "cell-too-long": f"label,text\n1,{'x' * 200_000}\n{good}",
        "formulas": "label,text\n1,\"=cmd|' /C calc'!A0\"\n" + good,
        "header-twice": "text,text\n" + good,
        "returns": "label,text\r1,a\r" + good,
        "separators": "label;text|x\ty\n1;a|b\tc\n" + good,
        "levels": "level,label,text\n99999999999,1,a\n-1,1,b\nx,1,c\n1,2,sentinel\n",
    }.items():
        yield Case(f"table-{name}.csv", "table", text.encode())
    for name, text in {"header-only": "label,text\n", "commas-only": ",,,\n,,,\n", "quotes-only": '"",""\n'}.items():
        yield Case(f"table-{name}.csv", "nothing in it", text.encode(), holds="")
