import AssignmentKernel
public import MentoringModel
public import Wording

/// Which groups about a topic opened in a form, why no others did, and what one more would take.
public struct TopicExplanation: Sendable, Hashable {
  /// The form.
  public var form: FormID
  /// The topic.
  public var topic: CompetencyID
  /// Its title.
  public var title: Text
  /// How many ask for it in the form.
  public var asked: Int
  /// What a group needs.
  public var size: ClosedRange<Int>
  /// The groups that opened, as the plan has them.
  public var opened: [ProposedMatch]
  /// The mentors with no group about the topic, those nearest to one first.
  public var closed: [ClosedGroup]
  /// The best plan in which a mentor leads one who could and does not; nil where none could, or no
  /// plan has one.
  public var opening: PlanDifference?
  /// What each rule of composition of the form costs, over all its topics; none where one mentor is
  /// asked about.
  public var rules: [CompositionCost]

  /// In a sentence: how many ask, what a group needs, how many groups there are.
  public var text: Text {
    let people = Noun.person.counted(asked)
    return Text(
      ru: "Тему «\(title.ru)» \(Noun.asks.russianForm(after: asked)) \(people.ru)",
      en: "\(people.en) \(asked == 1 ? "asks" : "ask") for the topic “\(title.en)”")
      + .needed(size)
      + Text(
        ru: "; групп в плане: \(opened.count).", en: "; groups in the plan: \(opened.count).")
  }

  /// What opening one of the closed groups would change, in a sentence; nil where none could open.
  public var openingText: Text? {
    opening.map { difference in
      difference.isTie
        ? Text(
          ru: "План с одной из закрытых групп не хуже: выбрано по правилу для равных.",
          en: "A plan with one of the closed groups is as good: the rule for equals chose.")
        : Text(
          ru: "Если открыть одну из закрытых групп: ", en: "With one of the closed groups open: ")
          + difference.text + Text(same: ".")
    }
  }
}

/// A group that did not open.
public struct ClosedGroup: Sendable, Hashable {
  /// The mentor.
  public var mentor: PersonID
  /// A stable code for programs: what bars it, or `notChosen` where it could have opened.
  public var code: String
  /// Why, by name and number.
  public var reason: Text
  /// What would open it.
  public var advice: Text
  /// How many people are missing as far as one can tell; 0 where enough are there.
  public var missing: Int
}

extension SolvedMatching {
  /// What groups can be about, form by form in the order in which it is asked for.
  public var groupTopics: [CompetencyID] {
    matcher.rosters.flatMap { $0.groups?.topics.map(\.competency) ?? [] }
  }

  /// Why a topic has the groups that it has, form by form; none where no form makes groups about it.
  ///
  /// - Parameters:
  ///   - topic: The topic.
  ///   - mentor: The mentor asked about, or nil for all.
  ///   - form: The form asked about, or nil for all.
  ///   - progress: Told the number of rules of composition that were looked into.
  /// - Returns: The explanations in the order of the programme's forms.
  /// - Throws: ``QuestionFailure``.
  /// - Complexity: a solve for each form and each of its rules of composition.
  public func groups(
    about topic: CompetencyID, of mentor: PersonID? = nil, in form: FormID? = nil,
    progress: @Sendable (_ tried: Int) -> Void = { _ in }
  ) throws(QuestionFailure) -> [TopicExplanation] {
    var (explanations, first) = ([TopicExplanation](), 0)
    for roster in matcher.rosters {
      let firstColumn = first
      first += roster.columnCount
      guard form == nil || form == roster.setting.form.id, let groups = roster.groups,
        let place = groups.topics.firstIndex(where: { $0.competency == topic })
      else { continue }
      explanations.append(
        explanation(
          ofTopic: place, groups, roster, mentor, firstColumn: firstColumn,
          rules: try mentor == nil
            ? compositionCosts(in: roster.setting.form.id, progress: progress) : []))
    }
    return explanations
  }

  private func explanation(
    ofTopic topic: Int, _ groups: FormGroups, _ roster: FormRoster, _ mentor: PersonID?,
    firstColumn: Int, rules: [CompositionCost]
  ) -> TopicExplanation {
    let form = roster.setting.form.id
    let asked = groups.topics[topic]
    func isAsked(_ place: Int) -> Bool {
      mentor.map { roster.mentors[place].mentor.id == $0 } ?? true
    }
    let first = firstColumn + roster.pairColumnCount
    let columns = groups.columns.indices.filter {
      groups.columns[$0].topic == topic && isAsked(groups.columns[$0].mentor)
    }
    let leads = Set(
      columns.filter { loadOfColumn[first + $0] > 0 }.map { groups.columns[$0].mentor })
    // A further group of one who leads a like one would be that group under another number.
    let idle = columns.filter { !leads.contains(groups.columns[$0].mentor) }
    let words = MentorGroups(roster, groups)
    let firstRow = firstRow(of: form)
    let standing = FormStanding(roster) { row in
      arcOfRow[firstRow + row].map {
        problem.assignment.arcs.column(ofArc: $0) - firstColumn
      }
    }
    let closed = roster.mentors.indices.filter { isAsked($0) && !leads.contains($0) }.compactMap {
      words.closed($0, topic, in: standing)
    }
    return TopicExplanation(
      form: form, topic: asked.competency,
      title: roster.setting.vocabulary.title(of: asked.competency), asked: asked.askers.count,
      size: groups.formation.size,
      opened: plan.forms.first { $0.form == form }?.matches.filter { match in
        match.opened?.topic == asked.competency && mentor.map { match.mentor == $0 } ?? true
      } ?? [],
      closed: closed.sorted { $0.missing < $1.missing },
      opening: idle.isEmpty
        ? nil : exchanges.flatMap { difference($0.opening(idle.map { first + $0 })) },
      rules: rules)
  }

  /// Why a mentor can lead no group for a profile, topic by topic.
  func groupsLed(
    by mentor: PreparedMentor, for profile: PreparedProfile, in roster: FormRoster
  ) -> [Text] {
    guard let groups = roster.groups,
      let place = roster.mentors.firstIndex(where: { $0.mentor.id == mentor.mentor.id })
    else { return [] }
    let words = MentorGroups(roster, groups)
    let topics = groups.topics(of: profile)
    return topics.isEmpty ? [.noGroupTopic] : topics.map { words.reason(place, $0) }
  }
}

extension Text {
  /// The request is about nothing that a group is about.
  static let noGroupTopic = Text(
    ru: "в заявке нет ни одной темы, по которой в этой форме собирают группы",
    en: "the request names no topic about which this form makes groups")
}
