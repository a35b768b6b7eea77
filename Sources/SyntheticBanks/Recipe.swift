import Yams

/// What a synthetic bank is like: how many people of which kind, where they work, what they ask
/// for and how often something is amiss.
///
/// Recipes are data: `Resources/recipes/recipe-tpu-lyceum.yaml` shows every key. Rates are whole
/// percents, spans are `[low, high]`.
public struct Recipe: Sendable {
  var organizations: [FixedOrganization]
  var series: [OrganizationSeries]
  var lists: [String: [String]]
  var posts: [String: [Post]]
  var rates: Rates
  var shortage: Shortage
  var mentors: [Cohort]
  var mentees: [Cohort]
  var roster: [Cohort]
  var pins: Int
  var bans: Int

  /// Reads a recipe; lists and posts that it does not have come from `common`.
  ///
  /// - Throws: `DecodingError` or `YamlError` where the text is not a recipe.
  init(yaml: [UInt8], common: [UInt8]) throws {
    let decoder = YAMLDecoder()
    let shared = try decoder.decode(Words.self, from: String(decoding: common, as: UTF8.self))
    let text = String(decoding: yaml, as: UTF8.self)
    let own = try decoder.decode(Words.self, from: text)
    let file = try decoder.decode(File.self, from: text)
    lists = (shared.lists ?? [:]).merging(own.lists ?? [:]) { $1 }
    posts = (shared.posts ?? [:]).merging(own.posts ?? [:]) { $1 }
    organizations = file.organizations ?? []
    series = file.series ?? []
    rates = file.rates
    shortage = file.shortage ?? Shortage(topics: [], asked: 0, offered: 0)
    mentors = file.mentors
    mentees = file.mentees
    roster = file.roster ?? []
    pins = file.pins ?? 0
    bans = file.bans ?? 0
  }

  private struct Words: Decodable {
    var lists: [String: [String]]?
    var posts: [String: [Post]]?
  }

  private struct File: Decodable {
    var organizations: [FixedOrganization]?
    var series: [OrganizationSeries]?
    var rates: Rates
    var shortage: Shortage?
    var mentors: [Cohort]
    var mentees: [Cohort]
    var roster: [Cohort]?
    var pins: Int?
    var bans: Int?
  }
}

/// A span of whole numbers, both ends included; `[2, 5]` in a recipe.
struct Span: Sendable, Hashable, Decodable {
  var low: Int
  var high: Int

  init(_ low: Int, _ high: Int) {
    self.low = low
    self.high = max(low, high)
  }

  init(from decoder: any Decoder) throws {
    let ends = try decoder.singleValueContainer().decode([Int].self)
    self.init(ends.first ?? 0, ends.last ?? 0)
  }
}

extension Recipe {
  /// An organization that is there at every size.
  struct FixedOrganization: Sendable, Decodable {
    var id: String
    var name: String
    /// The name by which cohorts choose it; its id where it is not stated.
    var group: String?
    var curator: String?
    var capacity: Int?
  }

  /// Organizations whose number grows with the bank.
  struct OrganizationSeries: Sendable, Decodable {
    var group: String
    var count: Int
    /// `OO` gives `OO-01`, `OO-02`, ….
    var prefix: String
    /// Names taken in turn, with `<n>` for the number.
    var names: [String]
    var parent: String?
    /// Districts taken in turn.
    var districts: [String]?
    /// The posts of those who work there, whatever their cohort says.
    var posts: String?
    /// Competencies that nobody has or asks for there.
    var without: [String]?
    /// Of a hundred organizations, those with many mentees and next to no mentors.
    var scarce: Int
    var capacity: Int?
  }

  /// A position, class or study group; `<grade>` and `<letter>` are filled in.
  struct Post: Sendable, Decodable {
    var title: String
    var subject: String?
  }

  /// How many of a hundred people something holds for.
  struct Rates: Sendable, Decodable {
    var missingDataConsent: Int
    var missingDutiesConsent: Int
    var withdrawn: Int
    var untrained: Int
    var unavailable: Int
    var leavesEarly: Int
    var unknownExperience: Int
    var mustHave: Int
    var lastYear: Int
    var preference: Int
    var namesake: Int
  }

  /// Competencies that many ask for and few have.
  struct Shortage: Sendable, Decodable {
    var topics: [String]
    /// Of a hundred profiles, those that ask for one first.
    var asked: Int
    /// Of a hundred mentors, those that have one.
    var offered: Int
  }

  /// People of one kind on one side of the bank.
  struct Cohort: Sendable, Decodable {
    var id: String
    var count: Int
    var role: String
    /// The forms; a mentee's cohort has one.
    var forms: [String]?
    /// The organizations; nil where the people belong to none.
    var place: String?
    var posts: String?
    /// A list of subjects, where the post does not say it.
    var subjects: String?
    var female: Int?
    /// The age in years, or the grades, where a child of grade 0 would be `ageAtZero`.
    var age: Span?
    var grades: Span?
    var ageAtZero: Int?
    /// Years of service.
    var experience: Span?
    /// Of a hundred, those whose service is counted in whole years.
    var wholeYears: Int?
    /// What the people know or ask for.
    var topics: [Draw]?
    var interests: String?
    var reuse: [Reuse]?
    var lastYear: Int?
    /// Whether all consent, take part and state their experience: something depends on them.
    var isReady: Bool?
    // Of mentors.
    var capacity: Span?
    var capacityByForm: [FormPlaces]?
    var awards: Int?
    var municipal: Int?
    var untrained: Int?
    var preferredAges: [Span]?
    // Of mentees.
    var marks: [Mark]?
    var group: Span?
    /// The levels that people state in what they ask for.
    var levels: Span?
    var superior: Superior?
  }

  /// So many words of a list.
  struct Draw: Sendable, Decodable {
    var list: String
    var picks: Span
  }

  /// A share of a cohort's people who come from another cohort.
  struct Reuse: Sendable, Decodable {
    var from: String
    var percent: Int
  }

  /// Places of a mentor in one form.
  struct FormPlaces: Sendable, Decodable {
    var form: String
    var places: Span
  }

  /// A mark and how many of a hundred carry it.
  struct Mark: Sendable, Decodable {
    var mark: String
    var percent: Int
  }

  /// Mentors among whom the direct superior is, and how many of a hundred have one there.
  struct Superior: Sendable, Decodable {
    var from: [String]
    var percent: Int
  }
}
