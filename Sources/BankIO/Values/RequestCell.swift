import MentoringModel
import Wording

/// Requests with priorities and the mentee's own level.
///
/// «проект (1), олимпиада (2!, ур. 3)».
enum RequestCell {
  /// The priority where none is written.
  static let usualPriority = 2

  /// The requests that are known, each competency once.
  static func read(_ text: String, _ terms: Terms, _ flaws: inout [Flaw]) -> [Request]? {
    var requests: [Request] = []
    for item in CellList.items(text) {
      let request = terms.requests.value(of: item, &flaws) { self.request($0, terms, &$1) }
      guard let request else { continue }
      requests.merge(request)
    }
    return requests
  }

  private static func request(_ item: String, _ terms: Terms, _ flaws: inout [Flaw]) -> Request? {
    if let whole = terms.vocabulary.competency(named: item) {
      return Request(whole, priority: usualPriority)
    }
    var (name, remark) = CellList.partsOfItem(item)
    let level = takeLevel(from: &remark)
    var isMustHave = false
    if name.last == "!" {
      isMustHave = true
      name = name.dropLast().trimmed
    }
    if let text = remark, text.last == "!" {
      isMustHave = true
      remark = text.dropLast().trimmed
    }
    let priority = remark.flatMap { Int($0) }
    let isUsual = remark.map(\.isEmpty) ?? true
    if !isUsual, !(1...3).contains(priority ?? 0) { flaws.append(.noPriority(item)) }
    guard let competency = terms.competency(name, isMustHave: isMustHave, &flaws) else {
      return nil
    }
    let known = priority.flatMap { (1...3).contains($0) ? $0 : nil }
    return Request(
      competency, priority: known ?? usualPriority, isMustHave: isMustHave, level: level)
  }

  /// Takes the level, written as «уровень 3», out of a remark.
  private static func takeLevel(from remark: inout String?) -> Int? {
    // Most remarks are a bare priority; the shortest level is «ур3».
    guard let text = remark, text.utf8.count > 4 else { return nil }
    let whole = text.trimmed
    guard let level = whole.last.flatMap({ Int(String($0)) }), (1...5).contains(level) else {
      return nil
    }
    let head = String(whole.dropLast()).trimmed
    guard let word = levelWords.first(where: head.hasSuffix) else { return nil }
    let rest = String(head.dropLast(word.count)).trimmed
    remark = rest.hasSuffix(",") || rest.hasSuffix(";") ? String(rest.dropLast()).trimmed : rest
    return level
  }

  private static let levelWords = ["ур.", "ур", "уровень", "level"]
}

extension [Request] {
  /// Adds a request; where the competency is there already, the stronger wish holds.
  mutating func merge(_ request: Request) {
    guard let index = firstIndex(where: { $0.competency == request.competency }) else {
      append(request)
      return
    }
    self[index].priority = Swift.min(self[index].priority, request.priority)
    self[index].isMustHave = self[index].isMustHave || request.isMustHave
    self[index].level = [self[index].level, request.level].compactMap(\.self).min()
  }
}

extension Flaw {
  fileprivate static func noPriority(_ text: String) -> Flaw {
    Flaw(
      .warning, code: "noPriority", value: text,
      Text(
        ru: "Приоритет в «\(quoted(text))» — не 1, 2 или 3; взят \(RequestCell.usualPriority).",
        en:
          "The priority in “\(quoted(text))” is not 1, 2 or 3; it counts as \(RequestCell.usualPriority)."
      ),
      advice: Text(
        ru: "Напишите «проект (1)»; обязательное — «проект (1!)».",
        en: "Write “проект (1)”, or “проект (1!)” for a must."))
  }
}
