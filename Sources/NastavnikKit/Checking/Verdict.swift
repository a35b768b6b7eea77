public import AssignmentKernel
public import Matching
public import Wording

/// What a check of a certificate came to.
public struct Verdict: Sendable, Hashable {
  /// What is claimed.
  public var claim: SolveStatus
  /// What the verifier found.
  public var verification: PlanVerification
  /// Whether the proof was held against all arcs that there are, and not only against those in a
  /// certificate that lists some.
  public var coversAllArcs: Bool
  /// What speaks against the claim; empty where it is borne out.
  public var objections: [Text]

  /// Whether everything that is claimed is so.
  public var isConfirmed: Bool { objections.isEmpty }
  /// The sum of each tier.
  public var objective: [Int128] { verification.objective }
  /// What is proved that no plan can pass, or nil where nothing is.
  public var bound: [Int128]? { verification.bound }
  /// The bound minus the objective, per tier.
  public var gap: [Int128]? { verification.gap }
}

extension Text {
  static func notBorneOut(_ claim: SolveStatus) -> Text {
    Text(
      ru: "Заявлено «\(claim.rawValue)», но проверка этого не подтверждает.",
      en: "The claim “\(claim.rawValue)” is not borne out.")
  }

  static let otherBanks = Text(
    ru: "Задача в свидетельстве не та, что получается из файлов программы сейчас.",
    en: "The problem in the certificate is not the one that the programme's files make now.")

  static let otherPlan = Text(
    ru: "plan.json расходится с файлами программы и свидетельством.",
    en: "plan.json differs from what the programme's files and the certificate give.")
}
