import Matching
import MentoringModel
import Wording

/// What a score is the sum of, and what is asked and offered.
struct ScoreTables: TerminalReport {
  let page: TerminalPage

  /// Each criterion's part; the parts sum to the last line exactly.
  func parts(_ score: Score) -> String {
    var table = TextTable([
      .init(Text.criterion[language]), .init(Text.earned[language], .right),
      .init(Text.possible[language], .right), .init(Text.why[language], .elastic),
    ])
    for part in score.parts {
      table.add([
        part.criterion.title[language], Text.percent(part.earned)[language],
        Text.percent(part.possible)[language], part.reason[language],
      ])
    }
    let possible = score.parts.reduce(0) { $0 + $1.possible }
    table.add([
      Text.total[language], Text.percent(score.total)[language],
      Text.percent(possible)[language], "",
    ])
    return table.rendered(width: width)
  }

  /// Each request with the mentor's level.
  func requests(_ requests: [RequestAnswer]) -> String {
    let hasMarks = requests.contains(where: \.isMustHave)
    var table = TextTable(
      [
        .init(Text.request[language], .elastic), .init(Text.priority[language], .right),
        .init(Text.level[language], .right),
      ] + (hasMarks ? [.init("", .left)] : []))
    for request in requests {
      table.add([
        request.title[language], "\(request.priority)",
        request.level == 0 ? "—" : "\(request.level)",
        request.isMustHave ? Text.mustHave[language] : "",
      ])
    }
    return table.rendered(width: width)
  }
}

extension Text {
  static let why = Text(ru: "Почему", en: "Why")
  fileprivate static let criterion = Text(ru: "Критерий", en: "Criterion")
  fileprivate static let earned = Text(ru: "Получено", en: "Earned")
  fileprivate static let possible = Text(ru: "Возможно", en: "Possible")
  fileprivate static let total = Text(ru: "Итого", en: "Total")
  fileprivate static let request = Text(ru: "Запрос", en: "Request")
  fileprivate static let priority = Text(ru: "Важность", en: "Priority")
  fileprivate static let level = Text(ru: "Уровень наставника", en: "Mentor's level")
  fileprivate static let mustHave = Text(ru: "обязателен", en: "must-have")
}
