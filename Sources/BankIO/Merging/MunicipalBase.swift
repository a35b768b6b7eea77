public import MentoringModel
public import Wording
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
  /// What became of the rows of each base of mentors.
  public let counts: [BaseCount]
  /// What became of the rows of each base of mentees.
  public let menteeCounts: [BaseCount]
  /// The bases that cannot be read and have no part in this one, with the reason.
  public let unread: [Finding]
  /// The mentors of the bank with awards.
  public let laureateCount: Int
  /// The laureates whom their own bases do not mark as municipal, and this one does.
  public let newlyMunicipal: [PersonID]
  /// Who in the bank still looks like whom.
  public let lookalikes: [Lookalike]

  /// How many pairs a curator is asked about.
  public var openQuestions: Int { lookalikes.count(where: \.isOpen) }

  private let programme: Programme

  /// Merges the bases of a folder; nil where its programme file cannot be used, or none of its
  /// bases can be read.
  ///
  /// A base that cannot be read keeps none of the others out: it is told of in ``unread``.
  ///
  /// - Complexity: O(*n* log *n*) time for *n* mentors.
  public init?(of folder: LoadedFolder) {
    guard let programme = folder.programme else { return nil }
    self.programme = programme
    counts = folder.mentorBases
    menteeCounts = folder.menteeBases
    unread = folder.findings.filter { $0.severity == .fatal }
    let lost = Set(unread.map(\.location.file))
    guard
      unread.allSatisfy({ finding in
        // Of a table in two files nobody knows which holds.
        guard finding.code != "twoTables", let kind = FolderListing.kind(of: finding.location.file),
          kind.isNeeded
        else { return false }
        let bases = kind == .mentors ? folder.mentorBases : folder.menteeBases
        return bases.contains { !lost.contains($0.base) }
      })
    else { return nil }
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

  /// Whether every row is accounted for: those that are kept are the people of the bank and what
  /// they ask for.
  public var addsUp: Bool {
    (counts + menteeCounts).allSatisfy(\.addsUp) && total.kept == bank.mentors.count
      && menteeTotal.kept == bank.profiles.reduce(0) { $0 + $1.members.count }
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

  /// The counts as a table: a row for each base, one for all bases of each bank, and one for each
  /// base that cannot be read.
  public var report: (name: String, text: String) {
    let banks = [(TableKind.mentors, counts, total), (.mentees, menteeCounts, menteeTotal)]
    let rows = banks.flatMap { kind, counts, total in
      (counts + [total]).map { Self.cells($0, of: kind) }
    }
    let missing = unread.map { finding in
      [
        FolderListing.kind(of: finding.location.file)?.title.ru ?? "", finding.location.file,
        "\(standing(of: finding).ru): \(finding.message.ru)",
      ]
    }
    return (
      Self.reportName,
      ([Self.reportHeadings] + rows + missing).reduce("\u{FEFF}") { $0 + CSVText.row($1) }
    )
  }

  /// Whether rows of a base stand in this one although it cannot be read to its end.
  public func standing(of unread: Finding) -> Text {
    let isBegun = (counts + menteeCounts).contains { $0.base == unread.location.file }
    return isBegun
      ? Text(ru: "прочитана не вся", en: "not read to its end")
      : Text(ru: "не прочитана", en: "not read")
  }

  /// The counts of all bases of mentors together.
  public var total: BaseCount { .total(of: counts) }

  /// The counts of all bases of mentees together.
  public var menteeTotal: BaseCount { .total(of: menteeCounts) }

  /// The name of ``report``.
  public static let reportName = "merge.csv"

  private static let reportHeadings = [
    "Таблица", "База", "Организация", "Строк", "В единой базе", "Объединено", "Не учтено",
    "Лауреатов", "Лауреатов в единой базе", "Лауреатов объединено", "Лауреатов не учтено",
  ]

  private static func cells(_ count: BaseCount, of kind: TableKind) -> [String] {
    let laureates = [
      count.laureates, count.laureatesKept, count.laureatesMerged, count.laureatesLeftOut,
    ]
    return [
      kind.title.ru, count.base.isEmpty ? "Всего" : count.base, count.organization?.rawValue ?? "",
    ] + [count.rows, count.kept, count.merged, count.leftOut].map(String.init)
      + laureates.map { kind == .mentors ? String($0) : "" }
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
