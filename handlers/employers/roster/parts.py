"""The parts of a workbook that its sheets refer to: which sheets there are, shared texts, formats that pad zeros."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath
from xml.etree.ElementTree import Element

from handlers.employers.roster.cells import ELEMENTS, ELEMENTS_OF_ROW, UNPACKED, RosterProblem, shortened

_STRINGS = 200_000


def local(element: Element) -> str:
    """An element's name without its namespace: strict and ordinary workbooks differ only there."""
    return element.tag.rpartition("}")[2]


def attribute(element: Element, name: str) -> str:
    """An attribute by its name without a namespace; empty where there is none."""
    return next((value for key, value in element.items() if key.rpartition("}")[2] == name), "")


def unpacked(archive: zipfile.ZipFile, part: str) -> io.BytesIO:
    """A part's content. Raises RosterProblem where it unpacks to more than any roster needs, KeyError without one."""
    with archive.open(part) as packed:
        content = packed.read(UNPACKED + 1)
    if len(content) > UNPACKED:
        raise RosterProblem("too_big", part)
    return io.BytesIO(content)


def elements(archive: zipfile.ZipFile, part: str, *ends: str) -> Iterator[Element]:
    """The elements of these names, each when it is complete; everything is let go of as soon as it was read.

    Raises RosterProblem where there are more elements than any roster needs.
    """
    from defusedxml.ElementTree import iterparse  # noqa: PLC0415 - only who uploads a roster needs it

    parents: list[Element] = []
    inside, held, seen = 0, 0, 0
    for event, element in iterparse(unpacked(archive, part), events=("start", "end"), forbid_dtd=True):
        wanted = local(element) in ends
        if event == "start":
            parents.append(element)
            inside, held, seen = inside + wanted, held + 1, seen + 1
            if seen > ELEMENTS or held > ELEMENTS_OF_ROW:
                raise RosterProblem("too_big", part)
            continue
        parents.pop()
        inside -= wanted
        if wanted:
            yield element
        if not inside and parents:
            parents[-1].remove(element)
            held = len(parents)


def sheets(archive: zipfile.ZipFile) -> list[tuple[str, str]]:
    """Name and part of each sheet that is shown, in the workbook's order."""
    relations = elements(archive, "xl/_rels/workbook.xml.rels", "Relationship")
    targets = {attribute(each, "Id"): place(attribute(each, "Target")) for each in relations}
    return [
        (attribute(each, "name"), targets[identifier])
        for each in elements(archive, "xl/workbook.xml", "sheet")
        if (identifier := attribute(each, "id")) in targets and not attribute(each, "state").endswith("idden")
    ]


def place(target: str) -> str:
    """Where a relation of the workbook leads, inside the archive."""
    return target.lstrip("/") if target.startswith("/") else str(PurePosixPath("xl") / target)


def shared_strings(archive: zipfile.ZipFile) -> list[str]:
    """The texts that cells refer to by number. Pronunciations are left out."""
    if "xl/sharedStrings.xml" not in archive.namelist():
        return []
    texts: list[str] = []
    for item in elements(archive, "xl/sharedStrings.xml", "si"):
        texts.append(text_in(item))
        if len(texts) > _STRINGS:
            raise RosterProblem("too_big", "sharedStrings")
    return texts


def text_in(item: Element) -> str:
    """The runs of a text put together."""
    runs = [item, *(child for child in item if local(child) == "r")]
    return shortened("".join(child.text or "" for run in runs for child in run if local(child) == "t"))


def padded_formats(archive: zipfile.ZipFile) -> dict[int, int]:
    """Cell styles that show a number with leading zeros, each with its width: 工号 00123 is stored as 123."""
    if "xl/styles.xml" not in archive.namelist():
        return {}
    codes: dict[str, int] = {}
    for element in elements(archive, "xl/styles.xml", "numFmt", "cellXfs"):
        code = attribute(element, "formatCode")
        if local(element) == "numFmt" and len(code) > 1 and set(code) == {"0"}:
            codes[attribute(element, "numFmtId")] = len(code)
        elif local(element) == "cellXfs":
            styles = [attribute(each, "numFmtId") for each in element]
            return {index: codes[style] for index, style in enumerate(styles) if style in codes}
    return {}
