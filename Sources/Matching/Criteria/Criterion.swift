import MentoringModel
import Wording

/// A soft criterion: how well two people fit in one respect.
///
/// To add one, write a file beside this one and name it in ``criteria``.
protocol Criterion: Sendable {
  /// The criterion's name in the programme file.
  var id: CriterionID { get }

  /// The fit in thousandths, 0…1,000; ``unknown`` where the banks do not say.
  func value(_ encounter: Encounter) -> Int

  /// The values for one mentee beside many mentors: the same as ``value(_:)`` one by one, which is
  /// what happens where a criterion has no quicker way.
  func values(
    for mentee: PreparedMentee, of profile: PreparedProfile, beside places: [Int32],
    in table: MentorTable
  ) -> [Int32]

  /// Why, in words a curator reads.
  func reason(_ encounter: Encounter) -> Text
}

/// The value of a criterion about which a bank says nothing: neither for nor against.
let unknown = 500

/// Every criterion, in the order of ``CriterionID``.
let criteria: [any Criterion] = [
  RequestCoverage(), SubjectMatch(), ExperienceFit(), SharedInterests(), MutualPreference(),
  ScheduleOverlap(), Proximity(), PreferredAge(), Recognition(), Continuity(), Cohesion(),
]

extension Text {
  static let notStated = Text(ru: "нет сведений", en: "not stated")
}
