import Wording

/// Bars from left to right with their labels and values, as inline SVG.
struct BarChart: Sendable {
  /// One bar.
  struct Bar: Sendable, Hashable {
    /// What it stands for.
    var label: Text
    /// Its length, 0…``BarChart/whole``.
    var length: Int
    /// The value in words.
    var value: Text
  }

  /// The length of the longest bar that there can be.
  static let whole = 10_000

  /// A name for links within the page.
  let id: String
  /// What the chart shows.
  let title: Text
  /// The bars from top to bottom.
  let bars: [Bar]
  /// Where a line stands across all bars, or nil for none.
  var mark: Int?
  /// What the chart leaves out or what its line is.
  var note: Text?

  /// A chart of counts; the longest bar is the largest.
  static func counts(
    _ id: String, _ title: Text, _ counts: [(label: Text, count: Int)], of noun: Noun
  ) -> BarChart {
    let largest = max(1, counts.map(\.count).max() ?? 1)
    return BarChart(
      id: id, title: title,
      bars: counts.map { label, count in
        Bar(label: label, length: count * whole / largest, value: noun.counted(count))
      })
  }

  /// The chart as a figure with a text that says the same.
  func markup(in language: Language) -> String {
    let shown = bars.map { Self.shortened($0.label[language].printable) }
    let labelEnd = 12 + (shown.map(\.displayWidth).max() ?? 0) * Self.cell
    let start = labelEnd + 10
    let widest = bars.map { $0.value[language].displayWidth }.max() ?? 0
    let length = max(120, Self.width - start - widest * Self.cell - 20)
    let words = bars.map { $0.label[language] + ": " + $0.value[language] }
    var values: [String: PageValue] = [
      "id": .words(id), "title": .words(title[language]),
      "words": .words(words.joined(separator: "; ")),
      "width": "\(start + length + widest * Self.cell + 20)",
      "height": "\(bars.count * Self.step)",
      "labelEnd": "\(labelEnd)", "start": "\(start)", "whole": "\(length)",
      "thick": "\(Self.step - 10)", "valueStart": "\(start + length + 10)",
      "bars": .list(
        bars.enumerated().map { index, bar in
          [
            "label": .words(shown[index]), "full": .words(bar.label[language].printable),
            "value": .words(bar.value[language]),
            "top": "\(index * Self.step + 5)", "middle": "\(index * Self.step + Self.step / 2 + 5)",
            "length": "\(bar.length * length / Self.whole)",
          ]
        }),
    ]
    if let note { values["note"] = .words(note[language]) }
    if let mark { values["mark"] = .list([["place": "\(start + mark * length / Self.whole)"]]) }
    return PageTemplate.chart.filled(with: values)
  }

  private static let (width, step, cell, longestLabel) = (640, 26, 8, 34)

  private static func shortened(_ label: String) -> String {
    guard label.displayWidth > longestLabel else { return label }
    var (short, width) = ("", 0)
    for character in label {
      width += character.displayWidth
      guard width < longestLabel else { break }
      short.append(character)
    }
    return short + "…"
  }
}
