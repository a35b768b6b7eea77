#!/usr/bin/env python3
"""Writes what openpyxl reads of each workbook of a folder beside it: NAME.cells.

    python3 -m venv venv && venv/bin/pip install openpyxl==3.1.5
    venv/bin/python datasets/foreign-workbooks/cells.py FOLDER
    NASTAVNIK_WORKBOOKS=FOLDER swift test --filter ForeignCellTests

The test compares our reader with it, cell by cell: any folder of workbooks will do.
"""
import datetime
import pathlib
import sys
import warnings

import openpyxl
from openpyxl.utils.datetime import to_excel

DAYS = (datetime.datetime, datetime.date, datetime.time, datetime.timedelta)


def line(sheet, cell, epoch):
    value = cell.value
    if isinstance(value, bool):
        kind, text = "b", str(int(value))
    elif isinstance(value, DAYS):
        kind, text = "n", repr(float(to_excel(value, epoch)))
    elif isinstance(value, (int, float)):
        kind, text = "n", repr(float(value))
    else:
        kind, text = ("e" if cell.data_type == "e" else "s"), str(value)
    text = text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t")
    return f"{sheet}\t{cell.row}\t{cell.column}\t{kind}\t{text}\n"


def main():
    warnings.simplefilter("ignore")
    for path in sorted(pathlib.Path(sys.argv[1]).glob("*.xls[xm]")):
        try:
            book = openpyxl.load_workbook(path, data_only=True)
        except Exception as error:  # what it cannot read is nothing to compare with
            print(f"{path.name}: {error!r}", file=sys.stderr)
            continue
        with open(path.with_suffix(".cells"), "w", encoding="utf-8") as out:
            for number, sheet in enumerate(book.worksheets):
                # Not iter_rows: it makes a cell for each that a sheet might have.
                for _, cell in sorted(sheet._cells.items()):
                    if getattr(cell, "value", None) is not None:
                        out.write(line(number, cell, book.epoch))


if __name__ == "__main__":
    main()
