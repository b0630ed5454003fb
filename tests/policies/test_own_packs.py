"""Packs from outside the project: used like ours; a faulty one is left out with its problems, the others are not."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from copy import deepcopy
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from policies.assess import assess
from policies.library import BUILT_IN
from policies.loading import PackFile, build, read_folder
from policies.own_packs import check_files, load_with, sort_out
from policies.person import Person, Stay
from policies.problems import PackError, Problem, Sink
from policies.schema import check_table
from policies.vocabulary import read_vocabulary
from tests.policies.cases_format import fact_of

HEAD = """
id = "{id}"
document = "{document}"
title = "学时认定办法"
issued = 2020-01-01
regions = ["{region}"]
from = {first}
{more}
[[requirement]]
article = "一"
total = 90
"""
RULE = """
[[rule]]
id = "paper"
article = "二"
activity = "paper"
subject = "professional"
rates = [{ hours = 7 }]
"""


def write(folder: Path, name: str, region: str = "拉萨", first: int = 2020, more: str = "", rules: str = RULE) -> Path:
    """A pack in a folder."""
    text = HEAD.format(id=name, document=f"{name}号", region=region, first=first, more=more) + rules
    file = folder / f"{name}.toml"
    file.write_text(text, encoding="utf-8")
    return file


def left(folder: Path) -> dict[str, list[str]]:
    """What is left out of a folder, and why."""
    return {Path(each.file).stem: [problem.why for problem in each.problems] for each in load_with([folder])[1]}


def test_a_pack_of_ones_own_is_used_like_ours(tmp_path: Path) -> None:
    write(tmp_path, "lasa")
    library, left_out = load_with([tmp_path])
    paper = fact_of(1, {"activity": "paper", "when": "2024"})
    statement = assess([paper], Person((Stay("拉萨"),)), 2024, library)
    assert left_out == ()
    assert statement.balance.credited.total == Decimal(7)
    assert statement.balance.citation is not None
    assert statement.balance.citation.document == "lasa号"


def test_a_faulty_file_is_left_out_and_told(tmp_path: Path) -> None:
    write(tmp_path, "lasa")
    bad = write(tmp_path, "bad", region="昌都", rules=RULE.replace("hours = 7", "huors = 7"))
    library, left_out = load_with([tmp_path])
    assert {"lasa", "changzhou-2024"} <= library.policies.keys()
    assert "bad" not in library.policies
    assert [each.file for each in left_out] == [str(bad)]
    assert str(left_out[0].problems[0]) == (
        f"{bad}，条目 paper，rates[1].huors：没有“huors”这个键\n    改法：写成 hours"
    )


@pytest.mark.parametrize("text", ["id = [", "id = 1", "", "regions = 1\nrule = 2", "[pack]\nid = 'x'"])
def test_whatever_a_file_holds_all_else_works(tmp_path: Path, text: str) -> None:
    (tmp_path / "bad.toml").write_text(text, encoding="utf-8")
    write(tmp_path, "lasa")
    assert left(tmp_path)["bad"]
    assert "lasa" in load_with([tmp_path])[0].policies


def test_what_extends_a_faulty_file_is_left_out_with_it(tmp_path: Path) -> None:
    write(tmp_path, "above", rules=RULE.replace("hours = 7", "huors = 7"), more="to = 2020")
    write(tmp_path, "below", first=2021, more='extends = "above"')
    assert left(tmp_path)["below"] == ["它继承的 above 有错"]


def test_what_extends_another_file_of_ones_own_comes_in_with_it(tmp_path: Path) -> None:
    write(tmp_path, "zzz", more="to = 2020")
    write(tmp_path, "aaa", first=2021, more='extends = "zzz"', rules="")
    write(tmp_path, "bad", region="昌都", rules="[[rule]]")
    library, _ = load_with([tmp_path])
    assert [rule.id for rule in library.policies["aaa"].rules] == ["paper"]


def test_of_two_documents_for_one_place_and_year_the_first_is_used(tmp_path: Path) -> None:
    write(tmp_path, "one")
    write(tmp_path, "two", first=2022)
    library, _ = load_with([tmp_path])
    assert "one" in library.policies
    assert left(tmp_path) == {"two": ["拉萨2022年已经有 one（one号）"]}


def test_a_document_in_the_way_of_one_of_ours_is_the_one_left_out(tmp_path: Path) -> None:
    old = write(tmp_path, "old", region="常州", first=2001)
    library, left_out = load_with([tmp_path])
    assert "changzhou-2024" in library.policies
    assert left_out[0].file == str(old)
    assert {problem.file for problem in left_out[0].problems} >= {f"{old}（和 changzhou-2024.toml 冲突）"}


def test_two_folders_may_have_files_of_one_name(tmp_path: Path) -> None:
    for name, region in (("甲", "拉萨"), ("乙", "昌都")):
        (tmp_path / name).mkdir()
        file = write(tmp_path / name, f"pack-{region}", region=region)
        file.rename(file.with_name("文件.toml"))
    library, left_out = load_with([tmp_path / "甲", tmp_path / "乙"])
    assert left_out == ()
    assert {"pack-拉萨", "pack-昌都"} <= library.policies.keys()


def test_what_other_programs_leave_in_a_folder_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "._甲.toml").write_bytes(b"\x00\x05")
    (tmp_path / "甲.toml~").write_text("id =", encoding="utf-8")
    assert left(tmp_path) == {}


def test_a_fault_of_ours_is_no_fault_of_theirs() -> None:
    with pytest.raises(PackError, match="ours"):
        sort_out([PackFile("ours", {}, (Problem("ours", "", "id", "没有", "补上"),))], (), read_vocabulary())


def test_a_new_notice_takes_the_place_of_one_of_ours(tmp_path: Path) -> None:
    write(tmp_path, "new", region="常州", first=2027, more='replaces = ["changzhou-2024"]')
    library, left_out = load_with([tmp_path])
    found = [policy.id for year in (2026, 2027) if (policy := library.in_place("常州", year))]
    assert (left_out, found) == ((), ["changzhou-2024", "new"])


def test_one_that_is_replaced_from_its_first_year_is_still_known(tmp_path: Path) -> None:
    write(tmp_path, "new", region="常州", first=2024, more='extends = "changzhou-2024"\nreplaces = ["changzhou-2024"]')
    library, left_out = load_with([tmp_path])
    found = library.in_place("常州", 2025)
    assert left_out == ()
    assert found is not None
    assert (found.id, found.rules_by_id["book"].citation.document) == ("new", "常人社职〔2024〕1号")
    assert library.policies["changzhou-2024"].regions == ()


@pytest.mark.parametrize(
    ("old", "why"),
    [("changzhou-2042", "没有“changzhou-2042”这个文件"), ("jiangsu-2023", "jiangsu-2023 还管着江苏，那里就没有文件了")],
)
def test_a_document_that_cannot_be_replaced(tmp_path: Path, old: str, why: str) -> None:
    write(tmp_path, "new", region="无锡", first=2027, more=f'replaces = ["{old}"]')
    assert left(tmp_path) == {"new": [why]}
    policy = load_with([tmp_path])[0].in_place("南京", 2030)
    assert policy is not None
    assert policy.id == "jiangsu-2023"


def test_checking_a_file_tells_what_starting_would(tmp_path: Path) -> None:
    good, bad = write(tmp_path, "lasa"), write(tmp_path, "bad", region="常州")
    library, left_out = check_files([good, bad], [tmp_path])
    assert [each.file for each in left_out] == [str(bad)]
    assert left_out == load_with([tmp_path])[1]
    assert "lasa" in library.policies


def test_one_of_ours_is_checked_in_its_place() -> None:
    files = sorted(BUILT_IN.glob("*.toml"))
    assert check_files(files[:1], [])[1] == ()
    assert len(check_files(files, [])[0].policies) == len(files)


ODD: tuple[object, ...] = (True, 0, -1, Decimal("1.5"), "", "x", "5-2", [], ["a"], {}, {"a": 1}, [{}], {"least": "x"})


def places(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The way to every value within a pack."""
    pairs = value.items() if isinstance(value, Mapping) else enumerate(value) if isinstance(value, list) else ()
    for key, each in pairs:
        yield (*path, key)
        yield from places(each, (*path, key))


@pytest.mark.parametrize("seed", range(60))
def test_no_mistake_makes_the_reading_fall_over(seed: int) -> None:
    """Something odd anywhere in a pack is a problem or means something; it is never an exception."""
    chance = random.Random(seed)
    files = read_folder(BUILT_IN)
    spoilt = chance.choice(files)
    raw: dict[str, Any] = deepcopy(dict(spoilt.raw))
    *way, last = chance.choice(list(places(raw)))
    inner: Any = raw
    for key in way:
        inner = inner[key]
    inner[last] = deepcopy(chance.choice(ODD))
    sink = Sink(spoilt.name, [])
    check_table(raw, "pack", sink)
    others = [file for file in files if file is not spoilt]
    build([*others, PackFile(spoilt.name, raw, tuple(sink.problems))], read_vocabulary())
