/// What an order of assignment says beside its pairs, as `order` of the programme file states it.
public struct OrderSettings: Sendable, Hashable {
  /// The documents that the order rests on, each as it is printed after «на основании».
  public var basis: [String]
  /// The town in which the order is given, as it is printed.
  public var place: String
  /// The position of whoever signs.
  public var headPosition: String
  /// The name of whoever signs, as it is printed; empty where it is to be filled in by hand.
  public var headName: String
  /// Whether a proposed pair must be approved before an order may name it.
  public var requiresApproval: Bool

  /// Creates settings; what is not given is left to fill in by hand.
  public init(
    basis: [String] = [], place: String = "", headPosition: String = "", headName: String = "",
    requiresApproval: Bool = false
  ) {
    self.basis = basis
    self.place = place
    self.headPosition = headPosition
    self.headName = headName
    self.requiresApproval = requiresApproval
  }
}
