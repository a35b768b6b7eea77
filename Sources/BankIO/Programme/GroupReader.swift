import MentoringModel
import Wording

/// Reads `mode` and `groups` of a form.
struct GroupReader {
  /// The most members of a group that a file may state.
  private static let largest = CapacityCell.most

  /// Reads roles.
  let rules: RuleReader
  /// The competencies that groups may be about.
  let vocabulary: Vocabulary

  /// How groups open in the form, or nil where it makes pairs alone.
  func groups(_ map: YAMLMap, of form: MentoringForm) -> GroupFormation? {
    let mode = map.word("mode", of: PairingMode.self)
    guard let mode, mode != .pairs else {
      if map.isMap("groups"), mode != nil || !map.has("mode") {
        map.add(.groupsWithoutMode(isPairs: mode == .pairs), at: "groups")
        // Read for its own findings.
        return formation(map, of: form).flatMap { _ in nil }
      }
      return nil
    }
    guard var formation = formation(map, of: form) else { return nil }
    formation.allowsPairs = mode == .both
    return formation
  }

  private func formation(_ map: YAMLMap, of form: MentoringForm) -> GroupFormation? {
    var formation = GroupFormation()
    formation.source = map.location(of: map.has("groups") ? "groups" : "mode")
    guard map.has("groups") else { return fitted(formation, map, to: form) }
    guard let inner = map.map("groups") else { return nil }
    defer { inner.finish() }
    formation.size = size(inner) ?? formation.size
    formation.perMentor = inner.integer("perMentor", in: 1...Self.largest) ?? formation.perMentor
    formation.topics = topics(inner)
    formation.opensFewest = inner.flag("fewest") ?? false
    formation.composition = CompositionReader(rules: rules).requirements(inner, formation.size)
    formation.companions =
      companions(inner, .together, form.id) + companions(inner, .apart, form.id)
    checkCompanions(formation, inner)
    return fitted(formation, inner, to: form)
  }

  private func size(_ map: YAMLMap) -> ClosedRange<Int>? {
    let range = 1...Self.largest
    if !map.isMap("size") {
      return map.integer("size", in: range).map { $0...$0 }
    }
    guard let inner = map.map("size") else { return nil }
    defer { inner.finish() }
    let usual = GroupFormation().size
    let (fewest, most) = (inner.integer("minimum", in: range), inner.integer("maximum", in: range))
    let minimum = fewest ?? min(usual.lowerBound, most ?? usual.lowerBound)
    let maximum = most ?? max(usual.upperBound, minimum)
    guard minimum <= maximum else {
      inner.add(.minimumAboveMaximum(minimum, maximum), at: "minimum")
      return nil
    }
    return minimum...maximum
  }

  /// A group takes places of its mentor, of which a form allows so many.
  private func fitted(
    _ formation: GroupFormation, _ map: YAMLMap, to form: MentoringForm
  ) -> GroupFormation? {
    let (size, places) = (formation.size, form.maximumCapacity)
    guard size.lowerBound <= places else {
      map.add(.minimumAbovePlaces(size.lowerBound, places), at: map.has("size") ? "size" : nil)
      return nil
    }
    var formation = formation
    if size.upperBound > places {
      map.add(.maximumAbovePlaces(size.upperBound, places), at: map.has("size") ? "size" : nil)
      formation.size = size.lowerBound...places
    }
    if formation.perMentor > places / size.lowerBound {
      map.add(
        .groupsAbovePlaces(formation.perMentor, size.lowerBound, places),
        at: map.has("perMentor") ? "perMentor" : nil)
      formation.perMentor = places / size.lowerBound
    }
    return formation
  }

  private func topics(_ map: YAMLMap) -> [CompetencyID] {
    var topics: [CompetencyID] = []
    for (index, word) in map.strings("topics").enumerated() {
      guard let topic = vocabulary.competency(named: word) else {
        let nearest = nearMiss(of: word, among: vocabulary.words)
        map.add(.unknownTopic(word, nearest: nearest), at: "topics", index: index)
        continue
      }
      if topics.contains(topic) {
        map.add(.duplicateKey(word), at: "topics", index: index)
      } else {
        topics.append(topic)
      }
    }
    return topics
  }

  private func companions(
    _ map: YAMLMap, _ kind: Companions.Kind, _ form: FormID
  ) -> [Companions] {
    map.lists(kind.rawValue).compactMap { index, words in
      var people: [PersonID] = []
      for word in words {
        guard PersonIDCell.isSound(word), !word.isEmpty else {
          map.add(.badID(word), at: kind.rawValue, index: index)
          continue
        }
        if !people.contains(PersonID(rawValue: word)) { people.append(PersonID(rawValue: word)) }
      }
      guard people.count > 1 else {
        map.add(.companionAlone, at: kind.rawValue, index: index)
        return nil
      }
      return Companions(
        kind, form: form, people: people, source: map.location(of: kind.rawValue, index: index))
    }
  }

  private func checkCompanions(_ formation: GroupFormation, _ map: YAMLMap) {
    for company in formation.companions where company.kind == .together {
      guard company.people.count > formation.size.upperBound else { continue }
      map.add(
        .companyTooLarge(company.people.count, formation.size.upperBound),
        at: Companions.Kind.together.rawValue)
    }
  }
}
