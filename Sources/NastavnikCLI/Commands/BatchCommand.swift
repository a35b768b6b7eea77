import ArgumentParser
import MentoringModel
import NastavnikKit
import Orders
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

  @OptionGroup var banks: BankOptions

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

  @OptionGroup var overwriting: OverwriteOption

  @OptionGroup var solving: SolvingOptions

  @OptionGroup var common: CommonOptions

  var json: Bool { common.json }

  func run(in session: Session) throws -> ExitStatus {
    let result = try banks.match(solving, for: "batch", in: session).0
    let batch = result.orderBatch
    try write(batch, session)
    session.noteErrors(among: result.findings, folder: banks.folder)
    session.note(.summary(of: batch))
    if result.wasStopped { return .stopped }
    return result.findings.contains { $0.severity >= .error } ? .doneWithErrors : .done
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
    if ndjson {
      try overwriting.folder().write(out) { take throws(RunFailure) in
        try OrderBatchLines.write(batch, to: take)
      }
    } else {
      let bytes = OrderBatchDocument.value(of: batch).bytes
      try overwriting.folder().write([Artefact(out, bytes: bytes)])
    }
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
