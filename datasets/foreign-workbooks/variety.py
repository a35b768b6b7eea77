#!/usr/bin/env python3
"""Writes the bank of make.py in further ways in which offices keep it.

    venv/bin/python datasets/foreign-workbooks/variety.py

Each book has the people of make.py, no matter what stands around them.
"""
import csv
import datetime
import pathlib
import subprocess
import tempfile

import openpyxl
import openpyxl.chart
import openpyxl.comments
import openpyxl.formatting.rule as rule
import openpyxl.styles
import openpyxl.workbook.defined_name
import openpyxl.worksheet.datavalidation as validation
import xlsxwriter

from make import DAY, HERE, TITLE

HEADINGS = [
    "ФИО", "Место работы/учёбы", "Роль", "Дата рождения", "Стаж, лет", "Основные компетенции",
    "Обучен", "Согласие на обработку ПДн", "Согласие на доп. обязанности",
]
PEOPLE = [
    ["Абстракцева Анна Георгиевна", "Лицей № 1", "учитель", DAY(1964, 12, 8), 31,
     "ФГОС (5), конфликты (4)", "да", DAY(2023, 9, 1), "да"],
    ["Легендина Мария Денисовна", "Лицей № 1", "методист", DAY(1982, 6, 11), 11,
     "оценивание (4), ФГОС", "нет", "да", None],
    ["Сюжетова Вера Петровна", "Лицей № 1", "учитель", DAY(1996, 7, 5), "3 г. 10 мес.",
     "подготовка к ЕГЭ, олимпиады (5)", None, DAY(2023, 8, 22), DAY(2023, 8, 24)],
]
MADE = datetime.datetime(2024, 1, 1)


def new_book():
    book = openpyxl.Workbook()
    book.properties.created = book.properties.modified = MADE
    return book


def fill(sheet, top, left=1, people=PEOPLE, headings=HEADINGS):
    for column, heading in enumerate(headings, left):
        sheet.cell(top, column, heading)
    for row, person in enumerate(people, top + 1):
        for column, value in enumerate(person, left):
            cell = sheet.cell(row, column, value)
            if isinstance(value, datetime.date):
                cell.number_format = "dd.mm.yyyy"


def counted_from_1904(path):
    book = new_book()
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    fill(book.active, 1)
    book.save(path)


def a_sheet_for_each_school(path):
    book = new_book()
    book.active.title = "Оглавление"
    book.active["A1"] = '=HYPERLINK("#\'Лист учёта\'!A1","Лист учёта")'
    for name, people in [("Лист учёта", PEOPLE[:2]), ("Ещё", PEOPLE[2:])]:
        fill(book.create_sheet(name), 3, 2, people)
    old = book.create_sheet("Архив 2022")
    fill(old, 1, people=[["Прежняя Инна", *PEOPLE[0][1:]]])
    old.sheet_state = "hidden"
    chart = openpyxl.chart.BarChart()
    chart.add_data(openpyxl.chart.Reference(old, min_col=5, min_row=1, max_row=2))
    book.create_chartsheet("Диаграмма").add_chart(chart)
    book.save(path)


def with_everything_around(path):
    book = new_book()
    sheet = book.active
    fill(sheet, 2, 3)
    sheet["A1"] = 'Заполняет куратор. Вопросы — в кабинет 12'
    for row in (3, 4, 5):
        sheet.cell(row, 1, row - 2)
    sheet["C3"].comment = openpyxl.comments.Comment("проверено", "методист")
    sheet["C4"].hyperlink = "mailto:someone@example.org"
    choice = validation.DataValidation(type="list", formula1='"да,нет"', allow_blank=True)
    sheet.add_data_validation(choice)
    choice.add("I3:I500")
    red = openpyxl.styles.PatternFill(bgColor="FFC7CE")
    sheet.conditional_formatting.add("G3:G9", rule.CellIsRule("greaterThan", ["30"], fill=red))
    sheet.row_dimensions.group(4, 5, hidden=False)
    sheet.column_dimensions["D"].hidden = True
    sheet.protection.sheet = True
    sheet.print_title_rows, sheet.print_area = "2:2", "A1:K5"
    for cell in sheet["G"]:
        cell.number_format = '0" лет"'
    book.defined_names["Люди"] = openpyxl.workbook.defined_name.DefinedName(
        "Люди", attr_text="Sheet!$C$3:$C$5")
    book.save(path)


