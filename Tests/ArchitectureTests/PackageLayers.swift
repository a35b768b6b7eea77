import Foundation

/// The targets of the package, from the bottom up: each may use only those before it.
let layers = [
  "Wording", "MentoringModel", "AssignmentKernel", "CGLPK", "AssignmentGLPK", "CZip", "Archives",
  "CExpat", "OfficeXML", "CXlsxwriter", "Workbooks", "InstanceIO", "Matching", "BankIO", "Registry",
  "SyntheticBanks", "Reports", "WordDocuments", "Orders", "NastavnikKit", "Workbench",
  "NastavnikCLI", "nastavnik",
]

/// The package's sources on disk.
enum PackageSources {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func manifest() throws -> String {
    try String(contentsOf: root.appending(path: "Package.swift"), encoding: .utf8)
  }

  /// The Swift files of a target.
  static func files(of target: String) throws -> [URL] {
    let folder = root.appending(path: "Sources/\(target)")
    let paths = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (paths?.allObjects ?? []).compactMap { $0 as? URL }
      .filter { $0.pathExtension == "swift" }
  }

  /// The modules of this package that a target imports.
  static func imports(of target: String) throws -> Set<String> {
    var found: Set<String> = []
    for file in try files(of: target) {
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(of: /(?m)^\s*(?:public |internal |@testable )*import (\w+)/) {
        found.insert(String(match.1))
      }
    }
    return found.intersection(layers)
  }

  /// The targets of this package that `Package.swift` lets a target use.
  static func dependencies(of target: String) throws -> Set<String> {
    let text = try manifest()
    let start = /(?m)^ {4}\.(?:target|executableTarget|systemLibrary|testTarget)\(\s*name: "(\w+)"/
    let starts = text.matches(of: start)
    guard let index = starts.firstIndex(where: { $0.1 == target }) else { return [] }
    let end = index + 1 < starts.count ? starts[index + 1].range.lowerBound : text.endIndex
    let declaration = text[starts[index].range.upperBound..<end]
    var names = Set(declaration.matches(of: /"(\w+)"/).map { String($0.1) })
    if declaration.contains(/\bglpk,/) { names.insert("AssignmentGLPK") }
    return names.intersection(layers)
  }
}
