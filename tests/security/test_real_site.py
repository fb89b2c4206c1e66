"""A site with the settings of a real one: behind HTTPS, with the names, marks and headers that browsers ask for."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
YEAR = 365 * 24 * 3600


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    var = tmp_path_factory.mktemp("site")
    given = {
        "DJANGO_SETTINGS_MODULE": "groeimodel.settings",
        "GROEIMODEL_VAR": str(var),
        "GROEIMODEL_HTTPS": "1",
        "GROEIMODEL_HOSTS": "testserver",
        "GROEIMODEL_URL": "https://testserver",
    }
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "PYTHONPATH", "HOME")}
    run = subprocess.run(
        [sys.executable, "-m", "tests.security.real_site"],
        cwd=ROOT,
        env=kept | given,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr[-2000:]
    found: dict[str, Any] = json.loads(run.stdout.splitlines()[-1])
    return found


def answers(site: dict[str, Any]) -> dict[str, Any]:
    return {name: one for name, one in site.items() if isinstance(one, dict) and "headers" in one}


def test_cookies_are_of_this_host_alone(site: dict[str, Any]) -> None:
    cookies = [(name, one) for answer in answers(site).values() for name, one in answer["cookies"].items()]
    assert {name for name, _one in cookies} >= {"__Host-csrftoken", "__Host-sessionid"}
    for name, one in cookies:
        assert name.startswith("__Host-")
        assert one["secure"] is True
        assert (one["path"], one["domain"]) == ("/", "")


def test_no_script_reads_a_cookie_and_no_other_site_sends_one_along(site: dict[str, Any]) -> None:
    for answer in answers(site).values():
        for one in answer["cookies"].values():
            assert one["httponly"] is True
            assert one["samesite"] == "Lax"


def test_https_is_for_a_year_and_for_all_under_this_name(site: dict[str, Any]) -> None:
    for name, answer in answers(site).items():
        if name not in ("plain", "health"):
            assert answer["headers"]["strict-transport-security"] == f"max-age={YEAR}; includeSubDomains", (
                name
            )


def test_pages_lead_to_https_and_probes_do_not(site: dict[str, Any]) -> None:
    assert site["plain"]["status"] == 301
    assert site["plain"]["headers"]["location"] == "https://testserver/over/"
    assert site["health"]["status"] == 200


@pytest.mark.parametrize("name", ["door", "known", "missing", "static", "health", "wrong"])
def test_files_errors_and_probes_have_the_headers_too(site: dict[str, Any], name: str) -> None:
    told = site[name]["headers"]
    assert "object-src 'none'" in told["content-security-policy"]
    assert "frame-ancestors 'none'" in told["content-security-policy"]
    assert told["x-content-type-options"] == "nosniff"
    assert told["referrer-policy"] == "same-origin"


def test_what_differs_from_person_to_person_is_no_resource_of_others(site: dict[str, Any]) -> None:
    assert site["known"]["headers"]["cross-origin-resource-policy"] == "same-origin"
    assert site["static"]["status"] == 200
    assert "cross-origin-resource-policy" not in site["static"]["headers"]
    assert "camera=()" in site["static"]["headers"]["permissions-policy"]
