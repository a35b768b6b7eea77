import Archives
import OfficeXML

/// The rows of a sheet, one at a time.
///
/// - Complexity: O(*n*) time for *n* bytes; the space of one row and 64 KB.
public final class SheetRows {
  private let part: String
  private let stream: MemberStream
  private let budget: ReadBudget
  private let handler: SheetHandler
  private let parser: XMLParser
  private var waiting: ArraySlice<Row> = []
  private var isAtEnd = false

  init(
    _ stream: MemberStream, part: String, budget: ReadBudget, handler: SheetHandler
  ) throws(WorkbookError) {
    self.part = part
    self.stream = stream
    self.budget = budget
    self.handler = handler
    parser = try XMLParser(handler, part: part)
  }

  /// What the sheet says of its columns and ranges; whole when all rows were taken.
  public var layout: SheetLayout { handler.layout }

  /// The next row, or nil at the end.
  public func next() throws(WorkbookError) -> Row? {
    while waiting.isEmpty, !isAtEnd {
      isAtEnd = try !parser.parseNext(of: stream, part: part, budget: budget)
      waiting = handler.takeRows()[...]
    }
    return waiting.popFirst()
  }
}

extension XMLParser {
  /// Creates a parser for a part of a workbook.
  convenience init(_ handler: any XMLHandler, part: String) throws(WorkbookError) {
    do throws(XMLFault) { try self.init(handler) } catch { throw WorkbookError(error, part: part) }
  }

  /// Parses the next piece of a member; false where that was the last.
  func parseNext(
    of stream: MemberStream, part: String, budget: ReadBudget
  ) throws(WorkbookError) -> Bool {
    do {
      let fault = try stream.next { piece -> XMLFault? in
        budget.left -= piece.count
        do throws(XMLFault) { try parse(piece) } catch { return error }
        return nil
      }
      switch fault {
      case nil:
        do throws(XMLFault) { try finish() } catch { throw WorkbookError(error, part: part) }
        return false
      case .some(nil): return true
      case .some(let fault?): throw WorkbookError(fault, part: part)
      }
    } catch let error as ArchiveError {
      throw WorkbookError(error, part: part)
    } catch let error as WorkbookError {
      throw error
    } catch {
      throw .damaged(part: part)
    }
  }
}
