import MentoringModel

/// What a run is to do.
public struct MatchRequest: Sendable, Hashable {
  /// The programme folder.
  public var folder: String
  /// The forms to match, by id, alias or title; nil for all.
  public var forms: [String]?
  /// The solver.
  public var solver: SolverChoice
  /// The seconds that solving may take; nil for no limit, or with groups for
  /// ``GroupDispatch/defaultTimeLimit``.
  public var timeLimit: Double?

  /// Creates a request.
  public init(
    folder: String, forms: [String]? = nil, solver: SolverChoice = .auto, timeLimit: Double? = nil
  ) {
    self.folder = folder
    self.forms = forms
    self.solver = solver
    self.timeLimit = timeLimit
  }

  /// The ids of the forms that are asked for, in the order of the programme.
  func formIDs(of programme: Programme) throws(RunFailure) -> [FormID]? {
    guard let forms else { return nil }
    var ids: Set<FormID> = []
    for name in forms { ids.insert(try programme.formID(named: name)) }
    return programme.forms.map(\.id).filter(ids.contains)
  }
}
