"""Telegram: updates come in by aiogram, each claimed in the database before it is worked on; a live message's replies
go out by aiogram at once, everything else by python-telegram-bot at the pace that the platform allows.

The straight line: `polling` or `webhook` hand raw updates to the `Listener`, which keeps them (`clerk`) and puts them
into `lanes`, one a person; `incoming` makes messages of them, the assistant answers in a worker thread, `live` sends.
What waits in the outbox is sent by the `drainer`. Only `serving` imports aiogram, which takes seconds.
"""
