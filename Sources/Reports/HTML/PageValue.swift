import Mustache

/// What a template is filled with; words are escaped here and nowhere else.
enum PageValue: ExpressibleByStringInterpolation {
  /// Words, to be escaped.
  case words(String)
  /// HTML that was made by a template or holds nothing but numbers.
  case markup(String)
  /// Things to go through.
  case list([[String: PageValue]])

  /// Creates words.
  init(stringLiteral value: String) { self = .words(value) }

  /// What the templates' engine is given: templates take every text as it is.
  var filling: Any {
    switch self {
    case .words(let words): Markup(renderText: HTMLText.escaped(words))
    case .markup(let markup): Markup(renderText: markup)
    case .list(let pages): pages.map(\.filling)
    }
  }
}

extension [String: PageValue] {
  /// What the templates' engine is given.
  var filling: [String: Any] { mapValues(\.filling) }
}

/// HTML as it is to stand.
private struct Markup: MustacheCustomRenderable {
  let renderText: String
  var isNull: Bool { false }
}

/// The templates of the page.
enum PageTemplate: String, CaseIterable {
  case page
  case table
  case rows
  case chart

  private static let parsed: [PageTemplate: MustacheTemplate] = Dictionary(
    uniqueKeysWithValues: allCases.map { template in
      do {
        return (template, try MustacheTemplate(string: template.source))
      } catch {
        preconditionFailure("The template \(template) is part of the program: \(error)")
      }
    })

  /// The style sheet of the page.
  static let style = text(PackageResources.page_css)

  private var source: String {
    switch self {
    case .page: Self.text(PackageResources.page_mustache)
    case .table: Self.text(PackageResources.table_mustache)
    case .rows: Self.text(PackageResources.rows_mustache)
    case .chart: Self.text(PackageResources.chart_mustache)
    }
  }

  /// The template filled in.
  func filled(with values: [String: PageValue]) -> String {
    Self.parsed[self]?.render(values.filling) ?? ""
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
