import MentoringModel
import Wording

/// The rows of a long list that stand on one page, and the way to the others.
///
/// A page with some rows is there at once however many there are; a script sets further rows in
/// where the list is scrolled to.
struct RowWindow {
  /// So many rows stand on a page.
  static let size = 100

  /// What the list is called in the page, and with `From` in its address.
  let name: String
  /// How many rows there are on all pages.
  let total: Int
  /// The places of the rows of this page.
  let range: Range<Int>

  private let page: Page
  private let query: PageQuery

  /// The page that a query asks for; one behind the end is the last.
  init(_ name: String, of total: Int, on page: Page, query: PageQuery) {
    self.name = name
    self.total = total
    self.page = page
    self.query = query
    let asked = query[name + "From"].flatMap { Int($0) } ?? 0
    let first = max(0, min(asked, total - 1)) / Self.size * Self.size
    range = first..<min(total, first + Self.size)
  }

  /// The values of the frame of the list.
  var fields: Fields {
    [
      "list": name, "total": total, "first": range.lowerBound, "start": range.lowerBound + 1,
      "size": Self.size,
      "place": words(Self.place("\(range.lowerBound + 1)", "\(range.upperBound)", total)),
      "placePattern": words(Self.place("{from}", "{to}", total)),
      "pager": total > Self.size
        ? ["pagerLabel": words("Страницы списка", "Pages of the list"), "links": links] as Fields
        : false,
    ]
  }

  private var words: Words { page.words }

  private static func place(_ from: String, _ to: String, _ total: Int) -> Text {
    Text(ru: "Строки \(from)–\(to) из \(total)", en: "Rows \(from)–\(to) of \(total)")
  }

  private var links: [Fields] {
    let (first, last) = (range.lowerBound, (total - 1) / Self.size * Self.size)
    let all: [(Int, String, Text)] = [
      (0, "first", Text(ru: "К первым", en: "First")),
      (first - Self.size, "prev", Text(ru: "Предыдущие", en: "Previous")),
      (first + Self.size, "next", Text(ru: "Следующие", en: "Next")),
      (last, "last", Text(ru: "К последним", en: "Last")),
    ]
    return all.filter { (0...last).contains($0.0) && $0.0 != first }
      .map { from, rel, title in ["href": address(from), "rel": rel, "title": words(title)] }
  }

  private func address(_ from: Int) -> String {
    let others = query.fields.filter { $0.name != name + "From" }
    return SitePath.address(
      page.kind.path, others.map { ($0.name, $0.value) } + [(name + "From", "\(from)")])
      + "#" + name
  }
}

/// The words that a row is searched for.
struct RowSearch: Sendable {
  private let words: [String]

  /// - Parameter query: What stands in the field, or nil.
  init(_ query: String?) {
    words = folded(query ?? "").split(separator: " ").map(String.init)
  }

  /// Whether some of the texts of a row has each of the words; lower case, ё as е.
  func finds(_ texts: @autoclosure () -> [String]) -> Bool {
    guard !words.isEmpty else { return true }
    let text = folded(texts().joined(separator: " "))
    return words.allSatisfy { text.contains($0) }
  }
}
