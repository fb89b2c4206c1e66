"""Equal shares on 100,000 voters and 200 projects, all ballots different, in a process of its own: seconds and memory.

Run: ``python -m bench.choosing_many [VOTERS PROJECTS LEAST MOST]``. It prints a line of JSON. Ballots name LEAST to MOST
projects. Making the file is not counted; reading it is.
"""

from __future__ import annotations

import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

USUAL = (100_000, 200, 5, 15)
FULL = (100_000, 200, 50, 150)


def make(place: Path, voters: int, projects: int, least: int, most: int) -> None:
    chance = random.Random(20)
    ids = [f"p{number}" for number in range(projects)]
    rows: set[str] = set()
    while len(rows) < voters:
        rows.add(",".join(chance.sample(ids, chance.randint(least, most))))
    costs = [f"{one};{chance.randrange(10_000, 400_000)}" for one in ids]
    start = [
        "META",
        "key;value",
        "budget;5000000",
        "vote_type;approval",
        "PROJECTS",
        "project_id;cost",
        *costs,
    ]
    votes = (f"{number};{row}" for number, row in enumerate(sorted(rows)))
    place.write_text("\n".join([*start, "VOTES", "voter_id;vote", *votes]), encoding="utf-8")


def measure(place: Path) -> dict[str, object]:
    """Reading and choosing, in this process."""
    from groeimodel.formats.pb_file import read_pb
    from groeimodel.rules.choosing import equal_shares

    start = time.perf_counter()
    election = read_pb(place.read_text(encoding="utf-8")).election
    read = time.perf_counter()
    outcome = equal_shares(election)
    end = time.perf_counter()
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (
        1024**2 if sys.platform == "darwin" else 1024
    )
    return {
        "ballots": len(election.ballots),
        "named": round(sum(len(ballot.points) for ballot in election.ballots) / len(election.ballots)),
        "projects": len(election.projects),
        "chosen": len(outcome.selected),
        "read": round(read - start, 3),
        "rule": round(end - read, 3),
        "megabytes": round(most),
    }


def apart(size: tuple[int, int, int, int]) -> dict[str, object]:
    """The figures of one size, from a process of its own: memory of anything else does not count."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "many.pb"
        make(place, *size)
        command = [sys.executable, "-m", "bench.choosing_many", str(place)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    found: dict[str, object] = json.loads(done.stdout)
    return found


if __name__ == "__main__":
    if len(sys.argv) == 2:
        print(json.dumps(measure(Path(sys.argv[1]))))
    else:
        voters, projects, least, most = map(int, sys.argv[1:]) if len(sys.argv) == 5 else USUAL
        print(json.dumps(apart((voters, projects, least, most))))
