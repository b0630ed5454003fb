"""Files both ways: pictures of the progress, exports, proofs taken in and given back."""

from __future__ import annotations

import json
from io import BytesIO
from zipfile import ZipFile

import pytest
from PIL import Image

from tests.telegram.fake import Heard, Person
from tests.telegram.fake_tests.test_libraries import picture
from tests.telegram.serving import Serving
from tests.telegram.test_conversations import settled

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n%%EOF\n"


def with_a_paper(served: Serving) -> tuple[Person, Heard]:
    person = settled(served)
    person.says("去年发表了一篇CN论文，第二作者")
    return person, person.hear()


def received(person: Person) -> Heard:
    """The next message that has a file."""
    while True:
        heard = person.hear()
        if heard.files:
            return heard


def test_the_progress_is_a_picture(served: Serving) -> None:
    person, _ = with_a_paper(served)
    person.says("看看我的进度")
    name, content = received(person).files[0]
    with Image.open(BytesIO(content)) as image:
        assert (image.format, image.width) == ("PNG", 1080)
    assert name.endswith(".png")


def test_the_year_can_be_printed(served: Serving) -> None:
    person, _ = with_a_paper(served)
    person.says("导出2025年的PDF")
    assert received(person).files[0][1].startswith(b"%PDF-")


def test_the_ledger_is_a_sheet(served: Serving) -> None:
    person, _ = with_a_paper(served)
    person.says("导出成Excel表格")
    name, content = received(person).files[0]
    assert name.endswith(".xlsx")
    assert "xl/workbook.xml" in ZipFile(BytesIO(content)).namelist()


def test_everything_is_json(served: Serving) -> None:
    person, _ = with_a_paper(served)
    person.says("导出我的全部数据")
    assert str(person.id) in json.dumps(json.loads(received(person).files[0][1]))


def test_a_photo_after_a_record_is_its_proof_and_comes_back(served: Serving) -> None:
    person, _ = with_a_paper(served)
    photo = jpeg()
    person.sends_photo(photo)
    assert "论文" in person.hear().text
    person.says("把我的材料都发给我")
    assert received(person).files[0][1] == photo


def test_a_pdf_with_words_is_recorded_and_kept(served: Serving) -> None:
    person = settled(served)
    person.sends_file(PDF, "证书.pdf", "application/pdf", "去年参加单位培训3天")
    assert "已记下" in person.hear().text


@pytest.mark.parametrize(
    ("content", "name", "mime"),
    [
        (b"MZ\x90\x00 a program", "证书.pdf", "application/pdf"),
        (b"", "空.pdf", "application/pdf"),
        (b"<html>", "证书.html", "text/html"),
        (b"PK\x03\x04 not really", "名单.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ],
)
def test_what_is_no_proof_gets_a_sentence(served: Serving, content: bytes, name: str, mime: str) -> None:
    person, _ = with_a_paper(served)
    person.sends_file(content, name, mime)
    assert person.hear().text


def test_a_file_that_bots_cannot_fetch_gets_a_sentence(served: Serving) -> None:
    person, _ = with_a_paper(served)
    person.sends_file(PDF, "大.pdf", "application/pdf", size=30 * 1024 * 1024)
    assert "MB" in person.hear().text


def test_a_download_that_breaks_gets_a_sentence_or_the_file(served: Serving) -> None:
    person, _ = with_a_paper(served)
    served.fake.fails("broken", "getFile", times=9)
    person.sends_photo(jpeg())
    assert person.hear().text
    served.fake.do(served.fake.server.faults.pending.clear)


def jpeg() -> bytes:
    """A photo as phones make them."""
    out = BytesIO()
    with Image.open(BytesIO(picture(120, 90))) as image:
        image.save(out, "JPEG")
    return out.getvalue()
