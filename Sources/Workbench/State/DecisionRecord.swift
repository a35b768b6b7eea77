import MentoringModel

/// One line of the history that stands beside the table of decisions.
struct DecisionRecord: Sendable, Hashable, Codable {
  /// A decision as the history keeps it: ids, no names; one about a whole form has no people.
  struct Mark: Sendable, Hashable, Codable {
    var kind: String
    var form: String?
    var mentor: String?
    var mentee: String?
    var by: String?
    var on: String?
  }

  /// Its number, from 1.
  var number: Int
  /// When, in UTC.
  var at: String
  /// Who, as far as it was said.
  var by: String?
  /// Decisions that were taken out.
  var removed: [Mark]
  /// Decisions that were added.
  var added: [Mark]
  /// The entry that this one takes back.
  var undoes: Int?
}

extension [DecisionRecord] {
  /// The latest entry that was not taken back and takes none back, given the latest first.
  var undoable: DecisionRecord? {
    let undone = Set(compactMap(\.undoes))
    return first { $0.undoes == nil && !undone.contains($0.number) }
  }

  /// The lines as entries, in their order.
  var entries: [HistoryEntry] {
    let undone = Set(compactMap(\.undoes))
    return map { record in
      let marks = record.added.isEmpty ? record.removed : record.added
      let kind = marks.first.flatMap { Decision.Kind(rawValue: $0.kind) }
      var entry = HistoryEntry(
        number: record.undoes == nil ? record.number : nil, at: record.at, by: record.by ?? "",
        act: .tookBack(kind))
      if let number = record.undoes {
        entry.act = .undid(number)
      } else if let whole = marks.first?.formDecision {
        entry.act = .tookFormBack(whole.kind, whole.form)
      } else if let kind, !record.added.isEmpty {
        entry.act = .decided(kind)
      }
      entry.pairs = marks.compactMap(\.decision).map { .init(mentor: $0.mentor, mentee: $0.mentee) }
      entry.isUndone = undone.contains(record.number)
      return entry
    }
  }
}

extension DecisionRecord.Mark {
  init(_ decision: Decision) {
    self.init(
      kind: decision.kind.rawValue, form: decision.form?.rawValue,
      mentor: decision.mentor.rawValue, mentee: decision.mentee.rawValue,
      by: decision.decidedBy.isEmpty ? nil : decision.decidedBy,
      on: decision.decidedOn.map { "\($0)" })
  }

  init(_ decision: FormDecision) {
    self.init(
      kind: decision.kind.rawValue, form: decision.form.rawValue, mentor: nil, mentee: nil,
      by: decision.decidedBy.isEmpty ? nil : decision.decidedBy,
      on: decision.decidedOn.map { "\($0)" })
  }

  /// The decision about a whole form, or nil where it is another one.
  var formDecision: FormDecision? {
    guard mentor == nil, mentee == nil, let form, let kind = FormDecision.Kind(rawValue: kind)
    else { return nil }
    var decision = FormDecision(kind, form: FormID(rawValue: form))
    decision.decidedBy = by ?? ""
    decision.decidedOn = on.flatMap { CalendarDate($0) }
    return decision
  }

  /// The decision about a pair, or nil where the history says something that nobody understands.
  var decision: Decision? {
    guard let kind = Decision.Kind(rawValue: kind), let mentor, let mentee else { return nil }
    var decision = Decision(
      kind, form: form.map { FormID(rawValue: $0) }, mentor: PersonID(rawValue: mentor),
      mentee: PersonID(rawValue: mentee))
    decision.decidedBy = by ?? ""
    decision.decidedOn = on.flatMap { CalendarDate($0) }
    return decision
  }
}
