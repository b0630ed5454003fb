"""Files that people send in the faults: photos, sheets of past years, rosters."""

from __future__ import annotations

import random
from dataclasses import dataclass
from pathlib import Path

from tests.employers.sheets import csv, xlsx

HEADS = ("时间", "类型", "具体情况", "名称", "天数", "学时")


@dataclass(frozen=True, slots=True)
class Papers:
    """Makes files in a folder."""

    folder: Path

    def photo(self, number: int) -> Path:
        """A picture unlike those of other numbers."""
        return self._written(f"photo{number}.jpg", b"\xff\xd8\xff\xe0" + number.to_bytes(2) * 500)

    def sheet(self, chance: random.Random) -> Path:
        """A filled-in template with a few past trainings."""
        rows = [
            (2025, "培训", "单位组织的安全培训", f"第{chance.randint(1, 99)}期", chance.randint(1, 5), None)
            for _ in range(3)
        ]
        return self._written(f"sheet{chance.randrange(10**6)}.xlsx", xlsx([HEADS, *rows]))

    def roster(self, names: list[str]) -> Path:
        """An employer's list of people."""
        rows = [("姓名", "工号", "部门"), *((name, f"{at:04}", "信号部") for at, name in enumerate(names))]
        return self._written(f"roster{len(names)}.csv", csv(rows))

    def _written(self, name: str, content: bytes) -> Path:
        self.folder.mkdir(exist_ok=True)
        place = self.folder / name
        place.write_bytes(content)
        return place
