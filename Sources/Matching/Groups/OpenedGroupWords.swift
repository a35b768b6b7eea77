import MentoringModel
import Wording

extension Text {
  /// Why a group opened.
  static func opened(
    _ title: Text, _ topic: GroupTopic, _ column: GroupColumn, _ size: ClosedRange<Int>
  ) -> Text {
    let (asked, eligible) = (topic.askers.count, column.askers.count)
    let people = Noun.person.counted(asked)
    let rest =
      eligible == asked
      ? Text(ru: "", en: "")
      : Text(
        ru: ", к этому наставнику могут \(eligible)", en: ", \(eligible) can go to this mentor")
    return Text(
      ru: "тему «\(title.ru)» \(Noun.asks.russianForm(after: asked)) \(people.ru)",
      en: "\(people.en) \(asked == 1 ? "asks" : "ask") for the topic “\(title.en)”")
      + rest + .needed(size)
  }

  /// How many a group needs.
  static func needed(_ size: ClosedRange<Int>) -> Text {
    let span =
      size.count == 1
      ? Text(same: "\(size.lowerBound)")
      : Text(
        ru: "от \(size.lowerBound) до \(size.upperBound)",
        en: "\(size.lowerBound) to \(size.upperBound)")
    return Text(ru: "; группе нужно ", en: "; a group needs ") + span
  }
}

extension Noun {
  /// человек.
  static let person = Noun(
    one: "человек", few: "человека", many: "человек", singular: "person", plural: "people")
  /// просит, as it stands before a number of people.
  static let asks = Noun(
    one: "просит", few: "просят", many: "просят", singular: "asks", plural: "ask")
}

extension Score {
  /// The mean over the members of a group, rounded down part by part.
  static func mean(of scores: [Score], topic: Text) -> Score {
    guard let first = scores.first else { return Score([]) }
    return Score(
      first.parts.indices.map { index in
        let parts = scores.map { $0.parts[index] }
        let isStated = parts.contains(where: \.isStated)
        let isOne = parts.allSatisfy { $0.reason == parts[0].reason }
        return ScorePart(
          criterion: parts[0].criterion, possible: parts[0].possible,
          earned: parts.reduce(0) { $0 + $1.earned } / parts.count,
          reason: parts[0].criterion == .requests
            ? topic : isOne ? parts[0].reason : isStated ? .onAverage : .notStated)
      })
  }
}

extension Text {
  /// What a group is about, with the mentor's level in it.
  static func topic(_ title: Text, level: Int) -> Text {
    Text(ru: "тема группы: ", en: "topic of the group: ") + title + Text(same: " (\(level))")
  }

  static let onAverage = Text(ru: "в среднем по группе", en: "on average over the group")
}
