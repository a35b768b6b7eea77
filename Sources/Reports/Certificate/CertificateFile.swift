import AssignmentKernel

/// `certificate.json` member by member, before anything in it is believed.
struct CertificateFile: Decodable {
  var format: String
  var status: String
  var objective: [Int128]
  var instance: Instance?
  var chosen: [[Int]]
  var potentials: [NodeNumbers]

  struct Instance: Decodable {
    var tiers: [String]
    var rows: Nodes
    var columns: Nodes
    var rowGroups: Groups
    var columnGroups: Groups
    /// Whether the arcs are all that there are; files that do not say list all.
    var complete: Bool?
    var arcs: [[Int64]]
  }

  struct Nodes: Decodable {
    var labels: [String]
    var lower: [Int]
    var upper: [Int]
    var group: [Int]
  }

  struct Groups: Decodable {
    var lower: [Int]
    var upper: [Int]
    var group: [Int]
  }

  struct NodeNumbers: Decodable {
    var rows: [Int128]
    var columns: [Int128]
    var rowGroups: [Int128]
    var columnGroups: [Int128]
  }
}

extension CertificateFile.Nodes {
  var bounds: [Bounds] { zip(lower, upper).map { Bounds(lower: $0, upper: $1) } }

  func check(path: String) throws(CertificateError) {
    guard [labels.count, upper.count, group.count].allSatisfy({ $0 == lower.count }) else {
      throw .lengths(path: path)
    }
  }
}

extension CertificateFile.Groups {
  /// Groups nested deeper are refused: no programme needs them, and their members, each written
  /// once a level, would outgrow the file.
  private static let deepest = 32

  /// The groups with all their members, those of inner groups too.
  func groups(
    around nodes: CertificateFile.Nodes, side: Side
  ) throws(CertificateError) -> [NodeGroup] {
    guard upper.count == lower.count, group.count == lower.count else {
      throw .lengths(path: "\(side.rawValue)Groups")
    }
    var members = [[Int]](repeating: [], count: lower.count)
    for (node, innermost) in nodes.group.enumerated() {
      var (around, depth) = (innermost, 0)
      while around != -1 {
        guard members.indices.contains(around), depth < Self.deepest else { throw .groups(side) }
        members[around].append(node)
        around = group[around]
        depth += 1
      }
    }
    return members.indices.map {
      NodeGroup(members[$0], Bounds(lower: lower[$0], upper: upper[$0]))
    }
  }

  /// Throws where the nesting that follows from the members is not the one in the file.
  func check(
    _ forest: GroupForest, around nodes: CertificateFile.Nodes, side: Side
  ) throws(CertificateError) {
    guard forest.parentOfMember.map({ Int($0) }) == nodes.group,
      forest.parentOfGroup.map({ Int($0) }) == group
    else { throw .groups(side) }
  }
}
