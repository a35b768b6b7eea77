import MentoringModel
import OfficeXML

extension XMLElement {
  /// The text of each paragraph.
  var paragraphTexts: [String] {
    (name == "w:p" ? [ownTexts.joined()] : []) + elements.flatMap(\.paragraphTexts)
  }

  /// The same with every placeholder whole in one piece of text.
  var withWholePlaceholders: XMLElement {
    var whole = self
    whole.children = children.map {
      guard case .element(let element) = $0 else { return $0 }
      return .element(element.withWholePlaceholders)
    }
    guard name == "w:p" else { return whole }
    let texts = whole.ownTexts
    let gathered = Placeholder.gathered(texts)
    guard gathered != texts else { return whole }
    var rest = gathered[...]
    whole.replaceOwnTexts { _ in rest.removeFirst() }
    return whole
  }

  /// Writes the element with its placeholders filled; a row or a paragraph of a list once for each
  /// item, so that a long table is never held as elements.
  ///
  /// - Returns: How often it was written.
  @discardableResult
  func write(filled values: WordValues, to document: inout XMLWriter) -> Int {
    guard let items = listItems(of: values) else {
      writeOnce(filled: values, to: &document)
      return 1
    }
    for item in items {
      var inner = values
      inner.lists = [:]
      inner.values.merge(item) { _, new in new }
      writeOnce(filled: inner, to: &document)
    }
    return items.count
  }

  /// Writes a document whose text stands once for each of `pages`, each on a page of its own.
  func write(pages: [WordValues], to document: inout XMLWriter) {
    document.begin(self)
    for element in elements {
      guard element.name == "w:body" else {
        document.write(element)
        continue
      }
      document.begin(element)
      let text = element.elements.filter { $0.name != "w:sectPr" }
      for (index, page) in pages.enumerated() {
        if index > 0 { document.write(Self.pageBreak) }
        for part in text { part.write(filled: page, to: &document) }
      }
      for ending in element.elements where ending.name == "w:sectPr" { document.write(ending) }
      document.end()
    }
    document.end()
  }

  private func writeOnce(filled values: WordValues, to document: inout XMLWriter) {
    var filled = self
    if name == "w:p" {
      filled.replaceOwnTexts { Placeholder.replaced(in: $0, by: values.values) }
    }
    document.begin(filled)
    var paragraphs = 0
    for child in filled.children {
      switch child {
      case .text(let text): document.write(text)
      case .element(let element):
        let count = element.write(filled: values, to: &document)
        if element.name == "w:p" { paragraphs += count }
      }
    }
    // A cell without a paragraph is no sound cell.
    if name == "w:tc", paragraphs == 0 { document.write(XMLElement("w:p")) }
    document.end()
  }

  /// The items of the list that the row or paragraph is of, or nil where it is of none.
  private func listItems(of values: WordValues) -> [[String: String]]? {
    guard !values.lists.isEmpty, name == "w:tr" || name == "w:p" else { return nil }
    let names = Placeholder.names(in: name == "w:tr" ? paragraphTexts : [ownTexts.joined()])
    return names.lazy.compactMap { values.items(of: $0) }.first
  }
}

extension XMLElement {
  private static let pageBreak = XMLElement(
    "w:p", [:],
    [
      .element(
        XMLElement("w:r", [:], [.element(XMLElement("w:br", ["w:type": "page"]))]))
    ])

  /// The pieces of text of a paragraph, without those of paragraphs in it.
  private var ownTexts: [String] {
    elements.flatMap { element -> [String] in
      switch element.name {
      case "w:t": [element.text]
      case "w:p": []
      default: element.ownTexts
      }
    }
  }

  /// Changes the pieces of text of a paragraph in their order; line breaks become breaks.
  private mutating func replaceOwnTexts(_ change: (String) -> String) {
    children = children.flatMap { child -> [Node] in
      guard case .element(var element) = child, element.name != "w:p" else { return [child] }
      guard element.name == "w:t" else {
        element.replaceOwnTexts(change)
        return [.element(element)]
      }
      let old = element.text
      let new = change(old)
      return new == old ? [child] : Self.texts(new)
    }
  }

  private static func texts(_ text: String) -> [Node] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.enumerated().flatMap { index, line -> [Node] in
      let text = XMLElement("w:t", ["xml:space": "preserve"], [.text(String(line))])
      return (index == 0 ? [] : [.element(XMLElement("w:br"))]) + [.element(text)]
    }
  }
}

extension WordValues {
  /// The items of the list that a placeholder is of.
  fileprivate func items(of name: String) -> [[String: String]]? {
    name.firstIndex(of: ".").flatMap { lists[String(name[..<$0])] }
  }
}
