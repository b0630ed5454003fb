"""The rate windows, the pauses that the platform asks for, and each person's allowance."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from bot.channels.telegram.allowance import BURST, OF_GROUP, SILENCE, Allowance
from bot.channels.telegram.pace import Limits, Pace, Window


@dataclass(slots=True)
class Clock:
    """Time that passes only when it is told to."""

    now: float = 1000.0

    def __call__(self) -> float:
        return self.now


def test_a_place_is_free_a_full_window_after_the_answer() -> None:
    window = Window(2, 1.0)
    window.enter()
    window.enter()
    assert window.wait(0.0) > 0  # both are on the wire: nobody knows until when
    window.leave(5.0)
    assert 0 < window.wait(5.5) <= 0.51
    assert window.wait(6.1) == 0


def test_a_refused_chat_rests_alone_and_two_at_a_time_mean_everybody() -> None:
    async def scenario() -> None:
        clock = Clock()
        pace = Pace(Limits(), clock)
        pace.pause("7", 10)
        assert (pace.paused("7"), pace.paused("8")) == (10, 0)
        clock.now += 11
        assert pace.paused("7") == 0
        pace.pause("7", 5)
        pace.pause("8", 9)
        assert pace.paused("9") == 9

    asyncio.run(scenario())


def test_a_chat_rests_after_a_live_answer_and_others_do_not() -> None:
    async def scenario() -> None:
        clock = Clock()
        pace = Pace(Limits(), clock)
        with pace.counted("7"):
            pass
        assert pace.wait("7") > 0.9
        assert pace.wait("8") == 0

    asyncio.run(scenario())


def test_what_goes_out_at_once_takes_its_place_from_the_queue() -> None:
    async def scenario() -> None:
        pace = Pace(Limits(overall=2, chat=10))
        with pace.counted("1"), pace.counted("2"):
            queued = asyncio.create_task(_send(pace, "3"))
            await asyncio.sleep(0.05)
            assert not queued.done()
            queued.cancel()

    asyncio.run(scenario())


async def _send(pace: Pace, chat: str) -> None:
    async with pace.turn(chat):
        pass


def test_an_allowance_is_a_burst_and_then_one_a_second() -> None:
    clock = Clock()
    allowance = Allowance(clock)
    assert all(allowance.spend("7") for _ in range(BURST))
    assert not allowance.spend("7")
    assert allowance.spend("8")
    clock.now += 1
    assert allowance.spend("7")
    assert not allowance.spend("7")


def test_a_group_has_one_allowance_that_fills_more_slowly() -> None:
    clock = Clock()
    allowance = Allowance(clock, OF_GROUP)
    assert all(allowance.spend("-1") for _ in range(BURST))
    clock.now += 1
    assert not allowance.spend("-1")
    clock.now += 2.1
    assert allowance.spend("-1")


def test_who_asks_too_much_is_told_now_and_then() -> None:
    clock = Clock()
    allowance = Allowance(clock)
    while allowance.spend("7"):
        pass
    assert allowance.refuse("7")
    assert not allowance.refuse("7")
    clock.now += SILENCE
    assert allowance.refuse("7")
