"""`xueshi backup` and `xueshi restore`, as they are typed."""

from __future__ import annotations

from pathlib import Path

from tests.bot.conftest import Run


def said(run: Run, database: Path, text: str) -> str:
    typed = f'{{"user":"u","text":"我在常州工作"}}\n{{"user":"u","text":"{text}"}}\n'
    return run("chat", "--jsonl", "--db", str(database), typed=typed).stdout


def test_there_and_back(run: Run, tmp_path: Path) -> None:
    database, files = tmp_path / "a.db", tmp_path / "a.files"
    said(run, database, "今年独立出了一本专著")
    files.mkdir()
    (files / "cover.jpg").write_bytes(b"\xff\xd8")
    made = run("backup", str(tmp_path), "--db", str(database))
    (archive,) = tmp_path.glob("xueshi-*.zip")
    assert (made.returncode, "1 人，1 条记录，1 个文件" in made.stdout, archive.name in made.stdout) == (0, True, True)
    back = run("restore", str(archive), "--db", str(tmp_path / "b.db"))
    assert (back.returncode, "1 人，1 条记录，1 个文件" in back.stdout) == (0, True)
    assert (tmp_path / "b.files" / "cover.jpg").exists()
    assert "专著" in said(run, tmp_path / "b.db", "明细")


def test_what_cannot_be_done_is_a_sentence(alone: Run, tmp_path: Path) -> None:
    nothing = alone("backup", str(tmp_path), "--db", str(tmp_path / "none.db"))
    assert (nothing.returncode, "还没有数据库" in nothing.stderr) == (1, True)
    (tmp_path / "x.zip").write_text("hello")
    wrong = alone("restore", str(tmp_path / "x.zip"), "--db", str(tmp_path / "b.db"))
    assert (wrong.returncode, "不是完好的备份" in wrong.stderr) == (1, True)
    assert not (tmp_path / "b.db").exists()


def test_the_figures(run: Run, alone: Run, tmp_path: Path) -> None:
    database = tmp_path / "a.db"
    said(run, database, "今年独立出了一本专著")
    said(run, database, "王小明的三号楼漏水")
    shown = alone("stats", "--db", str(database)).stdout
    assert "人数    1（7 天内来过 1，30 天内 1）" in shown
    assert "记录    1 条" in shown
    assert "1 次  某" in shown
    assert "王小明" not in shown


def test_the_doctor(run: Run, alone: Run, tmp_path: Path) -> None:
    database = tmp_path / "a.db"
    said(run, database, "今年独立出了一本专著")
    well = alone("doctor", "--db", str(database))
    assert (well.returncode, "全部正常" in well.stdout) == (0, True)
    database.write_bytes(database.read_bytes()[:5000])
    ill = run("doctor", "--db", str(database))
    assert (ill.returncode, "备份" in ill.stdout, "有 1 项要处理" in ill.stdout) == (1, True, True)


def test_encryption_begun_and_its_key_replaced(run: Run, alone: Run, tmp_path: Path) -> None:
    database = tmp_path / "a.db"
    said(run, database, "今年独立出了一本专著《盾构施工》")
    old, new = (run("seal", "--new-key").stdout.strip() for _ in range(2))
    assert run("seal", "--db", str(database)).returncode == 1
    begun = alone("seal", "--db", str(database), XUESHI_KEYS=old)
    assert (begun.returncode, "✓ 已用最新的密钥加密" in begun.stdout) == (0, True)
    assert run("seal", "--db", str(database), XUESHI_KEYS=f"{new}, {old}").returncode == 0
    assert "盾构施工".encode() not in database.read_bytes()
    for keys in (old, ""):
        refused = run("stats", "--db", str(database), XUESHI_KEYS=keys)
        assert (refused.returncode, "打不开" in refused.stderr, old in refused.stderr) == (1, True, False)
    assert "记录    1 条" in run("stats", "--db", str(database), XUESHI_KEYS=new).stdout


def test_half_a_key_is_refused_and_not_shown(alone: Run) -> None:
    half = alone("stats", XUESHI_KEYS="c2VjcmV0")
    assert (half.returncode, "第 1 个密钥不对" in half.stderr, "c2Vj" in half.stderr) == (1, True, False)
