"""Which document governs where and when, how documents and places are found by name, what they say beyond hours."""

from __future__ import annotations

from datetime import date

import pytest

from policies.calendar import occasions_of
from policies.clauses import CLAUSES, clauses_of
from policies.library import load_library
from policies.person import Person, Stay
from policies.windows import window_for

LIBRARY = load_library()

GOVERNING = [
    ("常州", 2010, None),
    ("常州", 2011, "changzhou-2011"),
    ("常州", 2021, "changzhou-2011"),
    ("常州", 2022, "changzhou-2022"),
    ("常州", 2023, "changzhou-2023"),
    ("武进", 2024, "changzhou-2024"),
    ("常州", 2031, "changzhou-2024"),
    ("苏州", 2022, None),
    ("昆山", 2023, "jiangsu-2023"),
    ("江苏", 2026, "jiangsu-2023"),
    ("南通", 2011, "nantong-2011"),
    ("如皋", 2020, "nantong-2011"),
    ("南通", 2021, "nantong-2021"),
    ("南通", 2022, "nantong-2021"),
    ("海门", 2023, "nantong-2023"),
    ("赣州", 2022, None),
    ("婺源", 2023, "jiangxi-2023"),
    ("常德", 2018, None),
    ("桃源", 2019, "changde-2024"),
    ("长沙", 2026, None),
]


@pytest.mark.parametrize(("place", "year", "policy"), GOVERNING)
def test_the_document_of_a_place_and_year(place: str, year: int, policy: str | None) -> None:
    found = LIBRARY.governing(Person((Stay(place),)), year)
    assert (found.id if found else None) == policy


@pytest.mark.parametrize(
    ("place", "region"),
    [
        ("武进", "常州"),
        ("昆山", "江苏"),
        ("如东", "南通"),
        ("赣州", "江西"),
        ("鼎城", "常德"),
        ("长沙", "长沙"),
        ("火星", "火星"),
    ],
)
def test_the_region_named_in_a_balance(place: str, region: str) -> None:
    assert LIBRARY.region_of(place, 2026) == region


def test_a_move_changes_the_document_from_its_day_on() -> None:
    person = Person((Stay("常州"), Stay("江西", date(2026, 3, 10))))
    days = [date(2026, 3, 9), date(2026, 3, 10), None]
    found = [LIBRARY.governing(person, 2026, day) for day in days]
    assert [policy.id if policy else None for policy in found] == ["changzhou-2024", "jiangxi-2023", "jiangxi-2023"]


def test_a_chosen_document_wins_for_its_year_or_for_all() -> None:
    person = Person((Stay("南通"),), {2024: "nantong-2011", None: "jiangsu-2023"})
    found = [LIBRARY.governing(person, year) for year in (2024, 2025)]
    assert [policy.id if policy else None for policy in found] == ["nantong-2011", "jiangsu-2023"]


NAMES = [
    ("江苏2023", None, "jiangsu-2023"),
    ("苏人社函〔2023〕308号", None, "jiangsu-2023"),
    ("苏人社函[2023]308号", None, "jiangsu-2023"),
    ("苏人社函〔2023〕308号", "南通", "nantong-2023"),
    ("常人社职〔2024〕1号", None, "changzhou-2024"),
    ("常州2011", None, "changzhou-2011"),
    ("常州2018年的办法", None, "changzhou-2011"),
    ("2011年的办法", None, None),
    ("2011年的办法", "武进", "changzhou-2011"),
    ("2011年的办法", "南通", "nantong-2011"),
    ("南通2021", None, "nantong-2021"),
    ("常德的文件", None, "changde-2024"),
    ("江西省专业技术人员继续教育学时认定办法（试行）", None, "jiangxi-2023"),
    ("人社部的规定", None, None),
    ("", None, None),
]


@pytest.mark.parametrize(("words", "near", "policy"), NAMES)
def test_a_document_is_found_by_name(words: str, near: str | None, policy: str | None) -> None:
    found = LIBRARY.by_name(words, near)
    assert (found.id if found else None) == policy


PLACES = [
    ("常州", ("常州", "江苏")),
    ("常州市", ("常州", "江苏")),
    ("江苏省常州市武进区", ("武进", "常州", "江苏")),
    ("武进", ("武进", "常州", "江苏")),
    ("苏州市姑苏区", ("姑苏", "苏州", "江苏")),
    ("南昌西湖", ("西湖区", "南昌", "江西")),
    ("南通通州", ("通州区", "南通", "江苏")),
    ("广西壮族自治区", ("广西",)),
    ("洪都", ("南昌", "江西")),
    ("西湖", None),  # of Nanchang, of Hangzhou
    ("通州", None),  # of Nantong, of Beijing
    ("新建", None),  # a word like any other
    ("常州南昌", None),  # not within each other
    ("火星", None),
]


@pytest.mark.parametrize(("words", "chain"), PLACES)
def test_a_place_is_found_by_name(words: str, chain: tuple[str, ...] | None) -> None:
    found = LIBRARY.find_place(words)
    assert (found.chain if found else None) == chain


def test_every_region_of_a_pack_is_a_place() -> None:
    for policy in LIBRARY.policies.values():
        assert all(LIBRARY.find_place(region) for region in policy.regions)


@pytest.mark.parametrize(
    ("level", "years"),
    [("senior", (2021, 2022, 2023, 2024, 2025)), ("intermediate", (2023, 2024, 2025, 2026)), ("junior", (2026,))],
)
def test_the_years_that_a_title_review_in_changde_looks_at(level: str, years: tuple[int, ...]) -> None:
    window = window_for(LIBRARY.policies["changde-2024"], level)
    assert window is not None
    assert window.years(2026) == years


def test_the_days_that_changde_sets() -> None:
    enrolment, recognition = occasions_of(LIBRARY.policies["changde-2024"])
    assert (enrolment.days, enrolment.months, enrolment.concerns, enrolment.after_holidays) == (
        (1, 2, 3),
        (),
        "public",
        True,
    )
    assert (recognition.months, recognition.concerns) == ((6, 7), "senior")


def test_an_inherited_clause_cites_the_document_that_it_stands_in() -> None:
    clauses = clauses_of(LIBRARY.policies["changzhou-2024"], "registration")
    assert {clause.citation.document for clause in clauses} == {"苏人社函〔2023〕308号"}
    (course, _) = clauses_of(LIBRARY.policies["changzhou-2024"], "course_place")
    assert course.citation.document == "常人社职〔2024〕1号"


def test_clauses_say_something_and_where_it_stands() -> None:
    for policy in LIBRARY.policies.values():
        for kind in CLAUSES:
            for clause in clauses_of(policy, kind):
                assert clause.citation.article
                assert clause.citation.says.endswith("。")
