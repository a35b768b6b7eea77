import MentoringModel
import Wording

/// The organizations whose bases the files are, by their names: `mentors/SH-01.xlsx` and
/// `mentors-SH-01.csv` are those of SH-01, where the registry has it.
struct HomeBases {
  /// The organizations by file.
  let homes: [String: OrganizationID]
  /// What is taken from the names.
  let findings: [Finding]

  /// No file is any organization's.
  init() {
    homes = [:]
    findings = []
  }

  /// Looks at the names of files.
  init(_ files: [String], _ organizations: OrganizationIndex) {
    var homes: [String: OrganizationID] = [:]
    for file in files {
      if let home = Self.name(in: file).flatMap(organizations.known) { homes[file] = home }
    }
    self.homes = homes
    findings = homes.sorted { $0.key < $1.key }.map { file, home in
      Flaw.homeBase(home).finding(at: SourceLocation(file: file))
    }
  }

  /// The part of a file's name that may name an organization.
  private static func name(in file: String) -> String? {
    let stem = file[..<(file.lastIndex(of: ".") ?? file.endIndex)]
    guard let cut = stem.lastIndex(of: "/") ?? stem.firstIndex(of: "-") else { return nil }
    return String(stem[stem.index(after: cut)...]).trimmed
  }
}

extension Flaw {
  fileprivate static func homeBase(_ home: OrganizationID) -> Flaw {
    Flaw(
      .note, code: "homeBase", value: home.rawValue,
      Text(
        ru: "По имени файла это база организации \(home): она взята там, где не указана.",
        en: "By its name it is the base of \(home), which is used where no organization is given."),
      advice: Text(
        ru: "Если это не так, переименуйте файл.", en: "Rename the file if it is not."))
  }
}
