import AssignmentKernel
import Wording

/// Reads an instance from JSON; a row or column is used 0…1 times unless the file says otherwise.
func readJSON(
  _ scanner: inout ByteScanner, _ options: RawInstance.Options
) throws(InstanceError) -> InstanceDraft {
  var parts = JSONParts(options: options)
  scanner.skipMark()
  try scanner.object { (scanner, key) throws(InstanceError) in
    try parts.read(key, from: &scanner)
  }
  scanner.skipSpace()
  guard scanner.isAtEnd else { throw scanner.unexpected() }
  return try parts.draft()
}

/// The members of the object, as far as they are read.
private struct JSONParts {
  let options: RawInstance.Options
  var sense: RawInstance.Sense?
  var rows: Int?
  var columns: Int?
  var matrix: (builder: MatrixBuilder, columnCount: Int)?
  var arcs: ArcBuilder?
  var arcExtent = (rows: 0, columns: 0)
  var rowDemand = JSONBounds()
  var columnLoad = JSONBounds()
  var rowGroups: [NodeGroup] = []
  var columnGroups: [NodeGroup] = []
  var groups = JSONGroups()

  private static let keys =
    [
      "objective", "rows", "columns", "weights", "arcs", "rowDemand", "columnLoad", "rowGroups",
      "columnGroups",
    ] + JSONGroups.keys

  init(options: RawInstance.Options) {
    self.options = options
  }

  mutating func read(_ key: String, from scanner: inout ByteScanner) throws(InstanceError) {
    let limit = nodeLimit(bytes: scanner.count)
    switch key {
    case "objective": try readObjective(from: &scanner)
    case "rows": rows = try scanner.integer(in: 0...limit)
    case "columns": columns = try scanner.integer(in: 0...limit)
    case "weights": try readMatrix(from: &scanner)
    case "arcs": try readArcs(from: &scanner, limit: limit)
    case "rowDemand": rowDemand = try JSONBounds(from: &scanner)
    case "columnLoad": columnLoad = try JSONBounds(from: &scanner)
    case "rowGroups": rowGroups = try readGroups(members: "rows", from: &scanner, limit: limit)
    case "columnGroups":
      columnGroups = try readGroups(members: "columns", from: &scanner, limit: limit)
    case let key where JSONGroups.keys.contains(key):
      try groups.read(key, from: &scanner, limit: limit)
    default:
      if let known = nearMiss(of: key, among: Self.keys) {
        throw InstanceError(.unknownKey(known), line: scanner.line, value: key)
      }
      try scanner.skipValue()
    }
  }

  private mutating func readObjective(from scanner: inout ByteScanner) throws(InstanceError) {
    let start = scanner.position
    guard let sense = RawInstance.Sense(rawValue: try scanner.string()) else {
      throw scanner.failure(.objective, at: start)
    }
    self.sense = sense
  }

  private mutating func readMatrix(from scanner: inout ByteScanner) throws(InstanceError) {
    var builder = MatrixBuilder(options: options)
    var columnCount: Int?
    try scanner.array { (scanner) throws(InstanceError) in
      try scanner.array { (scanner) throws(InstanceError) in
        if scanner.current == UInt8(ascii: "n"), scanner.takes(word: "null") {
          builder.forbid()
          return
        }
        let start = scanner.position
        guard let number = scanner.number(isStrict: true) else {
          if scanner.isAtEnd { throw scanner.unexpected() }
          var error = scanner.failure(.notAWeight, at: start)
          (error.row, error.column) = builder.place
          throw error
        }
        do throws(InstanceError) {
          try builder.append(number)
        } catch {
          throw error.with(scanner.failure(error.reason, at: start))
        }
      }
      let expected = columnCount ?? builder.width
      guard builder.width == expected else {
        throw InstanceError(
          .rowLength(builder.width, expected: expected), line: scanner.line,
          row: builder.place.row)
      }
      columnCount = expected
      builder.endRow()
    }
    matrix = (builder, columnCount ?? 0)
  }

  private mutating func readArcs(
    from scanner: inout ByteScanner, limit: Int
  ) throws(InstanceError) {
    var builder = ArcBuilder(options: options)
    try scanner.array { (scanner) throws(InstanceError) in
      try scanner.take(UInt8(ascii: "["))
      let row = try scanner.integer(in: 0...limit)
      try scanner.take(UInt8(ascii: ","))
      let column = try scanner.integer(in: 0...limit)
      try scanner.take(UInt8(ascii: ","))
      scanner.skipSpace()
      let start = scanner.position
      guard let number = scanner.number(isStrict: true) else { throw scanner.unexpected() }
      do throws(InstanceError) {
        try builder.append(row: row, column: column, number)
      } catch {
        throw error.with(scanner.failure(error.reason, at: start))
      }
      try scanner.take(UInt8(ascii: "]"))
      arcExtent = (max(arcExtent.rows, row + 1), max(arcExtent.columns, column + 1))
    }
    arcs = builder
  }

