import MentoringModel
import WordDocuments
import Wording

/// Values for the fields of a template, under their Russian and their English names.
struct DraftValues {
  private(set) var word = WordValues()

  subscript(field: DraftField) -> String {
    get { word.values[folded(field.placeholder.ru)] ?? "" }
    set {
      word.values[folded(field.placeholder.ru)] = newValue
      word.values[folded(field.placeholder.en)] = newValue
    }
  }

  /// Sets the items of the list that the fields are of.
  mutating func set(_ list: Text?, _ items: [[DraftField: String]]) {
    guard let list else { return }
    let named = items.map { item in
      Dictionary(
        item.flatMap { field, value in
          [(folded(field.placeholder.ru), value), (folded(field.placeholder.en), value)]
        }
      ) { first, _ in first }
    }
    for language in Language.allCases { word.lists[folded(list[language])] = named }
  }
}

extension String {
  /// The text as it stands within «…»: quotation marks in it are of the other shape.
  fileprivate var asQuotedWithin: String {
    replacing("«", with: "„").replacing("»", with: "“")
  }
}

extension DraftValues {
  /// What every document says.
  init(_ batch: OrderBatch) {
    self[.institution] = batch.institution
    self[.programme] = batch.title.ru.asQuotedWithin
  }

  /// What every document about a form says.
  init(_ batch: OrderBatch, _ form: OrderForm) {
    self.init(batch)
    self[.form] = form.title.ru
    self[.type] = form.type.ru
    self[.period] = form.period.inRussianWords
    self[.end] = form.period.end?.inRussianWords ?? "________________"
    self[.curator] = form.curator.isEmpty ? "________________" : form.curator
  }

  /// An order about the ready items of a form.
  static func order(_ batch: OrderBatch, _ form: OrderForm) -> WordValues {
    var values = DraftValues(batch, form)
    let settings = batch.settings
    values[.place] = settings.place
    values[.basis] =
      settings.basis.isEmpty
      ? String(repeating: "_", count: 60) : settings.basis.joined(separator: "; ") + "."
    values[.headPosition] = settings.headPosition.isEmpty ? "Руководитель" : settings.headPosition
    values[.headName] = settings.headName
    values[.count] = counts(form.ready)
    let people = form.ready.flatMap { [$0.mentor] + $0.mentees }
    let isAboutSeveral = Set(people.map(\.organization)).count > 1
    values.set(
      DraftField.Pair.mentor.list,
      form.ready.enumerated().map { number, item in
        pair(item, number: number + 1, form.period) { person in
          isAboutSeveral ? post(of: person) : person.position
        }
      })
    var seen: Set<PersonID> = []
    let each = people.filter { seen.insert($0.id).inserted }
    let person = DraftField.People.person
    values.set(
      person.name.list,
      each.enumerated().map { number, one in
        [
          person.number: "\(number + 1)", person.name: one.name, person.position: one.position,
          person.organization: one.organizationName,
        ]
      })
    return values.word
  }

  /// 12 пар и 3 группы.
  static func counts(_ items: [OrderItem]) -> String {
    let groups = items.count { $0.kind == .group }
    let pairs = items.count - groups
    let parts =
      (pairs > 0 || groups == 0 ? [Noun.pair.counted(pairs).ru] : [])
      + (groups > 0 ? [Noun.group.counted(groups).ru] : [])
    return parts.joined(separator: " и ")
  }

  private static func pair(
    _ item: OrderItem, number: Int, _ period: Period, post: (OrderPerson) -> String
  ) -> [DraftField: String] {
    typealias Pair = DraftField.Pair
    return [
      Pair.number: "\(number)",
      Pair.mentor: item.mentor.name,
      Pair.mentorPosition: item.mentor.position,
      Pair.mentorPost: post(item.mentor),
      Pair.mentorOrganization: item.mentor.organizationName,
      Pair.mentees: numbered(item.mentees.map(\.name)),
      Pair.menteePositions: each(item.mentees.map(\.position)),
      Pair.menteePosts: each(item.mentees.map(post)),
      Pair.menteeOrganizations: each(item.mentees.map(\.organizationName)),
      Pair.group: item.group ?? "",
      Pair.request: item.request.ru,
      Pair.type: item.type.ru,
      Pair.dates: period.inFigures,
      Pair.consents: consents(of: item),
    ]
  }

  private static func post(of person: OrderPerson) -> String {
    [person.position, person.organizationName].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// One a line, by the same number in every column where there are several.
  private static func numbered(_ texts: [String]) -> String {
    guard texts.count > 1 else { return texts.joined() }
    return texts.enumerated().map { "\($0 + 1))\u{A0}\($1.isEmpty ? "—" : $1)" }
      .joined(separator: "\n")
  }

  /// One for all where all are the same, else one a line.
  private static func each(_ texts: [String]) -> String {
    Set(texts).count == 1 ? texts[0] : numbered(texts)
  }

  /// The mentor's day, and below it those of the mentees.
  private static func consents(of item: OrderItem) -> String {
    day(of: item.mentor.dutiesConsent) + "\n"
      + numbered(item.mentees.map { day(of: $0.dutiesConsent) })
  }

  private static func day(of consent: Consent) -> String {
    switch consent {
    case .given(let day?): day.dotted
    case .given(nil): "дано"
    case .absent, .withdrawn: "нет"
    }
  }
}
