import MentoringModel

extension CalendarDate {
  /// The day as a Russian order writes it in its text: 1 сентября 2023 г.
  var inRussianWords: String {
    let months = [
      "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября",
      "октября", "ноября", "декабря",
    ]
    return "\(day) \(months[month - 1]) \(year) г."
  }
}

extension Period {
  /// The period in the text of an order, with a blank for a hand where a day is not stated.
  var inRussianWords: String {
    let blank = "«____» ____________ 20____ г."
    return "с \(start?.inRussianWords ?? blank) по \(end?.inRussianWords ?? blank)"
  }

  /// The period in a table: 01.10.2023 – 31.05.2024.
  var inFigures: String {
    let blank = "__.__.____"
    return "\(start?.dotted ?? blank) – \(end?.dotted ?? blank)"
  }
}
