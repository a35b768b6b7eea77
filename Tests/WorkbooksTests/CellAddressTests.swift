import Testing

@testable import Workbooks

struct CellAddressTests {
  @Test(arguments: [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (703, "AAA"), (16_384, "XFD")])
  func `names columns as spreadsheets do`(column: Int, letters: String) throws {
    #expect(CellAddress.letters(ofColumn: column) == letters)
    let address = try #require(CellAddress.parse("\(letters)7".utf8))
    #expect(address.column == column)
    #expect(address.row == 7)
  }

  @Test(arguments: [
    "", "A", "7", "7A", "XFE1", "A1048577", "A0", "Я1", "A-1", "A999999999999999999",
  ])
  func `takes nothing else for an address`(text: String) {
    #expect(CellAddress.parse(text.utf8) == nil)
  }
}
