"""政策问答: what the governing document says, for this person's region and year or another one's. Posts nothing."""

from __future__ import annotations

from dataclasses import replace

from handlers.asking import ask_region
from handlers.balance import balance
from handlers.say import Say
from handlers.scene import Scene
from handlers.state import LastQuery
from handlers.topics import TOPICS, general
from nlu.reading import Intent, Query, Topic
from policies.person import Person, Stay

OF_AN_ITEM = frozenset({Topic.RATE, Topic.CAP, Topic.PROOF})  # questions about an activity, named or just spoken of


def policy(scene: Scene, query: Query) -> Say:
    """Answer a question; a follow-up changes one thing of the question before."""
    if only_a_year(scene, query):
        return balance(scene, query)
    query = completed(scene, query)
    person = person_of(scene, query)
    if person.place_on(scene.today) is None:
        return ask_region(scene, Intent.POLICY, resume=True)
    scene.remember(query=last_of(query), last_activity=query.activity or scene.state.last_activity)
    text = TOPICS.get(query.topic, general)(scene, query, person)
    return Say(text, intent=Intent.POLICY, open_to_all=query.topic is not Topic.WHY)


def only_a_year(scene: Scene, query: Query) -> bool:
    """Whether "那2017年呢" comes after no question about a document: then the year's balance is meant."""
    last = scene.state.query
    bare = query.follow_up and query.years and not (query.activity or query.attributes or query.place or query.subject)
    asked_before = last is not None and last.intent == Intent.POLICY and scene.state.last_intent == Intent.POLICY
    return bool(bare) and query.topic is Topic.GENERAL and not asked_before


def completed(scene: Scene, query: Query) -> Query:
    """A follow-up ("国家级的呢") with the rest taken from the question before."""
    last = scene.state.query
    if query.topic in OF_AN_ITEM and query.activity is None and scene.state.last_activity:
        return replace(query, activity=scene.state.last_activity)
    if not query.follow_up or last is None or last.intent != Intent.POLICY:
        return query
    return Query(
        topic=Topic(last.topic) if query.topic is Topic.GENERAL and last.topic else query.topic,
        activity=query.activity or last.activity,
        attributes={**last.attributes, **query.attributes}
        if query.activity in {None, last.activity}
        else query.attributes,
        years=query.years or last.years,
        subject=query.subject or last.subject,
        place=query.place or last.place,
        title_level=query.title_level,
    )


def last_of(query: Query) -> LastQuery:
    return LastQuery(
        Intent.POLICY.value,
        query.topic.value,
        query.activity,
        dict(query.attributes),
        query.years,
        query.subject,
        query.place,
    )


def person_of(scene: Scene, query: Query) -> Person:
    """The person asked about: oneself, or somebody who works in the place named."""
    return Person(stays=(Stay(query.place),)) if query.place else scene.person
