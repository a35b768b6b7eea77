public import MentoringModel

/// Makes the bank of an invented institution: the same recipe and seed give the same bank on
/// every platform.
///
/// ```swift
/// let template = ProgrammeTemplate.tpuLyceum
/// let generator = BankGenerator(
///   programme: try template.programme(), recipe: try template.recipe())
/// let bank = generator.bank(seed: 2023)
/// ```
public struct BankGenerator: Sendable {
  /// The programme whose forms, vocabulary and days the bank keeps to.
  public let programme: Programme
  /// What the bank is like.
  public let recipe: Recipe

  /// Creates a generator.
  public init(programme: Programme, recipe: Recipe) {
    self.programme = programme
    self.recipe = recipe
  }

  /// The bank that grows from `seed`.
  ///
  /// - Complexity: O(*n* · *t*) for *n* people and *t* words of a topic list.
  public func bank(seed: UInt64) -> Bank {
    var draft = BankDraft(programme: programme, recipe: recipe, seed: seed)
    for cohort in recipe.mentors { draft.addMentors(cohort) }
    for cohort in recipe.mentees { draft.addMentees(cohort) }
    draft.addRoster()
    draft.addAcquaintances()
    draft.addDecisions()
    return draft.bank
  }
}

/// A bank that is being filled, with what the next cohorts need to know of the earlier ones.
struct BankDraft {
  let programme: Programme
  let recipe: Recipe
  let places: Places
  let words: WordLists
  var bank = Bank()
  /// The people of each cohort.
  var people: [String: [Person]] = [:]
  /// Where a person stands in `bank.mentees`.
  var menteeIndex: [PersonID: Int] = [:]
  /// The forms in which a mentee has a profile already.
  var formsOfMentee: [PersonID: Set<FormID>] = [:]
  /// The cohort of each profile, as an index of `recipe.mentees`.
  var cohortOfProfile: [Int] = []
  private let seed: UInt64
  private var streams = 0
  private let idWidth: Int
  /// People who stand in the bank of mentees only.
  var newcomers = 0

  init(programme: Programme, recipe: Recipe, seed: UInt64) {
    self.programme = programme
    self.recipe = recipe
    words = WordLists(recipe)
    // The programmes of one seed do not share their people.
    self.seed = programme.id.utf8.reduce(seed) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
    let largest = [recipe.mentors, recipe.mentees, recipe.roster].map { side in
      side.reduce(0) { $0 + $1.count }
    }
    idWidth = max(3, String(largest.max() ?? 0).count)
    var generator = SplitMix64(seed: self.seed, stream: 0)
    places = Places(recipe, &generator)
    bank.organizations = places.organizations
  }

  /// A stream that no other step draws from.
  mutating func stream() -> SplitMix64 {
    streams += 1
    return SplitMix64(seed: seed, stream: streams)
  }

  /// `M-007`.
  func id(_ letter: String, _ number: Int) -> PersonID {
    PersonID(rawValue: "\(letter)-\(padded(number, to: idWidth))")
  }

  /// The competency that a word of a recipe names.
  func competency(_ word: String) -> CompetencyID {
    programme.vocabulary.competency(named: word) ?? CompetencyID(rawValue: folded(word))
  }
}

/// The number with zeros in front.
func padded(_ number: Int, to width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