  private func readGroups(
    members: String, from scanner: inout ByteScanner, limit: Int
  ) throws(InstanceError) -> [NodeGroup] {
    var groups: [NodeGroup] = []
    try scanner.array { (scanner) throws(InstanceError) in
      var nodes: [Int]?
      var bounds: (lower: Int, upper: Int?) = (0, nil)
      let line = scanner.line
      try scanner.object { (scanner, key) throws(InstanceError) in
        switch key {
        case members:
          var list: [Int] = []
          try scanner.array { (scanner) throws(InstanceError) in
            list.append(try scanner.integer(in: 0...limit))
          }
          nodes = list
        case "lower": bounds.lower = try scanner.integer(in: JSONBounds.range)
        case "upper": bounds.upper = try scanner.integer(in: JSONBounds.range)
        default: try scanner.skipValue()
        }
      }
      guard let nodes, let upper = bounds.upper else {
        throw InstanceError(.group(members), line: line)
      }
      groups.append(NodeGroup(nodes, Bounds(lower: bounds.lower, upper: upper)))
    }
    return groups
  }

  /// The parts together, as far as they agree.
  func draft() throws(InstanceError) -> InstanceDraft {
    var draft: InstanceDraft
    switch (matrix, arcs) {
    case (.some, .some): throw InstanceError(.twoKinds)
    case (let (builder, width)?, nil):
      let height = builder.place.row
      let isEmpty = height == 0
      guard rows ?? height == height, isEmpty || columns ?? width == width else {
        throw InstanceError(
          .shape("\(height) × \(width)", expected: "\(rows ?? height) × \(columns ?? width)"))
      }
      draft = InstanceDraft(
        arcs: builder.pattern(columnCount: isEmpty ? columns ?? 0 : width),
        weights: builder.weights)
    case (nil, let builder?):
      guard let rows, let columns else { throw InstanceError(.noShape) }
      guard arcExtent.rows <= rows, arcExtent.columns <= columns else {
        throw InstanceError(
          .shape("\(arcExtent.rows) × \(arcExtent.columns)", expected: "\(rows) × \(columns)"))
      }
      let (pattern, weights) = try builder.finished(rowCount: rows, columnCount: columns)
      draft = InstanceDraft(arcs: pattern, weights: weights)
    case (nil, nil): throw InstanceError(.noWeights)
    }
    draft.sense = sense ?? .min
    draft.rowDemand = try rowDemand.expanded(to: draft.arcs.rowCount, key: "rowDemand")
    draft.columnLoad = try columnLoad.expanded(to: draft.arcs.columnCount, key: "columnLoad")
    draft.rowGroups = rowGroups
    draft.columnGroups = columnGroups
    draft.groups = try groups.draft(columns: draft.arcs.columnCount)
    return draft
  }
}

extension InstanceError {
  /// The same error with the line and the value of another, where it is about them.
  fileprivate func with(_ other: InstanceError) -> InstanceError {
    guard !isShortage else { return self }
    var error = self
    (error.line, error.value) = (other.line, other.value)
    return error
  }
}

extension Text {
  fileprivate static let objective = Text(
    ru: "Цель — «min» или «max».", en: "The objective is “min” or “max”.")
  fileprivate static let notAWeight = Text(
    ru: "Вес — число или null.", en: "A weight is a number or null.")
  fileprivate static let twoKinds = Text(
    ru: "Даны и weights, и arcs: оставьте одно.", en: "Both weights and arcs are given: keep one.")
  fileprivate static let noWeights = Text(
    ru: "Нет ни weights, ни arcs.", en: "There are neither weights nor arcs.")
  fileprivate static let noShape = Text(
    ru: "Для arcs нужны rows и columns.", en: "With arcs, rows and columns are needed.")

  fileprivate static func unknownKey(_ known: String) -> Text {
    Text(ru: "Ключ неизвестен; возможно, «\(known)»?", en: "Unknown key; do you mean “\(known)”?")
  }

  fileprivate static func rowLength(_ found: Int, expected: Int) -> Text {
    Text(
      ru: "В строке \(found) чисел, а в первой \(expected).",
      en: "The row has \(found) numbers and the first one \(expected).")
  }

  fileprivate static func shape(_ found: String, expected: String) -> Text {
    Text(
      ru: "Веса занимают \(found), а заявлено \(expected).",
      en: "The weights fill \(found) and \(expected) is announced.")
  }

  fileprivate static func group(_ members: String) -> Text {
    Text(ru: "Группе нужны \(members) и upper.", en: "A group needs \(members) and upper.")
  }
}
