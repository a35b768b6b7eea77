import ArgumentParser
import Foundation
import MentoringModel
import NastavnikKit
import Orders
import Reports
import Wording

/// `nastavnik order`: drafts of the orders of a batch.
struct OrderCommand: NastavnikCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "order",
      abstract: Text(
        ru: "Сделать из пакета черновики приказов, списки и листы согласий (DOCX).",
        en: "Make drafts of orders, lists and consent sheets of a batch (DOCX)."
      ).help)
  }

  @Argument(
    help: ArgumentHelp(
      ru: "Файл, записанный командой batch.", en: "A file that the command batch wrote."))
  var batch: String?

  @Option(help: ArgumentHelp(ru: "Папка для документов.", en: "The folder for the documents."))
  var out: String

  @Option(
    help: ArgumentHelp(
      ru: "Папка со своими образцами order.docx, mentors.docx, mentees.docx, consents.docx.",
      en: "A folder with own order.docx, mentors.docx, mentees.docx, consents.docx."))
  var templates: String?

  @Flag(
    help: ArgumentHelp(
      ru: "Записать в папку встроенные образцы, чтобы изменить их в Word.",
      en: "Write the built-in templates into the folder, to change them in Word."))
  var initTemplates = false

  @OptionGroup var overwriting: OverwriteOption

  @OptionGroup var common: CommonOptions

  var json: Bool { common.json }

  func validate() throws {
    guard (batch == nil) == initTemplates else {
      throw ValidationError(
        Text(
          ru: "Укажите файл пакета или --init-templates.",
          en: "Give the file of a batch, or --init-templates."
        ).help)
    }
  }

  func run(in session: Session) throws -> ExitStatus {
    guard let batch else {
      let documents = try OrderDrafts.builtInTemplates()
      try overwriting.folder(out).write(documents.map { Artefact($0.name, bytes: $0.bytes) })
      session.tellWritten(documents.map(\.name), into: out, json: json)
      return .done
    }
    let read = try OrderBatchReader.batch(in: Data(InputFiles.bytes(at: batch)))
    let documents = try OrderDrafts(ownTemplates()).documents(for: read)
    let leftovers = try DraftFolder(path: out, overwrites: overwriting.force).write(documents)
    for remark in Text.remarks(on: read, leftovers) { session.note(remark) }
    session.tellWritten(documents.map(\.name), into: out, json: json)
    return .done
  }

  private func ownTemplates() throws -> [DraftTemplate] {
    guard let templates else { return [] }
    guard FileManager.default.fileExists(atPath: templates) else {
      throw RunFailure.missing(path: templates)
    }
    return try DraftKind.allCases.compactMap { kind in
      let path = templates + "/" + kind.templateName
      guard FileManager.default.fileExists(atPath: path) else { return nil }
      return try DraftTemplate(kind, InputFiles.bytes(at: path))
    }
  }
}

extension Text {
  /// What a curator is to know of drafts before he prints them.
  fileprivate static func remarks(
    on batch: OrderBatch, _ leftovers: DraftFolder.Leftovers
  ) -> [Text] {
    var remarks: [Text] = []
    if batch.forms.allSatisfy(\.ready.isEmpty) {
      remarks.append(
        Text(
          ru: "К приказу ничего не готово: приказов нет.",
          en: "Nothing is ready for an order: there is none."))
    } else if batch.settings.basis.isEmpty {
      remarks.append(
        Text(
          ru: "Основание не указано: впишите его в приказ или в order.basis файла programme.yaml.",
          en: "The basis is not stated: write it into the order, or into order.basis of "
            + "programme.yaml."))
    }
    let waiting = batch.forms.reduce(0) { $0 + $1.pending.count }
    if waiting > 0 {
      remarks.append(
        Text(
          ru: "В приказы не вошло, потому что чего-то не хватает: \(waiting).",
          en: "Left out of the orders because something is missing: \(waiting)."))
    }
    if !leftovers.removed.isEmpty {
      let names = leftovers.removed.joined(separator: ", ")
      remarks.append(
        Text(
          ru: "Убраны документы прежнего пакета: \(names).",
          en: "Documents of an older batch were removed: \(names)."))
    }
    if !leftovers.left.isEmpty {
      let names = leftovers.left.joined(separator: ", ")
      remarks.append(
        Text(
          ru: "В папке лежат документы не из этого пакета: \(names). Проверьте, нужны ли они.",
          en: "The folder holds documents that are not of this batch: \(names). See whether they "
            + "are needed."))
    }
    return remarks
  }
}
