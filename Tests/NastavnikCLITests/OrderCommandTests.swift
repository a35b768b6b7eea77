import Foundation
import Testing
import WordDocuments

/// Batches and orders of the five programmes, and the programs that take them.
@Suite struct OrderCommandTests {
  /// Python of Debian, which `make setup` gives a JSON Schema validator.
  private static let python = "/usr/bin/python3"

  static func run(_ arguments: String...) throws -> (exit: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: python)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }

  static let hasValidator =
    FileManager.default.isExecutableFile(atPath: python)
    && (try? run("-c", "import jsonschema").exit) == 0

  static let validate = """
    import json, sys, jsonschema
    schema = json.load(open(sys.argv[1]))
    jsonschema.Draft202012Validator.check_schema(schema)
    check = jsonschema.Draft202012Validator(schema).validate
    text = open(sys.argv[2]).read()
    for part in text.splitlines() if sys.argv[3] == "lines" else [text]:
        check(json.loads(part))
    """

  @Test(
    .enabled(if: hasValidator, "python3-jsonschema is not installed"), arguments: DatasetTests.names
  )
  func `a validator from elsewhere accepts the batch, and a consumer books it once`(
    name: String
  ) throws {
    guard !DatasetTests.solvers(of: name).isEmpty else { return }
    let place = try Workplace()
    for (schema, options) in [("order-batch", []), ("order-batch-line", ["--ndjson"])] {
      try place.write(place.run("schema", schema).output, to: "\(schema).json")
      let outcome = place.run(
        ["batch", "\(datasets)/\(name)", "--out", "DIR/\(schema).batch"] + options)
      #expect(outcome.exit == 0, "\(outcome.errors)")
      let verdict = try Self.run(
        "-c", Self.validate, "\(place.path)/\(schema).json", "\(place.path)/\(schema).batch",
        options.isEmpty ? "document" : "lines")
      #expect(verdict.exit == 0, "\(verdict.output.suffix(500))")
    }
    let consumer = "\(datasets)/order-consumer/consume.py"
    let ledger = "\(place.path)/ledger.json"
    _ = try Self.run(consumer, ledger, "\(place.path)/order-batch.batch")
    let once = try place.read("ledger.json")
    let again = try Self.run(
      consumer, ledger, "\(place.path)/order-batch.batch", "\(place.path)/order-batch-line.batch")
    #expect(again.output.ranges(of: ", 0 new").count == 2)
    #expect(try place.read("ledger.json") == once)
    let changed = try place.read("order-batch.batch")
      .replacing("\"kind\": \"pair\"", with: "\"kind\":  \"group\"")
    try place.write(changed, to: "changed")
    #expect(try Self.run(consumer, ledger, "\(place.path)/changed").exit == 1)
  }

  @Test func `a batch becomes orders, and its pairs wait until they are approved`() throws {
    let place = try Workplace()
    var small = SmallProgramme()
    small.programme = small.programme.replacing(
      "forms:", with: "order: {basis: [приказ № 1], approval: required}\nforms:")
    try small.write(to: place)
    let waiting = place.run("batch", "DIR/programme", "--out", "DIR/batch.json")
    #expect(waiting.errors.hasSuffix("Waiting: 2 pairs; missing: approvals — 2.\n"))
    let none = place.run("order", "DIR/batch.json", "--out", "DIR/orders")
    #expect(none.exit == 0 && none.output.isEmpty)
    #expect(none.errors.hasPrefix("Nothing is ready for an order"))
    small.decisions = "утвердить;;M1;E1\nотклонить;;M2;E2\n"
    try small.write(to: place)
    let approved = place.run("batch", "DIR/programme", "--out", "DIR/batch.json", "--force")
    #expect(approved.errors.contains("Ready for orders: 1 pair."))
    let orders = place.run("order", "DIR/batch.json", "--out", "DIR/orders")
    #expect(
      orders.output == """
        DIR/orders/order-educator-educator.docx
        DIR/orders/mentors.docx
        DIR/orders/mentees.docx

        """)
    #expect(place.run("order", "DIR/programme/mentors.csv", "--out", "DIR/x").exit == 65)
    #expect(place.run("order", "DIR/nothing", "--out", "DIR/x").exit == 66)
    #expect(place.run("order", "--out", "DIR/x").exit == 64)
  }

  @Test func `a whole form is approved or rejected by one row, and one pair against it`() throws {
    let place = try Workplace()
    var small = SmallProgramme()
    small.programme = small.programme.replacing(
      "forms:", with: "order: {basis: [приказ № 1], approval: required}\nforms:")
    func batch(_ decisions: String) throws -> String {
      small.decisions = decisions
      try small.write(to: place)
      let outcome = place.run("batch", "DIR/programme", "--out", "DIR/batch.json", "--force")
      #expect(outcome.exit == 0)
      return outcome.errors
    }
    #expect(try batch("утвердить;educator-educator;;\n").hasSuffix("Ready for orders: 2 pairs.\n"))
    #expect(try place.read("batch.json").ranges(of: "\"state\": \"approved\"").count == 4)
    let one = try batch("утвердить;educator-educator;;\nотклонить;;M2;E2\n")
    #expect(one.hasSuffix("Ready for orders: 1 pair.\n"))
    #expect(try batch("отклонить;educator-educator;;\n").hasSuffix("Ready for orders: 0 pairs.\n"))
    #expect(try place.read("batch.json").ranges(of: "formRejectedByCurator").count == 2)
    let orders = place.run("order", "DIR/batch.json", "--out", "DIR/orders")
    #expect(orders.exit == 0 && orders.output.isEmpty)
    #expect(orders.errors.hasPrefix("Nothing is ready for an order"))
  }

  @Test func `lines go into the file one by one, and nothing is left beside it`() throws {
    let place = try Workplace()
    try SmallProgramme().write(to: place)
    let printed = place.run("batch", "DIR/programme", "--ndjson").output
    let written = place.run("batch", "DIR/programme", "--ndjson", "--out", "DIR/deep/b.ndjson")
    #expect(written.exit == 0 && written.files["deep/b.ndjson"] == printed)
    #expect(written.files.keys.filter { $0.hasPrefix("deep/") } == ["deep/b.ndjson"])
    #expect(place.run("order", "DIR/deep/b.ndjson", "--out", "DIR/orders").exit == 0)
    try place.write("mine", to: "deep/b.ndjson")
    let taken = place.run("batch", "DIR/programme", "--ndjson", "--out", "DIR/deep/b.ndjson")
    #expect(taken.exit == 64 && taken.files["deep/b.ndjson"] == "mine")
    #expect(taken.files.keys.filter { $0.hasPrefix("deep/") } == ["deep/b.ndjson"])
    _ = place.run("batch", "DIR/programme", "--ndjson", "--out", "DIR/deep/b.ndjson", "--force")
    #expect(try place.read("deep/b.ndjson") == printed)
  }

  @Test func `a folder in the place of a document keeps all orders from being written`() throws {
    let place = try Workplace()
    try SmallProgramme().write(to: place)
    _ = place.run("batch", "DIR/programme", "--out", "DIR/batch.json")
    try place.write("mine", to: "orders/mentees.docx/mine.txt")
    let outcome = place.run("order", "DIR/batch.json", "--out", "DIR/orders", "--force")
    #expect(outcome.exit == 64 && outcome.errors.contains("mentees.docx"))
    #expect(
      outcome.files.keys.filter { $0.hasPrefix("orders/") } == ["orders/mentees.docx/mine.txt"])
  }

  @Test func `a batch that cannot be relied on is refused, and nothing is written`() throws {
    let place = try Workplace()
    try SmallProgramme().write(to: place)
    _ = place.run("batch", "DIR/programme", "--out", "DIR/batch.json")
    let batch = try place.read("batch.json")
    let bad = [
      (batch.replacing("order-batch/1", with: "order-batch/2"), "newer than this program"),
      (batch.replacing("Тестова", with: "Тесткова"), "its hash does not fit"),
      (String(batch.prefix(batch.count / 2)), "This is no batch"),
      ("", "This is no batch"), ("{\"line\": \"batch\"}\n", "This is no batch"),
    ]
    for (text, message) in bad {
      try place.write(text, to: "bad.json")
      let outcome = place.run("order", "DIR/bad.json", "--out", "DIR/orders")
      #expect(outcome.exit == 65 && outcome.errors.contains(message), "\(outcome.errors)")
      #expect(!outcome.files.keys.contains { $0.hasPrefix("orders") })
    }
    let good = place.run("order", "DIR/batch.json", "--out", "DIR/orders")
    #expect(good.exit == 0 && good.errors.hasPrefix("The basis is not stated"))
    try place.write("mine", to: "orders/mentees.docx")
    let taken = place.run("order", "DIR/batch.json", "--out", "DIR/orders")
    #expect(taken.exit == 64 && taken.errors.contains("mentees.docx"))
    #expect(try place.read("orders/mentees.docx") == "mine")
  }

  @Test func `documents of an older batch go where nobody has changed them, and are named`() throws
  {
    let place = try Workplace()
    var small = SmallProgramme()
    try small.write(to: place)
    _ = place.run("batch", "DIR/programme", "--out", "DIR/full.json")
    small.decisions = "отклонить;educator-educator;;\n"
    try small.write(to: place)
    _ = place.run("batch", "DIR/programme", "--out", "DIR/none.json")
    func names(_ outcome: Outcome) -> [String] {
      outcome.files.keys.filter { $0.hasPrefix("orders/") }.map { String($0.dropFirst(7)) }.sorted()
    }
    let all = ["mentees.docx", "mentors.docx", "order-educator-educator.docx"]
    #expect(
      names(place.run("order", "DIR/full.json", "--out", "DIR/orders")) == [".drafts.json"] + all)

    try place.write("mine", to: "orders/mentees.docx")
    try place.write("mine", to: "orders/order-plans.docx")
    try place.write("mine", to: "orders/~$order-plans.docx")
    try place.write("mine", to: "orders/notes.txt")
    let kept = place.run("order", "DIR/none.json", "--out", "DIR/orders")
    #expect(
      kept.errors.hasSuffix(
        "The folder holds documents that are not of this batch: mentees.docx, mentors.docx, "
          + "order-educator-educator.docx, order-plans.docx. See whether they are needed.\n"))
    #expect(!kept.errors.contains("removed"))

    // What the first batch made is known still, though nothing of it was removed before.
    let forced = place.run("order", "DIR/none.json", "--out", "DIR/orders", "--force")
    #expect(
      forced.errors.hasSuffix(
        "Documents of an older batch were removed: mentors.docx, order-educator-educator.docx.\n"
          + "The folder holds documents that are not of this batch: mentees.docx, order-plans.docx. "
          + "See whether they are needed.\n"))
    #expect(
      names(forced) == [
        ".drafts.json", "mentees.docx", "notes.txt", "order-plans.docx", "~$order-plans.docx",
      ])
    #expect(try place.read("orders/mentees.docx") == "mine")
  }

  @Test func `a ledger names nothing outside its folder, and a broken one is none`() throws {
    let place = try Workplace()
    let small = SmallProgramme()
    try small.write(to: place)
    _ = place.run("batch", "DIR/programme", "--out", "DIR/batch.json")
    try place.write("mine", to: "away.docx")
    let digest = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    try place.write("", to: "orders/empty.docx")
    for (ledger, isRemoved) in [
      ("{", false), ("[]", false), ("{\"format\": \"x\"}", false),
      (
        "{\"format\": \"nastavnik.drafts/1\", \"documents\": [{\"name\": \"empty.docx\", "
          + "\"sha256\": \"\(digest)\"}, {\"name\": \"../away.docx\", \"sha256\": \"\(digest)\"}, 1]}",
        true
      ),
    ] {
      try place.write(ledger, to: "orders/.drafts.json")
      let outcome = place.run("order", "DIR/batch.json", "--out", "DIR/orders", "--force")
      #expect(outcome.exit == 0)
      #expect((outcome.files["orders/empty.docx"] == nil) == isRemoved, "\(ledger)")
      #expect(outcome.files["away.docx"] == "mine")
    }
  }

  @Test func `a template with unknown placeholders or without required ones is refused`() throws {
    let place = try Workplace()
    try SmallProgramme().write(to: place)
    _ = place.run("batch", "DIR/programme", "--out", "DIR/batch.json")
    for (text, message) in [
      ("{{фио}} {{дата}}", "unknown placeholders {{дата}}"), ("{{куратор}}", "lacks {{фио}}"),
    ] {
      var draft = WordDraft()
      draft.add(WordParagraph(text))
      try place.write(try #require(draft.document), to: "own/consents.docx")
      let outcome = place.run(
        "order", "DIR/batch.json", "--templates", "DIR/own", "--out", "DIR/orders")
      #expect(outcome.exit == 65 && outcome.errors.contains(message), "\(outcome.errors)")
      #expect(outcome.errors.hasPrefix("consents.docx: "))
      #expect(!outcome.files.keys.contains { $0.hasPrefix("orders") })
    }
  }

  @Test func `the built-in templates can be written, changed and used`() throws {
    let place = try Workplace()
    try SmallProgramme().write(to: place)
    #expect(place.run("order", "--init-templates", "--out", "DIR/templates").exit == 0)
    _ = place.run("batch", "DIR/programme", "--out", "DIR/batch.json")
    let own = place.run(
      "order", "DIR/batch.json", "--templates", "DIR/templates", "--out", "DIR/own")
    #expect(own.exit == 0)
    _ = place.run("order", "DIR/batch.json", "--out", "DIR/usual")
    let (left, right) = (own.files["own/mentors.docx"], place.files["usual/mentors.docx"])
    #expect(left != nil && left == right)
    try place.write("no document", to: "templates/order.docx")
    let bad = place.run(
      "order", "DIR/batch.json", "--templates", "DIR/templates", "--out", "DIR/bad")
    #expect(bad.exit == 65 && bad.errors.hasPrefix("order.docx: this is no Word document"))
    #expect(bad.files["bad/mentors.docx"] == nil)
  }

  @Test func `a schema has a name`() throws {
    let place = try Workplace()
    #expect(
      place.run("schema").output == """
        comparison
        explanation
        order-batch
        order-batch-line
        pareto
        rematch
        robustness

        """)
    #expect(place.run("schema", "nothing").exit == 64)
  }
}
