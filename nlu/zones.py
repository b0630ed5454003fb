"""Time zones by the names that people know them by."""

from __future__ import annotations

from nlu.phrases import words


def spoken(zone: str) -> str:
    """伦敦时间 for Europe/London, 北京时间 for China's own; the IANA name where no city of the lexicon has it."""
    city = next((city for city, known in words("zone").items() if known == zone), None)
    if city is None:
        return zone
    return city if city.endswith("时间") else f"{city}时间"
