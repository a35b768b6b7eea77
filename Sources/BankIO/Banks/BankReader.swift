import MentoringModel

/// Reads all tables of a folder into a bank.
struct BankReader {
  /// What the tables hold.
  var bank = Bank()
  /// What is the matter with them.
  private(set) var findings: [Finding] = []
  /// Where the columns of the tables stand.
  private(set) var places = TablePlaces()
  /// What the curator answered about people who look alike.
  private(set) var answers: [DuplicateAnswer] = []

  /// What became of the rows of the mentors' bases.
  var mentorTally = BaseTally()
  /// What became of the rows of the mentees' bases.
  var menteeTally = BaseTally()
  /// The rows of mentees.
  private(set) var requestPlaces = RequestPlaces()
  /// The organizations whose bases the files are.
  private(set) var homes: [String: OrganizationID] = [:]

  private let listing: FolderListing
  private let catalogue: HeadingCatalogue
  private let terms: Terms

  /// Reads the tables by the words of a programme, or by the built-in ones alone.
  init(programme: Programme?, listing: FolderListing) {
    self.listing = listing
    catalogue = HeadingCatalogue(further: programme?.headings ?? [:])
    terms = Terms(programme)
    readOrganizations()
    let index = OrganizationIndex(bank.organizations)
    for place in bank.organizations.indices {
      let parent = bank.organizations[place].parent?.rawValue
      bank.organizations[place].parent = parent.map(index.organization)
    }
    let banks = (listing.tables(.mentors) + listing.tables(.mentees)).map(\.name)
    let bases = HomeBases(banks, index)
    homes = bases.homes
    findings += bases.findings
    var person = PersonRow(terms: terms, organizations: index, homes: homes)
    person.ids = ids(person)
    findings += person.ids.findings
    readMentors(person)
    readMentees(person)
    readRoster(person)
    readDecisions()
    readAnswers()
  }

  private mutating func readOrganizations() {
    var unique = FirstOfEach<OrganizationID, Organization>()
    read(.organizations) { row in
      if let one = Organization(&row) { unique.add(one, id: one.id, at: row.location) }
    }
    bank.organizations = unique.things
    findings += unique.findings
  }

  /// Whom ids mean, where several organizations have bases: these are read twice.
  private func ids(_ person: PersonRow) -> BaseIDs {
    guard !homes.isEmpty else { return BaseIDs() }
    var census = BaseCensus()
    for kind in [TableKind.mentors, .mentees] {
      for file in listing.tables(kind) {
        var table = TableReader(file: file.name, kind: kind, catalogue: catalogue)
        table.read(file) { row in
          if let one = person.read(&row) { census.add(one, in: person.base(of: row)) }
          if kind == .mentees, let group = row.text(.group), let home = homes[file.name] {
            census.add(group: group, in: home)
          }
        }
      }
    }
    return BaseIDs(census)
  }

  private mutating func readMentors(_ person: PersonRow) {
    var unique = FirstOfEach<PersonID, Mentor>(
      isSame: { $0.isSame(as: $1) }, merge: { [homes] in $0.merge($1, homes: homes) })
    var tally = BaseTally()
    read(.mentors) { row in
      if let one = MentorRow(person: person).read(&row) {
        let fate = unique.add(one, id: one.id, at: row.location)
        tally.add(fate, at: row.location, isLaureate: !one.awards.isEmpty)
      } else {
        tally.add(.leftOut, at: row.location, isLaureate: row.text(.awards) != nil)
      }
    }
    mentorTally = tally
    bank.mentors = unique.things
    findings += unique.findings
  }

  private mutating func readMentees(_ person: PersonRow) {
    var collector = MenteeCollector()
    var tally = BaseTally()
    read(.mentees) { row in
      let isKept = MenteeRow(&row, person: person).map { collector.add($0) } ?? false
      tally.add(isKept ? .kept : .leftOut, at: row.location)
    }
    menteeTally = tally
    requestPlaces = collector.places
    bank.mentees = collector.mentees
    bank.profiles = collector.profiles
    findings += collector.findings
  }

  private mutating func readRoster(_ person: PersonRow) {
    var unique = FirstOfEach<PersonID, RosterEntry>(isSame: ==)
    read(.roster) { row in
      if let one = RosterEntry(&row, person: person) {
        unique.add(one, id: one.id, at: row.location)
      }
    }
    bank.roster = unique.things
    findings += unique.findings
  }

  private mutating func readDecisions() {
    var (decisions, companions): ([Decision], [Companions]) = ([], [])
    var ofForms: [FormDecision] = []
    read(.decisions) { [terms] row in
      if let kind = row.text(.kind).flatMap(DecisionKindCell.companions) {
        if let some = Companions(&row, kind: kind, terms: terms) { companions.append(some) }
      } else if row.text(.mentor) == nil, row.text(.mentee) == nil, row.text(.form) != nil {
        if let one = FormDecision(&row, terms: terms) { ofForms.append(one) }
      } else {
        decisions += Decision.all(&row, terms: terms)
      }
    }
    bank.decisions = decisions
    bank.formDecisions = ofForms
    bank.companions = companions
  }

  private mutating func readAnswers() {
    var answers: [DuplicateAnswer] = []
    read(.duplicates) { row in
      if let one = DuplicateAnswer(&row) { answers.append(one) }
    }
    self.answers = answers
  }

  private mutating func read(_ kind: TableKind, row take: (inout RowReader) -> Void) {
    for file in listing.tables(kind) {
      var table = TableReader(file: file.name, kind: kind, catalogue: catalogue)
      table.read(file, row: take)
      findings += table.findings
      places.merge(table.places)
    }
  }
}
