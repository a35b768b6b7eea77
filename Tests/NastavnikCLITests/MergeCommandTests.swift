import BankIO
import Foundation
import Synchronization
import Testing
import Wording

@testable import NastavnikCLI

/// `nastavnik merge`: bases of organizations become one folder.
struct MergeCommandTests {
  private func district(_ place: Workplace) throws {
    try SmallProgramme().write(to: place)
    try FileManager.default.removeItem(atPath: place.path + "/programme/mentors.csv")
    let headings = "Код;ФИО;Дата рождения;Роль;Компетенции;Награды;Согласие на обработку ПДн\n"
    try place.write("Код;Название\nS1;Лицей\nS2;Школа\n", to: "programme/organizations.csv")
    try place.write(
      headings + "M1;Абстракцева Анна Львовна;05.06.1980;educator;ФГОС (5);;да\n"
        + "M2;Сюжетова Вера;;educator;ФГОС (4);Лауреат;да\n",
      to: "programme/mentors/S1.csv")
    try place.write(
      headings + "N1;Абстракцева Анна Львовна;05.06.1980;educator;;Победитель;да\n"
        + "N2;Сюжетова В.;;educator;оценивание;;да\n",
      to: "programme/mentors/S2.csv")
  }

  @Test(arguments: ["xlsx", "csv"])
  func `writes one base, its report and its questions, and changes nothing`(
    tables: String
  ) throws {
    let place = try Workplace()
    try district(place)
    let before = place.files
    let outcome = place.run(
      "merge", "DIR/programme", "--out", "DIR/one", "--tables", tables)
    #expect(outcome.exit == 0, "\(outcome.errors)")
    let after: [String: String] = outcome.files.filter { $0.key.hasPrefix("programme/") }
    #expect(after == before)
    #expect(outcome.output.contains("The one base has 3 mentors, 2 laureates of them"))
    #expect(outcome.output.contains("marked as municipal: 2."))
    let written = try FileManager.default.contentsOfDirectory(atPath: place.path + "/one").sorted()
    for name in ["programme.yaml", "mentors.\(tables)", "mentees.\(tables)", "merge.csv"] {
      #expect(written.contains(name), "\(written)")
    }
    let report = try place.read("one/merge.csv")
    #expect(report.contains("\nНаставники;Всего;;4;3;1;0;2;1;1;0"))
    #expect(report.contains("\nНаставляемые;Всего;;"))
    #expect([0, 1].contains(place.run("check", "DIR/one").exit))
    #expect(place.run("match", "DIR/one").exit == 0)
  }

  @Test func `tells the counts to programs`() throws {
    let place = try Workplace()
    try district(place)
    let outcome = place.run("merge", "DIR/programme", "--out", "DIR/one", "--json")
    let report = try JSONDecoder().decode(Report.self, from: Data(outcome.output.utf8))
    #expect(report.bases.map(\.base) == ["mentors/S1.csv", "mentors/S2.csv"])
    #expect(report.bases.map(\.organization) == ["S1", "S2"])
    #expect(report.total == Report.Total(rows: 4, kept: 3, merged: 1))
    #expect(report.mentors == 3)
    #expect(report.laureates == 2)
  }

  private struct Report: Decodable {
    struct Base: Decodable {
      var base: String
      var organization: String?
    }
    struct Total: Decodable, Equatable {
      var rows: Int
      var kept: Int
      var merged: Int
    }
    var bases: [Base]
    var total: Total
    var mentors: Int
    var laureates: Int
  }

  @Test(arguments: ["DIR/programme", "DIR/programme/mentors"])
  func `never writes into the bases`(out: String) throws {
    let place = try Workplace()
    try district(place)
    let before = place.files
    let outcome = place.run("merge", "DIR/programme", "--out", out, "--force")
    #expect(outcome.exit == 64)
    #expect(outcome.files == before)
  }

  @Test func `a base that cannot be read is told of, and the others are merged`() throws {
    let place = try Workplace()
    try district(place)
    try place.write("nonsense", to: "programme/mentors/S3.csv")
    let outcome = place.run("merge", "DIR/programme", "--out", "DIR/one")
    #expect(outcome.exit == 1)
    #expect(outcome.output.contains("The one base has 3 mentors"))
    #expect(outcome.output.contains("mentors/S3.csv: not read. "))
    #expect(try place.read("one/merge.csv").contains("mentors/S3.csv;не прочитана: "))
    let again = place.run("merge", "DIR/programme", "--out", "DIR/two", "--json")
    let told = again.output.filter { !$0.isWhitespace }
    #expect(told.contains(#""unread":[{"base":"mentors/S3.csv","code":"noHeadings"}]"#))
  }

  @Test(arguments: ["programme/mentors/S1.csv", "programme/programme.yaml"])
  func `a folder that cannot be used is not merged`(broken: String) throws {
    let place = try Workplace()
    try district(place)
    try FileManager.default.removeItem(atPath: place.path + "/programme/mentors/S2.csv")
    try place.write("nonsense", to: broken)
    let outcome = place.run("merge", "DIR/programme", "--out", "DIR/one")
    #expect(outcome.exit == 65)
    #expect(!FileManager.default.fileExists(atPath: place.path + "/one"))
  }

  @Test func `the line of progress is written over itself and cleared`() {
    let written = Mutex("")
    let progress = ReadingLine.progress(isTerminal: true, .en) { text in
      written.withLock { $0 += text }
    }
    progress?.tell("mentors.csv", 10_000)
    progress?.tell("mentors.csv", nil)
    #expect(
      written.withLock { $0 } == "\r\u{1B}[Kmentors.csv: 10000 rows read\r\u{1B}[K")
    let unseen = ReadingLine.progress(isTerminal: false, .en) { _ in }
    #expect(unseen.map { _ in true } == nil)
  }
}
