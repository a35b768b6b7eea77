import Matching
import Reports
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

}

/// The points of a front as SVG: the first goal upwards, the second to the right, a third as a
/// number beside each point; with a sentence for those who cannot see them.
struct ScatterChart {
  let front: ParetoFront
  let words: Words

  private static let (width, height) = (640, 300)
  private static let (left, right, top, bottom) = (96, 610, 40, 250)

  /// The chart.
  var markup: String {
    let (up, across) = (front.goals[0], front.goals[1])
    let told = front.points.map { point in
      zip(front.goals, point.values).map { goal, value in
        words(goal.title) + ": " + words(goal.told(value))
      }.joined(separator: ", ")
    }
    let title = front.goals.map { words($0.title) }.joined(separator: " / ")
    let (rows, columns) = (ParetoAxis(front, goal: 0), ParetoAxis(front, goal: 1))
    let places = front.points.map { (x: x($0.values[1], columns), y: y($0.values[0], rows)) }
    var text =
      "<svg class=\"chart wide\" role=\"img\" viewBox=\"0 0 \(Self.width) \(Self.height)\">"
      + "<title>\(escaped(title + ". " + told.joined(separator: "; ")))</title>"
      + "<path class=\"axis\" d=\"M\(Self.left) \(Self.top)V\(Self.bottom)H\(Self.right)\"/>"
      + label(words(up.title), Self.left, Self.top - 14, "middle")
      + label(words(across.title), Self.right, Self.bottom + 40, "end")
    for value in rows.marks {
      text += label(words(up.told(value)), Self.left - 8, y(value, rows) + 4, "end")
    }
    for value in columns.marks {
      text += label(words(across.told(value)), x(value, columns), Self.bottom + 20, "middle")
    }
    if front.goals.count == 2 {
      let way = places.map { "\($0.x),\($0.y)" }.joined(separator: " ")
      text += "<polyline class=\"line\" points=\"\(way)\"/>"
    }
    for (index, at) in places.enumerated() {
      text +=
        "<circle class=\"point\" cx=\"\(at.x)\" cy=\"\(at.y)\" r=\"5\"><title>"
        + "\(escaped(told[index]))</title></circle>"
      if front.goals.count > 2 {
        let third = words(front.goals[2].told(front.points[index].values[2]))
        text += label(third, at.x + 8, at.y - 8, "start")
      }
    }
    if front.goals.count > 2 {
      text += label("● " + words(front.goals[2].title), Self.right, Self.top - 14, "end")
    }
    return text + "</svg>"
  }

  private func x(_ value: Int, _ axis: ParetoAxis) -> Int {
    Int(axis.place(value, from: Double(Self.left + 24), to: Double(Self.right - 24)))
  }

  private func y(_ value: Int, _ axis: ParetoAxis) -> Int {
    Int(axis.place(value, from: Double(Self.bottom - 20), to: Double(Self.top + 16)))
  }

  private func label(_ text: String, _ x: Int, _ y: Int, _ anchor: String) -> String {
    "<text x=\"\(x)\" y=\"\(y)\" text-anchor=\"\(anchor)\">\(escaped(text))</text>"
  }
}

/// A text as it stands in markup.
private func escaped(_ text: String) -> String {
  text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
}
