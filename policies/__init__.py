"""The law as data, and what it makes of reported facts. Standard library only; imports nothing else of the project.

Key types: `Fact` (facts.py), `Person` (person.py), `Appraisal` and `Statement` (statement.py).
"""
