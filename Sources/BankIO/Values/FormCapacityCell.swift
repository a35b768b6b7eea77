import MentoringModel

/// Places in single forms: «educator-educator: 2, educator-pupil: 5».
enum FormCapacityCell {
  /// The places of the forms that are known.
  static func read(
    _ text: String, _ terms: Terms, _ flaws: inout [Flaw]
  ) -> [FormID: Int]? {
    var result: [FormID: Int] = [:]
    for item in CellList.items(text) {
      guard let (name, number) = parts(of: item) else {
        flaws.append(.noFormCapacity(item))
        continue
      }
      guard let form = terms.form(name, &flaws) else { continue }
      result[form] = CapacityCell.read(number, &flaws) ?? 0
    }
    return result
  }

  private static func parts(of item: String) -> (name: String, number: String)? {
    if let mark = item.lastIndex(where: { $0 == ":" || $0 == "=" }) {
      return (item[..<mark].trimmed, item[item.index(after: mark)...].trimmed)
    }
    let (name, remark) = CellList.partsOfItem(item)
    return remark.map { (name, $0) }
  }
}
