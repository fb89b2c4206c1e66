"""The table of rights as a page: `python -m groeimodel.rules.rights.page` prints `docs/rights.md`."""

from groeimodel.rules.rights import RIGHTS, Reach, Role
from groeimodel.rules.rights.commands import COMMANDS

ROLES = {
    Role.VISITOR: "bezoeker",
    Role.PERSON: "aangemeld",
    Role.ALDERMAN: "schepen",
    Role.OFFICER: "ambtenaar",
    Role.AMBASSADOR: "ambassadeur",
    Role.GUEST: "gast",
    Role.COORDINATOR: "coördinator",
    Role.SUPPORTER: "ondersteuner",
    Role.EDITOR: "redacteur",
    Role.ADMINISTRATOR: "beheerder",
}
REACH = {
    Reach.NONE: "",
    Reach.ALL: "ja",
    Reach.OWN: "eigen gemeente",
    Reach.SELF: "eigen",
    Reach.PUBLIC: "als openbaar",
    Reach.EXAMPLE: "bij voorbeelden",
}
INTRODUCTION = """# Rights

Who may do what. This page is made from the one table in
[rules/rights/table.py](../src/groeimodel/rules/rights/table.py) by `python -m groeimodel.rules.rights.page`; a test holds them
together, and another walks every address of the site with every role and a stranger against it.

- *ja*: in the own partnership; *eigen gemeente*: what concerns the own municipality; *eigen*: what is about oneself or in one's care;
  *als openbaar*: where the garden is shown to everyone; *bij voorbeelden*: where everything is invented.
- Rights are asked by the services that write, not only by the pages.
- An administrator (`/beheer/`) looks after the installation, and reads nothing of what partners said in confidence.
"""


def page() -> str:
    """The page as Markdown."""
    head = f"| wat | {' | '.join(ROLES[role] for role in Role)} | recht |"
    rows = [
        f"| {right.says} | {' | '.join(REACH[right.reach[role]] for role in Role)} | `{name}` |"
        for name, right in RIGHTS.items()
    ]
    commands = [f"| `groeimodel {name}` | {who} |" for name, who in COMMANDS.items()]
    return "\n".join(
        [
            INTRODUCTION,
            head,
            "|---" * (len(Role) + 2) + "|",
            *rows,
            "\n## Commands\n",
            "| opdracht | voor wie |\n|---|---|",
            *commands,
            "",
        ]
    )


if __name__ == "__main__":
    print(page(), end="")
