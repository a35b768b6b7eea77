import AssignmentKernel
import Wording

/// What a draft says of columns that may close.
struct GroupDraft {
  var mayClose: [Bool]
  /// What opening each column adds, in the units and the sense of the file; empty for nothing.
  var opening: [DecimalNumber]
  var rules: [CompositionRule]
  var companies: [Company]
  var openLimits: [OpenLimit]
}

/// The members of a JSON instance that make its columns groups.
struct JSONGroups {
  /// The members' names.
  static let keys = ["mayClose", "opening", "rules", "together", "openLimits"]

  private var mayClose: [Bool]?
  private var closesAll: Bool?
  private var opening: [DecimalNumber] = []
  private var isOpeningShared = false
  private var rules: [NodeList] = []
  private var companies: [NodeList] = []
  private var openLimits: [NodeList] = []

  mutating func read(
    _ key: String, from scanner: inout ByteScanner, limit: Int
  ) throws(InstanceError) {
    switch key {
    case "mayClose": try readMayClose(from: &scanner)
    case "opening": try readOpening(from: &scanner)
    case "rules": rules = try NodeList.read(from: &scanner, limit: limit, needs: .rowsAndBounds)
    case "together": companies = try NodeList.read(from: &scanner, limit: limit, needs: .rows)
    default: openLimits = try NodeList.read(from: &scanner, limit: limit, needs: .bounds)
    }
  }

  private mutating func readMayClose(from scanner: inout ByteScanner) throws(InstanceError) {
    func truth(_ scanner: inout ByteScanner) throws(InstanceError) -> Bool {
      if scanner.takes(word: "true") { return true }
      guard scanner.takes(word: "false") else {
        throw InstanceError(.notATruthValue, line: scanner.line, value: "mayClose")
      }
      return false
    }
    scanner.skipSpace()
    guard scanner.current == UInt8(ascii: "[") else {
      closesAll = try truth(&scanner)
      return
    }
    var list: [Bool] = []
    try scanner.array { (scanner) throws(InstanceError) in list.append(try truth(&scanner)) }
    mayClose = list
  }

  private mutating func readOpening(from scanner: inout ByteScanner) throws(InstanceError) {
    func number(_ scanner: inout ByteScanner) throws(InstanceError) -> DecimalNumber {
      guard let number = scanner.number(isStrict: true) else {
        if scanner.isAtEnd { throw scanner.unexpected() }
        throw InstanceError(.notAnAmount, line: scanner.line, value: "opening")
      }
      return number
    }
    scanner.skipSpace()
    isOpeningShared = scanner.current != UInt8(ascii: "[")
    if isOpeningShared {
      opening = [try number(&scanner)]
      return
    }
    var list: [DecimalNumber] = []
    try scanner.array { (scanner) throws(InstanceError) in list.append(try number(&scanner)) }
    opening = list
  }

  /// What was read, or nil where nothing makes a column a group.
  func draft(columns count: Int) throws(InstanceError) -> GroupDraft? {
    let mayClose = mayClose ?? Array(repeating: closesAll ?? false, count: count)
    guard mayClose.count == count else {
      throw InstanceError(.count(mayClose.count, expected: count), value: "mayClose")
    }
    guard isOpeningShared || opening.isEmpty || opening.count == count else {
      throw InstanceError(.count(opening.count, expected: count), value: "opening")
    }
    guard
      mayClose.contains(true) || !opening.isEmpty || !rules.isEmpty || !companies.isEmpty
        || !openLimits.isEmpty
    else { return nil }
    let closable = mayClose.indices.filter { mayClose[$0] }
    let zero = DecimalNumber(0)
    return GroupDraft(
      mayClose: mayClose,
      opening: isOpeningShared
        ? mayClose.map { $0 ? opening[0] : zero } : opening,
      rules: rules.map {
        CompositionRule(
          columns: $0.columns ?? closable, rows: $0.rows ?? [],
          Bounds(lower: $0.lower ?? 0, upper: $0.upper ?? max($0.rows?.count ?? 0, $0.lower ?? 0)))
      },
      companies: companies.map {
        Company(rows: $0.rows ?? [], columns: $0.columns ?? Array(0..<count))
      },
      openLimits: openLimits.map {
        let members = $0.columns ?? closable
        return OpenLimit(
          columns: members,
          Bounds(lower: $0.lower ?? 0, upper: $0.upper ?? max(members.count, $0.lower ?? 0)))
      })
  }
}

/// One rule, list of rows that keep together, or limit, as it is written.
private struct NodeList {
  enum Need {
    case rows
    case bounds
    case rowsAndBounds
  }

  var rows: [Int]?
  var columns: [Int]?
  var lower: Int?
  var upper: Int?

  static func read(
    from scanner: inout ByteScanner, limit: Int, needs: Need
  ) throws(InstanceError) -> [NodeList] {
    var lists: [NodeList] = []
    try scanner.array { (scanner) throws(InstanceError) in
      var list = NodeList()
      let line = scanner.line
      if needs == .rows, scanner.current == UInt8(ascii: "[") {
        list.rows = try numbers(&scanner, limit)
      } else {
        try scanner.object { (scanner, key) throws(InstanceError) in
          switch key {
          case "rows" where needs != .bounds: list.rows = try numbers(&scanner, limit)
          case "columns": list.columns = try numbers(&scanner, limit)
          case "lower" where needs != .rows: list.lower = try scanner.integer(in: JSONBounds.range)
          case "upper" where needs != .rows: list.upper = try scanner.integer(in: JSONBounds.range)
          default:
            throw InstanceError(.unknownMember, line: scanner.line, value: String(key.prefix(24)))
          }
        }
      }
      let hasBounds = list.lower != nil || list.upper != nil
      guard needs == .bounds || list.rows != nil, needs == .rows || hasBounds else {
        throw InstanceError(needs.text, line: line)
      }
      lists.append(list)
    }
    return lists
  }

  private static func numbers(
    _ scanner: inout ByteScanner, _ limit: Int
  ) throws(InstanceError) -> [Int] {
    var list: [Int] = []
    try scanner.array { (scanner) throws(InstanceError) in
      list.append(try scanner.integer(in: 0...limit))
    }
    return list
  }
}

extension NodeList.Need {
  fileprivate var text: Text {
    switch self {
    case .rows: Text(ru: "Списку together нужны rows.", en: "Together needs rows.")
    case .bounds: Text(ru: "Пределу нужны lower или upper.", en: "A limit needs lower or upper.")
    case .rowsAndBounds:
      Text(ru: "Правилу нужны rows и lower или upper.", en: "A rule needs rows and lower or upper.")
    }
  }
}

extension Text {
  fileprivate static let notATruthValue = Text(
    ru: "Здесь должно быть true или false.", en: "True or false must stand here.")
  fileprivate static let notAnAmount = Text(
    ru: "Здесь должно быть число.", en: "A number must stand here.")
  fileprivate static let unknownMember = Text(
    ru: "Здесь бывают только rows, columns, lower и upper.",
    en: "Only rows, columns, lower and upper can stand here.")

  fileprivate static func count(_ found: Int, expected: Int) -> Text {
    Text(
      ru: "Значений \(found), а столбцов \(expected).",
      en: "There are \(found) values and \(expected) columns.")
  }
}
