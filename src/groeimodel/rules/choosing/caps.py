"""Caps: groups of projects that together may not cost more than so much, whatever the rule would like."""

from __future__ import annotations

from collections.abc import Iterable

from groeimodel.rules.choosing.election import Election


class Limits:
    """What may still be spent under each cap. It only falls, so what does not fit will never fit."""

    def __init__(self, election: Election, taken: Iterable[int] = ()) -> None:
        self.costs = [project.cost for project in election.projects]
        self.left = [cap.most for cap in election.caps]
        self._of: dict[int, list[int]] = {}
        for number, cap in enumerate(election.caps):
            for project in cap.projects:
                self._of.setdefault(project, []).append(number)
        for project in taken:
            self.take(project)

    def allow(self, project: int) -> bool:
        return not self.against(project)

    def against(self, project: int) -> list[int]:
        """Numbers of the caps that a project would go over."""
        return [n for n in self._of.get(project, ()) if self.costs[project] > self.left[n]]

    def take(self, project: int) -> None:
        for number in self._of.get(project, ()):
            self.left[number] -= self.costs[project]
