import MentoringModel

/// Ids for people whose row has none: the same person gets the same id in every file and year.
enum DerivedID {
  /// The id from the folded name, the organization and the year of birth.
  static func of(
    _ name: String, _ organization: OrganizationID?, _ birth: Birth?
  ) -> PersonID {
    let year: Int? =
      switch birth {
      case .day(let day): day.year
      case .year(let year): year
      case nil: nil
      }
    let text = [folded(name), folded(organization?.rawValue ?? ""), year.map { "\($0)" } ?? ""]
      .joined(separator: "|")
    let digits = String(hash(text), radix: 36, uppercase: true)
    return PersonID(rawValue: "P-" + String(repeating: "0", count: 13 - digits.count) + digits)
  }

  /// FNV-1a in 64 bits: the same on every machine, unlike `Hasher`.
  private static func hash(_ text: String) -> UInt64 {
    text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
