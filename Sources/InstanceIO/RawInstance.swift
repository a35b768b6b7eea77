public import AssignmentKernel
public import Foundation
import Wording

/// An assignment problem read from a file, with the way back to the file's units.
///
/// ```swift
/// let instance = try RawInstance(contentsOf: url, format: .orlib)
/// let solution = try HungarianSolver().solve(instance.problem)
/// print(instance.inputValue(of: total))  // 305
/// ```
///
/// The problem is always one of maximisation in integers: costs are negated, and decimals are
/// held as multiples of the smallest power of ten that holds all of them exactly.
public struct RawInstance: Sendable {
  /// Whether the file's weights are profits or costs.
  public enum Sense: String, Sendable, Hashable, Codable {
    /// Costs: the least total is best.
    case min
    /// Profits: the greatest total is best.
    case max
  }

  /// What is said of an instance outside its file.
  public struct Options: Sendable, Hashable {
    /// Overrides the sense of the file or format.
    public var sense: Sense?
    /// Overrides the demand of every row.
    public var rowDemand: Bounds?
    /// Overrides the load of every column.
    public var columnLoad: Bounds?
    /// Multiplies the weights by this and rounds them, halves away from zero.
    public var scale: Int64?
    /// The memory that one step of reading may take.
    public var memory: MemoryBudget

    /// Creates options.
    public init(
      sense: Sense? = nil, rowDemand: Bounds? = nil, columnLoad: Bounds? = nil,
      scale: Int64? = nil, memory: MemoryBudget = .system
    ) {
      self.sense = sense
      self.rowDemand = rowDemand
      self.columnLoad = columnLoad
      self.scale = scale
      self.memory = memory
    }
  }

  /// The problem, to be maximised.
  public let problem: AssignmentProblem
  /// The problem with its columns that may close, where the file speaks of them or of rules; then
  /// ``problem`` is its assignment.
  public let groups: GroupProblem?
  /// Whether the file's weights are profits or costs.
  public let sense: Sense
  /// What a unit of the problem's weights is in the file.
  public let unit: WeightUnit

  /// Reads a file.
  ///
  /// - Throws: ``InstanceError`` where the file can't be read or is not an instance.
  /// - Complexity: O(bytes + arcs log arcs).
  public init(
    contentsOf url: URL, format: InstanceFormat, options: Options = Options()
  ) throws(InstanceError) {
    let data: Data
    do {
      data = try Data(contentsOf: url, options: .mappedIfSafe)
    } catch {
      throw Self.unread(url, options.memory)
    }
    do {
      try self.init(data: data, format: format, options: options)
    } catch {
      var error = error
      error.file = url.lastPathComponent
      throw error
    }
  }

  /// Why a file could not be read.
  private static func unread(_ url: URL, _ memory: MemoryBudget) -> InstanceError {
    var error = InstanceError(.unreadable)
    if let size = try? url.resourceValues(forKeys: [.fileSizeKey]).fileSize {
      do throws(InstanceError) { try memory.take(size) } catch let shortage { error = shortage }
    }
    error.file = url.lastPathComponent
    return error
  }

  /// Reads the bytes of a file.
  ///
  /// - Throws: ``InstanceError`` where the bytes are not an instance.
  /// - Complexity: O(bytes + arcs log arcs).
  public init(
    data: Data, format: InstanceFormat, options: Options = Options()
  ) throws(InstanceError) {
    if let scale = options.scale, scale < 1 {
      throw InstanceError(.scale, value: "\(scale)")
    }
    try options.memory.take(data.count)
    let draft: InstanceDraft =
      switch format {
      case .json: try data.scanning { (s) throws(InstanceError) in try readJSON(&s, options) }
      case .orlib: try data.scanning { (s) throws(InstanceError) in try readORLib(&s, options) }
      case .dimacs: try data.scanning { (s) throws(InstanceError) in try readDIMACS(&s, options) }
      case .npy: try readNPY(data, options)
      case .npz: try readNPZ(data, options)
      }
    sense = options.sense ?? draft.sense
    var table = draft.weights
    for (column, number) in (draft.groups?.opening ?? []).enumerated() {
      do throws(InstanceError) {
        try table.append(number, row: nil, column: column)
      } catch {
        throw InstanceError(error.reason, column: column, value: "opening")
      }
    }
    let (all, unit) = try table.finished(isNegated: sense == .min, pattern: draft.arcs)
    let weights = draft.groups == nil ? all : Array(all.prefix(draft.arcs.count))
    let opening = Array(all.dropFirst(draft.arcs.count))
    self.unit = unit
    do {
      problem = try AssignmentProblem(
        arcs: draft.arcs, tiers: [weights],
        rowDemand: options.rowDemand.map { Array(repeating: $0, count: draft.arcs.rowCount) }
          ?? draft.rowDemand,
        columnLoad: options.columnLoad.map {
          Array(repeating: $0, count: draft.arcs.columnCount)
        } ?? draft.columnLoad,
        rowGroups: draft.rowGroups, columnGroups: draft.columnGroups)
      groups = try draft.groups?.problem(on: problem, opening: opening)
    } catch {
      throw InstanceError(error)
    }
  }

  /// A total of the problem's weights in the file's units and sense, as a decimal number.
  public func inputValue(of total: Int128) -> String {
    unit.decimal(of: sense == .min ? -total : total)
  }
}

extension GroupDraft {
  fileprivate func problem(
    on assignment: AssignmentProblem, opening: [Int64]
  ) throws(ProblemError) -> GroupProblem {
    try GroupProblem(
      assignment, mayClose: mayClose, opening: opening.isEmpty ? nil : [opening], rules: rules,
      companies: companies, openLimits: openLimits)
  }
}

extension Text {
  fileprivate static let unreadable = Text(
    ru: "Файл не читается: проверьте имя и права.",
    en: "The file can't be read: check its name and your rights.")
  fileprivate static let scale = Text(
    ru: "Множитель должен быть целым числом от 1.", en: "The scale must be an integer from 1 up.")
}
