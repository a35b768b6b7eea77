/// The tables of a programme folder.
enum TableKind: String, CaseIterable, Sendable {
  case mentors
  case mentees
  case organizations
  case roster
  case decisions

  /// Whether nothing can be matched without it.
  var isNeeded: Bool { self == .mentors || self == .mentees }

  /// Columns without which the table says nothing; of each list one is enough.
  var neededColumns: [[Column]] {
    switch self {
    case .mentors: [[.name, .id], [.roles, .forms]]
    case .mentees: [[.name, .id], [.form]]
    case .organizations, .roster: [[.id]]
    case .decisions: [[.kind], [.mentor], [.mentee]]
    }
  }

  /// Columns without which the table can be read and yet few or no pairs can come of it.
  var expectedColumns: [Column] {
    switch self {
    case .mentors: [.competencies, .dataConsent]
    case .mentees: [.requests, .dataConsent]
    case .organizations, .roster, .decisions: []
    }
  }

  /// The columns in the order in which they are written.
  var columns: [Column] {
    switch self {
    case .mentors:
      Column.whoAndWhere + [
        .competencies, .forms, .capacity, .capacityByForm, .trained, .municipal, .awards,
        .category, .preferredAges,
      ] + Column.taste + Column.paperwork
    case .mentees:
      Column.whoAndWhere + [.form, .requests, .group, .marks] + Column.taste + Column.paperwork
    case .organizations: [.id, .name, .parent, .curator, .capacity]
    case .roster: [.id, .organization, .roles, .birth]
    case .decisions: [.kind, .form, .mentor, .mentee]
    }
  }
}
