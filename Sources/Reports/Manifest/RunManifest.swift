public import MentoringModel
public import Wording

/// What a plan came from: with the same manifest a run gives the same bytes.
public struct RunManifest: Sendable, Hashable {
  /// One file of the programme folder.
  public struct Input: Sendable, Hashable {
    /// The name within the folder.
    public var file: String
    /// The SHA-256 of its bytes, in hexadecimal.
    public var digest: String

    /// Creates an input.
    public init(file: String, digest: String) {
      self.file = file
      self.digest = digest
    }
  }

  /// The version of the program.
  public var version: String
  /// The files that were read.
  public var inputs: [Input]
  /// The programme with every default filled in.
  public var programme: Programme
  /// The forms that were asked for, or nil for all.
  public var forms: [FormID]?
  /// The seconds that were allowed, as they were typed, or nil for no limit.
  public var timeLimit: String?
  /// The solver that was asked for.
  public var requestedSolver: String
  /// The solver that gave the plan.
  public var usedSolver: String
  /// A stable code of why that one.
  public var solverReasonCode: String
  /// Why that one, in words.
  public var solverReason: Text

  /// Creates a manifest.
  public init(
    version: String, inputs: [Input], programme: Programme, forms: [FormID]?, timeLimit: String?,
    requestedSolver: String, usedSolver: String, solverReasonCode: String, solverReason: Text
  ) {
    self.version = version
    self.inputs = inputs
    self.programme = programme
    self.forms = forms
    self.timeLimit = timeLimit
    self.requestedSolver = requestedSolver
    self.usedSolver = usedSolver
    self.solverReasonCode = solverReasonCode
    self.solverReason = solverReason
  }
}
