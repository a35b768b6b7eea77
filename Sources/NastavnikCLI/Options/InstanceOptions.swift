import ArgumentParser
import AssignmentKernel
import Foundation
import InstanceIO
import NastavnikKit
import Wording

/// How a raw instance is read.
struct InstanceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      ru: "Формат файла задачи (по умолчанию по расширению).",
      en: "The format of the instance (default: by its extension)."))
  var format: InstanceFormat?

  @Flag(
    help: ArgumentHelp(
      ru: "Искать наибольшую сумму, а не наименьшую.", en: "Maximise the sum, not minimise."))
  var maximize = false

  @Option(
    help: ArgumentHelp(
      ru: "Сколько раз нужна каждая строка, НИЗ:ВЕРХ.",
      en: "How often each row is to be used, LO:UP."))
  var rowDemand: BoundsArgument?

  @Option(
    help: ArgumentHelp(
      ru: "Сколько раз нужен каждый столбец, НИЗ:ВЕРХ.",
      en: "How often each column is to be used, LO:UP."))
  var columnLoad: BoundsArgument?

  @Option(
    help: ArgumentHelp(
      ru: "Умножить веса на это число и округлить.",
      en: "Multiply the weights by this number and round them."))
  var scale: Int64?

  /// The instance in the file at `path`.
  func read(_ path: String) throws -> RawInstance {
    guard FileManager.default.fileExists(atPath: path) else { throw RunFailure.missing(path: path) }
    guard let format = format ?? InstanceFormat(fileName: path) else {
      throw ValidationError(Text.unknownFormat(path).help)
    }
    return try RawInstance(
      contentsOf: URL(fileURLWithPath: path), format: format,
      options: RawInstance.Options(
        sense: maximize ? .max : nil, rowDemand: rowDemand?.bounds,
        columnLoad: columnLoad?.bounds, scale: scale))
  }
}

/// Bounds as they are typed: `1:3`, or `2` for exactly two.
struct BoundsArgument: ExpressibleByArgument {
  let bounds: Bounds

  init?(argument: String) {
    let parts = argument.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
    guard (1...2).contains(parts.count), let lower = parts.first ?? nil,
      let upper = parts.last ?? nil
    else { return nil }
    bounds = Bounds(lower: lower, upper: upper)
  }
}

extension Text {
  fileprivate static func unknownFormat(_ path: String) -> Text {
    let formats = InstanceFormat.allCases.map(\.rawValue).joined(separator: ", ")
    return Text(
      ru: "Формат файла «\(path)» неизвестен: укажите --format (\(formats)).",
      en: "The format of “\(path)” is unknown: give --format (\(formats)).")
  }
}
