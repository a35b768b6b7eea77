public import Matching
public import Wording

/// The points of a front as a picture (SVG): the first goal upwards, the second to the right, a third
/// as a number beside each point.
///
/// It needs no other file and no script, so that it stays readable wherever it is sent.
public struct ParetoPlot: Sendable {
  private static let (width, height) = (720.0, 480.0)
  private static let (left, right, top, bottom) = (110.0, 690.0, 50.0, 410.0)

  private let language: Language

  /// Creates a picture with words in a language.
  public init(in language: Language) { self.language = language }

  /// The picture.
  public func svg(of front: ParetoFront) -> String {
    let (across, up) = (ParetoAxis(front, goal: 1), ParetoAxis(front, goal: 0))
    let body = axes(front, across, up) + points(front, across, up)
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Int(Self.width)) \(Int(Self.height))" \
      font-family="sans-serif" font-size="13">
      <title>\(title(of: front))</title>
      <rect width="100%" height="100%" fill="#ffffff"/>
      \(body.joined(separator: "\n"))
      </svg>

      """
  }

  private func title(of front: ParetoFront) -> String {
    front.goals.map { $0.title[language] }.joined(separator: " / ")
  }

  private func axes(_ front: ParetoFront, _ across: ParetoAxis, _ up: ParetoAxis) -> [String] {
    let (left, right, top, bottom) = (Self.left, Self.right, Self.top, Self.bottom)
    var lines = [
      "<path d=\"M\(left) \(top)V\(bottom)H\(right)\" fill=\"none\" stroke=\"#444\"/>",
      text(front.goals[0].title[language], left, top - 16, "middle"),
      text(front.goals[1].title[language], right, bottom + 42, "end"),
    ]
    for value in across.marks {
      let x = across.place(value, from: left + 30, to: right - 30)
      lines.append("<path d=\"M\(x) \(bottom)v6\" stroke=\"#444\"/>")
      lines.append(text(front.goals[1].told(value)[language], x, bottom + 22, "middle"))
    }
    for value in up.marks {
      let y = up.place(value, from: bottom - 30, to: top + 30)
      lines.append("<path d=\"M\(left) \(y)h-6\" stroke=\"#444\"/>")
      lines.append(text(front.goals[0].told(value)[language], left - 10, y + 4, "end"))
    }
    return lines
  }

  private func points(_ front: ParetoFront, _ across: ParetoAxis, _ up: ParetoAxis) -> [String] {
    let places = front.points.map { point in
      (
        x: across.place(point.values[1], from: Self.left + 30, to: Self.right - 30),
        y: up.place(point.values[0], from: Self.bottom - 30, to: Self.top + 30)
      )
    }
    var lines: [String] = []
    if front.goals.count == 2, places.count > 1 {
      let way = places.map { "\($0.x),\($0.y)" }.joined(separator: " ")
      lines.append("<polyline points=\"\(way)\" fill=\"none\" stroke=\"#9bb8d3\"/>")
    }
    for (point, place) in zip(front.points, places) {
      let told = zip(front.goals, point.values).map { goal, value in
        goal.title[language] + ": " + goal.told(value)[language]
      }
      lines.append(
        "<circle cx=\"\(place.x)\" cy=\"\(place.y)\" r=\"5\" fill=\"#1f5f99\"><title>"
          + told.joined(separator: "; ") + "</title></circle>")
      if front.goals.count > 2 {
        let third = front.goals[2].told(point.values[2])[language]
        lines.append(text(third, place.x + 9, place.y - 7, "start"))
      }
    }
    if front.goals.count > 2 {
      lines.append(
        text("● " + front.goals[2].title[language], Self.right, Self.top - 16, "end"))
    }
    return lines
  }

  private func text(_ words: String, _ x: Double, _ y: Double, _ anchor: String) -> String {
    "<text x=\"\(x)\" y=\"\(y)\" text-anchor=\"\(anchor)\" fill=\"#222\">\(words)</text>"
  }
}
