"""The numbers of a spreadsheet as its cells show them: 1.1 in the format 0.00 is 1.10."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from decimal import Decimal, InvalidOperation

_NUMBERS = {0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 49: "@"}
_DATES = (*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59))
BUILT_IN = _NUMBERS | dict.fromkeys(_DATES, "yyyy-mm-dd")
"""The formats that every spreadsheet program knows by number; all dates are shown alike."""

_PART = re.compile(r'"([^"]*)"|\\(.)|\[[^\]]*\]|[_*].|([#0?,.%]+)|([^"\\\[_*#0?,.%]+)')
_DATE = re.compile(r"[ymdhs]", re.IGNORECASE)
_LONGEST = 200
_DIGITS = 15
_LAST_DAY = 2_958_465


def display(value: str, code: str, *, since_1904: bool) -> tuple[str, bool]:
    """What a cell with that number shows in that format, and whether it is a date (shown as year, month, day).

    A format that is not understood shows the number as it is; so does a value that is no number.
    """
    try:
        number = Decimal(value)
    except InvalidOperation:
        return value, False
    if not number.is_finite() or abs(number.adjusted()) > _LONGEST:
        return value, False
    parts = list(_PART.finditer(code.split(";")[0][:_LONGEST]))
    bare = "".join(part[4] or "" for part in parts)
    if _DATE.search(bare) and bare.strip().lower() != "general":
        return _date(number, since_1904=since_1904)
    shown = [part[3] for part in parts if part[3]]
    if len(shown) != 1 or not re.fullmatch(r"[#,?]*0[0,]*(?:\.0+)?%?", shown[0]):
        return _plain(number), False
    return "".join(
        _in_digits(number, part[3]) if part[3] else part[1] or part[2] or part[4] or "" for part in parts
    ), False


def _in_digits(number: Decimal, digits: str) -> str:
    percent = digits.endswith("%")
    whole, _, decimals = digits.rstrip("%").partition(".")
    number = number * 100 if percent else number
    least = len(re.sub("[^0]", "", whole))
    shown = f"{number:{',' if ',' in whole else ''}.{len(decimals)}f}"
    sign, shown = ("-", shown[1:]) if shown.startswith("-") else ("", shown)
    before, point, behind = shown.partition(".")
    return sign + before.rjust(least, "0") + point + behind + "%" * percent


def _plain(number: Decimal) -> str:
    """The number as a cell without a format shows it, which hides the error of binary fractions."""
    rounded = f"{float(number):.{_DIGITS}g}"
    return rounded if "e" in rounded else f"{Decimal(rounded):f}"


def _date(number: Decimal, *, since_1904: bool) -> tuple[str, bool]:
    if not 0 <= number <= _LAST_DAY:
        return _plain(number), False
    first = datetime(1904, 1, 1) if since_1904 else datetime(1899, 12, 30)
    day = first + timedelta(days=float(number))
    return (f"{day:%Y-%m-%d}" if number == number.to_integral_value() else f"{day:%Y-%m-%d %H:%M}"), True
