"""加入单位 by a code and by consent; 退出单位; which employers one belongs to."""

from __future__ import annotations

import json

from handlers.asking import option_rows
from handlers.employers.founding import told
from handlers.employers.naming import own_name
from handlers.employers.roster import taking_in
from handlers.say import Say
from handlers.scene import Scene
from handlers.state import Option
from handlers.wording import employers as say
from nlu.ordering import Order, replies
from nlu.reading import Intent
from storage.employers import Employer, JoinCode

ASKED = "consent"


def join(scene: Scene, order: Order) -> Say:
    """Somebody names a code: tell what joining means, and ask. A wrong code is counted."""
    own, me = scene.turn.employers, scene.turn.account(scene.message.user)
    if scene.state.asked is not None and scene.state.asked.about == ASKED:
        scene.remember(asked=None)
    if not order.code:
        return told(say.ASK_CODE)
    if not own.codes.may_try(me):
        return told(say.TOO_MANY_TRIES)
    code = own.codes.find(order.code)
    if code is None or not code.opens(scene.message.now):
        own.codes.note_wrong(me)
        return told(say.WRONG_CODE)
    employer = own.registry.employer(code.employer)
    assert employer is not None
    member = own.members.membership(employer.id, me)
    if member is not None:
        return told(say.MEMBER_ALREADY.format(employer=employer.name, name=member.name))
    return ask_consent(scene, employer, code, own_name(scene, order.person))


def ask_consent(scene: Scene, employer: Employer, code: JoinCode, name: str) -> Say:
    """What the administrators will see, and the question whether that is agreed to."""
    value = json.dumps({"employer": employer.id, "code": code.code, "name": name}, ensure_ascii=False)
    options = (Option(say.AGREE, value=value), Option(say.DISAGREE))
    scene.state = scene.state.asking(ASKED, "confirm", options)
    text = say.ASK_CONSENT.format(employer=employer.name, name=name)
    return Say(text, option_rows(scene.state.serial, options), intent=Intent.GROUP, asks=("confirm",))


def consent_typed(scene: Scene, text: str, options: tuple[Option, ...]) -> Say | None:
    """An answer to the question in words: only 同意 makes a member, and only in private."""
    if scene.message.group is not None:
        return None
    name = replies.agrees(text)
    if name is not None:
        return consented(scene, options[0].value, name or None)
    if replies.declines(text):
        return declined(scene)
    if replies.assents(text):
        employer = scene.turn.employers.registry.employer(json.loads(options[0].value)["employer"])
        said = say.SAY_AGREE.format(employer=employer.name if employer else "")
        return Say(said, option_rows(scene.state.serial, options), intent=Intent.GROUP, asks=("confirm",))
    return None


def declined(scene: Scene) -> Say:
    scene.remember(asked=None)
    return told(say.NOT_JOINED)


def consented(scene: Scene, value: str, given: str | None = None) -> Say:
    """Agreed: a member from now on, if the code still opens."""
    scene.remember(asked=None)
    if not value or scene.message.group is not None:
        return declined(scene)
    offer, own, me = json.loads(value), scene.turn.employers, scene.turn.account(scene.message.user)
    employer, code = own.registry.employer(offer["employer"]), own.codes.find(offer["code"])
    if employer is None or code is None or not code.opens(scene.message.now):
        return told(say.CODE_GONE)
    name = own_name(scene, given or offer["name"])
    if own.members.membership(employer.id, me) is None:
        own.members.join(employer.id, me, name, say.CONSENT)
        own.audit.append(employer.id, me, "join", me)
        taking_in.settle(scene.turn, employer.id)
    return told(f"{say.JOINED.format(employer=employer.name, name=name)}{region_line(scene, employer)}")


def region_line(scene: Scene, employer: Employer) -> str:
    """What to say to who has told no region."""
    if scene.place is not None:
        return ""
    place = scene.turn.employers.settings.of(employer.id).place
    return "\n" + (say.BY_EMPLOYER_PLACE.format(place=place) if place else say.NO_REGION)


def leave(scene: Scene, _order: Order, employer: Employer) -> Say:
    """The membership ends now, and with it what the employer sees; the only administrator cannot leave."""
    own, me = scene.turn.employers, scene.turn.account(scene.message.user)
    own.registry.lock(employer.id)
    administers = own.registry.administers(me, employer.id)
    if administers and len(own.registry.administrators(employer.id)) == 1:
        return told(say.LAST_ADMINISTRATOR.format(employer=employer.name))
    member = own.members.membership(employer.id, me)
    if member is not None:
        own.members.end(member, "left")
    if administers:
        own.registry.dismiss(employer.id, me)
    own.audit.append(employer.id, me, "leave", me)
    return told(say.LEFT.format(employer=employer.name) + (say.LEFT_OFFICE if administers else ""))


def mine(scene: Scene, _order: Order) -> Say:
    """The employers that one belongs to or administers."""
    own, me = scene.turn.employers, scene.turn.account(scene.message.user)
    administered = {each.id: each.name for each in own.registry.administered_by(me)}
    belongs = dict(own.members.employers_of(me))
    if not administered and not belongs:
        return told(f"{say.NO_EMPLOYER}{say.ASK_CODE}")
    lines = [mine_line(scene, number, name, number in administered) for number, name in belongs.items()]
    lines += [
        say.MINE_ADMINISTRATOR.format(employer=name) for number, name in administered.items() if number not in belongs
    ]
    return told("\n".join([say.MINE_HEAD, *lines, say.MINE_FOOT]))


def mine_line(scene: Scene, employer: int, name: str, administers: bool) -> str:  # noqa: FBT001 - one line's two cases
    member = scene.turn.employers.members.membership(employer, scene.turn.account(scene.message.user))
    template = say.MINE_BOTH if administers else say.MINE_MEMBER
    return template.format(employer=name, name=member.name if member else "")
