import OfficeXML

/// A sheet as the workbook lists it.
public struct SheetEntry: Hashable, Sendable {
  /// The name on the tab.
  public var name: String
  /// Whether the tab is hidden.
  public var isHidden: Bool
  /// The part of the package that holds the cells.
  var part: String
}

/// Reads the part that lists the sheets.
final class SheetListHandler: XMLHandler {
  private(set) var sheets: [(name: String, relation: String, isHidden: Bool)] = []
  private(set) var countsFrom1904 = false

  func begin(_ element: XMLName, _ attributes: XMLAttributes) {
    switch element {
    case "workbookPr": countsFrom1904 = attributes.flag("date1904") ?? false
    case "sheet":
      guard let name = attributes["name"], let relation = attributes["id"] else { return }
      sheets.append((name, relation, !["visible", nil].contains(attributes["state"])))
    default: break
    }
  }
}

/// Reads a part that says which part belongs to which.
final class RelationsHandler: XMLHandler {
  private(set) var relations: [(id: String, type: String, target: String)] = []

  func begin(_ element: XMLName, _ attributes: XMLAttributes) {
    guard element.is("Relationship"), let id = attributes["Id"], let type = attributes["Type"],
      let target = attributes["Target"], attributes["TargetMode"] != "External"
    else { return }
    relations.append((id, type, target))
  }

  /// The target of the first relation whose type ends so.
  func target(ofType ending: String) -> String? {
    relations.first { $0.type.hasSuffix("/" + ending) }?.target
  }
}
