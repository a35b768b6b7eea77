import Archives
import BankIO
public import Foundation
import InstanceIO
import MentoringModel
import Workbooks

/// A reader of files that others made, given any bytes.
///
/// It may find or throw what it likes; it must return, and soon. Of tables more is asked: what was
/// read of them is written and read again, and must be the same.
public enum FuzzedReader: String, CaseIterable, Sendable {
  /// Both banks as text.
  case csv
  /// Both banks as a workbook.
  case xlsx
  /// The parts of a workbook as ``WorkbookParts`` takes them.
  case sheet
  /// The programme file.
  case programme
  /// A raw instance in JSON.
  case json
  /// A raw instance as the OR-Library has them.
  case orlib
  /// A raw instance as DIMACS has them.
  case dimacs
  /// A matrix of NumPy.
  case npy
  /// A sparse matrix of SciPy.
  case npz

  /// Reads bytes.
  ///
  /// - Returns: what is wrong with the answer, or nil; a crash says enough by itself.
  public func read(_ data: Data) -> String? {
    switch self {
    case .csv: return FuzzedFolder.shared.read(data, ending: "csv")
    case .xlsx:
      readSheets(data)
      return FuzzedFolder.shared.read(data, ending: "xlsx")
    case .sheet: return Self.xlsx.read(WorkbookParts.workbook(of: data))
    case .programme:
      let (programme, findings) = ProgrammeFile.read(data)
      guard programme != nil || findings.contains(where: { $0.severity == .fatal }) else {
        return "no programme, and no finding says why"
      }
      return FuzzedFolder.flaw(of: findings)
    case .json, .orlib, .dimacs, .npy, .npz:
      guard let format = InstanceFormat(rawValue: rawValue) else { return "no such format" }
      _ = try? RawInstance(data: data, format: format)
      return nil
    }
  }

  /// Every row and joined cell of the first sheets, blank cells too, as copies are made of them.
  private func readSheets(_ data: Data) {
    guard let workbook = try? Workbook(data) else { return }
    for sheet in workbook.sheets.prefix(4) {
      _ = try? workbook.merges(of: sheet)
      guard let rows = try? workbook.rows(of: sheet, keepingBlankCells: true) else { continue }
      var left = 10_000
      while left > 0, let row = try? rows.next() {
        for cell in row.cells { _ = workbook.style(of: cell) }
        left -= 1
      }
    }
  }
}
