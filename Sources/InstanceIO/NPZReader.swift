import Archives
import AssignmentKernel
import Foundation
import Wording

/// Deflate packs at most so many bytes into one.
private let mostPacked = 1032

/// Reads a sparse CSR matrix of SciPy; an entry that is not stored forbids the arc.
func readNPZ(
  _ data: Data, _ options: RawInstance.Options
) throws(InstanceError) -> InstanceDraft {
  try options.memory.take(data.count)
  let archive: Archive
  do throws(ArchiveError) { archive = try Archive(data) } catch { throw InstanceError(error) }
  func array(_ name: String) throws(InstanceError) -> NPYArray {
    let size = min(mostPacked * data.count, archive.size(of: name + ".npy") ?? 0)
    // The bytes, as they come, and as a copy.
    try options.memory.take(3 * size)
    let member: [UInt8]?
    do throws(ArchiveError) {
      member = try archive.member(name + ".npy", limit: size)
    } catch {
      throw InstanceError(error)
    }
    guard let member else { throw InstanceError(.noMember, value: name) }
    return try NPYArray(Data(member))
  }
  guard let format = try array("format").string, format == "csr" else {
    throw InstanceError(.notCSR)
  }
  let shape = try array("shape").integers()
  guard shape.count == 2, shape.allSatisfy({ 0 <= $0 && $0 <= nodeLimit(bytes: data.count) })
  else { throw InstanceError(.tooManyNodes) }
  let starts = try array("indptr").integers()
  let columns = try array("indices").integers()
  let values = try array("data")
  guard starts.count == shape[0] + 1, starts.first == 0, starts.last == columns.count,
    values.count == columns.count, values.shape.count == 1,
    values.element != .bytes, values.element != .text
  else { throw InstanceError(.mismatch) }

  var arcs = ArcBuilder(options: options)
  try values.withElements { (elements) throws(InstanceError) in
    for row in 0..<shape[0] {
      guard starts[row] <= starts[row + 1], starts[row + 1] <= columns.count else {
        throw InstanceError(.mismatch, row: row)
      }
      for index in starts[row]..<starts[row + 1] {
        guard (0..<shape[1]).contains(columns[index]) else {
          throw InstanceError(.mismatch, row: row, value: "\(columns[index])")
        }
        // NaN and infinity forbid, as in a dense matrix.
        guard let number = elements.number(index) else { continue }
        try arcs.append(row: row, column: columns[index], number)
      }
    }
  }
  let (pattern, weights) = try arcs.finished(rowCount: shape[0], columnCount: shape[1])
  return InstanceDraft(arcs: pattern, weights: weights)
}

extension NPYArray {
  /// The elements of a list of integers.
  fileprivate func integers() throws(InstanceError) -> [Int] {
    guard shape.count == 1, element == .signed || element == .unsigned else {
      throw InstanceError(.mismatch)
    }
    return try withElements { (elements) throws(InstanceError) in
      var list: [Int] = []
      list.reserveCapacity(count)
      for index in 0..<count {
        guard let value = elements.integer(index) else { throw InstanceError(.mismatch) }
        list.append(value)
      }
      return list
    }
  }
}

extension InstanceError {
  fileprivate init(_ error: ArchiveError) {
    switch error {
    case .notAnArchive: self.init(Text.notZIP)
    case .damaged, .tooManyMembers: self.init(Text.damaged)
    case .tooLarge(let name): self.init(Text.damaged, value: name)
    case .encrypted(let name): self.init(Text.encrypted, value: name)
    case .unknownMethod(let name): self.init(Text.method, value: name)
    }
  }
}

extension Text {
  fileprivate static let notZIP = Text(
    ru: "Это не файл NPZ.", en: "This is not an NPZ file.")
  fileprivate static let damaged = Text(
    ru: "Архив повреждён: сохраните его ещё раз.", en: "The archive is damaged: save it again.")
  fileprivate static let encrypted = Text(
    ru: "Архив зашифрован: сохраните его без пароля.",
    en: "The archive is encrypted: save it without a password.")
  fileprivate static let method = Text(
    ru: "Способ сжатия не поддерживается: сохраните через scipy.sparse.save_npz.",
    en: "The compression is not supported: save with scipy.sparse.save_npz.")
  fileprivate static let noMember = Text(
    ru: "В архиве нет этого массива: сохраните матрицу через scipy.sparse.save_npz.",
    en: "The archive lacks this array: save the matrix with scipy.sparse.save_npz.")
  fileprivate static let notCSR = Text(
    ru: "Матрица не в формате CSR: преобразуйте её через tocsr().",
    en: "The matrix is not in CSR form: convert it with tocsr().")
  fileprivate static let mismatch = Text(
    ru: "Массивы матрицы CSR не подходят друг к другу.",
    en: "The arrays of the CSR matrix do not fit together.")
}
