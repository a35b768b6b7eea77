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
          .filter { $0.lowercased().hasSuffix(".csv") && !$0.hasPrefix(".") }.map {
            "\(name)/\($0)"
          } ?? []
      }
    }
    for name in wanted.sorted() {
      let url = folder.appendingPathComponent(name)
      do {
        inputs.append(
          InputFile(name: name, data: try Data(contentsOf: url, options: .mappedIfSafe)))
      } catch {
        unreadable.insert(name)
        let isNeeded = name == Self.programmeName || Self.kind(of: name)?.isNeeded ?? false
        findings.append(
          Flaw.unreadable(isNeeded ? .fatal : .error).finding(at: SourceLocation(file: name)))
      }
    }
    noteAbsentFiles()
    noteStrayFiles(among: names.sorted())
  }

  /// The programme file, if it is there.
  var programme: InputFile? { inputs.first { $0.name == Self.programmeName } }

  /// The files that make up a table.
  func tables(_ kind: TableKind) -> [InputFile] { inputs.filter { Self.kind(of: $0.name) == kind } }

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
      let file = SourceLocation(file: "\(kind.rawValue).csv")
      findings.append(Flaw.noBank(kind).finding(at: file))
    }
  }

  /// Files whose names are nearly those of a table are probably meant to be read.
  private mutating func noteStrayFiles(among names: [String]) {
    let known = [Self.programmeName] + TableKind.allCases.map { "\($0.rawValue).csv" }
    for name in names where name != Self.programmeName && Self.kind(of: name) == nil {
      let stem = name.prefix { $0 != "." }
      let isWorkbook = name.hasSuffix(".xlsx") || name.hasSuffix(".xls")
      let sameStem = known.first { isWorkbook && $0.prefix { $0 != "." } == stem }
      guard let meant = sameStem ?? nearMiss(of: name, among: known) else { continue }
      findings.append(Flaw.strayFile(meant).finding(at: SourceLocation(file: name)))
    }
  }

  /// The table to which a file belongs by its name.
  static func kind(of name: String) -> TableKind? {
    guard name.lowercased().hasSuffix(".csv") else { return nil }
    return TableKind.allCases.first { kind in
      let stem = kind.rawValue
      if name.lowercased() == "\(stem).csv" { return true }
      return kind.isNeeded && (name.hasPrefix("\(stem)-") || name.hasPrefix("\(stem)/"))
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
      ru: "Положите в неё programme.yaml, mentors.csv и mentees.csv.",
      en: "Put programme.yaml, mentors.csv and mentees.csv into it."))

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
        ru: "Если база есть, сохраните её как \(kind.rawValue).csv.",
        en: "If there is a bank, save it as \(kind.rawValue).csv."))
  }

  fileprivate static func unreadable(_ severity: Finding.Severity) -> Flaw {
    Flaw(
      severity, code: "unreadableFile",
      Text(ru: "Файл не удалось прочитать.", en: "The file could not be read."),
      advice: Text(
        ru: "Закройте его в других программах и проверьте права доступа.",
        en: "Close it in other programs and check who may read it."))
  }
}
