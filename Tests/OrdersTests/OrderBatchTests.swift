import Crypto
import Foundation
import MentoringModel
import Orders
import Reports
import Testing
import Wording

@Suite struct OrderBatchTests {
  @Test func `what has both consents is ready, with its people, request and reasons`() throws {
    let form = try #require(try SmallBatch().batch.forms.first)
    #expect(form.ready.map(\.id) == ["P-01", "G-02"])
    #expect(form.pending.isEmpty)
    let pair = form.ready[0]
    #expect(pair.kind == .pair && pair.state == .proposed)
    #expect(pair.request == Text(ru: "ФГОС", en: "FGOS"))
    #expect(pair.reasons == [Text(ru: "ФГОС (4)", en: "FGOS (4)")])
    #expect(pair.mentor.organizationName == "Школа № 1")
    #expect(pair.mentor.isMinor == false && pair.mentees[0].isMinor == true)
    #expect(form.ready[1].group == "Проект" && form.ready[1].mentees.map(\.id) == ["E2", "E3"])
  }

  @Test func `a group keeps its request when a rule has left out one of its members`() throws {
    var small = SmallBatch()
    small.leftOut = ["E4"]
    let form = try #require(try small.batch.forms.first)
    #expect(form.ready[1].mentees.map(\.id) == ["E2", "E3"])
    #expect(form.ready[1].request == Text(ru: "ФГОС", en: "FGOS"))
  }

