import AssignmentKernel
import MentoringModel

/// What every criterion says of every pair, so that other weights need no second look at people.
///
/// Pairs and rules must not depend on the weights, and no form may make groups.
///
/// - Complexity: two bytes for each pair and criterion.
struct CriterionValues: Sendable {
  /// The values in thousandths, pair by pair in the order of ``criteria``.
  private let values: [Int16]
  /// The arcs of each form, with the form.
  private let forms: [(form: MentoringForm, arcs: Range<Int>)]

  init(_ problem: MatchingProblem, of matcher: Matcher) {
    let arcs = problem.people.arcs
    var values: [Int16] = []
    values.reserveCapacity(arcs.count * criteria.count)
    var forms: [(form: MentoringForm, arcs: Range<Int>)] = []
    var (row, column) = (0, 0)
    for roster in matcher.rosters {
      let first = values.count / criteria.count
      for profile in roster.profiles {
        for arc in arcs.arcs(ofRow: row) {
          let mentor = roster.mentors[arcs.column(ofArc: arc) - column]
          for criterion in criteria {
            let sum = profile.members.reduce(0) {
              $0
                + criterion.value(
                  Encounter(
                    mentor: mentor, mentee: $1, profile: profile, setting: roster.setting))
            }
            values.append(Int16(sum / max(1, profile.members.count)))
          }
        }
        row += 1
      }
      column += roster.mentors.count
      forms.append((roster.setting.form, first..<values.count / criteria.count))
    }
    self.values = values
    self.forms = forms
  }

  /// The score of each pair by the weights of a programme: the same as ``Scoring`` gives.
  func fits(in programme: Programme) -> [Int64] {
    var fits: [Int64] = []
    fits.reserveCapacity(values.count / criteria.count)
    for (form, arcs) in forms {
      let form = programme.form(form.id) ?? form
      let weights = form.effectiveWeights(in: programme)
      let counted = criteria.indices.compactMap { index in
        weights[criteria[index].id] > 0 ? (index, Int32(weights[criteria[index].id])) : nil
      }
      for arc in arcs {
        let first = arc * criteria.count
        var fit: Int32 = 0
        for (index, points) in counted { fit += points * Int32(values[first + index]) / 1000 }
        fits.append(Int64(fit))
      }
    }
    return fits
  }
}
