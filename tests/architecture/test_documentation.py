"""Documentation is under test: what exists has its heading, what is named exists."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "groeimodel"


def test_every_setting_is_explained() -> None:
    sources = ("settings.py", "cli/demo.py", "cli/serve.py")
    text = "".join((SOURCE / one).read_text() for one in sources)
    settings = set(re.findall(r'"(GROEIMODEL_[A-Z_]+)"', text)) | {"DATABASE_URL"}
    documented = set(re.findall(r"^### `([A-Z_]+)`", (ROOT / "docs/admin/settings.md").read_text(), re.M))
    assert documented == settings


def test_every_command_is_explained() -> None:
    """`groeimodel` lists its commands; docs/cli.md has a heading for each."""
    listed = subprocess.run(
        [sys.executable, "-m", "groeimodel", "--help"], capture_output=True, text=True, check=True
    ).stdout
    headings = re.findall(r"^#+ .*`groeimodel ([a-z]+)", (ROOT / "docs/cli.md").read_text(), re.M)
    missing = [command for command in headings if command not in listed]
    assert not missing
    from groeimodel.cli import COMMANDS

    assert set(headings) >= set(COMMANDS)


def test_every_make_target_of_the_readme_exists() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.M))
    named = set(re.findall(r"make ([a-z-]+)", (ROOT / "README.md").read_text()))
    assert named
    assert named <= targets


def test_links_between_documents_lead_somewhere() -> None:
    dead = []
    for path in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]:
        for target in re.findall(r"\]\((?!https?:|mailto:|#)([^)#]+)", path.read_text()):
            if not (path.parent / target).exists():
                dead.append(f"{path.relative_to(ROOT)} -> {target}")
    assert not dead


def test_the_version_is_in_the_changelog() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]
    assert f"## {version}" in (ROOT / "CHANGELOG.md").read_text()


def test_the_map_names_every_room() -> None:
    rooms = {path.name for path in SOURCE.iterdir() if path.is_dir() and path.name != "__pycache__"}
    text = (ROOT / "ARCHITECTURE.md").read_text()
    assert not [room for room in sorted(rooms) if f"`{room}/`" not in text]
