"""The law as data, and what it makes of reported facts. Standard library only; imports nothing else of the project.

    packs/*.toml     one file for each document: what it requires, what gives how many hours, each with its article
    vocabulary.toml  the closed set of activities and attributes in which packs and facts are written
    library          all documents, and which of them governs whom in which year; places and names
    assess           a person's year: `appraise` for one fact, `assess` for all of them together
    explain          why an entry has its figure

Reading: files (loading) are checked for shape (schema), words (checking) and sense (reach, overlap), merged with what
they extend (inherit) and made into a `Policy` (reading, pack). Working: a fact is put through the rules (applying,
rating) or asked about (questions, axes), placed in its years (placing, new_year), added up (adding_up), counted once
(once), capped (caps) and held against the year's demand (demand, balance).

Key types: `Fact` (facts), `Person` (person), `Policy` (pack), `Appraisal` and `Statement` (statement).
"""
