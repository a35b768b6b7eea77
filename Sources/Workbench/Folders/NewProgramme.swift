import Foundation
import HTTPTypes
import NastavnikKit
import SyntheticBanks
import Wording

/// Makes programme folders.
struct NewProgramme: Sendable {
  let template: ProgrammeTemplate

  /// Makes a folder with the programme file of the template.
  ///
  /// - Returns: Its path.
  /// - Throws: a ``Refusal`` where the name is none or is taken by a folder that is not empty.
  func make(named name: String, in parent: String) throws -> String {
    let name = name.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !name.isEmpty, name.utf8.count <= 200, !name.hasPrefix("."),
      !name.contains(where: { "/\\\0".contains($0) || $0.isNewline })
    else { throw Refusal.badFolderName }
    guard ProgrammePlaces.isFolder(parent) else { throw Refusal.noFolder(parent) }
    let path = parent + (parent == "/" ? "" : "/") + name
    let held = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    guard held.isEmpty,
      !FileManager.default.fileExists(atPath: path) || ProgrammePlaces.isFolder(path)
    else { throw Refusal.folderTaken(path) }
    try OutputFolder(path: path, overwrites: false).write([
      Artefact("programme.yaml", bytes: template.programmeFile)
    ])
    return path
  }

  /// The seed of the banks in the folder `datasets` of the project.
  private static let seed: UInt64 = 2023

  /// Makes a folder with the programme and its bank of invented people, with a name that is free.
  ///
  /// - Returns: Its path.
  func makeExample(in parent: String) throws -> String {
    let files = try DatasetWriter(template: template, seed: Self.seed).files()
    for number in 1...999 {
      let path = parent + "/nastavnik-" + template.name + (number > 1 ? "-\(number)" : "")
      // The folder is made first: of two who ask at once, each gets one of his own.
      guard mkdir(path, 0o700) == 0 else {
        guard errno == EEXIST else { throw RunFailure.unwritable(path: path) }
        continue
      }
      try OutputFolder(path: path, overwrites: false).write(
        files.map { Artefact($0.name, $0.text) })
      return path
    }
    throw Refusal.folderTaken(parent + "/nastavnik-" + template.name)
  }
}

extension ProgrammeTemplate {
  /// The programmes with a bank of their own, those of the folder `datasets`.
  static let examples: [ProgrammeTemplate] = allCases.filter {
    $0 != .school && $0 != .schoolGroups
  }
}

extension Refusal {
  static func noFolder(_ path: String) -> Refusal {
    Refusal(
      status: .notFound,
      title: Text(ru: "Такой папки нет: «\(path)»", en: "There is no folder “\(path)”"),
      advice: Text(
        ru: "Проверьте путь или найдите папку в списке ниже.",
        en: "Check the path, or find the folder in the list below."))
  }

  static func closedFolder(_ path: String) -> Refusal {
    Refusal(
      status: .forbidden,
      title: Text(ru: "Папку «\(path)» нельзя прочитать", en: "“\(path)” cannot be read"),
      advice: Text(
        ru: "У вас нет прав на неё. Выберите другую папку.",
        en: "You have no right to it. Choose another folder."))
  }

  fileprivate static let badFolderName = Refusal(
    status: .unprocessableContent,
    title: Text(ru: "Так папку назвать нельзя", en: "A folder cannot have this name"),
    advice: Text(
      ru: "Назовите её словами без косой черты, например «наша-школа», и повторите.",
      en: "Name it in words without slashes, such as “our-school”, and try again."))

  fileprivate static func folderTaken(_ path: String) -> Refusal {
    .conflict(
      Text(ru: "Папка «\(path)» уже есть, и она не пуста", en: "“\(path)” is there and not empty"),
      Text(
        ru: "Ничего не изменено. Назовите новую папку иначе или откройте эту.",
        en: "Nothing was changed. Give the new folder another name, or open this one."))
  }
}
