import Workbooks

/// The sheet that says how a table is filled in.
enum HelpSheet {
  private static let lines = [
    "Первая строка — заголовки, вторая — пояснения: программа их пропускает.",
    "Третья строка — образец с придуманными людьми: удалите её.",
    "Столбцы можно переставлять и удалять, заголовки — писать привычными словами: «Ф.И.О.», "
      + "«Год рождения», «Стаж работы».",
    "Можно добавить строки над заголовками, другие листы и свои столбцы. Телефоны, адреса и другие "
      + "контакты программа не читает.",
    "В ячейках со списком значение выбирают; где можно несколько, остальные дописывают через "
      + "запятую.",
    "Даты пишите как 01.09.2023. Пустая ячейка означает «не указано».",
    "Скрытые листы не читаются; строки, скрытые фильтром, читаются.",
    "Сохраните файл под тем же именем и проверьте: nastavnik check ПАПКА.",
  ]

  private static let width = 90.0

  /// Writes the sheet.
  static func write(into workbook: WorkbookWriter) throws(WorkbookWriteError) {
    let sheet = try workbook.addSheet("Справка")
    try sheet.set(columns: 1...1, width: width)
    sheet.printAcross(repeatingRows: 0)
    try sheet.write(
      .text("Как заполнять"), column: 1, row: 1, style: CellStyle(isBold: true))
    for (index, line) in lines.enumerated() {
      try sheet.write(
        .text(line), column: 1, row: index + 2, style: CellStyle(wraps: true, vertical: .top))
      try sheet.fit(row: index + 2, to: [(line, width)])
    }
  }
}
