import MentoringModel

/// The cells of the columns that both banks share.
enum PersonCells {
  /// The text of a cell, or nil where the column is not a person's.
  static func text(_ person: Person, _ column: Column) -> String? {
    switch column {
    case .id: person.id.rawValue
    case .name: person.name
    case .roles:
      person.roles.isEmpty
        ? Terms.noRole : CellWords.list(person.roles.map(\.rawValue).sorted())
    case .organization: person.organization?.rawValue ?? ""
    case .position: person.position
    case .birth: CellWords.birth(person.birth)
    case .experience: CellWords.experience(person.experience)
    case .subjects: CellWords.list(person.subjects.sorted())
    case .interests: CellWords.list(person.interests.sorted())
    case .languages: CellWords.list(person.languages.sorted())
    case .formats: CellWords.list(person.formats.sorted())
    case .schedule: CellWords.list(person.schedule.sorted())
    case .building: person.building ?? ""
    case .dataConsent: person.dataConsent == .absent ? "" : CellWords.consent(person.dataConsent)
    case .dutiesConsent:
      person.dutiesConsent == .absent ? "" : CellWords.consent(person.dutiesConsent)
    case .available: person.availableThisCycle ? "" : CellWords.flag(false)
    case .from: person.availability.start?.dotted ?? ""
    case .until: person.availability.end?.dotted ?? ""
    case .preferred: CellWords.list(person.preferredPartners.map(\.rawValue))
    case .lastYear: CellWords.list(person.lastYearPartners.map(\.rawValue).sorted())
    case .superior: person.superior?.rawValue ?? ""
    default: nil
    }
  }
}
