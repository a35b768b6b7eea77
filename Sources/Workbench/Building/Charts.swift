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
    let places = zip(values(1), values(0)).map {
      (
        x: place($0, among: values(1), from: Self.left + 24, to: Self.right - 24),
        y: place($1, among: values(0), from: Self.bottom - 20, to: Self.top + 16)
      )
    }
    var text =
      "<svg class=\"chart wide\" role=\"img\" viewBox=\"0 0 \(Self.width) \(Self.height)\">"
      + "<title>\(escaped(title + ". " + told.joined(separator: "; ")))</title>"
      + "<path class=\"axis\" d=\"M\(Self.left) \(Self.top)V\(Self.bottom)H\(Self.right)\"/>"
      + label(words(up.title), Self.left, Self.top - 14, "middle")
      + label(words(across.title), Self.right, Self.bottom + 40, "end")
    for value in marks(0) {
      let y = place(value, among: values(0), from: Self.bottom - 20, to: Self.top + 16)
      text += label(words(up.told(value)), Self.left - 8, y + 4, "end")
    }
    for value in marks(1) {
      let x = place(value, among: values(1), from: Self.left + 24, to: Self.right - 24)
      text += label(words(across.told(value)), x, Self.bottom + 20, "middle")
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

  private func values(_ goal: Int) -> [Int] { front.points.map { $0.values[goal] } }

  /// At most six values of a goal, so that their words do not meet.
  private func marks(_ goal: Int) -> [Int] {
    let all = Set(values(goal)).sorted()
    guard all.count > 5, let least = all.first, let greatest = all.last else { return all }
    return (0...4).map { least + (greatest - least) * $0 / 4 }
  }

  private func place(_ value: Int, among all: [Int], from start: Int, to end: Int) -> Int {
    guard let least = all.min(), let greatest = all.max(), greatest > least else {
      return (start + end) / 2
    }
    return start + (end - start) * (value - least) / (greatest - least)
  }

  private func label(_ text: String, _ x: Int, _ y: Int, _ anchor: String) -> String {
    "<text x=\"\(x)\" y=\"\(y)\" text-anchor=\"\(anchor)\">\(escaped(text))</text>"
  }
}

/// A text as it stands in markup.
private func escaped(_ text: String) -> String {
  text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
}
