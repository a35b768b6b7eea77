/// Nodes of one side that are used together within bounds.
public struct NodeGroup: Sendable, Hashable {
  /// The rows or columns.
  public var members: [Int]
  /// How often they are used together.
  public var bounds: Bounds

  /// Creates a group.
  public init(_ members: [Int], _ bounds: Bounds) {
    self.members = members
    self.bounds = bounds
  }
}

/// Laminar groups as a forest: each node and each group stands in the smallest group around it.
///
/// Space: O(members + groups).
public struct GroupForest: Sendable, Hashable {
  /// The bounds of each group.
  public let bounds: [Bounds]
  /// The group around each member, or -1.
  public let parentOfMember: [Int32]
  /// The group around each group, or -1.
  public let parentOfGroup: [Int32]

  /// The number of groups.
  public var count: Int { bounds.count }

  /// Groups around `memberCount` nodes.
  ///
  /// Of two groups with the same members the one listed first stands inside the other.
  ///
  /// - Throws: ``ProblemError`` where a member does not exist or stands twice in a group, bounds
  ///   are impossible, or two groups overlap without one holding the other.
  /// - Complexity: O(total members · depth).
  init(_ groups: [NodeGroup], memberCount: Int, side: Side) throws(ProblemError) {
    var parentOfMember = [Int32](repeating: -1, count: memberCount)
    var parentOfGroup = [Int32](repeating: -1, count: groups.count)
    var top = [Int32](repeating: -1, count: memberCount)
    var size = [Int](repeating: 0, count: groups.count)
    let order = groups.indices.sorted {
      (groups[$0].members.count, $0) < (groups[$1].members.count, $1)
    }
    for index in order {
      let group = groups[index]
      guard group.bounds.isValid else { throw .groupBounds(side, group: index, group.bounds) }
      var inside: [Int32: Int] = [:]
      for member in group.members {
        guard (0..<memberCount).contains(member) else {
          throw .groupMember(side, group: index, member: member)
        }
        guard top[member] != Int32(index) else {
          throw .groupMemberTwice(side, group: index, member: member)
        }
        if top[member] < 0 {
          parentOfMember[member] = Int32(index)
        } else {
          inside[top[member], default: 0] += 1
        }
        top[member] = Int32(index)
      }
      for (child, count) in inside {
        guard count == size[Int(child)] else {
          throw .groupsCross(side, Int(min(child, Int32(index))), Int(max(child, Int32(index))))
        }
        parentOfGroup[Int(child)] = Int32(index)
      }
      size[index] = group.members.count
    }
    self.init(
      bounds: groups.map(\.bounds), parentOfMember: parentOfMember, parentOfGroup: parentOfGroup)
  }

  init(bounds: [Bounds], parentOfMember: [Int32], parentOfGroup: [Int32]) {
    self.bounds = bounds
    self.parentOfMember = parentOfMember
    self.parentOfGroup = parentOfGroup
  }

  /// How often each group is used when its members are used `use` times.
  ///
  /// - Complexity: O(members · depth).
  public func load(from use: [Int]) -> [Int] {
    var load = [Int](repeating: 0, count: count)
    for (member, times) in use.enumerated() where times != 0 {
      var group = parentOfMember[member]
      while group >= 0 {
        load[Int(group)] += times
        group = parentOfGroup[Int(group)]
      }
    }
    return load
  }
}
