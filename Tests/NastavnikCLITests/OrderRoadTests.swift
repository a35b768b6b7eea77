import Archives
import Foundation
import Orders
import Testing

/// The whole road of a curator, from workbooks over approval to the orders, in all five programmes.
@Suite struct OrderRoadTests {
  private static func batch(_ place: Workplace) throws -> OrderBatch {
    let outcome = place.run("batch", "DIR/own", "--out", "DIR/batch.json", "--force")
    #expect(outcome.exit == 0, "\(outcome.errors)")
    return try OrderBatchReader.batch(
      in: Data(contentsOf: URL(fileURLWithPath: "\(place.path)/batch.json")))
  }

  private static func text(_ name: String, _ place: Workplace) throws -> String {
    let data = try Data(contentsOf: URL(fileURLWithPath: "\(place.path)/orders/\(name)"))
    let bytes = try Archive(data).member("word/document.xml", limit: 1 << 26)
    return String(decoding: try #require(bytes), as: UTF8.self)
  }

  @Test(arguments: DatasetTests.names)
  func `workbooks become orders when their pairs are approved`(name: String) throws {
    guard !DatasetTests.solvers(of: name).isEmpty else { return }
    let place = try Workplace()
    let made = place.run(
      "generate", "--template", name, "--mentees", "40", "--mentors", "20", "--seed", "1",
      "--tables", "xlsx", "--out", "DIR/own")
    #expect(made.exit == 0, "\(made.errors)")
    let file = "own/programme.yaml"
    try place.write(
      place.read(file).replacing("approval: optional", with: "approval: required"), to: file)

    try FileManager.default.removeItem(atPath: "\(place.path)/own/decisions.xlsx")

    // Nothing is approved yet: nothing is ready.
    let waiting = try Self.batch(place).forms
    #expect(waiting.allSatisfy(\.ready.isEmpty) && waiting.contains { !$0.pending.isEmpty })

    // Approving all of it leaves the plan as it was, and makes ready whatever has its consents.
    let rows = waiting.flatMap { form in
      form.pending.flatMap { item in
        item.mentees.map { "утвердить;\(form.form);\(item.mentor.id);\($0.id)\n" }
      }
    }
    try place.write(
      "Решение;Форма;Наставник;Наставляемый\n" + rows.joined(), to: "own/decisions.csv")
    let approved = try Self.batch(place)
    for (before, after) in zip(waiting, approved.forms) {
      let consented = before.pending.filter { $0.missing.map(\.code) == ["approvalMissing"] }
      #expect(after.ready.map(\.id) == consented.map(\.id))
      #expect(after.ready.map(\.key) == consented.map(\.key))
      #expect(after.ready.allSatisfy { $0.state == .approved })
      #expect(after.pending.count == before.pending.count - consented.count)
    }

    let outcome = place.run("order", "DIR/batch.json", "--out", "DIR/orders")
    #expect(outcome.exit == 0, "\(outcome.errors)")
    for form in approved.forms where !form.ready.isEmpty {
      let order = try Self.text("order-\(form.form).docx", place)
      let named = Set(form.ready.flatMap { [$0.mentor] + $0.mentees }.map(\.name))
      let waiting = Set(form.pending.flatMap { [$0.mentor] + $0.mentees }.map(\.name))
      #expect(named.allSatisfy { order.contains($0) })
      #expect(waiting.subtracting(named).allSatisfy { !order.contains($0) })
    }
    let lacking = Set(
      approved.forms.flatMap(\.pending).flatMap(\.missing).compactMap(\.person))
    let sheets = lacking.isEmpty ? "" : try Self.text("consents.docx", place)
    #expect(sheets.ranges(of: "С О Г Л А С И Е").count >= lacking.count)
  }
}
