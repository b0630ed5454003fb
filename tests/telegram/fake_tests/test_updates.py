"""Updates: at least once until confirmed, one poller, no poller beside a webhook, repeats and lateness on demand."""

from __future__ import annotations

import time
from random import Random
from threading import Thread
from typing import Any

from tests.telegram.fake import Fake
from tests.telegram.fake.updates import Disorder
from tests.telegram.fake_tests.raw import call, refused


def ids(fake: Fake, **fields: object) -> list[int]:
    return [update["update_id"] for update in call(fake, "getUpdates", **fields)["result"]]


def test_updates_come_again_until_the_offset_confirms_them(fake: Fake) -> None:
    person = fake.person()
    for text in "一二三":
        person.says(text)
    first = ids(fake)
    assert len(first) == 3
    assert ids(fake) == first
    assert ids(fake, offset=first[1]) == first[1:]
    assert ids(fake, offset=first[0]) == first[1:]  # what was confirmed is gone
    assert ids(fake, offset=first[-1] + 1) == []


def test_a_limit_bounds_the_batch(fake: Fake) -> None:
    person = fake.person()
    for text in "一二三":
        person.says(text)
    first = ids(fake, limit=2)
    assert len(first) == 2
    assert ids(fake, offset=first[-1] + 1) == [first[-1] + 1]


def test_a_long_poll_waits_for_what_comes(fake: Fake) -> None:
    person = fake.person()
    got: list[list[int]] = []
    poller = Thread(target=lambda: got.append(ids(fake, timeout=20)))
    poller.start()
    time.sleep(0.05)
    assert not got
    person.says("好")
    poller.join(10)
    assert len(got[0]) == 1


def test_a_second_poller_ends_the_first(fake: Fake) -> None:
    answers: list[dict[str, Any]] = []
    first = Thread(target=lambda: answers.append(call(fake, "getUpdates", timeout=20)))
    first.start()
    fake.wait_for(lambda: fake.server.updates.polls > 0, 10)
    assert call(fake, "getUpdates")["ok"]
    first.join(10)
    assert answers[0]["error_code"] == 409
    assert "terminated by other getUpdates request" in answers[0]["description"]


def test_no_poller_beside_a_webhook(fake: Fake) -> None:
    call(fake, "setWebhook", url="https://bot.example.org/hook")
    assert "can't use getUpdates method while webhook is active" in refused(fake, "getUpdates")
    assert call(fake, "getWebhookInfo")["result"]["url"] == "https://bot.example.org/hook"
    call(fake, "deleteWebhook")
    assert call(fake, "getUpdates")["ok"]


def test_only_the_kinds_asked_for_come(fake: Fake) -> None:
    person = fake.person()
    call(fake, "getUpdates", allowed_updates=["callback_query"])
    person.says("好")
    assert ids(fake) == []


def test_dropping_what_waits_is_noted(fake: Fake) -> None:
    fake.person().says("好")
    call(fake, "deleteWebhook", drop_pending_updates=True)
    assert ids(fake) == []
    assert fake.server.violations
    fake.server.violations.clear()


def test_in_disorder_all_still_come_at_least_once(fake: Fake) -> None:
    person = fake.person()
    fake.do(lambda: setattr(fake.server.updates, "disorder", Disorder(0.5, 0.3, Random(7))))
    sent = [person.says(str(number)) for number in range(60)]
    came: list[int] = []
    offset = 0
    while len(set(came)) < 60:
        updates = call(fake, "getUpdates", offset=offset, limit=7)["result"]
        came += [update["message"]["message_id"] for update in updates]
        offset = max([offset, *(update["update_id"] + 1 for update in updates)])
    assert set(came) == set(sent)
    assert len(came) > 60  # some twice
    assert list(dict.fromkeys(came)) != sent  # and not in order
