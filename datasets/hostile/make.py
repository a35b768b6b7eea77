#!/usr/bin/env python3
"""Writes the hostile tables beside this script. The same script writes the same bytes.

    python3 datasets/hostile/make.py

Needs nothing but Python. What each file must answer stands in expected.csv.
"""
import pathlib
import struct
import zipfile

HERE = pathlib.Path(__file__).parent
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
XML = '<?xml version="1.0" encoding="UTF-8"?>'
HEADINGS = ["Код", "ФИО", "Роль", "Компетенции", "Согласие на обработку ПДн"]
PEOPLE = [
    ["M1", "Абстракцева Анна", "учитель", "ФГОС (4)", "да"],
    ["M2", "Легендина Мария", "учитель", "оценивание (3)", "да"],
]


def text(value):
    return (
        value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    )


def cell(value):
    """A cell: a text, or XML that is one already."""
    if value.startswith("<c"):
        return value
    return f'<c t="inlineStr"><is><t>{text(value)}</t></is></c>' if value else "<c/>"


def rows(table):
    return "".join("<row>" + "".join(map(cell, row)) + "</row>" for row in table)


def sheet(body, prologue=""):
    return f'{XML}{prologue}<worksheet xmlns="{MAIN}"><sheetData>{body}</sheetData></worksheet>'


