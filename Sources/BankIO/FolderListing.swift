import Foundation
import MentoringModel
import Wording

/// The files of a programme folder that have a part in it.
struct FolderListing {
  /// The name of the programme file.
  static let programmeName = "programme.yaml"

  /// The files that could be read, by name.
  private(set) var inputs: [InputFile] = []
  /// What is the matter with the folder.
  private(set) var findings: [Finding] = []
  private var unreadable: Set<String> = []
  private var passedOver: Set<String> = []

  init(at path: String) {
    let folder = URL(fileURLWithPath: path, isDirectory: true)
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue,
      let names = try? FileManager.default.contentsOfDirectory(atPath: path)
    else {
      findings.append(Flaw.noFolder(path).finding(at: SourceLocation()))
      return
    }
    var wanted: [String] = []
    for name in names {
      if name == Self.programmeName || Self.kind(of: name) != nil {
        wanted.append(name)
      } else if name == "mentors" || name == "mentees" {
        let inner = folder.appendingPathComponent(name).path
        wanted +=
          (try? FileManager.default.contentsOfDirectory(atPath: inner))?
          .map { "\(name)/\($0)" }.filter { Self.kind(of: $0) != nil } ?? []
      }
    }
    for name in wanted.sorted() {
      if let input = InputFile(named: name, at: folder.appendingPathComponent(name).path) {
        inputs.append(input)
      } else {
        unreadable.insert(name)
        let isNeeded = name == Self.programmeName || Self.kind(of: name)?.isNeeded ?? false
        findings.append(
          Flaw.unreadable(isNeeded ? .fatal : .error).finding(at: SourceLocation(file: name)))
      }
    }
    noteAbsentFiles()
    noteTwins()
    noteStrayFiles(among: names.sorted())
    noteOpenFiles(among: names.sorted())
  }

  /// The programme file, if it is there.
  var programme: InputFile? { inputs.first { $0.name == Self.programmeName } }

  /// The files that make up a table; of one that is there in several formats, the workbook.
  func tables(_ kind: TableKind) -> [InputFile] {
    inputs.filter { Self.kind(of: $0.name) == kind && !passedOver.contains($0.name) }
  }

  private mutating func noteAbsentFiles() {
    let present = Set(inputs.map(\.name)).union(unreadable)
    if present.isEmpty {
      findings.append(Flaw.emptyFolder.finding(at: SourceLocation()))
    }
    if !present.contains(Self.programmeName) {
      findings.append(
        Flaw.noProgramme.finding(at: SourceLocation(file: Self.programmeName)))
    }
    for kind in TableKind.allCases where kind.isNeeded {
      guard !present.contains(where: { Self.kind(of: $0) == kind }) else { continue }
      let file = SourceLocation(file: "\(kind.rawValue).xlsx")
      findings.append(Flaw.noBank(kind).finding(at: file))
    }
  }

  /// Files whose names are nearly those of a table are probably meant to be read.
  private mutating func noteStrayFiles(among names: [String]) {
    let tables = TableKind.allCases.flatMap { kind in
      ["csv", "xlsx"].flatMap { ending in kind.fileNames.map { "\($0).\(ending)" } }
    }
    for name in names where name != Self.programmeName && Self.kind(of: name) == nil {
      guard !Self.isMarkOfOpenFile(name),
        let meant = nearMiss(of: name, among: [Self.programmeName] + tables)
      else { continue }
      findings.append(Flaw.strayFile(meant).finding(at: SourceLocation(file: name)))
    }
  }

  /// The same table in two files: nobody can tell which of them holds.
  private mutating func noteTwins() {
    var files: [String: [String]] = [:]
    for name in inputs.map(\.name).filter({ Self.kind(of: $0) != nil }) {
      let stem = (name as NSString).deletingPathExtension.lowercased()
      let isWhole = TableKind.allCases.contains { $0.fileNames.contains(stem) }
      let table = isWhole ? Self.kind(of: name)?.rawValue ?? stem : stem
      files[table, default: []].append(name)
    }
    for names in files.values.filter({ $0.count > 1 }).sorted(by: { $0[0] < $1[0] }) {
      let read = names.first { !$0.lowercased().hasSuffix(".csv") } ?? names[0]
      passedOver.formUnion(names.filter { $0 != read })
      findings.append(Flaw.twins(names).finding(at: SourceLocation(file: read)))
    }
  }

