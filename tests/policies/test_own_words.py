"""The documents are told in our own words: no sentence of a source stands in a pack. Needs the sources at hand."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = ROOT.parent / "shared" / "sources"
RUN = 18  # characters in a row that two independent sentences of this field may share (names of institutions included)
TITLES = re.compile(r"[《“][^》”]*[》”]|〔\d+〕\d+号")

pytestmark = pytest.mark.skipif(not SOURCES.is_dir(), reason="the sources are not at hand")


def bare(text: str) -> str:
    """The Chinese characters and figures alone."""
    return re.sub(r"[^\u4e00-\u9fff0-9A-Za-z]", "", TITLES.sub("", text))


def told(value: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Every sentence of a pack that describes the law."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in {"title", "names", "document"}:
                yield from told(inner, f"{path}.{key}")
    elif isinstance(value, list):
        for inner in value:
            yield from told(inner, path)
    elif isinstance(value, str):
        yield path, value


def runs(text: str) -> set[str]:
    return {text[at : at + RUN] for at in range(len(text) - RUN + 1)}


@pytest.mark.parametrize("file", sorted((ROOT / "policies" / "packs").glob("*.toml")), ids=lambda file: file.stem)
def test_no_sentence_of_a_source_is_copied(file: Path) -> None:
    copied = set().union(*(runs(bare(source.read_text(encoding="utf-8"))) for source in SOURCES.glob("*.txt")))
    pack = tomllib.loads(file.read_text(encoding="utf-8"))
    found = [(path, text) for path, text in told(pack) if runs(bare(text)) & copied]
    assert found == []
