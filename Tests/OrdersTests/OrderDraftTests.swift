import Archives
import Foundation
import MentoringModel
import Orders
import Testing
import WordDocuments
import Wording
import Workbooks

@Suite struct OrderDraftTests {
  private func text(_ document: OrderDrafts.Document) throws -> String {
    let part = try Archive(Data(document.bytes)).member("word/document.xml", limit: 1 << 26)
    return try #require(XMLElement(parsing: part ?? [])).text
  }

  private func documents(_ small: SmallBatch) throws -> [String: OrderDrafts.Document] {
    let made = try OrderDrafts().documents(for: small.batch)
    return Dictionary(uniqueKeysWithValues: made.map { ($0.name, $0) })
  }

  @Test func `an order names its basis, its people as the bank has them, and the period in words`()
    throws
  {
    let documents = try documents(SmallBatch())
    #expect(
      Set(documents.keys) == ["order-teacher-teacher.docx", "mentors.docx", "mentees.docx"])
    let order = try text(try #require(documents["order-teacher-teacher.docx"]))
    for part in [
      "Школа № 1", "г. Пример", "приказ № 1 от 01.09.2023.", "1 пара и 1 группа",
      "с 1 сентября 2023 г. по 31 мая 2024 г.", "01.09.2023 – 31.05.2024", "методист",
      "Клёнов «Бор» & <Ко>", "Тополев Глеб", "Ивина Дина", "ФГОС", "Директор",
    ] {
      #expect(order.contains(part), "\(part)")
    }
    #expect(!order.contains("{{"))
    #expect(order.ranges(of: "Рябинина Анна").count == 2)
    let mentees = try text(try #require(documents["mentees.docx"]))
    #expect(mentees.ranges(of: "Клёнов «Бор» & <Ко>").count == 2)
  }

  @Test func `whoever lacks a written consent gets one sheet, minors with a representative`()
    throws
  {
    var small = SmallBatch()
    small.mentors[1].dutiesConsent = .absent
    small.mentees[2].dutiesConsent = .absent
    let sheets = try text(try #require(try documents(small)["consents.docx"]))
    #expect(sheets.ranges(of: "С О Г Л А С И Е").count == 2)
    #expect(sheets.ranges(of: "Законный представитель").count == 1)
    #expect(sheets.contains("Ивина Дина") && !sheets.contains("Осинина Вера"))
  }

  @Test func `with nothing ready there is no order, and with no basis a line is left for it`()
    throws
  {
    var small = SmallBatch()
    small.order.basis = []
    let order = try #require(try documents(small)["order-teacher-teacher.docx"])
    #expect(try text(order).contains("документов: ______"))
    small.order.requiresApproval = true
    #expect(try documents(small).isEmpty)
  }

  @Test func `the members of a group stand under the same numbers in every column`() throws {
    var small = SmallBatch()
    small.mentees[1].position = ""
    small.mentees[1].dutiesConsent = .given(CalendarDate(year: 2023, month: 8, day: 20))
    let order = try text(try #require(try documents(small)["order-teacher-teacher.docx"]))
    for cell in [
      "1)\u{A0}Тополев Глеб2)\u{A0}Ивина Дина", "1)\u{A0}—2)\u{A0}учитель",
      "дано1)\u{A0}20.08.20232)\u{A0}дано",
    ] {
      #expect(order.contains(cell), "\(cell)")
    }
  }

  @Test func `an order about several organizations names them, and one about one does not`() throws
  {
    let one = try text(try #require(try documents(SmallBatch())["order-teacher-teacher.docx"]))
    #expect(!one.contains("учитель, Школа"))
    var small = SmallBatch()
    small.mentees[0].organization = nil
    let several = try text(try #require(try documents(small)["order-teacher-teacher.docx"]))
    #expect(several.ranges(of: "учитель, Школа № 1").count == 3)
    #expect(several.contains("Осинина Верау"))
  }

  @Test func `an annex of a thousand rows has them all`() throws {
    let batch = try SmallBatch().batch
    var long = batch
    long.forms[0].ready = (1...1000).map { number in
      var item = batch.forms[0].ready[0]
      item.mentor.name = "Наставник-\(number)"
      return item
    }
    let order = try #require(try OrderDrafts().documents(for: long).first)
    #expect(try text(order).ranges(of: "Наставник-").count == 1000 + 1)
  }

  @Test func `names of forms stay within the folder`() throws {
    var batch = try SmallBatch().batch
    batch.forms[0].form = "../../etc/x"
    batch.forms.append(batch.forms[0])
    let names = try OrderDrafts().documents(for: batch).map(\.name)
    #expect(names.prefix(2) == ["order-______etc_x.docx", "order-______etc_x-2.docx"])
  }

  @Test func `a template of the curator's own is used, and one with unknown names is refused`()
    throws
  {
    func template(_ text: String) throws -> [UInt8] {
      var draft = WordDraft()
      draft.add(WordParagraph(text))
      return try #require(draft.document)
    }
    let own = try DraftTemplate(
      .order, template("{{Форма}}: {{ пара.наставник }} + {{pair.mentees}}"))
    let order = try #require(try OrderDrafts([own]).documents(for: SmallBatch().batch).first)
    #expect(
      try text(order)
        == "учитель – учитель: Рябинина Анна + Осинина Вера"
        + "учитель – учитель: Клёнов «Бор» & <Ко> + "
        + "1)\u{A0}Тополев Глеб2)\u{A0}Ивина Дина")
    #expect(
      throws: DraftError.unknownPlaceholders(
        .order, ["пара.наставниик"], suggestion: "пара.наставник")
    ) { try DraftTemplate(.order, template("{{пара.наставниик}} {{пара.наставляемые}}")) }
    #expect(throws: DraftError.missingPlaceholders(.order, ["пара.наставляемые"])) {
      try DraftTemplate(.order, template("{{пара.наставник}}"))
    }
    #expect(throws: DraftError.notATemplate(.order)) { try DraftTemplate(.order, [1, 2, 3]) }
  }

  @Test func `the same batch gives the same bytes`() throws {
    let batch = try SmallBatch().batch
    #expect(try OrderDrafts().documents(for: batch) == OrderDrafts().documents(for: batch))
  }
}
