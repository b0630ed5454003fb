"""清除我的数据: what would go is told first; only a second word does it, and nothing brings it back."""

from __future__ import annotations

from handlers.asking import option_rows
from handlers.say import Say
from handlers.scene import Scene
from handlers.state import Option
from handlers.wording import exports as say
from nlu.reading import Intent

ABOUT = "erase"
YES = "yes"


def ask_to_erase(scene: Scene) -> Say:
    """Tell what goes, and ask."""
    options = (Option(say.ERASE_YES, value=YES), Option(say.ERASE_NO, value="no"))
    scene.state = scene.state.asking(ABOUT, "confirm", options)
    text = say.ERASE_FIRST.format(what="\n".join([*goes(scene), *left_alone(scene)]))
    rows = option_rows(scene.state.serial, options)
    return Say(text, rows, intent=Intent.EXPORT, asks=("confirm",))


def goes(scene: Scene) -> list[str]:
    """What would go, in lines; kinds of which there is nothing are not named, but for the dialogue."""
    rows = scene.turn.belongings(scene.message.user)
    counts = {name: len(rows.get(name, [])) for name in say.ERASE_GOES}
    counts["membership"] = sum(row.get("ended_at") is None for row in rows.get("membership", []))
    counts["reminder"] = sum(row.get("ended_at") is None for row in rows.get("reminder", []))
    counts["dialogue"] = 1
    return [words.format(count=counts[name]) for name, words in say.ERASE_GOES.items() if counts[name]]


def left_alone(scene: Scene) -> list[str]:
    """A warning where employers would be left without an administrator."""
    registry, account = scene.turn.employers.registry, scene.turn.account(scene.message.user)
    own = [each.name for each in registry.administered_by(account) if len(registry.administrators(each.id)) == 1]
    return [say.ERASE_LAST_ADMIN.format(names="、".join(own))] if own else []


def erase_answer(scene: Scene, words: str) -> Say | None:
    """A typed answer to `ask_to_erase`. Anything but a plain yes or no closes the question, so that no later yes,
    meant for something else, erases anything."""
    scene.remember(asked=None)
    plain = words.strip(" 。！!，,.的~")
    if plain in say.ERASE_WORDS or plain in say.KEEP_WORDS:
        return erase_chosen(scene, yes=plain in say.ERASE_WORDS)
    return None


def erase_chosen(scene: Scene, *, yes: bool) -> Say:
    """The answer to `ask_to_erase`."""
    scene.remember(asked=None)
    if not yes:
        return Say(say.ERASE_KEPT, intent=Intent.EXPORT)
    scene.erase()
    return Say(say.ERASED, intent=Intent.EXPORT)
