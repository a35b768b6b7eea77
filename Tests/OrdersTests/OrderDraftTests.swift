import Archives
import Foundation
import MentoringModel
import OfficeXML
import Orders
import Testing
import WordDocuments
import Wording

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

  @Test func `whoever lacks a consent to several pairs and forms gets one sheet that names all`()
    throws
  {
    var small = SmallBatch()
    small.mentors[0].dutiesConsent = .absent
    small.mentees[0].dutiesConsent = .absent
    var batch = try small.batch
    var again = batch.forms[0]
    again.form = "other"
    again.title = Text(ru: "другая форма", en: "another form")
    again.pending[0].mentees[0].id = "E9"
    again.pending[0].mentees[0].name = "Рощина Мира"
    again.pending[0].missing = again.pending[0].missing.map { remark in
      var remark = remark
      if remark.person == "E1" { remark.person = "E9" }
      return remark
    }
    batch.forms[0].pending.append(again.pending[0])
    batch.forms.append(again)
    let made = try OrderDrafts().documents(for: batch)
    let sheets = try text(try #require(made.first { $0.name == "consents.docx" }))
    let lacking = Set(batch.forms.flatMap(\.pending).flatMap(\.missing).compactMap(\.person))
    #expect(lacking == ["M1", "E1", "E9"])
    #expect(sheets.ranges(of: "С О Г Л А С И Е").count == lacking.count)
    for name in ["Рябинина Анна", "Осинина Вера", "Рощина Мира"] {
      #expect(sheets.ranges(of: "Я, \(name) (").count == 1, "\(name)")
    }
    #expect(sheets.contains("Форма наставничества: учитель – учитель; другая форма."))
    #expect(sheets.contains("С кем: Осинина Вера, Рощина Мира."))
    #expect(sheets.ranges(of: "Срок: с 1 сентября 2023 г. по 31 мая 2024 г.").count == 3)
  }

  @Test func `a sheet says what the consent is to`() throws {
    var small = SmallBatch()
    small.mentors[0].dutiesConsent = .absent
    small.mentees[0].dataConsent = .absent
    small.mentees[1].dutiesConsent = .withdrawn(nil)
    small.mentees[1].dataConsent = .absent
    let sheets = try text(try #require(try documents(small)["consents.docx"]))
    #expect(
      sheets.matches(of: /С О Г Л А С И Е(.*?)Я, (\S+)/).map { "\($0.2): \($0.1)" } == [
        "Рябинина: на выполнение дополнительных обязанностей наставника",
        "Осинина: на обработку персональных данных",
        "Тополев: на обработку персональных данных и на закрепление наставника",
      ])
  }

  @Test func `who is a mentor here and has a mentor there is asked for both`() throws {
    var small = SmallBatch()
    small.mentors[0].dutiesConsent = .absent
    small.mentees[1].dutiesConsent = .absent
    var batch = try small.batch
    batch.forms[0].pending[1].mentees[0].id = "M1"
    batch.forms[0].pending[1].missing[0].person = "M1"
    let made = try OrderDrafts().documents(for: batch)
    let sheets = try text(try #require(made.first { $0.name == "consents.docx" }))
    #expect(sheets.ranges(of: "обязанностей наставника").count == 1)
    #expect(sheets.ranges(of: "на закрепление наставника").count == 1)
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

  @Test func `quotation marks within quotation marks have the other shape`() throws {
    var batch = try SmallBatch().batch
    batch.title = Text(ru: "Программа лицея «Бор»", en: "x")
    let order = try text(try #require(try OrderDrafts().documents(for: batch).first))
    #expect(order.contains("По программе «Программа лицея „Бор“» и на основании"))
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

  @Test func `a mentor of several stands once in the list, with all of them and both days`() throws
  {
    var batch = try SmallBatch().batch
    batch.forms[0].ready[1].mentor = batch.forms[0].ready[0].mentor
    batch.settings.headPosition = ""
    let made = try OrderDrafts().documents(for: batch)
    let mentors = try text(try #require(made.first { $0.name == "mentors.docx" }))
    #expect(mentors.ranges(of: "Рябинина Анна").count == 1)
    #expect(mentors.contains("Осинина ВераТополев ГлебИвина Дина01.09.202331.05.2024"))
    #expect(try text(made[0]).contains("Руководитель"))
  }

  @Test func `the same batch gives the same bytes`() throws {
    let batch = try SmallBatch().batch
    #expect(try OrderDrafts().documents(for: batch) == OrderDrafts().documents(for: batch))
  }
}
