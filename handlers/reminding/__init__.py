"""Reminders: the plan before a deadline, the documents' own calendars, and what people asked to be reminded of.

`ticking.tick` claims who is due (storage.due), `sources` say which due times there are, `deciding` what to do with
them now, `composing` what is said; `ordering` and `pressing` answer what people ask of their reminders.
"""
