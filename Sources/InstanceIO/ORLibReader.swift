import AssignmentKernel
import Wording

/// Reads a number *n* and *n* rows of *n* numbers, separated by any white space.
func readORLib(
  _ scanner: inout ByteScanner, _ options: RawInstance.Options
) throws(InstanceError) -> InstanceDraft {
  scanner.skipMark()
  scanner.skipSpace()
  let start = scanner.position
  guard let size = scanner.number(isStrict: false)?.fixedPoint, size.decimals == 0,
    size.value >= 0
  else { throw scanner.failure(.size, at: start) }
  // Every number but the last takes two bytes at least.
  guard size.value <= 1 << 31, size.value * size.value <= Int64(scanner.count) else {
    throw InstanceError(.endOfFile, line: scanner.line, value: "\(size.value)")
  }
  let count = Int(size.value)
  var matrix = MatrixBuilder(options: options)
  try matrix.weights.reserve(count * count)
  for _ in 0..<count {
    for _ in 0..<count {
      let afterLast = scanner.position
      scanner.skipSpace()
      let start = scanner.position
      guard !scanner.isAtEnd else {
        let place = matrix.place
        throw InstanceError(.endOfFile, line: scanner.line, row: place.row, column: place.column)
      }
      guard start > afterLast, let number = scanner.number(isStrict: false) else {
        throw scanner.failure(.notANumber, at: start)
      }
      try matrix.append(number)
    }
    matrix.endRow()
  }
  scanner.skipSpace()
  guard scanner.isAtEnd else { throw scanner.failure(.tooMuch) }
  return InstanceDraft(arcs: matrix.pattern(columnCount: count), weights: matrix.weights)
}

extension Text {
  fileprivate static let size = Text(
    ru: "Файл начинается с числа строк.", en: "The file starts with the number of rows.")
  fileprivate static let tooMuch = Text(
    ru: "После матрицы ничего не должно быть: проверьте число строк.",
    en: "Nothing may follow the matrix: check the number of rows.")
}
