"""Where the governing document counts 学分, figures are told in 学分; elsewhere in 学时."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from handlers.assistant import Assistant
from handlers.message import Message
from policies.library import load_library
from storage.database import open_database

NOW = datetime(2023, 11, 20, 2, tzinfo=UTC)
PACK = Path(__file__).parents[1] / "policies" / "packs" / "years.toml"


@pytest.fixture
def assistant(tmp_path: Path) -> Assistant:
    shutil.copy(PACK, tmp_path)
    return Assistant(open_database("sqlite://"), load_library([tmp_path]))


def said(assistant: Assistant, text: str) -> str:
    answer = assistant.answer(Message("甲", NOW, text=text))
    return "\n".join(reply.text for reply in answer.replies)


def test_figures_are_in_what_the_document_counts(assistant: Assistant) -> None:
    assert "要90学分" in said(assistant, "我在甘肃工作")
    recorded = said(assistant, "今年10月参加培训30学时")
    assert "+30学分" in recorded
    assert "还差60学分" in recorded
    assert "还差60学分" in said(assistant, "还差多少")
    assert "每年要90学分" in said(assistant, "一年要多少学分")


def test_others_are_told_hours(assistant: Assistant) -> None:
    assert "要90学时" in said(assistant, "我在江西工作")
    assert "+10学时" in said(assistant, "今年发表一篇核心论文")
    assert "还差80学时" in said(assistant, "还差多少")
