import MentoringModel

/// What the tables and the programme contradict each other in.
///
/// A check may mend the bank: it then leaves out what its findings say is not used.
enum BankChecks {
  /// A check of the whole bank.
  typealias Check = @Sendable (inout Bank, Programme) -> [Finding]

  /// The checks, in the order in which they run.
  static let all: [Check] = [
    registryCycles, unknownOrganizations, unknownPartners, implausibleDays, formCapacities,
    mixedGroups, unknownDecisions, contradictoryDecisions, wholeForms,
    unknownCompanions, contradictoryCompanions, groupTopics, compositionValues, formsWithoutPeople,
  ]

  /// Runs every check and returns what they find.
  static func mend(_ bank: inout Bank, of programme: Programme) -> [Finding] {
    var findings: [Finding] = []
    for check in all { findings += check(&bank, programme) }
    return findings
  }
}
