"""Everything kept: the append-only ledger of facts, people, dialogues, processed messages. SQL lives only here."""
