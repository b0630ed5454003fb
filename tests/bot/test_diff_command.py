"""`xueshi policy diff` as somebody runs it: two documents, with a ledger or without, named rightly and wrongly."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bot.conftest import XUESHI, Run, environment
from tests.bot.jsonl_client import JsonlClient

SAID = ["我在常州工作", "2021年发表了一篇CN论文，第二作者", "2025年单位组织培训了三天"]


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database in which one person told three things and another only said hello."""
    folder = tmp_path_factory.mktemp("台账")
    said = [*(("wang", text) for text in SAID), ("li", "你好")]
    with JsonlClient([*XUESHI, "chat", "--jsonl", "--db", "台账.db"], folder, environment(folder)) as client:
        for user, text in said:
            client.say(user, text)
    return folder / "台账.db"


def test_what_changed_is_told_item_by_item_with_both_articles(run: Run) -> None:
    shown = run("policy", "diff", "常州2011", "常州2024").stdout
    for line in (
        "常州2011 → 常州2024",
        "  合计：72 → 90",
        "  只有常州2011单列：专利（附件1 三（九））",
        "  只有常州2024单列：职业技能等级（四（七））",
        "    每次20学时 → 每科30学时",
        "  只说做过这一项时要问：合格 → 合格、数量",
    ):
        assert line in shown.splitlines()
    assert "常州2011 附件1 三（二）：" in shown
    assert "常州2024 四（六）：" in shown


def test_documents_may_be_named_by_id_number_or_name(run: Run) -> None:
    heads = {
        run("policy", "diff", one, other).stdout.splitlines()[0]
        for one, other in [("jiangsu-2023", "常州2024"), ("苏人社函〔2023〕308号", "常人社职〔2024〕1号")]
    }
    assert heads == {"江苏2023 → 常州2024"}


def test_what_it_does_to_a_ledger(alone: Run, ledger: Path) -> None:
    done = alone("policy", "diff", "常州2011", "常州2024", "--ledger", str(ledger), "--user", "wang")
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert "1. 2021年 论文（CN刊物，第二作者）：20学时 → 10学时" in lines
    assert any(
        line.startswith("2. 2025年 培训（3天，本单位）：要先问（") and line.endswith("→ 24学时") for line in lines
    )
    assert ("2021年：合计20/72，公需0/24，专业20/48，还差52学时 → 合计10/90，公需0/30，专业10/60，还差80学时") in lines


def test_a_ledger_may_be_named_by_its_address(run: Run, ledger: Path) -> None:
    shown = run("policy", "diff", "常州2011", "常州2024", "--ledger", f"sqlite:///{ledger}", "--user", "wang").stdout
    assert "20学时 → 10学时" in shown


def test_looking_at_a_ledger_leaves_it_as_it_was(run: Run, ledger: Path) -> None:
    before = ledger.read_bytes()
    for user in ("wang", "nobody"):
        run("policy", "diff", "常州2011", "常州2024", "--ledger", str(ledger), "--user", user)
    assert ledger.read_bytes() == before


def test_somebody_without_entries_is_told_so(run: Run, ledger: Path) -> None:
    done = run("policy", "diff", "常州2011", "常州2024", "--ledger", str(ledger), "--user", "li")
    assert done.stdout.splitlines()[-1] == "li的台账里还没有记录。"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["常州", "常州2024"], "“常州”说不准是哪一份"),
        (["常州2011", "2023"], "“2023”说不准是哪一份"),
        (["火星2021", "常州2024"], "没找到叫“火星2021”的文件"),
        (["常州2011", "常州2024", "--user", "wang"], "--ledger 和 --user 要一起写"),
        (["常州2011", "常州2024", "--ledger", "x.db"], "--ledger 和 --user 要一起写"),
        (["常州2011", "常州2024", "--ledger", "x.db", "--user", "wang"], "没有这个台账：x.db"),
        (["常州2011", "常州2024", "--ledger", "sqlite:///x.db", "--user", "wang"], "没有这个台账：sqlite:///x.db"),
    ],
)
def test_what_is_named_wrong_is_told_and_nothing_else(
    run: Run, tmp_path: Path, arguments: list[str], sentence: str
) -> None:
    done = run("policy", "diff", *arguments)
    assert (done.returncode, done.stdout) == (1, "")
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "x.db").exists()


def test_those_to_choose_from_are_shown_with_a_name_that_works(run: Run) -> None:
    told = run("policy", "diff", "常州", "常州2024").stderr.splitlines()[1:]
    names = [line.split()[0] for line in told]
    assert names[0] == "changzhou-2011"
    assert run("policy", "diff", names[0], names[1]).returncode == 0


def test_a_user_who_is_not_in_the_ledger(run: Run, ledger: Path) -> None:
    done = run("policy", "diff", "常州2011", "常州2024", "--ledger", str(ledger), "--user", "Wang")
    assert (done.returncode, done.stdout) == (1, "")
    assert "没有“Wang”的记录" in done.stderr
