import Foundation
public import MentoringModel
import Wording
import Yams

/// A programme folder whose settings can be varied without touching its files.
///
/// What stands in `programme.yaml` is changed there, in memory, and read again by the same reader:
/// every key that the file may have can be set, and a value that the file could not have is found
/// as it would be there. People and organizations are changed in the banks.
public struct ScenarioFolder {
  private let file: Node
  private let bank: Bank
  private let base: (programme: Programme?, findings: [Finding])

  /// The top keys of the programme file that say how to match, as against how to read the banks.
  static let programmeKeys = [
    "asOf", "coverageTargets", "forms", "maximumLoad", "maximumMentors", "mentorsPerMentee",
    "minimumLoad", "priorityGroups", "tiers", "weights",
  ]
  private static let bankKeys = ["mentees", "mentors", "organizations"]

  /// Takes a folder that was read; nil where its programme file is none.
  public init?(_ folder: LoadedFolder) {
    guard let input = folder.inputs.first(where: { $0.name == FolderListing.programmeName }),
      let data = input.contents(), let file = YAMLDocument.node(data)
    else { return nil }
    self.file = file
    bank = folder.bank
    base = Self.read(file)
  }

  /// The programme and the banks with the settings of a draft, applied one after the other.
  ///
  /// - Returns: The changed programme and banks, nil where a finding of severity error refuses the
  ///   draft; and what is the matter with the settings alone.
  public func vary(
    _ draft: ScenarioDraft
  ) -> (result: (programme: Programme, bank: Bank)?, findings: [Finding]) {
    var (file, findings) = (file, [Finding]())
    var bankSettings: [ScenarioSetting] = []
    var isChanged = false
    for setting in draft.settings {
      let top = setting.parts[0]
      if Self.bankKeys.contains(top) {
        bankSettings.append(setting)
      } else if Self.programmeKeys.contains(top) {
        do throws(Flaw) {
          try file.set(setting.parts[...], to: setting.node)
          isChanged = true
        } catch {
          findings.append(error.finding(at: draft.place(setting)))
        }
      } else {
        let known = Self.programmeKeys + Self.bankKeys
        findings.append(
          Flaw.unknownPath(setting.path, top, known).finding(at: draft.place(setting)))
      }
    }
    let (programme, all) = isChanged ? Self.read(file) : base
    findings += news(among: all, draft)
    guard var programme else { return (nil, findings) }
    var bank = bank
    for setting in bankSettings {
      do throws(Flaw) {
        try BankSetting(setting).apply(to: &bank, of: &programme)
      } catch {
        findings.append(error.finding(at: draft.place(setting)))
      }
    }
    let isRefused = findings.contains { $0.severity >= .error }
    return (isRefused ? nil : (programme, bank), findings)
  }

  private static func read(_ file: Node) -> (programme: Programme?, findings: [Finding]) {
    let notes = ProgrammeNotes(file: FolderListing.programmeName)
    guard let mapping = file.mapping else { return (nil, []) }
    let programme = ProgrammeReader.read(YAMLMap(mapping, path: "", notes: notes))
    return (programme, notes.findings)
  }

  /// What the settings brought about; a key that is not known is an error here, as it does nothing.
  private func news(among findings: [Finding], _ draft: ScenarioDraft) -> [Finding] {
    var old = base.findings
    return findings.compactMap { finding in
      if let index = old.firstIndex(of: finding) {
        old.remove(at: index)
        return nil
      }
      var news = finding
      news.location = SourceLocation(file: draft.name, column: finding.location.column)
      if finding.code == "unknownKey" { news.severity = .error }
      return news
    }
  }
}

extension ScenarioDraft {
  fileprivate func place(_ setting: ScenarioSetting) -> SourceLocation {
    SourceLocation(file: name, column: setting.path)
  }
}

extension Flaw {
  static func unknownPath(_ path: String, _ part: String, _ known: [String]) -> Flaw {
    let words = known.joined(separator: ", ")
    return Flaw(
      .error, code: "unknownPath", value: path,
      Text(
        ru: "Путь «\(quoted(path))» не известен: в нём нет «\(quoted(part))».",
        en: "The path “\(quoted(path))” is not known: there is no “\(quoted(part))” in it."),
      advice: (words.isEmpty || known.count > 20
        ? Text(ru: "Исправьте путь.", en: "Mend the path.")
        : Text(ru: "Возможны: \(words).", en: "Possible are: \(words)."))
        + suggestion(nearMiss(of: part, among: known)))
  }
}
