public import MentoringModel
public import Workbooks

/// The bases of organizations as one: a person of several bases stands in it once.
///
/// ```swift
/// let folder = ProgrammeFolder.read(at: "district")
/// if let base = MunicipalBase(of: folder) {
///   for file in try base.workbooks() { print(file.name, file.bytes.count) }
/// }
/// ```
///
/// Rows that are surely about one person are merged, and that of the person's own organization
/// holds; who may be one person is asked about in ``duplicates``. Laureates are part of the base
/// that the whole municipality may ask. The organizations stand in the order of their registry.
public struct MunicipalBase: Sendable {
  /// The bank with one row a person.
  public let bank: Bank
  /// What became of the rows of each base.
  public let counts: [BaseCount]
  /// The mentors of the bank with awards.
  public let laureateCount: Int
  /// The laureates whom their own bases do not mark as municipal, and this one does.
  public let newlyMunicipal: [PersonID]
  /// Who in the bank still looks like whom.
  public let lookalikes: [Lookalike]

  /// How many pairs a curator is asked about.
  public var openQuestions: Int { lookalikes.count(where: \.isOpen) }

  private let programme: Programme

  /// Merges the bases of a folder; nil where its programme file cannot be used.
  ///
  /// - Complexity: O(*n* log *n*) time for *n* mentors.
  public init?(of folder: LoadedFolder) {
    guard let programme = folder.programme else { return nil }
    self.programme = programme
    counts = folder.bases
    var bank = folder.bank
    bank.sortMentors()
    var marked: [PersonID] = []
    for place in bank.mentors.indices
    where !bank.mentors[place].awards.isEmpty && !bank.mentors[place].isMunicipal {
      bank.mentors[place].isMunicipal = true
      marked.append(bank.mentors[place].id)
    }
    newlyMunicipal = marked
    laureateCount = bank.mentors.count { !$0.awards.isEmpty }
    let there = Set(bank.mentors.map(\.id)).union(bank.mentees.map(\.id))
    lookalikes = folder.lookalikes.filter {
      there.contains($0.first.id) && there.contains($0.second.id)
    }
    self.bank = bank
  }

  /// Whether every row is accounted for: those that are kept are the people of the bank.
  public var addsUp: Bool {
    counts.allSatisfy(\.addsUp) && BaseCount.total(of: counts).kept == bank.mentors.count
  }

  /// The tables as CSV.
  public func files() -> [(name: String, bytes: [UInt8])] {
    BankWriter.files(for: bank, of: programme).map { ($0.name, Array($0.text.utf8)) }
  }

  /// The tables as workbooks.
  ///
  /// - Throws: `WorkbookWriteError`: a table has more rows than a sheet, or there is no room.
  public func workbooks() throws(WorkbookWriteError) -> [(name: String, bytes: [UInt8])] {
    try BankWriter.workbooks(for: bank, of: programme)
  }

  /// The table in which a curator answers who is one person; nil where nobody looks like another.
  public var duplicates: (name: String, text: String)? { DuplicatesFile.file(of: lookalikes) }

  /// The counts as a table: a row for each base, and one for all of them.
  public var report: (name: String, text: String) {
    (
      Self.reportName,
      ([Self.reportHeadings] + counts.map(Self.cells) + [Self.cells(total)])
        .reduce("\u{FEFF}") { $0 + CSVText.row($1) }
    )
  }

  /// The counts of all bases together.
  public var total: BaseCount { .total(of: counts) }

  /// The name of ``report``.
  public static let reportName = "merge.csv"

  private static let reportHeadings = [
    "База", "Организация", "Строк", "В единой базе", "Объединено", "Не учтено",
    "Лауреатов", "Лауреатов в единой базе", "Лауреатов объединено", "Лауреатов не учтено",
  ]

  private static func cells(_ count: BaseCount) -> [String] {
    [count.base.isEmpty ? "Всего" : count.base, count.organization?.rawValue ?? ""]
      + [
        count.rows, count.kept, count.merged, count.leftOut, count.laureates,
        count.laureatesKept, count.laureatesMerged, count.laureatesLeftOut,
      ].map(String.init)
  }
}

extension Bank {
  /// Puts the mentors of each organization together, in the order of the registry.
  fileprivate mutating func sortMentors() {
    let order = Dictionary(
      organizations.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    func key(_ mentor: Mentor) -> (Int, String) {
      guard let home = mentor.person.organization else { return (.max, "") }
      return order[home].map { ($0, "") } ?? (order.count, home.rawValue)
    }
    let keys = mentors.map(key)
    mentors = mentors.indices.sorted { (keys[$0].0, keys[$0].1, $0) < (keys[$1].0, keys[$1].1, $1) }
      .map { mentors[$0] }
  }
}
