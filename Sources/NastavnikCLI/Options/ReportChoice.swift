import ArgumentParser
import Reports

/// The reports that are asked for: a list of formats, or `none`.
struct ReportChoice: Sendable, Hashable, ExpressibleByArgument {
  static let all = ReportChoice(formats: ReportFormat.allCases)

  /// The words that name reports.
  static var words: String {
    (ReportFormat.allCases.map(\.rawValue) + [none]).joined(separator: ", ")
  }

  /// The formats in the order of the program.
  let formats: [ReportFormat]

  private static let none = "none"

  private init(formats: [ReportFormat]) { self.formats = formats }

  init?(argument: String) {
    guard argument != Self.none else {
      formats = []
      return
    }
    let words = argument.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    let asked = words.compactMap(ReportFormat.init(rawValue:))
    guard asked.count == words.count else { return nil }
    formats = ReportFormat.allCases.filter(asked.contains)
  }

  var defaultValueDescription: String {
    formats.isEmpty ? Self.none : formats.map(\.rawValue).joined(separator: ",")
  }
}
