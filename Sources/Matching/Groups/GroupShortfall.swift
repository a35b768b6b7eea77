import MentoringModel
import Wording

/// Why a mentee who could stand in a group stands in none, and what would open or widen one.
struct GroupShortfall {
  private let base: UnmatchedReason
  private let groups: FormGroups
  private let allowed: [Int]

  init(_ base: UnmatchedReason, _ groups: FormGroups, allowed: [Int]) {
    self.base = base
    self.groups = groups
    self.allowed = allowed
  }

  private var minimum: Int { groups.formation.size.lowerBound }

  /// The reason; nil where the mentee asks for nothing that a group is about.
  var unmatched: UnmatchedProfile? {
    let topics = groups.topics(of: base.profile)
    guard !topics.isEmpty else { return groups.allowsPairs ? nil : noTopic }
    let offers = topics.flatMap { topic in
      offering(topic).map { FormGroups.Offer(mentor: $0, topic: topic) }
    }
    guard !offers.isEmpty else { return noLeader(topics) }
    let columns = groups.columnsOfProfile[base.place].map { groups.columns[$0] }
    let barred = offers.compactMap { offer in groups.bars[offer].map { (offer: offer, bar: $0) } }
    if !columns.isEmpty { return inOpenTopic(columns) }
    guard let nearest = nearest(barred) else { return apartFromCompany(topics) }
    return neverOpens(nearest, among: barred)
  }

  /// The mentors who offer a topic at the level that the form asks.
  private func offering(_ topic: Int) -> [Int] {
    allowed.filter {
      base.roster.mentors[$0].level(of: groups.topics[topic].number)
        >= base.roster.setting.form.mustHaveLevel
    }
  }

  private func nearest(
    _ barred: [(offer: FormGroups.Offer, bar: GroupBar)]
  ) -> (offer: FormGroups.Offer, bar: GroupBar)? {
    barred.min { left, right in
      (left.bar.missing(minimum), left.offer.topic, left.offer.mentor)
        < (right.bar.missing(minimum), right.offer.topic, right.offer.mentor)
    }
  }

  private func title(_ topic: Int) -> Text {
    base.roster.setting.vocabulary.title(of: groups.topics[topic].competency)
  }

  private func mentor(
    _ mentors: [Int], about topic: Int, _ obstacle: Text
  ) -> NearestMentor? {
    base.best(
      of: mentors.map { base.roster.mentors[$0] }, as: groups.topics[topic].members[base.place]
    )
    .map { NearestMentor(mentor: $0.0.mentor.id, fit: $0.1, obstacle: obstacle) }
  }
}

extension GroupShortfall {
  private var noTopic: UnmatchedProfile {
    base.unmatched(
      code: "noTopic",
      .noGroupTopic,
      advice: Text(
        ru: "Добавьте в заявку одну из тем формы или тему в groups.topics.",
        en: "Add one of the form's topics to the request, or the topic to groups.topics."),
      nearest: nil)
  }

  private func noLeader(_ topics: [Int]) -> UnmatchedProfile {
    let level = base.roster.setting.form.mustHaveLevel
    let titles = topics.map(title).joined(separator: ", ")
    return base.unmatched(
      code: "noCompetency",
      Text(
        ru: "никто из подходящих наставников не ведёт на уровне от \(level) ни одной из тем: "
          + titles.ru,
        en: "no suitable mentor offers at level \(level) or above any of the topics: \(titles.en)"),
      advice: Text(
        ru: "Найдите или обучите наставника с одной из этих тем или снизьте mustHaveLevel.",
        en: "Find or train a mentor for one of these topics, or lower mustHaveLevel."),
      nearest: base.best(of: allowed.map { base.roster.mentors[$0] }).map {
        NearestMentor(
          mentor: $0.0.mentor.id, fit: $0.1,
          obstacle: Text(ru: "не ведёт этих тем", en: "does not offer these topics"))
      })
  }

  /// No group about any of his topics could open, whatever the plan.
  private func neverOpens(
    _ nearest: (offer: FormGroups.Offer, bar: GroupBar),
    among barred: [(offer: FormGroups.Offer, bar: GroupBar)]
  ) -> UnmatchedProfile {
    var seen: Set<Int> = [nearest.offer.topic]
    let others = barred.filter { seen.insert($0.offer.topic).inserted }
      .compactMap { other in
        self.nearest(barred.filter { $0.offer.topic == other.offer.topic })
      }
    let words = BarWords(groups, minimum: minimum)
    let reasons = ([nearest] + others).prefix(3).map {
      words.reason($0.bar, title($0.offer.topic), groups.topics[$0.offer.topic])
    }
    let mentors = barred.filter { $0.offer.topic == nearest.offer.topic }.map(\.offer.mentor)
    return base.unmatched(
      code: words.code(nearest.bar), reasons.joined(separator: "; "),
      advice: words.advice(nearest.bar, groups.topics[nearest.offer.topic]),
      nearest: mentor(
        mentors, about: nearest.offer.topic,
        Text(ru: "группа не наберётся", en: "no group comes together")))
  }

  /// He keeps together with somebody who can't come along.
  private func apartFromCompany(_ topics: [Int]) -> UnmatchedProfile {
    base.unmatched(
      code: "companyKeptOut",
      Text(
        ru: "его держат вместе с другими, а вместе их не может взять ни один наставник",
        en: "he keeps together with others, and no mentor can take them together"),
      advice: Text(
        ru: "Сократите список «вместе» или добавьте им общую тему.",
        en: "Shorten the list that keeps together, or give them a topic in common."),
      nearest: nil)
  }

