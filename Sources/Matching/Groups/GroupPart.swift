import AssignmentKernel
import MentoringModel

/// What the groups of one form add to a problem.
struct GroupPart {
  let roster: FormRoster
  let groups: FormGroups
  let firstRow: Int
  /// The first column of the form.
  let first: Int

  init(_ roster: FormRoster, _ groups: FormGroups, firstRow: Int, _ first: Int) {
    self.roster = roster
    self.groups = groups
    self.firstRow = firstRow
    self.first = first
  }

  /// The first column of a group.
  var firstColumn: Int { first + roster.pairColumnCount }

  /// The columns of groups.
  var columns: Range<Int> { firstColumn..<firstColumn + groups.columns.count }

  func seat(of column: GroupColumn) -> Seat {
    Seat(
      mentor: roster.mentors[column.mentor].mentor.id, form: roster.setting.form.id,
      topic: groups.topics[column.topic].competency, number: column.number)
  }

  /// What a profile would be in a group.
  func membership(of place: Int, in column: GroupColumn) -> GroupMembership? {
    groups.topics[column.topic].members[place].map {
      GroupMembership(member: $0, column: seat(of: column))
    }
  }

  /// Every column of a group has the size of a group.
  func setLoads(_ load: inout [Bounds]) {
    let size = groups.formation.size
    for column in columns {
      load[column] = Bounds(
        lower: size.lowerBound, upper: min(size.upperBound, load[column].upper))
    }
  }

  /// The pairs and groups of a mentor share his places in the form.
  func mentorGroups(_ places: [Int]) -> [ProblemBuilder.LimitedSeats] {
    byMentor.sorted { $0.key < $1.key }.compactMap { mentor, columns in
      let all = (groups.hasPairColumns ? [first + mentor] : []) + columns
      guard all.count > 1 else { return nil }
      let limit = SeatLimit.mentorInForm(
        roster.mentors[mentor].mentor.id, roster.setting.form.id)
      return (limit, NodeGroup(all, .upTo(places[columns[0]])))
    }
  }

  /// The columns of groups of each mentor.
  private var byMentor: [Int: [Int]] {
    Dictionary(grouping: columns) { groups.columns[$0 - firstColumn].mentor }
  }

  /// No mentor leads more groups than the form allows.
  var openLimits: [OpenLimit] {
    byMentor.sorted { $0.key < $1.key }.compactMap { _, columns in
      columns.count > groups.formation.perMentor
        ? OpenLimit(columns: columns, .upTo(groups.formation.perMentor)) : nil
    }
  }

  /// The rules of composition, and those who keep apart, where they can bind.
  var rules: [(rule: CompositionRule, origin: RuleOrigin)] { compositionRules + apartRules }

  private var compositionRules: [(rule: CompositionRule, origin: RuleOrigin)] {
    var rules: [(rule: CompositionRule, origin: RuleOrigin)] = []
    let form = roster.setting.form.id
    for topic in groups.topics.indices {
      let columns = columns.filter { groups.columns[$0 - firstColumn].topic == topic }
      for kind in groups.kinds.ofTopic[topic] {
        let requirement = groups.kinds.rules[kind.rule]
        let (least, most) = (requirement.atLeast ?? 0, requirement.atMost ?? Int.max)
        let profiles = Set(kind.profiles)
        let bound = columns.filter { column in
          let count = groups.columns[column - firstColumn].askers.count(where: profiles.contains)
          return least > 0 || count > most
        }
        guard !bound.isEmpty else { continue }
        let upper = min(most, kind.profiles.count)
        rules.append(
          (
            CompositionRule(
              columns: bound, rows: kind.profiles.map { firstRow + $0 },
              Bounds(lower: least, upper: max(least, upper))),
            .composition(form, rule: kind.rule, values: kind.values)
          ))
      }
    }
    return rules
  }

  private var apartRules: [(rule: CompositionRule, origin: RuleOrigin)] {
    groups.apart.compactMap { profiles in
      let bound = columns.filter { column in
        groups.columns[column - firstColumn].askers.count(where: profiles.contains) > 1
      }
      guard !bound.isEmpty else { return nil }
      let people = profiles.map { roster.profiles[$0].members[0].mentee.id }
      return (
        CompositionRule(columns: bound, rows: profiles.map { firstRow + $0 }.sorted(), .upTo(1)),
        .apart(roster.setting.form.id, people)
      )
    }
  }

  /// Those who keep together go to one mentor, in one group or all as his pairs.
  var companies: [Company] {
    groups.companies.map { profiles in
      Company(
        rows: profiles.map { firstRow + $0 },
        columns: Array(first..<first + roster.columnCount))
    }
  }
}

/// A mentee's place in one group that could open.
struct GroupMembership {
  let member: TopicMember
  let column: Seat
}
