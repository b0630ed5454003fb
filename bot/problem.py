"""What keeps the program from starting, told to the person who started it."""


class StartProblem(Exception):  # noqa: N818 - a problem to be told, as everywhere in this project
    """Something that must be put right first. The text is a Chinese sentence: what, where, what to do."""
