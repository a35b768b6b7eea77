import MentoringModel

/// What the tables and the programme contradict each other in.
enum BankChecks {
  /// The checks, in the order in which their findings stand.
  static let all: [@Sendable (Bank, Programme) -> [Finding]] = []

  /// Everything that the checks find.
  static func findings(in bank: Bank, of programme: Programme) -> [Finding] {
    all.flatMap { $0(bank, programme) }
  }
}
