public import AssignmentKernel
public import Wording

/// What is wrong with a file of a raw instance, and where.
///
/// Lines are numbered from 1; rows and columns of the instance from 0, as in the answers.
public struct InstanceError: Error, Sendable, Hashable {
  /// The file.
  public var file: String?
  /// The line of the file.
  public var line: Int?
  /// The row of the instance.
  public var row: Int?
  /// The column of the instance.
  public var column: Int?
  /// What was found there.
  public var value: String?
  /// What is the matter and what to do.
  public var reason: Text
  /// Whether nothing is wrong with the file but that there is not enough memory for it.
  public var isShortage = false

  /// Creates an error.
  public init(
    _ reason: Text, file: String? = nil, line: Int? = nil, row: Int? = nil, column: Int? = nil,
    value: String? = nil
  ) {
    self.reason = reason
    self.file = file
    self.line = line
    self.row = row
    self.column = column
    self.value = value
  }

  /// Wraps what the kernel says of the parts of a problem.
  public init(_ error: ProblemError) {
    self.init(error.text)
  }

  /// Says that there is not enough memory.
  public init(_ shortage: MemoryShortage) {
    self.init(shortage.text)
    isShortage = true
  }

  /// The place, the value and the reason in one line.
  public var text: Text {
    var place: [Text] = []
    if let file { place.append(Text(same: file)) }
    if let line { place.append(Text(ru: "строка файла \(line)", en: "line \(line)")) }
    if let row { place.append(Text(ru: "строка матрицы \(row)", en: "row \(row)")) }
    if let column { place.append(Text(ru: "столбец \(column)", en: "column \(column)")) }
    if let value { place.append(Text(ru: "«\(value)»", en: "“\(value)”")) }
    guard !place.isEmpty else { return reason }
    return place.joined(separator: ", ") + Text(same: ": ") + reason
  }
}

extension InstanceError: CustomStringConvertible {
  /// The English text.
  public var description: String { text.en }
}
