"""By webhook: only with the secret, answered at once, nothing lost or done twice when posts are repeated."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from collections.abc import Iterator

import pytest

from tests.nursery import Nursery
from tests.telegram.fake import Fake, Person
from tests.telegram.fake.webhook import SECRET
from tests.telegram.serving import PUBLIC, Serving, webhook_settings

KEY = "a-secret-of-the-tests_0123456789"


@pytest.fixture(scope="module")
def shared(nursery: Nursery, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    """A serving process behind a public address."""
    with Fake() as fake:
        settings = webhook_settings(fake, XUESHI_WEBHOOK_SECRET=KEY)
        with Serving(nursery, fake, tmp_path_factory.mktemp("hooked"), **settings) as running:
            yield running


def post(served: Serving, body: bytes, secret: str | None) -> int:
    """Post to where it listens, past the fake; the status."""
    url = f"http://{served.fake.server.webhook.behind[PUBLIC]}/telegram"
    headers = {"Content-Type": "application/json", **({SECRET: secret} if secret is not None else {})}
    try:
        with urllib.request.urlopen(urllib.request.Request(url, body, headers), timeout=10) as response:
            return int(response.status)
    except urllib.error.HTTPError as error:
        error.close()
        return error.code


def update(person: Person, text: str, number: int) -> bytes:
    """A message that the platform could have posted."""
    chat = person.chat.as_json()
    message = {"message_id": number, "date": 1_790_000_000, "chat": chat, "from": person.user, "text": text}
    return json.dumps({"update_id": number, "message": message}).encode()


def test_a_conversation_by_webhook(served: Serving) -> None:
    person = served.fake.person()
    person.says("我在常州工作")
    assert "常州" in person.hear().text
    person.says("今年发了篇CN论文")
    person.hear()
    person.presses("其他作者")
    assert person.hear().text.startswith("✅ 已记下")
    assert served.fake.server.updates.webhook is not None
    assert set(served.fake.server.webhook.statuses) == {200}


@pytest.mark.parametrize("secret", [None, "", "wrong", KEY + "x", "密"])
def test_without_the_secret_nothing_is_taken(served: Serving, secret: str | None) -> None:
    person = served.fake.person()
    given = secret.encode().decode("latin-1") if secret else secret
    assert post(served, update(person, "我在常州工作", 900_001), given) in {401, 403}
    person.says("你好")
    assert person.hear().text  # what was posted wrongly would have been answered before
    assert person.told() == []


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"null", b'{"update_id": "x"}', b'{"update_id": {}}', b"\xff\xfe"])
def test_what_is_no_update_is_refused(served: Serving, body: bytes) -> None:
    assert 400 <= post(served, body, KEY) < 500


def test_the_same_post_twice_is_answered_once(served: Serving) -> None:
    person = served.fake.person()
    body = update(person, "我在常州工作", 900_002)
    assert [post(served, body, KEY) for _ in range(3)] == [200] * 3
    assert "常州" in person.hear().text
    person.says("还差多少学时")
    assert "90" in person.hear().text
    assert person.told() == []


def test_nothing_else_is_served_there(served: Serving) -> None:
    address = served.fake.server.webhook.behind[PUBLIC]
    for path in ("/", "/telegram", "/telegram/../", "/metrics"):
        with pytest.raises(urllib.error.HTTPError):
            urllib.request.urlopen(f"http://{address}{path}", timeout=10)