def with_totals_below(path):
    """A bank as a form to be signed: a title, a row of numbers, totals, and who signs."""
    book = xlsxwriter.Workbook(str(path))
    book.set_properties({"created": MADE})
    sheet = book.add_worksheet("Приложение 1")
    day = book.add_format({"num_format": "dd/mm/yy"})
    sheet.write(0, 8, "Приложение 1 к приказу № 12")
    sheet.merge_range(2, 0, 2, 8, TITLE)
    sheet.write_row(4, 0, HEADINGS)
    sheet.write_row(5, 0, range(1, len(HEADINGS) + 1))
    for row, person in enumerate(PEOPLE, 6):
        for column, value in enumerate(person):
            if isinstance(value, datetime.date):
                sheet.write_datetime(
                    row, column, datetime.datetime.combine(value, datetime.time()), day)
            elif value is not None:
                sheet.write(row, column, value)
    sheet.write(9, 0, "Итого:")
    sheet.write_formula(9, 4, "=COUNTA(A7:A9)", None, 3)
    sheet.write(11, 0, "Директор лицея  ______________  И. И. Образцов")
    sheet.write(12, 0, "Всего наставников – 3")
    book.close()


def constant_memory(path):
    """Inline strings, row by row, as programs write that have much to write."""
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    book.set_properties({"created": MADE})
    sheet = book.add_worksheet("Выгрузка")
    day = book.add_format({"num_format": 14})
    for row, values in enumerate([HEADINGS, *PEOPLE]):
        for column, value in enumerate(values):
            if isinstance(value, datetime.date):
                sheet.write_datetime(
                    row, column, datetime.datetime.combine(value, datetime.time()), day)
            elif value is not None:
                sheet.write(row, column, value)
    book.close()


def a_table_object(path):
    """A table of Excel with a row of totals, numbers as text, and a signature below."""
    book = xlsxwriter.Workbook(str(path))
    book.set_properties({"created": MADE})
    sheet = book.add_worksheet("Наставники")
    text = book.add_format({"num_format": "@"})
    rows = [
        [value.strftime("%d.%m.%Y") if isinstance(value, datetime.date) else value
         for value in person] for person in PEOPLE
    ]
    sheet.add_table(4, 1, 4 + len(rows), len(HEADINGS), {
        "name": "База", "style": "Table Style Medium 2",
        "columns": [{"header": heading} for heading in HEADINGS], "data": rows,
    })
    for row, person in enumerate(PEOPLE, 5):
        sheet.write_string(row, 5, str(person[4]), text)
        sheet.write_comment(row, 1, "сверено с личным делом")
    sheet.merge_range(1, 1, 2, len(HEADINGS), TITLE)
    sheet.set_column(2, 2, None, None, {"hidden": True})
    sheet.insert_textbox(12, 1, "Подпись: ____________")
    sheet.protect()
    book.close()


def typed_into_libreoffice(path):
    """What LibreOffice makes of a text that somebody opens with it and saves as a workbook."""
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder) / path.with_suffix(".csv").name
        with open(source, "w", encoding="utf-8", newline="") as out:
            table = csv.writer(out, delimiter=";")
            for values in [HEADINGS, *PEOPLE]:
                table.writerow([
                    value.strftime("%d.%m.%Y") if isinstance(value, datetime.date) else value
                    for value in values
                ])
        # 59 is «;», 76 UTF-8, 1049 Russian: dates and numbers are found as it finds them.
        convert(source, path.parent, "--infilter=CSV:59,34,76,1,,1049,false,true")


def through_open_document(path):
    """An Excel workbook that was kept as an OpenDocument for a while."""
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder) / path.name
        with_everything_around(source)
        convert(source, folder, to="ods")
        convert(source.with_suffix(".ods"), path.parent)


def convert(source, folder, *options, to="xlsx:Calc MS Excel 2007 XML"):
    subprocess.run(
        ["soffice", "--headless", *options, "--convert-to", to, "--outdir", str(folder),
         str(source)], check=True, capture_output=True, timeout=240)


BOOKS = {
    "openpyxl-1904": counted_from_1904, "openpyxl-sheets": a_sheet_for_each_school,
    "openpyxl-around": with_everything_around, "xlsxwriter-inline": constant_memory,
    "xlsxwriter-table": a_table_object, "xlsxwriter-signed": with_totals_below, "libreoffice-typed": typed_into_libreoffice,
    "libreoffice-ods": through_open_document,
}

if __name__ == "__main__":
    for name, write in BOOKS.items():
        write(HERE / f"{name}.xlsx")
