#!/usr/bin/env python3
"""Writes one bank of mentors with three programs that curators' files come from.

    python3 -m venv venv && venv/bin/pip install openpyxl==3.1.5 XlsxWriter==3.3.1
    venv/bin/python datasets/foreign-workbooks/make.py

LibreOffice (`soffice`) computes the formulas that openpyxl writes, and saves the book as its own.
"""
import datetime
import pathlib
import subprocess
import tempfile

import openpyxl
import openpyxl.cell.rich_text as rich
import openpyxl.cell.text
import openpyxl.styles
import xlsxwriter

HERE = pathlib.Path(__file__).parent
TITLE = "База наставников лицея № 1 (пример)"
HEADINGS = [
    "№", "ФИО", "Контакты", "Место работы/учёбы", "Роль", "Дата рождения", "Стаж, лет",
    "Основные компетенции", "Обучен", "Согласие",
]
CONSENTS = ["на обработку ПДн", "на доп. обязанности"]
DAY = datetime.date
# A row: texts, days, numbers, flags; ("=", formula, value) and ("rich", pieces).
PEOPLE = [
    [1, "Абстракцева Анна Георгиевна", "тел. 000-00-00", "Лицей № 1", "учитель", DAY(1964, 12, 8),
     "31", ("rich", ["ФГОС", " (5)", "\nконфликты (4)"]), True, DAY(2023, 9, 1), "да"],
    [2, ("=", '"Легендина"&" "&"Мария Денисовна"', "Легендина Мария Денисовна"), "",
     "Лицей № 1", "методист", DAY(1982, 6, 11), ("=", "2023-2012", 11),
     "оценивание (4); ФГОС", False, "да", ""],
    None,
    [3, "Сюжетова  Вера\nПетровна", "vera@example.org", "Лицей № 1", "учитель", "05.07.1996",
     "3 г. 10 мес.", "подготовка к ЕГЭ, олимпиады (5)", "", DAY(2023, 8, 22), DAY(2023, 8, 24)],
]
LAST = len(HEADINGS)  # the column of the second consent, counted from 0


def with_openpyxl(path):
    book = openpyxl.Workbook()
    book.active.title = "Титул"
    book.active["B3"] = TITLE
    book.active["B4"] = "Подготовила: методист"
    sheet = book.create_sheet("База наставников")
    sheet["A1"] = TITLE
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=LAST + 1)
    for column, heading in enumerate(HEADINGS, 1):
        sheet.cell(3, column, heading).font = openpyxl.styles.Font(bold=True)
        if heading != "Согласие":
            sheet.merge_cells(start_row=3, start_column=column, end_row=4, end_column=column)
    sheet.merge_cells(start_row=3, start_column=LAST, end_row=3, end_column=LAST + 1)
    for offset, consent in enumerate(CONSENTS):
        sheet.cell(4, LAST + offset, consent)
    bold = openpyxl.cell.text.InlineFont(b=True)
    for row, person in enumerate(PEOPLE, 5):
        for column, value in enumerate(person or [], 1):
            if isinstance(value, tuple) and value[0] == "=":
                value = "=" + value[1]
            elif isinstance(value, tuple):
                value = rich.CellRichText(rich.TextBlock(bold, value[1][0]), *value[1][1:])
            cell = sheet.cell(row, column, value if value != "" else None)
            if isinstance(value, datetime.date):
                cell.number_format = "dd.mm.yyyy"
    sheet.freeze_panes = "C5"
    # The day on which a book was made is part of it.
    book.properties.created = book.properties.modified = datetime.datetime(2024, 1, 1)
    book.save(path)


def with_xlsxwriter(path):
    book = xlsxwriter.Workbook(str(path))
    book.set_properties({"created": datetime.datetime(2024, 1, 1)})
    bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "d mmm yyyy"})
    cover = book.add_worksheet("Титул")
    cover.write("B3", TITLE)
    sheet = book.add_worksheet("База наставников")
    sheet.merge_range(0, 0, 0, LAST, TITLE, bold)
    for column, heading in enumerate(HEADINGS):
        if heading == "Согласие":
            sheet.merge_range(2, column, 2, column + 1, heading, bold)
        else:
            sheet.merge_range(2, column, 3, column, heading, bold)
    for offset, consent in enumerate(CONSENTS):
        sheet.write(3, LAST - 1 + offset, consent, bold)
    for row, person in enumerate(PEOPLE, 4):
        for column, value in enumerate(person or []):
            if isinstance(value, tuple) and value[0] == "=":
                sheet.write_formula(row, column, "=" + value[1], None, value[2])
            elif isinstance(value, tuple):
                sheet.write_rich_string(row, column, bold, *value[1])
            elif isinstance(value, datetime.date):
                sheet.write_datetime(row, column, datetime.datetime.combine(value, datetime.time()), day)
            else:
                sheet.write(row, column, value)
    sheet.autofilter(3, 0, 3 + len(PEOPLE), LAST)
    book.close()


def main():
    with_xlsxwriter(HERE / "xlsxwriter.xlsx")
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder) / "libreoffice.xlsx"
        with_openpyxl(source)
        (HERE / "openpyxl.xlsx").write_bytes(source.read_bytes())
        subprocess.run(
            ["soffice", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir",
             str(HERE), str(source)],
            check=True, capture_output=True, timeout=240)


if __name__ == "__main__":
    main()
