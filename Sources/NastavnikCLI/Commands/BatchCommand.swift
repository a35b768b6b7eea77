import ArgumentParser
import MentoringModel
import NastavnikKit
import Orders
import Registry
import Reports
import Wording

/// `nastavnik batch`: proposals for the order generator.
struct BatchCommand: NastavnikCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "batch",
      abstract: Text(
        ru: "Подготовить пакет предложений для приказов.",
        en: "Make a batch of proposals for the orders."
      ).help)
  }

  @Argument(help: ArgumentHelp(ru: "Папка программы.", en: "The programme folder."))
  var folder: String?

  @Option(
    help: ArgumentHelp(
      ru: "Взять базы, решения и утверждения из реестра и записать в него подбор.",
      en: "Take banks, decisions and approvals from a registry, and record the run in it."))
  var registry: String?

  @OptionGroup var signing: SigningOptions

  @Option(
    name: .customLong("form"),
    help: ArgumentHelp(
      ru: "Только эта форма (можно несколько раз).", en: "Only this form (may be repeated)."))
  var forms: [String] = []

  @Option(
    help: ArgumentHelp(
      ru: "Файл пакета (по умолчанию — в стандартный вывод).",
      en: "The file of the batch (default: standard output)."))
  var out: String?

  @Flag(
    help: ArgumentHelp(
      ru: "Строка JSON на каждую пару, для очень больших пакетов.",
      en: "A line of JSON for each pair, for very large batches."))
  var ndjson = false

  @Flag(help: ArgumentHelp(ru: "Писать поверх файла.", en: "Write over the file."))
  var force = false

  @OptionGroup var solving: SolvingOptions

  @OptionGroup var common: CommonOptions

  var json: Bool { common.json }

  func validate() throws {
    guard (folder == nil) != (registry == nil) else {
      throw ValidationError(
        Text(
          ru: "Укажите папку программы или --registry: одно из двух.",
          en: "Name a programme folder or --registry: one of the two."
        ).help)
    }
  }

  func run(in session: Session) throws -> ExitStatus {
    let result = try match(in: session)
    let batch = result.orderBatch
    try write(batch, session)
    session.note(.summary(of: batch))
    if result.wasStopped { return .stopped }
    return result.findings.contains { $0.severity >= .error } ? .doneWithErrors : .done
  }

  private func match(in session: Session) throws -> MatchResult {
    let request = MatchRequest(
      folder: folder ?? "", forms: forms.isEmpty ? nil : forms, solver: solving.solver,
      timeLimit: solving.timeLimit)
    guard let registry else { return try MatchRun.run(request) }
    let opened = try Registry.open(registry, by: signing.user("batch", in: session))
    return try RegistryMatch(request, of: opened).result
  }

  private func write(_ batch: OrderBatch, _ session: Session) throws(RunFailure) {
    guard let out else {
      if ndjson {
        OrderBatchLines.write(batch) { session.print(String(decoding: $0, as: UTF8.self)) }
      } else {
        session.print(OrderBatchDocument.value(of: batch).document)
      }
      return
    }
    var bytes: [UInt8] = []
    if ndjson {
      OrderBatchLines.write(batch) { bytes += $0 }
    } else {
      bytes = OrderBatchDocument.value(of: batch).bytes
    }
    try OutputFolder(path: "", overwrites: force).write([Artefact(out, bytes: bytes)])
    session.tellWritten([out], json: json)
  }
}

extension Text {
  /// How much of a batch is ready, and what the rest waits for.
  fileprivate static func summary(of batch: OrderBatch) -> Text {
    let ready = batch.forms.flatMap(\.ready)
    let pending = batch.forms.flatMap(\.pending)
    let counted = counts(ready)
    let head = Text(ru: "Готово к приказу: \(counted.ru).", en: "Ready for orders: \(counted.en).")
    guard !pending.isEmpty else { return head }
    let waiting = counts(pending)
    let lacks = Dictionary(grouping: pending.flatMap(\.missing).map { lacking($0.code) }) { $0 }
    let reasons = lacks.sorted { $0.key.ru < $1.key.ru }.map { lack, all in
      lack + Text(same: " — \(all.count)")
    }
    return head
      + Text(ru: " Ждут: \(waiting.ru); не хватает: ", en: " Waiting: \(waiting.en); missing: ")
      + reasons.joined(separator: ", ") + Text(same: ".")
  }

  private static func counts(_ items: [OrderItem]) -> Text {
    let groups = items.count { $0.kind == .group }
    let pairs = Noun.pair.counted(items.count - groups)
    return groups == 0 ? pairs : pairs + Text(same: ", ") + Noun.group.counted(groups)
  }

  private static func lacking(_ code: String) -> Text {
    switch code {
    case "approvalMissing": Text(ru: "утверждений", en: "approvals")
    case "dataConsentMissing":
      Text(ru: "согласий на обработку ПДн", en: "consents to process data")
    default: Text(ru: "письменных согласий", en: "written consents")
    }
  }
}
