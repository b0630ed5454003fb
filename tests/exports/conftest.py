"""A person in 常州 with a ledger of their own, and the folder that their files go to."""

from __future__ import annotations

from pathlib import Path

import pytest

from handlers.assistant import Assistant
from policies.library import Library
from storage.database import Database, open_database
from tests.exports.talk import Talk


@pytest.fixture
def files(tmp_path: Path) -> Path:
    return tmp_path / "kept"


@pytest.fixture
def database(files: Path) -> Database:
    return open_database("sqlite://", files)


@pytest.fixture
def talk(database: Database, library: Library, tmp_path: Path) -> Talk:
    """Somebody who said where they work."""
    someone = Talk(Assistant(database, library), tmp_path)
    someone.say("我在常州工作")
    return someone


@pytest.fixture
def author(talk: Talk) -> Talk:
    """Somebody with a paper of last year and a training of this."""
    talk.say("今年单位组织培训两天")
    talk.say("2025年发表了一篇CN论文《深基坑监测》，第二作者")
    return talk
