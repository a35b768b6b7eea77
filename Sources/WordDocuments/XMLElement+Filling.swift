import MentoringModel
import Workbooks

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

  /// The same with its placeholders filled and the rows and paragraphs of lists repeated.
  func filled(_ values: WordValues) -> XMLElement {
    var result = self
    result.children = children.flatMap { child -> [Node] in
      guard case .element(let element) = child else { return [child] }
      return element.filledAndRepeated(values).map(Node.element)
    }
    // A cell without a paragraph is no sound cell.
    if name == "w:tc", !result.elements.contains(where: { $0.name == "w:p" }) {
      result.children.append(.element(XMLElement("w:p")))
    }
    return result
  }

  /// A document whose text stands once for each of `pages`, each on a page of its own.
  func repeated(_ pages: [WordValues]) -> XMLElement {
    var result = self
    result.children = children.map { child in
      guard case .element(var body) = child, body.name == "w:body" else { return child }
      let ending = body.children.filter(\.isSection)
      let text = XMLElement("w:body", [:], body.children.filter { !$0.isSection })
      body.children =
        pages.enumerated().flatMap { index, page in
          (index == 0 ? [] : [Node.element(.pageBreak)]) + text.filled(page).children
        } + ending
      return .element(body)
    }
    return result
  }

  private func filledAndRepeated(_ values: WordValues) -> [XMLElement] {
    guard name == "w:tr" || name == "w:p" else { return [filled(values)] }
    let names = Placeholder.names(in: name == "w:tr" ? paragraphTexts : [ownTexts.joined()])
    guard let items = names.lazy.compactMap({ values.items(of: $0) }).first else {
      return [name == "w:p" ? filledParagraph(values) : filled(values)]
    }
    return items.map { item in
      var inner = values
      inner.lists = [:]
      inner.values.merge(item) { _, new in new }
      return name == "w:p" ? filledParagraph(inner) : filled(inner)
    }
  }

  private func filledParagraph(_ values: WordValues) -> XMLElement {
    var paragraph = filled(values)
    paragraph.replaceOwnTexts { Placeholder.replaced(in: $0, by: values.values) }
    return paragraph
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

extension XMLElement.Node {
  fileprivate var isSection: Bool {
    if case .element(let element) = self { element.name == "w:sectPr" } else { false }
  }
}

extension WordValues {
  /// The items of the list that a placeholder is of.
  fileprivate func items(of name: String) -> [[String: String]]? {
    name.firstIndex(of: ".").flatMap { lists[String(name[..<$0])] }
  }
}
