import AssignmentKernel
import MentoringModel

/// What a plan comes to, in the numbers by which plans are compared.
public struct PlanFigures: Sendable, Hashable {
  /// Mentees who ask for a mentor, counted in each form.
  public var asking: Int
  /// Those of them who have one in the plan.
  public var matched: Int
  /// The sum of the fits of all pairs and groups, in hundredths of a percent.
  public var totalFit: Int
  /// The mean fit, rounded down; 0 where there is no pair.
  public var meanFit: Int
  /// The fit of the pair that is worst off, or nil where there is none.
  public var worstFit: Int?
  /// Mentors who have somebody.
  public var mentors: Int
  /// Pairs and groups of the mentor who has most.
  public var largestLoad: Int
  /// How far each coverage target is reached.
  public var coverage: [CoverageResult]
}

extension Variant {
  /// What the plan comes to.
  ///
  /// - Complexity: O(pairs + profiles + roster).
  public var figures: PlanFigures { figures(of: placements) }

  /// The same, where its ``placements`` are at hand.
  func figures(of pairs: [ProfileKey: PlanMove.Partner]) -> PlanFigures {
    var load: [PersonID: Int] = [:]
    for partner in pairs.values { load[partner.mentor, default: 0] += 1 }
    let fits = pairs.values.map(\.fit)
    let total = fits.reduce(0, +)
    let forms = Set(matcher.rosters.map(\.setting.form.id))
    let involved = Set(pairs.keys.flatMap(\.mentees)).union(load.keys)
    return PlanFigures(
      asking: matcher.bank.profiles.reduce(0) {
        $0 + (forms.contains($1.form) ? $1.members.count : 0)
      },
      matched: pairs.keys.reduce(0) { $0 + $1.mentees.count }, totalFit: total,
      meanFit: fits.isEmpty ? 0 : total / fits.count, worstFit: fits.min(), mentors: load.count,
      largestLoad: load.values.max() ?? 0,
      coverage: CoverageCount(matcher.programme, matcher.bank).results(involving: involved))
  }

  /// The mentor of each profile that has one.
  ///
  /// - Complexity: O(pairs + profiles).
  public var placements: [ProfileKey: PlanMove.Partner] {
    let fit = problem.tiers.firstIndex(of: .fit)
    let pin = problem.tiers.firstIndex(of: .pins)
    let settings = matcher.rosters.flatMap { roster in roster.profiles.map { (roster, $0) } }
    var placements: [ProfileKey: PlanMove.Partner] = [:]
    for arc in problem.pairs(among: solution.arcs) {
      let row = problem.assignment.arcs.row(ofArc: arc)
      let column = problem.assignment.arcs.column(ofArc: arc)
      let (roster, profile) = settings[row]
      let seat = problem.seats[column]
      placements[ProfileKey(problem.profiles[row])] = PlanMove.Partner(
        mentor: seat.mentor,
        fit: fit.map { Int(problem.assignment.tiers[$0][arc]) }
          ?? roster.mentors.first { $0.mentor.id == seat.mentor }
          .map { roster.scoring.total(of: $0, for: profile, in: roster.setting) } ?? 0,
        isPinned: pin.map { problem.assignment.tiers[$0][arc] > 0 } ?? false, topic: seat.topic)
    }
    return placements
  }
}

extension [ProfileKey: PlanMove.Partner] {
  /// Who has another mentor in `other`, finds one or loses one, by form and then by mentee.
  ///
  /// - Complexity: O(*n* log *n*) for *n* profiles.
  public func moves(to other: Self) -> [PlanMove] {
    Set(keys).union(other.keys)
      .filter {
        self[$0]?.mentor != other[$0]?.mentor || self[$0]?.topic != other[$0]?.topic
      }
      .sorted { ($0.form, $0.mentees) < ($1.form, $1.mentees) }
      .map { key in
        PlanMove(
          form: key.form, mentees: key.mentees, group: key.group, before: self[key],
          after: other[key])
      }
  }
}

/// Orders lists of people by their first difference.
private func < (left: (FormID, [PersonID]), right: (FormID, [PersonID])) -> Bool {
  left.0 == right.0 ? left.1.lexicographicallyPrecedes(right.1) : left.0 < right.0
}
