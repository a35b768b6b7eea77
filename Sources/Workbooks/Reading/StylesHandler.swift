import OfficeXML

/// Reads the part that holds the styles of cells.
final class StylesHandler: XMLHandler {
  /// The most styles that a workbook may have.
  private static let mostStyles = 65_536

  private(set) var styles: [CellStyle] = []
  private var formats: [Int: String] = [:]
  private var fonts: [CellStyle] = []
  private var fills: [UInt32?] = []
  private var borders: [Bool] = []
  private var section = Section.other

  private enum Section {
    case formats
    case fonts
    case fills
    case borders
    case cells
    case other
  }

  func begin(_ element: XMLName, _ attributes: XMLAttributes) {
    switch element {
    case "fonts": section = .fonts
    case "fills": section = .fills
    case "borders": section = .borders
    case "cellXfs": section = .cells
    case "cellStyleXfs", "dxfs", "cellStyles": section = .other
    case "numFmts": section = .formats
    default:
      switch section {
      case .formats:
        if let id = attributes.integer("numFmtId") { formats[id] = attributes["formatCode"] }
      case .fonts: beginFont(element, attributes)
      case .fills: beginFill(element, attributes)
      case .borders: beginBorder(element, attributes)
      case .cells: beginCell(element, attributes)
      case .other: break
      }
    }
  }

  private func beginFont(_ element: XMLName, _ attributes: XMLAttributes) {
    if element.is("font") {
      fonts.append(CellStyle())
      return
    }
    guard let last = fonts.indices.last else { return }
    switch element {
    case "b": fonts[last].isBold = attributes.flag("val") ?? true
    case "i": fonts[last].isItalic = attributes.flag("val") ?? true
    case "sz":
      fonts[last].fontSize = attributes.number("val").flatMap { (1...400).contains($0) ? $0 : nil }
    case "name": fonts[last].fontName = attributes["val"]
    case "color": fonts[last].fontColor = color(attributes)
    default: break
    }
  }

  private func beginFill(_ element: XMLName, _ attributes: XMLAttributes) {
    switch element {
    case "fill": fills.append(nil)
    case "fgColor":
      if let last = fills.indices.last { fills[last] = color(attributes) }
    default: break
    }
  }

  private func beginBorder(_ element: XMLName, _ attributes: XMLAttributes) {
    switch element {
    case "border": borders.append(false)
    case "left", "right", "top", "bottom":
      guard let last = borders.indices.last, let style = attributes["style"] else { return }
      if style != "none" { borders[last] = true }
    default: break
    }
  }

  private func beginCell(_ element: XMLName, _ attributes: XMLAttributes) {
    if element.is("xf"), styles.count < Self.mostStyles {
      let font = attributes.integer("fontId") ?? 0
      var style = fonts.indices.contains(font) ? fonts[font] : CellStyle()
      let format = attributes.integer("numFmtId") ?? 0
      style.numberFormat = formats[format] ?? NumberFormat.builtIn(format) ?? NumberFormat.general
      if let fill = attributes.integer("fillId"), fills.indices.contains(fill) {
        style.fill = fills[fill]
      }
      if let border = attributes.integer("borderId"), borders.indices.contains(border) {
        style.hasBorder = borders[border]
      }
      styles.append(style)
    } else if element.is("alignment"), let last = styles.indices.last {
      styles[last].wraps = attributes.flag("wrapText") ?? false
      styles[last].horizontal = attributes["horizontal"].flatMap(CellStyle.Horizontal.init)
      styles[last].vertical = attributes["vertical"].flatMap(CellStyle.Vertical.init)
    }
  }

  /// A colour that is written out; those of the theme are left to the theme.
  private func color(_ attributes: XMLAttributes) -> UInt32? {
    attributes["rgb"].flatMap { UInt32($0.suffix(6), radix: 16) }
  }
}
