import Archives
import OfficeXML

/// Why a file cannot be read as a workbook.
public enum WorkbookError: Error, Hashable, Sendable {
  /// It is no workbook of Excel 2007 or later: no ZIP archive, or one without a workbook.
  case notAWorkbook
  /// A workbook of Excel 97–2003, or one that is protected with a password.
  case compoundFile
  /// A workbook of LibreOffice, OpenOffice or another program that writes OpenDocument.
  case openDocument
  /// A binary workbook, `.xlsb`.
  case binaryWorkbook
  /// A part of the file is damaged or is not there.
  case damaged(part: String)
  /// A part has a document type, which no workbook needs.
  case documentType(part: String)
  /// A part unpacks to more than any sound one.
  case tooLarge(part: String)
  /// There is no memory to read it.
  case noMemory

  init(_ error: ArchiveError, part: String) {
    self =
      switch error {
      case .notAnArchive: .notAWorkbook
      case .encrypted: .compoundFile
      case .damaged, .unknownMethod: .damaged(part: part)
      case .tooManyMembers, .tooLarge: .tooLarge(part: part)
      }
  }

  init(_ fault: XMLFault, part: String) {
    self =
      switch fault {
      case .malformed: .damaged(part: part)
      case .documentType: .documentType(part: part)
      case .noMemory: .noMemory
      }
  }
}
