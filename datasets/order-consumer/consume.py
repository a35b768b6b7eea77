"""A sample order generator: takes batches of proposals and keeps one order for each proposal.

    python3 consume.py LEDGER BATCH [BATCH …]

It checks the hash of a batch, then books each ready pair or group under its idempotency key, so that
the same batch twice, or a later batch with the same people, makes no second order. Standard library
only.
"""

import hashlib
import json
import os
import sys
from pathlib import Path

FORMAT = "nastavnik.order-batch/1"


def canonical(value):
    """The canonical form (RFC 8785); batches hold no numbers for which more would be needed."""
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return text.encode()


def ready_items(data):
    """The form and the item of everything that an order may name; ValueError if not as written."""
    first, _, _ = data.partition(b"\n")
    try:
        is_lines = "line" in json.loads(first)
    except ValueError:
        is_lines = False
    return list(of_lines(data) if is_lines else of_document(json.loads(data)))


def of_document(batch):
    check_format(batch.get("format"))
    content = {name: value for name, value in batch.items() if name != "contentHash"}
    check_hash(batch["contentHash"], canonical(content))
    for form in batch["forms"]:
        for item in form["ready"]:
            yield form["form"], item


def of_lines(data):
    lines = data.splitlines(keepends=True)
    check_format(json.loads(lines[0]).get("format"))
    end = json.loads(lines[-1])
    if end.get("line") != "end":
        raise ValueError("the end of the batch is missing")
    check_hash(end["contentHash"], b"".join(lines[:-1]))
    form = None
    for line in map(json.loads, lines):
        if line["line"] == "form":
            form = line["form"]
        elif line["line"] == "ready":
            yield form, line


def check_format(name):
    if name != FORMAT:
        raise ValueError(f"{name} is not {FORMAT}")


def check_hash(stated, content):
    if hashlib.sha256(content).hexdigest() != stated:
        raise ValueError("the batch was changed or has come in part")


def main(ledger, *batches):
    path = Path(ledger)
    orders = json.loads(path.read_text()) if path.exists() else {}
    for batch in batches:
        before = len(orders)
        items = ready_items(Path(batch).read_bytes())
        for form, item in items:
            orders.setdefault(
                item["idempotencyKey"],
                {
                    "number": len(orders) + 1,
                    "form": form,
                    "mentor": item["mentor"]["name"],
                    "mentees": [mentee["name"] for mentee in item["mentees"]],
                },
            )
        print(f"{batch}: {len(items)} ready, {len(orders) - before} new")
    aside = path.with_suffix(".part")
    aside.write_text(json.dumps(orders, ensure_ascii=False, indent=1))
    os.replace(aside, path)


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except (ValueError, KeyError, TypeError) as error:
        sys.exit(f"refused: {error}")
