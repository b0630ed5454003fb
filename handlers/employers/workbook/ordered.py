"""导出单位台账, 导入表, 每个人的报告: orders for the audit's files, their words put to years and departments."""

from __future__ import annotations

from handlers.employers.departments import unknown_department
from handlers.employers.figures import department_of
from handlers.employers.workbook import asked
from handlers.say import Say
from handlers.scene import Scene
from nlu.ordering import Order, Wanted
from storage.employers import Employer

MADE = {
    Wanted.WORKBOOK: asked.workbook,
    Wanted.IMPORT_SHEET: asked.import_sheet,
    Wanted.STATEMENTS: asked.statements,
}


def files(scene: Scene, order: Order, employer: Employer) -> Say:
    """The file that was ordered, of the year and the department that were named."""
    if unknown := unknown_department(scene, order, employer):
        return unknown
    year = order.years[0] if order.years else scene.today.year
    return MADE[order.wanted](scene, employer, year, department_of(scene, order, employer))