  /// Groups about his topics could open; the plan opened none for him, or they are full.
  private func inOpenTopic(_ columns: [GroupColumn]) -> UnmatchedProfile {
    let open = columns.filter { members(of: $0) != nil }
    let form = base.roster.setting.form
    for column in open {
      let count = members(of: column)?.count ?? 0
      let places = form.capacity(of: base.roster.mentors[column.mentor].mentor)
      if count < groups.formation.size.upperBound, base.standing.load[column.mentor] < places {
        return keptOut(of: column)
      }
    }
    if let column = open.first { return full(column, open) }
    return notOpened(columns)
  }

  private func members(of column: GroupColumn) -> [Int]? {
    groups.columns.firstIndex(of: column).flatMap { base.standing.members[$0] }
  }

  /// An open group has room, but a rule, a list or a limit above the form keeps him out.
  private func keptOut(of column: GroupColumn) -> UnmatchedProfile {
    let inside = Set(members(of: column) ?? [])
    let title = title(column.topic)
    let nearest = mentor(
      [column.mentor], about: column.topic,
      Text(ru: "в открытую группу он не проходит", en: "his open group can't take the mentee"))
    for kind in groups.kinds.ofTopic[column.topic] where kind.profiles.contains(base.place) {
      guard let most = groups.kinds.rules[kind.rule].atMost,
        kind.profiles.count(where: inside.contains) >= most
      else { continue }
      let values = kind.values.joined(separator: ", ")
      return base.unmatched(
        code: "composition",
        Text(
          ru: "в группе «\(title.ru)» уже \(most) со значением «\(values)», больше не допускает "
            + "правило состава \(kind.rule + 1)",
          en: "the group “\(title.en)” has \(most) with “\(values)” already, and rule of "
            + "composition \(kind.rule + 1) allows no more"),
        advice: Text(
          ru: "Увеличьте atMost этого правила или снимите его.",
          en: "Raise atMost of this rule or lift it."),
        nearest: nearest)
    }
    return base.unmatched(
      code: "groupKeptOut",
      Text(
        ru: "в группе «\(title.ru)» есть место, но не пускают списки «вместе» и «врозь» или предел "
          + "наставника или организации по всем формам",
        en: "the group “\(title.en)” has room, but lists of those who keep together or apart, or a "
          + "limit of the mentor or the organization over all forms, keep the mentee out"),
      advice: Text(
        ru: "Проверьте эти списки и пределы.", en: "Look at these lists and limits."),
      nearest: nearest)
  }

  private func full(_ column: GroupColumn, _ open: [GroupColumn]) -> UnmatchedProfile {
    let titles = Set(open.map(\.topic)).sorted().map { title($0) }.joined(separator: ", ")
    let counted = Noun.group.counted(open.count)
    return base.unmatched(
      code: "capacityExhausted",
      Text(
        ru: "по темам заявки (\(titles.ru)) открыто групп: \(open.count), свободных мест в них нет",
        en: "\(counted.en) opened about the topics asked for (\(titles.en)), and no place is free"),
      advice: Text(
        ru: "Увеличьте size.maximum или места наставника либо найдите ещё одного наставника.",
        en: "Raise size.maximum or the mentor's places, or find one more mentor."),
      nearest: mentor(
        open.map(\.mentor), about: column.topic,
        Text(ru: "группа заполнена", en: "the group is full")))
  }

  /// Enough people ask for a group to open, but in this plan too few of them are left for it, or
  /// the mentors' places went elsewhere.
  private func notOpened(_ columns: [GroupColumn]) -> UnmatchedProfile {
    let free = columns.map { column in
      (column: column, left: column.askers.count { base.standing.column[$0] == nil })
    }
    guard let best = free.max(by: { ($0.left, $1.column.topic) < ($1.left, $0.column.topic) })
    else { return noLeader([]) }
    let (topic, title) = (groups.topics[best.column.topic], title(best.column.topic))
    let nearest = mentor(
      columns.filter { $0.topic == best.column.topic }.map(\.mentor), about: best.column.topic,
      Text(ru: "группа не открылась", en: "no group opened"))
    if best.left < minimum {
      let missing = minimum - best.left
      return base.unmatched(
        code: "groupTooSmall",
        Text(
          ru: "тему «\(title.ru)» \(Noun.asks.russianForm(after: topic.askers.count)) "
            + "\(Noun.person.counted(topic.askers.count).ru), но остальные у других наставников: "
            + "без группы \(best.left), а группе нужно \(minimum)",
          en: "\(Noun.person.counted(topic.askers.count).en) ask for the topic “\(title.en)”, but "
            + "the others are with other mentors: \(best.left) left, and a group needs "
            + "\(minimum)"),
        advice: .oneMore(missing, orMinimum: best.left), nearest: nearest)
    }
    return base.unmatched(
      code: "capacityExhausted",
      Text(
        ru: "группе «\(title.ru)» хватило бы людей (\(best.left)), но места или число групп "
          + "наставников исчерпаны, или её не допускают правила состава и списки",
        en: "there are enough people for a group “\(title.en)” (\(best.left)), but the mentors' "
          + "places or numbers of groups are used up, or rules of composition and lists forbid it"),
      advice: Text(
        ru: "Ещё один наставник с этой темой, больше мест у ближайшего или perMentor больше "
          + "\(groups.formation.perMentor).",
        en: "One more mentor for this topic, more places with the nearest, or perMentor above "
          + "\(groups.formation.perMentor)."),
      nearest: nearest)
  }
}
