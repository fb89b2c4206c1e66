"""What is shipped to install with names only what exists: settings, commands, ports, paths, secrets, versions."""

from __future__ import annotations

import importlib
import re
import shlex
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from groeimodel.cli import COMMANDS
from groeimodel.cli.parser import Parser
from groeimodel.foundation.watch.middleware import PROBES
from groeimodel.secretstore import NAMES as SECRETS

ROOT = Path(__file__).resolve().parents[2]
DEPLOY = ROOT / "deploy"
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "compose.yaml").read_text())
OURS = {name: one for name, one in COMPOSE["services"].items() if name not in ("proxy", "database")}
SETTINGS = set(re.findall(r"^### `([A-Z_]+)`", (ROOT / "docs/admin/settings.md").read_text(), re.M))
UNITS = sorted((DEPLOY / "systemd").glob("*.service"))


def understood(arguments: list[str]) -> None:
    """Raises SystemExit when the command does not take these."""
    name, *rest = arguments
    assert name in COMMANDS
    parser = Parser(prog=name, description="")
    importlib.import_module(f"groeimodel.cli.{name}").configure(parser)
    parser.parse_args(rest)


def test_every_setting_of_compose_is_explained() -> None:
    for service in OURS.values():
        for name in service["environment"]:
            plain = name.removesuffix("_FILE")
            assert plain in SETTINGS, name
            assert plain == name or plain in SECRETS, name


@pytest.mark.parametrize("name", OURS)
def test_compose_runs_commands_that_exist(name: str) -> None:
    understood(OURS[name]["command"])


def test_secrets_are_only_in_files() -> None:
    made = (DEPLOY / "secrets.sh").read_text()
    for name, one in COMPOSE["secrets"].items():
        assert one["file"] == f"./deploy/secrets/{name}"
        assert re.search(rf"\b{name}\b", made)
    for service in COMPOSE["services"].values():
        used = (
            {str(value) for value in service["environment"].values()} if "environment" in service else set()
        )
        for value in used:
            if value.startswith("/run/secrets/"):
                assert value.rpartition("/")[2] in service["secrets"]
    assert not set(OURS["web1"]["environment"]) & set(SECRETS) - {"GROEIMODEL_FILES"}
    ignored = subprocess.run(
        ["git", "check-ignore", "deploy/secrets/secret_key"], cwd=ROOT, capture_output=True, check=False
    )
    assert ignored.returncode in (0, 128)


def test_ours_run_without_rights_on_a_file_system_that_cannot_be_written() -> None:
    for service in OURS.values():
        assert service["read_only"] is True
        assert service["cap_drop"] == ["ALL"]
        assert "no-new-privileges:true" in service["security_opt"]
    text = (DEPLOY / "Containerfile").read_text()
    assert re.search(r"^USER 10001:10001$", text, re.M)
    assert "uid=10001" in OURS["web1"]["tmpfs"][1]


def test_health_is_asked_where_it_is_told() -> None:
    (port,) = set(re.findall(r":(\d+)", COMPOSE["services"]["proxy"]["environment"]["UPSTREAMS"]))
    assert OURS["web1"]["command"][-1] == port
    check = OURS["web1"]["healthcheck"]["test"][-1]
    found = re.search(r"http://127.0.0.1:(\d+)(/\w+)", check)
    assert found
    assert found[1] == port
    assert found[2] in PROBES
    assert re.search(r"health_uri (/\w+)", (DEPLOY / "Caddyfile").read_text())[1] in PROBES  # type: ignore[index]


def test_depends_on_what_is_there() -> None:
    names = set(COMPOSE["services"])
    for service in COMPOSE["services"].values():
        assert set(service.get("depends_on", {})) <= names
        for volume in service.get("volumes", []):
            source = volume.partition(":")[0]
            assert source in COMPOSE["volumes"] or source.startswith("./"), source
        assert set(service["networks"]) <= set(COMPOSE["networks"])
    assert (ROOT / COMPOSE["x-program"]["build"]["dockerfile"]).exists()


def test_the_tools_of_a_backup_are_as_new_as_the_server() -> None:
    client = re.search(r"postgresql-client-(\d+)", (DEPLOY / "Containerfile").read_text())
    server = re.search(r"postgres:(\d+)", COMPOSE["services"]["database"]["image"])
    assert client
    assert server
    assert int(client[1]) >= int(server[1])


@pytest.mark.parametrize("path", UNITS, ids=lambda path: path.name)
def test_units_run_commands_that_exist(path: Path) -> None:
    command = re.search(r"^ExecStart=/opt/groeimodel/.venv/bin/groeimodel (.+)$", path.read_text(), re.M)
    assert command
    understood(shlex.split(command[1].replace("%i", "8001")))


def test_settings_by_hand_are_explained() -> None:
    names = re.findall(r"^([A-Z_]+)=", (DEPLOY / "groeimodel.env").read_text(), re.M)
    assert len(names) > 10
    assert set(names) <= SETTINGS


def test_proxies_let_through_what_we_take() -> None:
    from django.conf import settings

    most = settings.FILES_MOST_BYTES // (1024 * 1024)
    for name, pattern in (("Caddyfile", r"max_size (\d+)MB"), ("nginx.conf", r"client_max_body_size (\d+)m")):
        found = re.search(pattern, (DEPLOY / name).read_text())
        assert found
        assert int(found[1]) > most


@pytest.mark.skipif(shutil.which("caddy") is None, reason="caddy is not here")
def test_caddy_reads_its_configuration() -> None:
    done = subprocess.run(
        ["caddy", "validate", "--config", str(DEPLOY / "Caddyfile"), "--adapter", "caddyfile"],
        env={"SITE": "groei.example", "UPSTREAMS": "127.0.0.1:8001 127.0.0.1:8002", "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_documents_name_files_that_are_shipped() -> None:
    text = (ROOT / "docs/admin/install.md").read_text()
    named = set(re.findall(r"\bdeploy/[\w./@-]*\w", text)) - {"deploy/secrets", "deploy/secrets/mail"}
    assert named
    assert not [one for one in named if not (ROOT / one).exists()]
    for unit in re.findall(r"(groeimodel-[a-z]+)(@?)(?:\w*)", text):
        assert list((DEPLOY / "systemd").glob(f"{unit[0]}{unit[1]}.*")), unit