  @Test func `whoever lacks a consent makes his pair wait, and is named`() throws {
    var small = SmallBatch()
    small.mentees[1].dutiesConsent = .withdrawn(nil)
    small.mentors[0].dutiesConsent = .absent
    let form = try #require(try small.batch.forms.first)
    #expect(form.ready.isEmpty)
    #expect(
      form.pending.map { $0.missing.map(\.code) }
        == [["mentorDutiesConsentMissing"], ["menteeDutiesConsentMissing"]])
    #expect(form.pending.map { $0.missing.map(\.person) } == [["M1"], ["E2"]])
  }

  @Test func `where approval is asked for, a pair waits until every mentee of it is approved`()
    throws
  {
    var small = SmallBatch()
    small.order.requiresApproval = true
    #expect(
      try small.batch.forms[0].pending.map { $0.missing.map(\.code) }
        == [["approvalMissing"], ["approvalMissing"]])
    small.decisions = [
      Decision(.approve, mentor: "M1", mentee: "E1"),
      Decision(.approve, form: SmallBatch.form, mentor: "M2", mentee: "E2"),
      Decision(.pin, mentor: "M2", mentee: "E3"),
    ]
    #expect(try small.batch.forms[0].ready.map(\.state) == [.approved])
    small.decisions.append(Decision(.approve, form: "other", mentor: "M2", mentee: "E3"))
    #expect(try small.batch.forms[0].ready.count == 1)
    small.decisions.append(Decision(.approve, mentor: "M2", mentee: "E3"))
    #expect(try small.batch.forms[0].ready.count == 2)
  }

  @Test func `a form that is approved whole makes ready whatever it proposes, and no other form`()
    throws
  {
    var small = SmallBatch()
    small.order.requiresApproval = true
    small.formDecisions = [FormDecision(.approve, form: "other")]
    #expect(try small.batch.forms[0].ready.isEmpty)
    small.formDecisions.append(FormDecision(.approve, form: SmallBatch.form))
    #expect(try small.batch.forms[0].ready.map(\.state) == [.approved, .approved])
    small.formDecisions = [FormDecision(.reject, form: SmallBatch.form)]
    #expect(try small.batch.forms[0].ready.isEmpty)
  }

  @Test func `a form and a batch are approved where all that is ready is`() throws {
    var small = SmallBatch()
    func states() throws -> [OrderState] {
      let batch = try small.batch
      return [batch.state, batch.forms[0].state]
    }
    #expect(try states() == [.proposed, .proposed])
    small.decisions = [Decision(.approve, mentor: "M1", mentee: "E1")]
    #expect(try states() == [.proposed, .proposed])
    small.mentors[1].dutiesConsent = .absent
    #expect(try states() == [.approved, .approved])
    small.mentors[0].dutiesConsent = .absent
    #expect(try states() == [.proposed, .proposed])
    var two = try SmallBatch().batch
    two.forms[0].ready[0].state = .approved
    two.forms.append(two.forms[0])
    two.forms[0].ready = [two.forms[0].ready[0]]
    #expect(two.forms.map(\.state) == [.approved, .proposed] && two.state == .proposed)
  }

  @Test func `a key is of the people and the period, and of nothing else`() throws {
    let first = try SmallBatch().batch
    var small = SmallBatch()
    small.mentees.swapAt(1, 2)
    small.mentors[0].name = "Рябинина А. П."
    #expect(try small.batch.forms[0].ready.map(\.key) == first.forms[0].ready.map(\.key))
    small.period.end = nil
    #expect(try small.batch.forms[0].ready[0].key != first.forms[0].ready[0].key)
    func key(_ mentees: [PersonID]) -> String {
      OrderKey.item(
        programme: "p", form: "f", kind: .group, mentor: "m", mentees: mentees, period: Period())
    }
    #expect(key(["a", "b"]) == key(["b", "a"]))
    #expect(key(["a", "b"]) != key(["ab"]))
    #expect(key(["a", "b"]) != key(["a"]))
  }

  @Test func `a document and its lines read back as the batch that was written`() throws {
    var small = SmallBatch()
    small.mentors[0].dutiesConsent = .withdrawn(CalendarDate(year: 2023, month: 10, day: 1))
    small.mentees[0].organization = nil
    small.mentees[1].birth = nil
    let batch = try small.batch
    let document = Data(OrderBatchDocument.value(of: batch).bytes)
    #expect(try OrderBatchReader.batch(in: document).forms == batch.forms)
    var lines: [UInt8] = []
    OrderBatchLines.write(batch) { lines += $0 }
    #expect(try OrderBatchReader.batch(in: Data(lines)).forms == batch.forms)
    #expect(lines.count { $0 == 10 } == 1 + 1 + 3 + 1)
  }

  @Test func `the last line counts what is ready and what waits`() throws {
    var small = SmallBatch()
    small.order.requiresApproval = true
    var lines: [UInt8] = []
    OrderBatchLines.write(try small.batch) { lines += $0 }
    let last = String(decoding: lines, as: UTF8.self).split(separator: "\n").last ?? ""
    #expect(last.contains(#""pending":2,"ready":0,"#))
  }

  /// Others read these bytes: change them only by adding members.
  @Test func `version 1 keeps its members, codes, keys and hashes`() throws {
    let batch = try SmallBatch.withEverything.batch
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    func golden(_ name: String) throws -> String {
      String(
        decoding: try Data(contentsOf: folder.appending(path: "Golden/\(name)")), as: UTF8.self)
    }
    #expect(try OrderBatchDocument.value(of: batch).document == golden("batch.json"))
    var lines: [UInt8] = []
    OrderBatchLines.write(batch) { lines += $0 }
    #expect(try String(decoding: lines, as: UTF8.self) == golden("batch.ndjson"))
  }

  @Test func `a changed, cut, newer or foreign batch is refused`() throws {
    let batch = try SmallBatch().batch
    let text = OrderBatchDocument.value(of: batch).document
    func fault(_ text: String) -> OrderBatchError? {
      do {
        _ = try OrderBatchReader.batch(in: Data(text.utf8))
        return nil
      } catch { return error }
    }
    #expect(fault(text) == nil)
    #expect(fault(text.replacing("Осинина", with: "Осинкина")) == .changed)
    #expect(
      fault(text.replacing("order-batch/1", with: "order-batch/2"))
        == .newer(format: "nastavnik.order-batch/2"))
    #expect(fault("{\"format\": \"nastavnik.plan/1\"}") == .notABatch)
    #expect(fault("[1]") == .notABatch)
    #expect(fault(String(text.prefix(300))) == .notJSON(line: nil))
    #expect(fault("") == .notJSON(line: nil))
    var lines: [String] = []
    OrderBatchLines.write(batch) { lines.append(String(decoding: $0, as: UTF8.self)) }
    #expect(fault(lines.joined()) == nil)
    #expect(fault(lines.dropLast().joined()) == .changed)
    #expect(fault(lines.joined().replacing("Осинина", with: "Осинкина")) == .changed)
    #expect(fault((lines + [lines[2]]).joined()) == .misplaced(line: 7))
    #expect(fault(lines[0] + lines[2]) == .misplaced(line: 2))
    #expect(fault(lines[0] + "{\n") == .notJSON(line: 2))
  }

  @Test func `a sound hash does not hide a missing member`() throws {
    let value = OrderBatchDocument.value(of: try SmallBatch().batch)
    guard case .object(let members) = value else { return }
    let less = JSONValue.object(members.filter { !["place", "contentHash"].contains($0.name) })
    let signed = less.adding("contentHash", .string(sha256(less.canonical)))
    #expect(throws: OrderBatchError.unsound(path: "place")) {
      try OrderBatchReader.batch(in: Data(signed.bytes))
    }
  }

  @Test func `members that a later program adds are read past, and hashed`() throws {
    let batch = try SmallBatch().batch
    let value = OrderBatchDocument.value(of: batch)
    guard case .object(let members) = value else { return }
    let more = JSONValue.object(
      members.filter { $0.name != "contentHash" } + [
        .init("later", ["x": .decimal("0.5"), "y": true])
      ])
    let signed = more.adding("contentHash", .string(sha256(more.canonical)))
    #expect(try OrderBatchReader.batch(in: Data(signed.bytes)).forms == batch.forms)
  }
}

private func sha256(_ bytes: [UInt8]) -> String {
  SHA256.hash(data: bytes).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}
