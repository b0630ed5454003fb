"""A Telegram Bot API on loopback for tests: strict about every call, faulty on demand, with people to play.

    with Fake() as fake:                    # fake.base and fake.token are what the program is pointed at
        wang = fake.person("小王")
        wang.says("我在常州工作")
        assert "常州" in wang.hear().text    # the next message or edit, waited for
        wang.presses("撤销")                 # on the last message that shows such a button
        fake.fails("flood", "sendMessage", seconds=2)
        assert fake.server.violations == []  # no call that the published API does not know

`python -m tests.telegram.fake` runs it as a process of its own, with a phone in the terminal.
"""

from tests.telegram.fake.faults import Fault
from tests.telegram.fake.meter import Limits, Meter
from tests.telegram.fake.people import Group, Heard, Person
from tests.telegram.fake.running import Fake
from tests.telegram.fake.server import TOKEN, Server

__all__ = ["TOKEN", "Fake", "Fault", "Group", "Heard", "Limits", "Meter", "Person", "Server"]
