public import MentoringModel
import Wording
public import Workbooks

/// Empty bank tables for a curator to fill in: all headings and one invented row.
///
/// The invented people take no part in the cycle, so a row that was left in does no harm.
public enum BankTemplates {
  /// The tables as CSV with their names, with examples in the words of a programme.
  public static func files(for programme: Programme) -> [(name: String, text: String)] {
    tables(for: programme).map(\.csv)
  }

  /// The tables as workbooks with their names: drop-down lists, notes, and a row of help.
  ///
  /// - Throws: `WorkbookWriteError`, where there is no room for a temporary file.
  public static func workbooks(
    for programme: Programme
  ) throws(WorkbookWriteError) -> [(name: String, bytes: [UInt8])] {
    var files: [(name: String, bytes: [UInt8])] = []
    for table in tables(for: programme) {
      let bytes = try TableWorkbook(table, of: programme).bytes(explaining: true)
      files.append(("\(table.kind.rawValue).xlsx", bytes))
    }
    return files
  }

  private static func tables(for programme: Programme) -> [TableDraft] {
    let words = ExampleWords(programme)
    return TableKind.allCases.filter(\.hasTemplate).map { kind in
      TableDraft(kind: kind, rows: [kind.columns.map { words.example($0, in: kind) }])
    }
  }
}

/// The cells of the invented rows.
private struct ExampleWords {
  private let programme: Programme
  private let form: MentoringForm?
  private let formName: String

  init(_ programme: Programme) {
    self.programme = programme
    form = programme.forms.first
    formName = form.map(TableChoices(programme).name) ?? ""
  }

  func example(_ column: Column, in kind: TableKind) -> String {
    switch kind {
    case .mentors: person(column, isMentor: true)
    case .mentees: person(column, isMentor: false)
    case .organizations: organization(column)
    case .roster: column == .id ? mentorID : person(column, isMentor: true)
    case .decisions: decision(column)
    case .duplicates: ""
    }
  }

  private let mentorID = "ПРИМЕР-1"
  private let menteeID = "ПРИМЕР-2"
  private let organizationID = "ОО-ПРИМЕР"

  private func person(_ column: Column, isMentor: Bool) -> String {
    switch column {
    case .id: isMentor ? mentorID : menteeID
    case .name: isMentor ? "Образцов Пример Примерович" : "Образцова Проба Примеровна"
    case .roles: role(isMentor ? form?.mentorRoles : form?.menteeRoles)
    case .organization: organizationID
    case .position: "пример: удалите эту строку"
    case .birth: isMentor ? "05.03.1980" : "2000"
    case .experience: isMentor ? "12 лет" : "2 г. 7 мес."
    case .subjects: "математика"
    case .interests: "шахматы, туризм"
    case .languages: "русский"
    case .formats: "очно, дистанционно"
    case .schedule: "вторник 15:00, четверг 16:00"
    case .building: "корпус 1"
    case .dataConsent, .dutiesConsent: programme.asOf.dotted
    case .available: "нет"
    case .from: programme.asOf.dotted
    case .preferred: isMentor ? menteeID : mentorID
    case .competencies: competencies(marks: ["4", "3"])
    case .requests: competencies(marks: ["1!", "2"])
    case .forms, .form: formName
    case .capacity: "2"
    case .capacityByForm: form.map { "\(formName): \(min(1, $0.maximumCapacity))" } ?? ""
    case .trained: "да"
    case .municipal: "нет"
    case .awards: "пример награды"
    case .category: "первая"
    case .preferredAges: "14–17"
    default: ""
    }
  }

  private func role(_ roles: Set<RoleID>?) -> String {
    let first = roles?.min()
    return programme.roles.first { $0.id == first }?.title.ru ?? ""
  }

  private func competencies(marks: [String]) -> String {
    zip(programme.vocabulary.entries, marks).map { "\($0.title.ru) (\($1))" }
      .joined(separator: ", ")
  }

  private func organization(_ column: Column) -> String {
    switch column {
    case .id: organizationID
    case .name: "Пример организации: удалите эту строку"
    case .curator: "Образцов Пример Примерович"
    case .capacity: "10"
    default: ""
    }
  }

  private func decision(_ column: Column) -> String {
    switch column {
    case .kind: DecisionKindCell.text(.forbid)
    case .form: formName
    case .mentor: mentorID
    case .mentee: menteeID
    default: ""
    }
  }
}
