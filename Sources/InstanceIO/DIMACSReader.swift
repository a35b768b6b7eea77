import AssignmentKernel
import Wording

/// Reads the assignment format of DIMACS.
///
/// A line `p asn NODES ARCS`, a line `n NODE` for each row, a line `a ROW COLUMN COST` for each
/// arc, `c` for comments. The other nodes are the columns; both sides are numbered from 0 in the
/// order of their nodes.
func readDIMACS(
  _ scanner: inout ByteScanner, _ options: RawInstance.Options
) throws(InstanceError) -> InstanceDraft {
  var header: (nodes: Int, arcs: Int)?
  var isRow: [Bool] = []
  var index: [Int] = []
  var (rowCount, columnCount) = (0, 0)
  var arcs = ArcBuilder(options: options)
  scanner.skipMark()
  while !scanner.isAtEnd {
    let line = scanner.line
    let start = scanner.position
    guard let kind = scanner.wordInLine() else {
      scanner.skipLine()
      continue
    }
    switch kind {
    case "c": break
    case "p":
      guard header == nil else { throw scanner.failure(.secondHeader, at: start) }
      guard scanner.wordInLine() == "asn" else { throw scanner.failure(.header, at: start) }
      let nodes = try scanner.count(upTo: nodeLimit(bytes: scanner.count))
      header = (nodes, try scanner.count(upTo: .max))
      isRow = Array(repeating: false, count: nodes)
    case "n":
      guard let header, index.isEmpty else { throw scanner.failure(.order, at: start) }
      let node = try scanner.count(upTo: header.nodes)
      guard node >= 1, !isRow[node - 1] else { throw scanner.failure(.nodeTwice, at: start) }
      isRow[node - 1] = true
    case "a":
      guard let header else { throw scanner.failure(.order, at: start) }
      if index.isEmpty {
        for node in isRow.indices {
          index.append(isRow[node] ? rowCount : columnCount)
          if isRow[node] { rowCount += 1 } else { columnCount += 1 }
        }
      }
      let (from, to) = (
        try scanner.count(upTo: header.nodes), try scanner.count(upTo: header.nodes)
      )
      guard from >= 1, to >= 1, isRow[from - 1], !isRow[to - 1] else {
        throw scanner.failure(.direction, at: start)
      }
      scanner.skipSpace()
      guard scanner.line == line, let number = scanner.number(isStrict: false) else {
        throw InstanceError(.notANumber, line: line)
      }
      try arcs.append(row: index[from - 1], column: index[to - 1], number)
    default: throw scanner.failure(.kind, at: start)
    }
    if kind != "c", let extra = scanner.wordInLine() {
      throw InstanceError(.extra, line: line, value: String(extra.prefix(24)))
    }
    scanner.skipLine()
  }
  guard let header else { throw InstanceError(.header) }
  guard arcs.count == header.arcs else {
    throw InstanceError(.arcCount(found: arcs.count, expected: header.arcs))
  }
  if index.isEmpty {
    rowCount = isRow.count { $0 }
    columnCount = header.nodes - rowCount
  }
  let (pattern, weights) = try arcs.finished(rowCount: rowCount, columnCount: columnCount)
  return InstanceDraft(arcs: pattern, weights: weights)
}

extension ByteScanner {
  /// A number of the line from 0 to `limit`.
  fileprivate mutating func count(upTo limit: Int) throws(InstanceError) -> Int {
    let line = line
    guard let word = wordInLine() else { throw InstanceError(.notANumber, line: line) }
    guard let count = Int(word), 0 <= count else {
      throw InstanceError(.notANumber, line: line, value: String(word.prefix(24)))
    }
    guard count <= limit else {
      throw InstanceError(.tooManyNodes, line: line, value: word)
    }
    return count
  }
}

extension Text {
  fileprivate static let header = Text(
    ru: "Нужна строка «p asn ВЕРШИНЫ ДУГИ».", en: "A line “p asn NODES ARCS” is needed.")
  fileprivate static let secondHeader = Text(
    ru: "Вторая строка «p»: оставьте одну.", en: "A second “p” line: keep one.")
  fileprivate static let order = Text(
    ru: "Порядок строк: «p», затем «n», затем «a».",
    en: "The lines come in this order: “p”, then “n”, then “a”.")
  fileprivate static let nodeTwice = Text(
    ru: "Вершина указана дважды, или её нет.",
    en: "The node is given twice, or there is no such node.")
  fileprivate static let direction = Text(
    ru: "Дуга ведёт от вершины из строк «n» к любой другой.",
    en: "An arc leads from a node of an “n” line to one that has none.")
  fileprivate static let kind = Text(
    ru: "Строка начинается с «c», «p», «n» или «a».",
    en: "A line starts with “c”, “p”, “n” or “a”.")
  fileprivate static let extra = Text(
    ru: "Лишнее в конце строки.", en: "Something is left at the end of the line.")

  fileprivate static func arcCount(found: Int, expected: Int) -> Text {
    Text(
      ru: "Дуг \(found), а заявлено \(expected): файл неполон или строка «p» неверна.",
      en: "There are \(found) arcs and \(expected) announced: complete the file or the “p” line.")
  }
}
