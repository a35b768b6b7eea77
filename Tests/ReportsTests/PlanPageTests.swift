import AssignmentKernel
import Foundation
import Testing
import Wording

@testable import Matching
@testable import Reports

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct PlanPageTests {
  @Test(arguments: Language.allCases)
  func `the page is well formed and every name stands in it as it is`(language: Language) throws {
    let report = try SmallReport.report(
      of: SmallReport.withGroup, bank: SmallReport.hostileBank)
    let page = try Page(PlanPage.html(of: report, in: language))
    for name in SmallReport.hostile + ["Школа <i>2</i> & \"три\""] {
      #expect(page.text.contains(name), "\(name)")
    }
    #expect(page.elements.isDisjoint(with: ["script", "b", "i", "img", "link"]))
    #expect(page.attributes.allSatisfy { !$0.hasPrefix("on") && $0 != "src" })
    #expect(
      page.links.allSatisfy { $0.hasPrefix("#") && page.ids.contains(String($0.dropFirst())) })
    #expect(page.ids.count == Set(page.ids).count)
    #expect(page.language == language.rawValue)
  }

  @Test func `the contents lead to each part, in the language of the page`() throws {
    let report = try SmallReport.report()
    let russian = try Page(PlanPage.html(of: report, in: .ru))
    #expect(
      russian.links == [
        "#charts", "#form-1", "#groups", "#shortages", "#coverage", "#load", "#settings",
      ])
    for text in [
      "Малая", "оптимально, разрыв 0, проверено", "Без наставника: 1 заявка", "55,05 %",
      "закреплено куратором", "! нужно обучить", "Нехватка компетенций", "Возраст и стаж",
    ] {
      #expect(russian.text.contains(text), "\(text)")
    }
    let english = try Page(PlanPage.html(of: report, in: .en))
    for text in [
      "Small", "optimal, gap 0, verified", "Without a mentor: 1 request", "55.05%",
      "fixed by the curator", "! to be trained", "Shortages", "Ages and experience",
    ] {
      #expect(english.text.contains(text), "\(text)")
    }
  }

  @Test func `each chart says in words what its bars show`() throws {
    let page = try Page(PlanPage.html(of: try SmallReport.report(), in: .en))
    #expect(
      page.descriptions == [
        "20–30%: 2 mentees; 30–40%: 0 mentees; 40–50%: 0 mentees; 50–60%: 1 mentee",
        "0 places: 0 mentors; 1 place: 2 mentors",
        "Школа 2: 2 of 3 (66.67%)",
        "Школа 2: 1 of 3 (33.33%); Школа 1: 4 of 4 (100.00%)",
      ])
    #expect(page.elements.contains("line"))
    #expect(page.text.contains("The line is the target of 70%."))
  }

  @Test func `bars are as long as what they show`() throws {
    let chart = BarChart(
      id: "c", title: Text(same: "Chart"),
      bars: [
        .init(label: Text(same: "a"), length: 10_000, value: Text(same: "1")),
        .init(label: Text(same: "b"), length: 2_500, value: Text(same: "2")),
        .init(label: Text(same: "c"), length: 0, value: Text(same: "3")),
      ])
    let widths = chart.markup(in: .en).matches(of: /width="(\d+)"[^>]*class="bar"/).compactMap {
      Int($0.1)
    }
    #expect(widths.count == 3)
    #expect(widths[1] == widths[0] / 4 && widths[2] == 0)
  }

  @Test func `an empty plan has a page that says so`() throws {
    let page = try Page(
      PlanPage.html(of: try SmallReport.report(of: SmallReport.empty), in: .en))
    #expect(page.text.contains("No pairs."))
    #expect(!page.links.contains("#groups"))
  }

  @Test(arguments: [
    (SolveStatus.infeasible, "no plan keeps all bounds, verified"),
    (.unknown, "no plan was found within the time"),
    (.feasible, "feasible, gap at most 0"),
  ])
  func `what is not proved is not shown as proved`(status: SolveStatus, claim: String) throws {
    var plan = SmallReport.empty
    plan.status = status
    if status == .feasible { plan.tiers[1].bound = plan.tiers[1].value + 3 }
    let html = PlanPage.html(of: try SmallReport.report(of: plan), in: .en)
    #expect(try Page(html).text.contains(claim.replacing("at most 0", with: "at most 3")))
    #expect(html.contains("class=\"claim open\""))
    #expect(!html.contains("class=\"claim optimal\""))
  }
}

/// A page as a strict reader of XML sees it.
private final class Page: NSObject, XMLParserDelegate {
  private(set) var text = ""
  private(set) var elements: Set<String> = []
  private(set) var attributes: Set<String> = []
  private(set) var links: [String] = []
  private(set) var ids: [String] = []
  private(set) var descriptions: [String] = []
  private(set) var language = ""
  private var isDescription = false

  init(_ html: String) throws {
    super.init()
    let parser = XMLParser(data: Data(html.utf8))
    parser.delegate = self
    let isWellFormed = parser.parse()
    try #require(isWellFormed, "line \(parser.lineNumber)")
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    elements.insert(name)
    self.attributes.formUnion(attributes.keys)
    if let id = attributes["id"] { ids.append(id) }
    if let link = attributes["href"] { links.append(link) }
    if name == "html" { language = attributes["lang"] ?? "" }
    isDescription = name == "desc"
    if isDescription { descriptions.append("") }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    isDescription = false
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    text += string
    if isDescription { descriptions[descriptions.count - 1] += string }
  }
}
