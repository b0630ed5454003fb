"""What the end of a range may leave out: 3月5号到8, 3.5-3.8, 上周三到五."""

from __future__ import annotations

import re
from datetime import date

from nlu.dimensions.time_figures import DOTTED, read_month_day
from nlu.dimensions.time_grammar import Chain
from nlu.dimensions.time_months import read_days, read_month
from nlu.dimensions.time_numbers import DAY, NO_UNIT
from nlu.dimensions.time_weeks import COUNTED, read_weekday

_FIGURES = re.compile(rf"{DOTTED}[号日]?{NO_UNIT}")
_DAY = re.compile(rf"{DAY}(?: ?[号日])?{NO_UNIT}")
_MONTH = re.compile(rf"(?:1[0-2]|0?[1-9]){NO_UNIT}")
_WEEKDAY = re.compile(rf"[一二三四五六日]{COUNTED}")


def figure_day(text: str, position: int, today: date) -> Chain | None:
    """3.8 after 3.5-."""
    match = _FIGURES.match(text, position)
    piece = read_month_day(match[0], today) if match else None
    return Chain(piece, position, match.end(), "figures") if match and piece else None


def bare_day(text: str, position: int, today: date) -> Chain | None:
    """8 after 5号到."""
    match = _DAY.match(text, position)
    piece = read_days(match[0], today) if match else None
    return Chain(piece, position, match.end(), "bare-day") if match and piece else None


def bare_month(text: str, position: int, today: date) -> Chain | None:
    """5 after 2024.3-."""
    match = _MONTH.match(text, position)
    piece = read_month(match[0], today) if match else None
    return Chain(piece, position, match.end(), "bare-month") if match and piece else None


def bare_weekday(text: str, position: int, today: date) -> Chain | None:
    """五 after 周三到."""
    match = _WEEKDAY.match(text, position)
    piece = read_weekday(match[0], today) if match else None
    return Chain(piece, position, match.end(), "bare-weekday") if match and piece else None
