"""The straight line: a `Message` in, understood, handled, an `Answer` out; one message is one transaction."""

from __future__ import annotations

from dataclasses import replace

from handlers.asking import remind
from handlers.attachments import attached
from handlers.balance import statement
from handlers.dispatch import go_on, respond_to_text
from handlers.edits import edited
from handlers.employers.counting import freshen
from handlers.finishing import finished
from handlers.late import YearLocked, ask_reason, reason_given
from handlers.long_work import Progress, Workbench, WorkBusy, WorkWanted
from handlers.menu import example
from handlers.message import Answer, Message, Problem, Reply
from handlers.opinion import Opinion, OpinionWanted, proposal_of
from handlers.posting import Clock, post
from handlers.press import press
from handlers.proofs.receiving import follow
from handlers.reminding.ticking import Ticker, tick_into_outbox
from handlers.say import Say
from handlers.scene import Scene, local_date
from handlers.state import Late, dump_state, fresh, load_state
from handlers.wording import exports
from handlers.wording import people as words
from nlu.reading import Intent, Report
from policies.library import Library
from storage.database import Database, Turn


class Assistant:
    """Answers messages. Holds no state of its own: everything is in the database."""

    def __init__(
        self,
        database: Database,
        library: Library,
        timezone: str = "Asia/Shanghai",
        opinion: Opinion | None = None,
        posts: Clock | None = None,
        progress: Progress | None = None,
    ) -> None:
        """`posts` is the clock that deliveries go by, where replies are laid into the outbox; without it whoever asks
        delivers them. `progress` is told how far work is that takes long."""
        self._database = database
        self._library = library
        self._timezone = timezone
        self._opinion = opinion
        self._posts = posts
        self._workbench = Workbench(database, progress)

    def answer(self, message: Message) -> Answer:
        """Handle one message; the same `message_id` again gets the same answer, and nothing is done twice."""
        if message.tick:
            return self._tick(message)
        if self._opinion is None:
            return self._worked(message, ())
        try:
            return self._worked(message, None)
        except OpinionWanted as wanted:
            proposal = proposal_of(self._opinion, wanted)
        return self._worked(message, proposal)

    def answer_at_once(self, message: Message) -> Answer:
        """The same for who cannot wait. Raises TakesLong, with nothing done, where that cannot be."""
        return self._turn(message, () if self._opinion is None else None)

    def _worked(self, message: Message, proposal: tuple[Report, ...] | None) -> Answer:
        """The message's turn; where that needs long work, it is taken again once the work is done."""
        try:
            return self._turn(message, proposal)
        except WorkWanted as wanted:
            try:
                worked = self._workbench.done(wanted, message)
            except WorkBusy:
                return Answer((Reply(words.BUSY, to_user=message.user),), Intent.EXPORT)
        return self._turn(message, proposal, worked)

    def _turn(self, message: Message, proposal: tuple[Report, ...] | None, worked: bytes | None = None) -> Answer:
        """The message's turn, with what a second opinion proposed; None: it may still be asked for. Where it would
        change a year that is closed, it is taken again to ask why."""
        try:
            return self._taken(message, proposal, worked)
        except YearLocked as locked:
            return self._taken(message, proposal, worked, locked)

    def _taken(
        self,
        message: Message,
        proposal: tuple[Report, ...] | None,
        worked: bytes | None,
        locked: YearLocked | None = None,
    ) -> Answer:
        """The message's transaction."""
        if message.group is not None and not message.addressed and message.press is None:
            return Answer()
        with self._database.turn(message.now) as turn:
            before = answered_before(turn, message)
            if before is not None:
                return before
            if message.group is None:
                turn.opened_by(message.user)
            made = self._made(turn, message, proposal, worked, locked)
            if self._posts is None:
                return made
            return replace(made, replies=tuple(post(turn.outbox, made.replies, self._posts, message)))

    def _tick(self, message: Message) -> Answer:
        """Everything that is due; with an outbox it goes there, and nothing is given back. Some of the employers'
        figures that the new year or a new setting made void are computed meanwhile, ahead of any question."""
        with self._database.turn(message.now) as turn:
            freshen(turn, self._library, local_date(message.now, self._timezone).year)
        ticker = Ticker(self._database, self._library, self._timezone)
        if self._posts is not None:
            tick_into_outbox(ticker, message.now, self._posts)
            return Answer(intent=Intent.REMIND)
        return Answer(tuple(ticker.tick(message.now)), Intent.REMIND)

    def _made(
        self,
        turn: Turn,
        message: Message,
        proposal: tuple[Report, ...] | None,
        worked: bytes | None,
        locked: YearLocked | None,
    ) -> Answer:
        """The answer, once all that it changed is written."""
        profile = turn.people(message.user)
        dialogue = turn.dialogue(message.user)
        scene = Scene(
            message=message,
            ledger=turn.ledger(message.user),
            profile=profile,
            library=self._library,
            state=fresh(load_state(dialogue.load()), message.user),
            person=profile.person(),
            today=local_date(message.now, profile.timezone or self._timezone),
            timezone=profile.timezone or self._timezone,
            turn=turn,
            proposal=proposal,
            worked=worked,
        )
        made = finished(scene, remind(scene, ask_reason(scene, locked) if locked else respond(scene)))
        if scene.erased:
            return made
        dialogue.save(dump_state(scene.state))
        if message.message_id is not None:
            turn.remember_answer(message.user, message.message_id, made.as_json())
        return made


def answered_before(turn: Turn, message: Message) -> Answer | None:
    """The answer that this very message got before, if it did."""
    if message.message_id is None:
        return None
    before = turn.answered(message.user, message.message_id)
    if before is not None:
        return Answer.from_json(before)
    if turn.first_seen(message.user) == message.now and turn.erased_by(message.user, message.message_id):
        # it had everything of them erased, and its repetition has made them known again
        turn.erase(message.user, None)
        return Answer((Reply(exports.ERASED, to_user=message.user),), Intent.EXPORT)
    return None


def respond(scene: Scene) -> Say:
    """What drives the turn: a statement request, a file, a button, or words; then proofs that waited for an entry."""
    message = scene.message
    if message.statement_year is not None:
        return statement(scene, message.statement_year)
    late = reason_given(scene)
    if late is not None:
        return late if isinstance(late, Say) else handled(scene, late)
    if message.edits is not None:
        said = edited(scene, message.edits, respond_to_text)
    elif message.file is not None:
        said = attached(scene, respond_to_text)
    elif message.press is not None:
        said = example(scene, message.press, respond_to_text) or press(scene, message.press, go_on)
    else:
        said = respond_to_text(scene, message.text or "")
    return said.then(follow(scene, said))


def handled(scene: Scene, late: Late) -> Say:
    """What waited for its reason."""
    return press(scene, late.press, go_on) if late.press is not None else respond_to_text(scene, late.text or "")


def broken(message: Message) -> Answer:
    """The answer when a turn failed: nothing was changed, and the person is told so."""
    reply = Reply(words.BROKEN, to_user=message.user, to_group=message.group)
    return Answer(replies=(reply,), error=Problem("internal", words.BROKEN))
