"""A document that takes another's place: the older one holds until the year before, without its file being touched."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from policies.problems import Sink

if TYPE_CHECKING:
    from policies.loading import PackFile

Raw = Mapping[str, Any]


def succeeded(files: Sequence[PackFile]) -> list[PackFile]:
    """The files, each that a sound one `replaces` ended before it begins."""
    ends: dict[str, int] = {}
    for file in files:
        for old in () if file.problems else file.raw.get("replaces", ()):
            ends[old] = min(ends.get(old, file.raw["from"]), file.raw["from"])
    return [ended(file, ends[file.raw["id"]]) if may_end(file, ends) else file for file in files]


def may_end(file: PackFile, ends: Mapping[str, int]) -> bool:
    return not file.problems and file.raw["id"] in ends


def ended(file: PackFile, year: int) -> PackFile:
    """The file with its years ended before `year`; one that is replaced as a whole holds nowhere by itself any more."""
    raw = file.raw
    if year <= raw["from"]:
        return replace(file, raw={key: value for key, value in raw.items() if key not in {"regions", "trade"}})
    return replace(file, raw={**raw, "to": min(raw.get("to", year), year - 1)})


def check_replaced(raw: Raw, files: Mapping[str, PackFile], sink: Sink) -> None:
    """Report documents to be replaced that do not exist, or that hold in places which the new one does not name."""
    for old in raw.get("replaces", ()):
        if old not in files or old == raw["id"]:
            sink.unknown("replaces", "文件", old, files.keys() - {raw["id"]})
            continue
        left = [region for region in files[old].raw.get("regions", ()) if region not in raw.get("regions", ())]
        if left:
            why = f"{old} 还管着{'、'.join(left)}，那里就没有文件了"
            sink.add("replaces", why, f"在 regions 里也写上{'、'.join(left)}，或者去掉 replaces")
