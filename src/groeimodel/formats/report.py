"""What every written report is made of."""

from dataclasses import dataclass

from groeimodel.rules.growth.content import Language
from groeimodel.rules.growth.story import Story


@dataclass(frozen=True, slots=True)
class Report:
    """One result to write down: the told diagnosis with its garden."""

    story: Story
    garden_light_svg: str = ""
    """For a screen: best the picture with theme 'auto'. Empty leaves the garden out."""
    garden_print_svg: str = ""
    """For paper: the picture with theme 'print'."""
    date_text: str = ""
    """The day it was made, in words; formats know no clock."""
    example: bool = False
    """Invented data: every page says so."""
    language: Language = "nl"
    """Of the document; the same as the story's."""

    @property
    def title(self) -> str:
        """'Groeiscan Kempendal', or 'Groeiscan' for a scan without a name."""
        return f"{self.story.labels['document']} {self.story.title}".strip()
