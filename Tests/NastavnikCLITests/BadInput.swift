import Testing

/// A way in which a folder can be wrong, and what is to be said of it.
struct BadInput: Sendable, CustomTestStringConvertible {
  var name: String
  /// The exit code of `check` and of `match`.
  var exits: [Int32]
  /// The code of the finding.
  var code: String
  /// The file, and the row where one row is at fault.
  var place: String
  var edit: @Sendable (inout SmallProgramme) -> Void

  var testDescription: String { name }

  init(
    _ name: String, exits: [Int32], code: String, at place: String,
    _ edit: @escaping @Sendable (inout SmallProgramme) -> Void
  ) {
    self.name = name
    self.exits = exits
    self.code = code
    self.place = place
    self.edit = edit
  }
}

extension BadInput {
  static let inBanks = [
    BadInput("unknown column", exits: [0, 0], code: "unknownHeading", at: "mentors.csv:1") {
      $0.mentors.replace("Предмет", with: "Знак зодиака")
    },
    BadInput("missing column", exits: [65, 65], code: "missingColumn", at: "mentees.csv:1") {
      $0.mentees.replace("Форма", with: "Отзыв")
    },
    BadInput("duplicate id", exits: [1, 1], code: "duplicateID", at: "mentors.csv:3") {
      $0.mentors.replace("M2;", with: "M1;")
    },
    BadInput("negative capacity", exits: [1, 1], code: "absurdCapacity", at: "mentors.csv:2") {
      $0.mentors.replace("(3);1;", with: "(3);-1;")
    },
    BadInput("absurd capacity", exits: [1, 1], code: "absurdCapacity", at: "mentors.csv:2") {
      $0.mentors.replace("(3);1;", with: "(3);999999999999999999999;")
    },
    BadInput("a date that is none", exits: [1, 1], code: "noBirth", at: "mentees.csv:2") {
      $0.mentees.replace("1999", with: "31.02.1999")
    },
    BadInput("unknown form", exits: [1, 1], code: "unknownForm", at: "mentees.csv:2") {
      $0.mentees.replace("educator-educator;ФГОС", with: "кошка-мышка;ФГОС")
    },
    BadInput("unknown role", exits: [1, 1], code: "unknownRole", at: "mentors.csv:2") {
      $0.mentors.replace("Пётр;educator", with: "Пётр;космонавт")
    },
    BadInput("unknown competency", exits: [0, 0], code: "unknownCompetency", at: "mentors.csv:2") {
      $0.mentors.replace("оценивание", with: "телекинез")
    },
    BadInput(
      "pinned and forbidden", exits: [1, 1], code: "pinnedAndForbidden", at: "decisions.csv:2"
    ) {
      $0.decisions += "закрепить;;M1;E1\nзапретить;;M1;E1\n"
    },
    BadInput("pinned to two mentors", exits: [1, 1], code: "pinnedTwice", at: "decisions.csv:3") {
      $0.decisions += "закрепить;;M1;E1\nзакрепить;;M2;E1\n"
    },
    BadInput("pin breaks a rule", exits: [1, 1], code: "brokenPin", at: "decisions.csv:2") {
      $0.mentees.replace("ФГОС (1);да", with: "ФГОС (1);нет")
      $0.decisions += "закрепить;;M1;E1\n"
    },
    BadInput("empty bank of mentees", exits: [0, 0], code: "emptyTable", at: "mentees.csv:") {
      $0.mentees = String($0.mentees.prefix { $0 != "\n" }) + "\n"
    },
    BadInput("empty bank of mentors", exits: [0, 0], code: "emptyTable", at: "mentors.csv:") {
      $0.mentors = String($0.mentors.prefix { $0 != "\n" }) + "\n"
    },
    BadInput("cyclic registry", exits: [1, 1], code: "registryCycle", at: "organizations.csv:2") {
      $0.organizations.replace("(пример);\n", with: "(пример);S2\n")
    },
    BadInput("no table at all", exits: [65, 65], code: "noHeadings", at: "mentors.csv:") {
      $0.mentors = String(repeating: "а", count: 1_000_000)
    },
  ]

  static let inProgramme = [
    BadInput("negative weight", exits: [1, 1], code: "badWeight", at: "programme.yaml:6") {
      $0.programme.replace("requests: 50", with: "requests: -50")
    },
    BadInput("weight not a number", exits: [1, 1], code: "badWeight", at: "programme.yaml:6") {
      $0.programme.replace("requests: 50", with: "requests: .nan")
    },
    BadInput("weight too large", exits: [1, 1], code: "badWeight", at: "programme.yaml:6") {
      $0.programme.replace("requests: 50", with: "requests: 1e300")
    },
    BadInput("no YAML", exits: [65, 65], code: "noYAML", at: "programme.yaml:2") {
      $0.programme = "{"
    },
    BadInput("empty file", exits: [65, 65], code: "noMapping", at: "programme.yaml:") {
      $0.programme = ""
    },
    BadInput("another version", exits: [65, 65], code: "unknownFormat", at: "programme.yaml:1") {
      $0.programme.replace("programme/1", with: "programme/2")
    },
    BadInput("no form", exits: [65, 65], code: "noForms", at: "programme.yaml:") {
      $0.programme = $0.programme.components(upTo: "forms:") + "forms: []\n"
    },
  ]
}

extension String {
  fileprivate mutating func replace(_ part: String, with other: String) {
    self = replacing(part, with: other, maxReplacements: 1)
  }

  fileprivate func components(upTo mark: String) -> String {
    firstRange(of: mark).map { String(self[..<$0.lowerBound]) } ?? self
  }
}
