"""The proxies that we ship a configuration for, as they are, before real servers."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest

from tests.several.conftest import ROOT, Several
from tests.several.people import Visitor, until
from tests.several.test_several import come_in
from tools.cluster import free_port

pytestmark = pytest.mark.django_db
DEPLOY = ROOT / "deploy"


@contextlib.contextmanager
def running(command: list[str], **environment: str) -> Iterator[None]:
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield
    finally:
        process.terminate()
        process.wait(timeout=20)


@contextlib.contextmanager
def caddy(several: Several, folder: Path) -> Iterator[str]:
    program = shutil.which("caddy")
    if program is None:
        pytest.skip("caddy is not here (Debian: apt-get install caddy)")
    base = f"http://127.0.0.1:{free_port()}"
    upstreams = " ".join(urlsplit(one).netloc for one in several.servers)
    command = [program, "run", "--config", str(DEPLOY / "Caddyfile"), "--adapter", "caddyfile"]
    with running(command, SITE=base, UPSTREAMS=upstreams, HOME=str(folder)):
        yield base


@contextlib.contextmanager
def nginx(several: Several, folder: Path) -> Iterator[str]:
    """With TLS and HTTPS all the way: a web server of its own, and its own port in the place of 443."""
    program = shutil.which("nginx") or shutil.which("/usr/sbin/nginx")
    if program is None:
        pytest.skip("nginx is not here (Debian: apt-get install nginx-light)")
    web, plain, front = free_port(), free_port(), free_port()
    several.start("secure", "serve", "--port", str(web), "--workers", "1", GROEIMODEL_HTTPS="1")
    until(lambda: Visitor().ready(f"http://127.0.0.1:{web}"), several.log("secure"))
    request = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "2",
        "-subj",
        "/CN=127.0.0.1",
    ]
    files = ["-keyout", str(folder / "privkey.pem"), "-out", str(folder / "fullchain.pem")]
    subprocess.run([*request, *files], check=True, capture_output=True)
    text = (DEPLOY / "nginx.conf").read_text().replace("/etc/ssl/groei.example", str(folder))
    text = text.replace("groei.example", "127.0.0.1").replace("listen 80;", f"listen 127.0.0.1:{plain};")
    text = text.replace("listen 443", f"listen 127.0.0.1:{front}").replace(
        "127.0.0.1:8001", f"127.0.0.1:{web}"
    )
    text = text.replace("    server 127.0.0.1:8002 max_fails=1 fail_timeout=5s;\n", "")
    (folder / "site.conf").write_text(text)
    temporary = "".join(
        f"{kind}_temp_path {folder}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    # Run by root it works as another account, for which the folder of this test is closed.
    user = "user root;" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(
        f"{user} daemon off; pid {folder}/pid; error_log {folder}/error.log; events {{}}"
        f" http {{ access_log off; {temporary} include {folder}/site.conf; }}"
    )
    with running([program, "-c", str(folder / "nginx.conf")]):
        yield f"https://127.0.0.1:{front}"


PROXIES = {"caddy": caddy, "nginx": nginx}


@pytest.mark.parametrize("name", PROXIES)
def test_pages_through_the_proxy(several: Several, tmp_path: Path, name: str) -> None:
    with PROXIES[name](several, tmp_path) as base:
        visitor = Visitor()
        visitor.client = httpx.Client(
            timeout=60,
            follow_redirects=True,
            verify=False,
            # What a visitor makes up about itself.
            headers={
                "Accept-Encoding": "gzip",
                "X-Forwarded-For": "9.9.9.9",
                "X-Request-Id": "0" * 32,
                "Referer": base,
            },
        )
        until(lambda: reached(visitor, base), f"{name} does not answer")
        page = visitor.get(f"{base}/")
        assert page.status_code == 200
        assert page.headers["content-encoding"] == "gzip"
        assert page.headers["x-content-type-options"] == "nosniff"
        assert "default-src" in page.headers["content-security-policy"]
        assert ("strict-transport-security" in page.headers) is base.startswith("https")
        number = page.headers["x-request-id"]
        assert re.fullmatch(r"[0-9a-f-]{32,36}", number)
        assert number != "0" * 32
        assert len(httpx.Headers(page.headers).get_list("x-request-id")) == 1
        for inner in ("/readyz", "/metrics"):
            assert visitor.get(base + inner).status_code == 404
        came_in(several, visitor, base)
        sent_files(visitor, base)
        stand(several, visitor, base, several.told["rooms"][name]["code"])


def reached(visitor: Visitor, base: str) -> bool:
    with contextlib.suppress(httpx.TransportError):
        return visitor.get(f"{base}/healthz").status_code == 200
    return False


def came_in(several: Several, visitor: Visitor, base: str) -> None:
    """The address that is written is the visitor's own, not the one that it made up, and not the proxy's choice."""
    before = {one for (one,) in several.sql("SELECT id FROM usersessions_usersession")}
    come_in(several, visitor, "amina", base, base)
    rows = several.sql("SELECT id, ip FROM usersessions_usersession")
    assert [str(ip) for pk, ip in rows if pk not in before] == ["127.0.0.1"]


def sent_files(visitor: Visitor, base: str) -> None:
    """Of 24 MB: taken. Of 26 MB: refused by us, in words. Of 40 MB: by the proxy."""
    documents = f"{base}/igs/testland/documenten/"
    add = re.search(r'action="(/igs/testland/documenten/bij/[^"]+)"', visitor.get(documents).text)
    assert add
    statuses = []
    for size in (24, 26, 40):
        files = {"file": ("groot.txt", b"Groot\n" * (size * 1024 * 1024 // 6))}
        try:
            answer = visitor.post(base + add[1], form=documents, files=files, label=f"Groot {size}")
            statuses.append((answer.status_code, "Hoogstens 25 MB" in answer.text or "25 MB" in answer.text))
        except httpx.TransportError:  # the proxy closed while it was still being sent
            statuses.append((413, False))
    assert statuses[0][0] == 200
    assert statuses[1][0] in (413, 422)
    assert statuses[1][1]
    # Caddy before 2.7 says of what is too large that it could not be handed on.
    assert statuses[2] in ((413, False), (502, False))


def stand(several: Several, visitor: Visitor, base: str, code: str) -> None:
    """What phones in a room ask every two seconds is not kept by the proxy."""
    page = visitor.get(f"{base}/live/{code}/")
    assert page.status_code == 200
    joined = visitor.post(f"{base}/live/{code}/", role="officer", municipality=several.told["municipality"])
    look = re.search(r'data-stand="([^"]+)"', joined.text)
    assert look
    answer = visitor.get(base + look[1])
    assert answer.json()["state"] == "asking"
