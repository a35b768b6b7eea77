/// A column of a bank table by its canonical name, as ``TableKind`` and the programme use it.
enum Column: String, CaseIterable, Sendable {
  case id
  case name
  case roles
  case organization
  case position
  case birth
  case experience
  case subjects
  case interests
  case languages
  case formats
  case schedule
  case building
  case dataConsent
  case dutiesConsent
  case available
  case from
  case until
  case preferred
  case lastYear
  case superior
  case competencies
  case forms
  case capacity
  case capacityByForm
  case trained
  case municipal
  case awards
  case category
  case preferredAges
  case form
  case requests
  case group
  case marks
  case parent
  case curator
  case kind
  case mentor
  case mentee
  case decidedBy
  case decidedOn
  /// Contacts and other columns that are known and not kept.
  case readPast

  /// Whether cells of the column hold days, or may.
  var holdsDates: Bool {
    switch self {
    case .birth, .experience, .dataConsent, .dutiesConsent, .from, .until, .decidedOn: true
    default: false
    }
  }

  static let whoAndWhere: [Column] = [
    .id, .name, .roles, .organization, .position, .birth, .experience, .subjects,
  ]
  static let taste: [Column] = [.interests, .languages, .formats, .schedule, .building]
  static let paperwork: [Column] = [
    .dataConsent, .dutiesConsent, .available, .from, .until, .preferred, .lastYear, .superior,
  ]
}
