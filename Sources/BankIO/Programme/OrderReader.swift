import MentoringModel

/// Reads `order`: what orders say beside their pairs.
enum OrderReader {
  /// Whether pairs wait for approval, as `approval` states it.
  private enum Approval: String, CaseIterable {
    case required
    case optional
  }

  /// The settings; what the file leaves out is left to fill in by hand.
  static func read(_ file: YAMLMap) -> OrderSettings {
    guard let map = file.map("order") else { return OrderSettings() }
    defer { map.finish() }
    var order = OrderSettings(
      basis: map.strings("basis").filter { !$0.isEmpty }, place: map.string("place") ?? "",
      requiresApproval: map.word("approval", of: Approval.self) == .required)
    if let head = map.map("head") {
      order.headPosition = head.string("position") ?? ""
      order.headName = head.string("name") ?? ""
      head.finish()
    }
    return order
  }
}