  /// Office programs put a file beside the one that they have open.
  private mutating func noteOpenFiles(among names: [String]) {
    for name in inputs.map(\.name) {
      guard names.contains("~$" + name) || names.contains(".~lock.\(name)#") else { continue }
      findings.append(Flaw.openElsewhere.finding(at: SourceLocation(file: name)))
    }
  }

  private static func isMarkOfOpenFile(_ name: String) -> Bool {
    name.hasPrefix("~$") || name.hasPrefix(".")
  }

  /// The table to which a file belongs by its name.
  static func kind(of name: String) -> TableKind? {
    let name = name.lowercased()
    let parts = name.split(separator: "/")
    guard let ending = TableFormat.endings.first(where: { name.hasSuffix("." + $0) }),
      let file = parts.last, !isMarkOfOpenFile(String(file))
    else { return nil }
    let stem = name.dropLast(ending.count + 1)
    return TableKind.allCases.first { kind in
      kind.fileNames.contains(String(stem))
        || kind.isNeeded
          && (stem.hasPrefix("\(kind.rawValue)/")
            || kind.fileNames.contains { stem.hasPrefix($0 + "-") && parts.count == 1 })
    }
  }
}

extension Flaw {
  fileprivate static func noFolder(_ path: String) -> Flaw {
    Flaw(
      .fatal, code: "noFolder", value: path,
      Text(ru: "Папки «\(path)» нет.", en: "There is no folder “\(path)”."),
      advice: Text(
        ru: "Проверьте путь или создайте папку программы.",
        en: "Check the path or create a programme folder."))
  }

  fileprivate static let emptyFolder = Flaw(
    .fatal, code: "emptyFolder",
    Text(
      ru: "В папке нет ни одного файла программы.", en: "The folder has no file of a programme."),
    advice: Text(
      ru: "Положите в неё programme.yaml, mentors.xlsx и mentees.xlsx.",
      en: "Put programme.yaml, mentors.xlsx and mentees.xlsx into it."))

  fileprivate static let noProgramme = Flaw(
    .fatal, code: "noProgramme",
    Text(ru: "Нет файла programme.yaml.", en: "There is no programme.yaml."),
    advice: Text(
      ru: "Опишите в нём формы и правила программы.",
      en: "State the forms and the rules of the programme in it."))

  fileprivate static func strayFile(_ meant: String) -> Flaw {
    Flaw(
      .warning, code: "strayFile",
      Text(ru: "Файл не читается из-за имени.", en: "The file is not read because of its name."),
      advice: Text(
        ru: "Если это часть программы, сохраните его как \(meant).",
        en: "If it is part of the programme, save it as \(meant)."))
  }

  fileprivate static func noBank(_ kind: TableKind) -> Flaw {
    let (ru, en) = kind == .mentors ? ("наставников", "mentors") : ("наставляемых", "mentees")
    return Flaw(
      .note, code: "noBank",
      Text(
        ru: "Базы \(ru) нет; она считается пустой.", en: "There are no \(en); the bank is empty."),
      advice: Text(
        ru: "Если база есть, сохраните её как \(kind.rawValue).xlsx.",
        en: "If there is a bank, save it as \(kind.rawValue).xlsx."))
  }

  fileprivate static func twins(_ names: [String]) -> Flaw {
    let names = names.joined(separator: ", ")
    return Flaw(
      .fatal, code: "twoTables",
      Text(
        ru: "Одна и та же таблица есть в нескольких файлах: \(names).",
        en: "The same table is there in several files: \(names)."),
      advice: Text(
        ru: "Оставьте верный файл, а другой уберите из папки.",
        en: "Keep the one that holds and move the other out of the folder."))
  }

  fileprivate static let openElsewhere = Flaw(
    .note, code: "openElsewhere",
    Text(
      ru: "Файл открыт в другой программе; прочитано то, что сохранено.",
      en: "The file is open in another program; what is saved was read."),
    advice: Text(
      ru: "Сохраните файл, если правили его, и повторите.",
      en: "Save the file if you changed it, and run again."))

  fileprivate static func unreadable(_ severity: Finding.Severity) -> Flaw {
    Flaw(
      severity, code: "unreadableFile",
      Text(ru: "Файл не удалось прочитать.", en: "The file could not be read."),
      advice: Text(
        ru: "Закройте его в других программах и проверьте права доступа.",
        en: "Close it in other programs and check who may read it."))
  }
}
