"""`groeimodel statements`: the statements of the scan."""

from __future__ import annotations

import argparse

from groeimodel import content as texts
from groeimodel.cli.files import print_json
from groeimodel.rules.growth.content import ROLES


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="als JSON")
    parser.add_argument("--language", choices=("nl", "en"), default="nl", help="taal (standaard nl)")


def run(options: argparse.Namespace) -> int:
    content = texts.load()
    rows = [
        {
            "id": one.id,
            "layer": one.layer,
            "block": one.block,
            "roles": [role for role in ROLES if one.asked_of(role)],
            "hallmark": one.hallmark,
            "text": one.text("officer", options.language),
        }
        for one in content.statements
    ]
    if options.json:
        print_json(rows)
        return 0
    layer = block = ""
    for row in rows:
        if row["layer"] != layer:
            layer = str(row["layer"])
            print(f"\n{content.word(f'layer.{layer}', options.language).upper()}")
        if row["block"] != block:
            block = str(row["block"])
            print(f"\n  {content.block(block).title.in_language(options.language)}")
        print(f"    {row['id']:28} {'*' if row['hallmark'] else ' '} {row['text']}")
    print("\n* kenmerk: zegt dat een praktijk bestaat")
    return 0
