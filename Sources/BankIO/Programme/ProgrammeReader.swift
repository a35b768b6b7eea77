import Foundation
import MentoringModel
import Wording

/// Reads `programme.yaml`.
enum ProgrammeReader {
  /// The name and the version of the format.
  static let format = "nastavnik.programme/1"

  /// The programme, or nil with a fatal finding where the file cannot be used.
  static func read(_ data: Data, _ notes: ProgrammeNotes) -> Programme? {
    YAMLDocument.read(data, notes).flatMap(read)
  }

  /// The programme that a mapping states.
  static func read(_ file: YAMLMap) -> Programme? {
    guard isKnownFormat(file) else { return nil }
    let id = file.require(file.string("id"), "id").flatMap { soundID($0, file) }
    let title = file.require(file.text("title"), "title")
    let asOf = file.date("asOf")
    // Without the day the rest is still read, for its findings.
    guard let someDay = asOf ?? CalendarDate(year: 2000, month: 1, day: 1) else { return nil }
    var programme = Programme(
      id: id ?? "programme", title: title ?? Text(same: id ?? "programme"),
      institution: file.string("institution") ?? "", asOf: someDay)
    programme.vocabulary = VocabularyReader.read(file)
    programme.roles = RoleReader.read(file)
    programme.calendar = calendar(file)
    programme.weights = WeightReader.read(file) ?? .standard
    programme.tiers = tiers(file) ?? programme.tiers
    programme.mentorsPerMentee = file.integer("mentorsPerMentee", in: 1...1000)
    programme.minimumLoad = file.integer("minimumLoad", in: 1...CapacityCell.most)
    programme.maximumLoad = file.integer("maximumLoad", in: 1...CapacityCell.most)
    programme.maximumMentors = file.integer("maximumMentors", in: 1...1_000_000)
    let rules = RuleReader(roles: programme.roles)
    programme.priorityGroups = rules.priorityGroups(file)
    programme.coverageTargets = rules.coverageTargets(file)
    programme.headings = headings(file)
    programme.order = OrderReader.read(file)
    programme.forms = FormReader(rules: rules, vocabulary: programme.vocabulary).forms(file)
    CohesionCheck.check(programme, file)
    GoalCheck.check(programme, file)
    file.finish()
    guard asOf != nil else {
      file.add(.noAsOf, at: "asOf")
      return nil
    }
    if programme.forms.isEmpty { file.add(.noForms, at: "forms") }
    return programme
  }

  private static func isKnownFormat(_ file: YAMLMap) -> Bool {
    guard let text = file.string("format") else {
      file.add(.missingFormat)
      return true
    }
    if text == format { return true }
    file.add(.unknownFormat(text), at: "format")
    return false
  }

  private static func soundID(_ text: String, _ file: YAMLMap) -> String? {
    if !text.isEmpty, PersonIDCell.isSound(text) { return text }
    file.add(.badID(text), at: "id")
    return nil
  }

  private static func calendar(_ file: YAMLMap) -> [Deadline] {
    file.maps("calendar").compactMap { map in
      defer { map.finish() }
      guard let title = map.require(map.text("title"), "title"),
        let due = map.require(map.date("due"), "due")
      else { return nil }
      return Deadline(title: title, due: due)
    }
  }

  private static func tiers(_ file: YAMLMap) -> [ObjectiveTier]? {
    guard file.has("tiers") else { return nil }
    var tiers: [ObjectiveTier] = []
    for (index, text) in file.strings("tiers").enumerated() {
      guard let tier = ObjectiveTier(rawValue: text), tier.isStated else {
        let known = ObjectiveTier.allCases.filter(\.isStated).map(\.rawValue)
        file.add(.unknownWord(text, known: known), at: "tiers", index: index)
        continue
      }
      if tiers.contains(tier) {
        file.add(.duplicateKey(text), at: "tiers", index: index)
      } else {
        tiers.append(tier)
      }
    }
    return tiers.isEmpty ? nil : tiers
  }

  private static func headings(_ file: YAMLMap) -> [String: String] {
    guard let map = file.map("headings") else { return [:] }
    var headings: [String: String] = [:]
    for heading in map.keys {
      guard let name = map.string(heading) else { continue }
      if Column(rawValue: name) == nil {
        map.add(.unknownWord(name, known: Column.allCases.map(\.rawValue)), at: heading)
      } else {
        headings[heading] = name
      }
    }
    map.finish()
    return headings
  }
}

extension ObjectiveTier {
  /// Whether programmes state it; the others follow from the forms.
  fileprivate var isStated: Bool { self != .tieBreak && self != .fewestGroups }
}

extension Flaw {
  fileprivate static let missingFormat = Flaw(
    .warning, code: "missingFormat",
    Text(ru: "Нет ключа «format».", en: "The key “format” is missing."),
    advice: Text(
      ru: "Допишите «format: \(ProgrammeReader.format)».",
      en: "Add “format: \(ProgrammeReader.format)”."))

  fileprivate static func unknownFormat(_ text: String) -> Flaw {
    Flaw(
      .fatal, code: "unknownFormat", value: text,
      Text(
        ru: "Формат «\(quoted(text))» не известен.",
        en: "The format “\(quoted(text))” is not known."),
      advice: Text(
        ru: "Эта версия читает «\(ProgrammeReader.format)».",
        en: "This version reads “\(ProgrammeReader.format)”."))
  }

  fileprivate static let noAsOf = Flaw(
    .fatal, code: "noAsOf",
    Text(
      ru: "Не указан день asOf, на который считаются возраст и стаж.",
      en: "There is no asOf, the day on which ages and experience are counted."),
    advice: Text(
      ru: "Допишите, например, «asOf: 2023-09-25».", en: "Add, for example, “asOf: 2023-09-25”."))

  fileprivate static let noForms = Flaw(
    .fatal, code: "noForms",
    Text(ru: "В программе нет ни одной формы.", en: "The programme has no form."),
    advice: Text(
      ru: "Опишите в ключе forms хотя бы одну форму.", en: "State at least one form under forms."))
}
