import MentoringModel

/// The organizations of a recipe, and how likely people are to work in each.
struct Places {
  /// An organization as cohorts see it.
  struct Place {
    var id: OrganizationID
    var district: String?
    /// The posts of those who work there, where they differ from the cohort's.
    var posts: String?
    /// Whether it has many mentees and next to no mentors.
    var isScarce: Bool
  }

  private(set) var organizations: [Organization] = []
  private var byGroup: [String: [Place]] = [:]
  private var without: [OrganizationID: Set<String>] = [:]

  init(_ recipe: Recipe, _ generator: inout SplitMix64) {
    for fixed in recipe.organizations {
      let id = OrganizationID(rawValue: fixed.id)
      organizations.append(
        Organization(
          id: id, name: fixed.name, curator: fixed.curator ?? "", capacity: fixed.capacity))
      byGroup[fixed.group ?? fixed.id, default: []].append(
        Place(id: id, isScarce: false))
    }
    for series in recipe.series {
      let width = max(2, String(series.count).count)
      for number in 1...max(1, series.count) {
        let id = OrganizationID(rawValue: "\(series.prefix)-\(padded(number, to: width))")
        let name = series.names.isEmpty ? id.rawValue : series.names[number % series.names.count]
        organizations.append(
          Organization(
            id: id, name: name.replacing("<n>", with: String(number)),
            parent: series.parent.map { OrganizationID(rawValue: $0) },
            curator: generator.name(femalePercent: 80), capacity: series.capacity))
        if let words = series.without { without[id] = Set(words) }
        let districts = series.districts ?? []
        byGroup[series.group, default: []].append(
          Place(
            id: id, district: districts.isEmpty ? nil : districts[number % districts.count],
            posts: series.posts, isScarce: generator.chance(series.scarce)))
      }
    }
  }

  /// The competencies that nobody of the organization has or asks for.
  func absentWords(in organization: OrganizationID?) -> Set<String> {
    organization.flatMap { without[$0] } ?? []
  }

  /// A place of the group; mentors stay away from scarce ones, mentees come from them.
  func pick(_ group: String?, forMentor: Bool, _ generator: inout SplitMix64) -> Place? {
    guard let group, let places = byGroup[group] else { return nil }
    // A few throws instead of weights: the last one stands whatever it is.
    for _ in 0..<4 {
      guard let place = generator.pick(places) else { return nil }
      if place.isScarce != forMentor || generator.chance(forMentor ? 2 : 60) { return place }
    }
    return generator.pick(places)
  }
}
