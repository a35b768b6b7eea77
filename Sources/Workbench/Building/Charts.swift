import Wording

/// Bar charts as SVG, with a sentence for those who cannot see them.
struct BarChart {
  /// A bar, or two beside each other where there is something to compare with.
  struct Bar {
    var name: String
    var value: Int
    var before: Int?
  }

  let title: String
  let bars: [Bar]
  let words: Words

  private static let height = 160
  private static let step = 64

  /// The chart.
  var markup: String {
    let most = max(1, bars.map { max($0.value, $0.before ?? 0) }.max() ?? 1)
    let width = max(1, bars.count) * Self.step
    let told = bars.map { "\($0.name): \($0.value)" }.joined(separator: "; ")
    var text =
      "<svg class=\"chart\" role=\"img\" viewBox=\"0 0 \(width) \(Self.height + 40)\">"
      + "<title>\(escaped(title + ". " + told))</title>"
      + "<line class=\"axis\" x1=\"0\" y1=\"\(Self.height + 18)\" x2=\"\(width)\" "
      + "y2=\"\(Self.height + 18)\"/>"
    for (place, bar) in bars.enumerated() {
      let left = place * Self.step
      if let before = bar.before {
        text += column("before", left + 8, before, most, width: 20)
        text += column("after", left + 34, bar.value, most, width: 20)
      } else {
        text += column("after", left + 14, bar.value, most, width: 36)
      }
      text +=
        "<text x=\"\(left + Self.step / 2)\" y=\"\(Self.height + 34)\" text-anchor=\"middle\">"
        + "\(escaped(bar.name))</text>"
    }
    return text + "</svg>"
  }

  private func column(
    _ kind: String, _ left: Int, _ value: Int, _ most: Int, width: Int
  ) -> String {
    let height = value * Self.height / most
    let top = Self.height + 18 - height
    return "<rect class=\"\(kind)\" x=\"\(left)\" y=\"\(top)\" width=\"\(width)\" "
      + "height=\"\(height)\" rx=\"3\"/>"
      + "<text x=\"\(left + width / 2)\" y=\"\(top - 5)\" text-anchor=\"middle\">\(value)</text>"
  }

  private func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}