def parts(sheet_xml, *, main_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"):
    return {
        "[Content_Types].xml": f'{XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{main_type}"/></Types>',
        "_rels/.rels": f'{XML}<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" '
        f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'{XML}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
        '<sheet name="База" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'{XML}<Relationships xmlns="{PACKAGE}"><Relationship '
        f'Id="rId1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": sheet_xml,
    }


def package(name, members):
    with zipfile.ZipFile(HERE / name, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for member, content in members.items():
            info = zipfile.ZipInfo(member, (2024, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_STORED if member == "mimetype" else zipfile.ZIP_DEFLATED
            with archive.open(info, "w") as stream:
                for piece in [content] if isinstance(content, (str, bytes)) else content:
                    stream.write(piece.encode() if isinstance(piece, str) else piece)


def book(name, table, **options):
    package(name, parts(sheet(rows(table)), **options))


def compound(name, stream):
    """A compound file, as old Excel and encrypted workbooks are, with one stream."""
    end, free, fat = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
    header = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(16)
    header += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, end, 0, end, 0)
    header += struct.pack("<I", 0) + struct.pack("<I", free) * 108

    def entry(entry_name, kind, child, start, size):
        encoded = entry_name.encode("utf-16-le") + b"\0\0"
        return (
            encoded.ljust(64, b"\0") + struct.pack("<HBB", len(encoded), kind, 1)
            + struct.pack("<III", free, free, child) + bytes(36) + struct.pack("<IQ", start, size)
        )

    data = bytes(range(256)) * 16
    chain = [fat, end] + list(range(3, 10)) + [end]
    table = b"".join(struct.pack("<I", entry) for entry in chain + [free] * (128 - len(chain)))
    folder = entry("Root Entry", 5, 1, end, 0) + entry(stream, 2, free, 2, len(data))
    (HERE / name).write_bytes(header + table + folder.ljust(512, b"\0") + data)


def csv(name, data):
    (HERE / name).write_bytes(data if isinstance(data, bytes) else data.encode())


def lines(table):
    return "".join(";".join(row) + "\r\n" for row in table)


def main():
    good = [HEADINGS] + PEOPLE
    # A part that unpacks to 300 MB of spaces.
    bomb = parts(sheet(rows(good)))
    bomb["xl/_rels/workbook.xml.rels"] = bomb["xl/_rels/workbook.xml.rels"].replace(
        "</Relationships>",
        f'<Relationship Id="rId2" Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>',
    )
    package(
        "zip-bomb.xlsx",
        bomb | {"xl/styles.xml": ["<styleSheet>"] + [" " * (1 << 20)] * 300 + ["</styleSheet>"]},
    )
    entities = "<!DOCTYPE x [<!ENTITY a0 \"lol\">" + "".join(
        f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)
    ) + "]>"
    reference = '<c t="inlineStr"><is><t>&a9;</t></is></c>'
    package("entity-bomb.xlsx", parts(sheet(rows([HEADINGS, [reference]]), entities)))
    outside = '<!DOCTYPE x [<!ENTITY a9 SYSTEM "file:///etc/hostname">]>'
    package("outside-entity.xlsx", parts(sheet(rows([HEADINGS, [reference]]), outside)))
    compound("password.xlsx", "EncryptedPackage")
    compound("renamed-xls.xlsx", "Workbook")
    package(
        "renamed-ods.xlsx",
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": f"{XML}<office:document-content xmlns:office="
            '"urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>',
        },
    )
    csv("renamed-csv.xlsx", lines(good))
    book("truncated.xlsx", good)
    whole = (HERE / "truncated.xlsx").read_bytes()
    csv("truncated.xlsx", whole[: len(whole) * 2 // 3])
    macro = parts(
        sheet(rows(good)), main_type="application/vnd.ms-excel.sheet.macroEnabled.main+xml"
    )
    macro["xl/_rels/workbook.xml.rels"] = macro["xl/_rels/workbook.xml.rels"].replace(
        "</Relationships>",
        '<Relationship Id="rId2" Type="http://schemas.microsoft.com/office/2006/relationships/'
        'vbaProject" Target="vbaProject.bin"/></Relationships>',
    )
    package("macros.xlsm", macro | {"xl/vbaProject.bin": bytes(range(256))})
    broken = [
        "M3", "Шаблонова Вера", '<c t="e"><f>NA()</f><v>#N/A</v></c>',
        '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>', "да",
    ]
    book("error-formulas.xlsx", good + [broken])
    book("formula-without-value.xlsx", good + [["M3", "<c><f>A1&amp;B1</f></c>", "учитель", "", "да"]])
    package(
        "empty-rows.xlsx",
        parts(sheet(rows(good) + '<row s="1" customFormat="1"/>' * (1_048_576 - 3))),
    )
    last = '<row r="1048576"><c r="B1048576" t="inlineStr"><is><t>Котова Ева</t></is></c></row>'
    package("last-row.xlsx", parts(sheet(rows(good) + last)))
    book("no-table.xlsx", [["Уважаемые коллеги!"], ["Базу пришлём в пятницу."], ["С уважением"]])
    book("empty-sheet.xlsx", [])
    csv("duplicate-headings.csv", lines([HEADINGS + ["ФИО"]] + [row + ["другое"] for row in PEOPLE]))
    csv("synonymous-headings.csv", lines([HEADINGS + ["Фамилия, имя, отчество"]] + [row + ["другое"] for row in PEOPLE]))
    csv("missing-headings.csv", lines([["Код", "Компетенции"]] + [[row[0], row[3]] for row in PEOPLE]))
    csv("no-headings.csv", lines(PEOPLE))
    csv("mixed-encodings.csv", lines(good).encode() + "M3;Шаблонова;учитель;;да\r\n".encode("cp1251"))
    csv("code-page-1251.csv", lines(good).encode("cp1251"))
    csv("utf-16.csv", lines(good).encode("utf-16"))
    csv("utf-16-without-mark.csv", lines(good).encode("utf-16-le"))
    csv("nul.csv", lines(good).replace("Легендина", "Леген\0дина"))
    csv("open-quote.csv", lines(good).replace("Легендина", '"Легендина'))
    csv("random-bytes.csv", bytes((n * n * 7 + n // 3 * 31 + 128) % 256 for n in range(4096)))
    csv("empty.csv", b"")
    csv(
        "injection.csv",
        lines([HEADINGS + ["Награды"]] + [
            ["M1", "=cmd|' /C calc'!A0", "учитель", "", "да", "@SUM(1+1)*cmd|' /C calc'!A0"],
            ["M2", "+1+cmd|' /C calc'!A0", "учитель", "", "да", "-2+3+cmd|' /C calc'!A0"],
            ["M3", '"=HYPERLINK(""http://example.org"";""x"")"', "учитель", "", "да", "=1+1"],
        ]),
    )
    book(
        "injection.xlsx",
        [HEADINGS + ["Награды"]] + [["M1", "=cmd|' /C calc'!A0", "учитель", "", "да", "=1+1"]],
    )


if __name__ == "__main__":
    main()
