import AssignmentKernel
import Foundation
import Wording

/// Reads a dense matrix of NumPy; NaN or infinity forbids an arc.
func readNPY(
  _ data: Data, _ options: RawInstance.Options
) throws(InstanceError) -> InstanceDraft {
  let array = try NPYArray(data)
  guard array.shape.count == 2, array.element != .bytes, array.element != .text else {
    throw InstanceError(.notAMatrix)
  }
  let (rows, columns) = (array.shape[0], array.shape[1])
  var matrix = MatrixBuilder(options: options)
  try matrix.weights.reserve(array.count)
  try array.withElements { (elements) throws(InstanceError) in
    for row in 0..<rows {
      for column in 0..<columns {
        let index = array.isFortran ? column * rows + row : row * columns + column
        if let number = elements.number(index) {
          try matrix.append(number)
        } else {
          matrix.forbid()
        }
      }
      matrix.endRow()
    }
  }
  return InstanceDraft(arcs: matrix.pattern(columnCount: columns), weights: matrix.weights)
}

extension Text {
  fileprivate static let notAMatrix = Text(
    ru: "Массив — не матрица чисел.", en: "The array is not a matrix of numbers.")
}
