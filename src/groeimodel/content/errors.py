"""What is wrong with content files, all at once."""


class ContentError(Exception):
    """Lists every problem as 'file: key: what is wrong'."""

    def __init__(self, problems: list[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("De inhoud is niet bruikbaar:\n" + "\n".join(f"- {problem}" for problem in problems))
