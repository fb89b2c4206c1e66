"""Who may use each command. A command runs on a machine, so the system's own accounts guard it, not a role of ours."""

ANYBODY = "iedereen met een kopie: raakt geen databank aan"
SERVER = "wie de server beheert: werkt in de databank, met alle rechten van het systeem"
DEMONSTRATION = "iedereen met een kopie: werkt enkel in een eigen databank met voorbeelddata"

COMMANDS = {
    "scan": ANYBODY,
    "statements": ANYBODY,
    "template": ANYBODY,
    "garden": ANYBODY,
    "choose": ANYBODY,
    "claims": ANYBODY,
    "demo": DEMONSTRATION,
    "serve": SERVER,
    "municipalities": SERVER,
    "worker": SERVER,
    "backup": SERVER,
    "restore": SERVER,
    "doctor": SERVER,
    "manage": SERVER,
    "manage send_test_mail": SERVER,
    "manage erase_person": SERVER,
    "manage reindex": SERVER,
    "manage import_aldermen": SERVER,
    "manage distribute": SERVER,
    "manage migrate": SERVER,
}
"""'groeimodel NAME', and our own ones below 'groeimodel manage'."""
