public import Wording

/// A placeholder that a template may use, by its Russian or its English name.
public struct DraftField: Sendable, Hashable {
  /// The list whose items it is of: пара, участник, …; nil where it has one value.
  public let list: Text?
  /// The name.
  public let name: Text
  /// What stands there.
  public let meaning: Text

  init(_ ru: String, _ en: String, _ meaning: Text) {
    list = nil
    name = Text(ru: ru, en: en)
    self.meaning = meaning
  }

  init(_ list: Text, _ ru: String, _ en: String, _ meaning: Text) {
    self.list = list
    name = Text(ru: ru, en: en)
    self.meaning = meaning
  }

  /// The placeholder as a template has it, without its braces.
  public var placeholder: Text { (list.map { $0 + Text(same: ".") } ?? Text(same: "")) + name }
}

extension DraftField {
  static let institution = DraftField(
    "учреждение", "institution", Text(ru: "название учреждения", en: "the institution"))
  static let place = DraftField(
    "место", "place", Text(ru: "населённый пункт", en: "the place of the order"))
  static let programme = DraftField(
    "программа", "programme", Text(ru: "название программы", en: "the title of the programme"))
  static let form = DraftField(
    "форма", "form", Text(ru: "форма наставничества", en: "the form of mentoring"))
  static let type = DraftField(
    "вид", "type", Text(ru: "вид наставничества", en: "the type of mentoring"))
  static let period = DraftField(
    "срок", "period", Text(ru: "с какого по какое число", en: "from which day to which"))
  static let end = DraftField(
    "конец", "end", Text(ru: "последний день работы", en: "the last day of the work"))
  static let curator = DraftField(
    "куратор", "curator", Text(ru: "куратор формы", en: "the curator of the form"))
  static let basis = DraftField(
    "основание", "basis", Text(ru: "документы-основания", en: "the documents it rests on"))
  static let headPosition = DraftField(
    "должность руководителя", "head position",
    Text(ru: "должность подписывающего", en: "the position of whoever signs"))
  static let headName = DraftField(
    "имя руководителя", "head name",
    Text(ru: "фамилия подписывающего", en: "the name of whoever signs"))
  static let count = DraftField(
    "количество", "count",
    Text(ru: "сколько пар и групп, словами", en: "how many pairs and groups, in words"))
}

extension DraftField {
  /// The list of pairs and groups.
  enum Pair {
    private static let list = Text(ru: "пара", en: "pair")

    static let number = DraftField(list, "номер", "number", .number)
    static let mentor = DraftField(
      list, "наставник", "mentor", Text(ru: "ФИО наставника", en: "the mentor's name"))
    static let mentorPosition = DraftField(
      list, "должность наставника", "mentor position",
      Text(ru: "должность наставника", en: "the mentor's position"))
    static let mentorPost = DraftField(
      list, "должность и место наставника", "mentor post",
      Text(
        ru: "должность наставника, а в приказе о нескольких организациях и организация",
        en: "the mentor's position, and the organization where the order is about several"))
    static let mentorOrganization = DraftField(
      list, "организация наставника", "mentor organization",
      Text(ru: "место работы или учёбы наставника", en: "where the mentor works or learns"))
    static let mentees = DraftField(
      list, "наставляемые", "mentees",
      Text(
        ru: "ФИО наставляемых, каждое с новой строки и под своим номером",
        en: "the mentees' names, one a line and numbered"))
    static let menteePositions = DraftField(
      list, "должности наставляемых", "mentee positions",
      Text(ru: "должность, класс или группа каждого", en: "position, class or group of each"))
    static let menteePosts = DraftField(
      list, "должности и места наставляемых", "mentee posts",
      Text(
        ru: "должность, класс или группа каждого, а если организаций несколько, и организация",
        en: "position, class or group of each, and the organization where there are several"))
    static let menteeOrganizations = DraftField(
      list, "организации наставляемых", "mentee organizations",
      Text(ru: "место работы или учёбы каждого", en: "where each works or learns"))
    static let group = DraftField(
      list, "группа", "group", Text(ru: "название группы", en: "the name of the group"))
    static let request = DraftField(
      list, "запрос", "request", Text(ru: "направление, запрос", en: "what is asked for"))
    static let type = DraftField(
      list, "вид", "type", Text(ru: "вид наставничества", en: "the type of mentoring"))
    static let dates = DraftField(
      list, "срок", "dates", Text(ru: "срок числами", en: "the period in figures"))
    static let consents = DraftField(
      list, "согласия", "consents",
      Text(
        ru: "дни письменных согласий: наставника, ниже — наставляемых",
        en: "the days of the written consents: the mentor's, below them the mentees'"))

    static let all = [
      number, mentor, mentorPosition, mentorPost, mentorOrganization, mentees, menteePositions,
      menteePosts, menteeOrganizations, group, request, type, dates, consents,
    ]
  }

  /// A list of people: all of an order, or mentors, or mentees.
  struct People {
    let number: DraftField
    let name: DraftField
    let position: DraftField
    let organization: DraftField
    let form: DraftField
    let request: DraftField
    let partners: DraftField
    let partnerOrganizations: DraftField
    let start: DraftField
    let end: DraftField

    init(_ list: Text) {
      number = DraftField(list, "номер", "number", .number)
      name = DraftField(list, "фио", "name", Text(ru: "ФИО", en: "the name"))
      position = DraftField(
        list, "должность", "position",
        Text(ru: "должность, класс или группа", en: "position, class or group"))
      organization = DraftField(
        list, "организация", "organization",
        Text(ru: "место работы или учёбы", en: "where the person works or learns"))
      form = DraftField(
        list, "форма", "form", Text(ru: "форма наставничества", en: "the form of mentoring"))
      request = DraftField(
        list, "запрос", "request", Text(ru: "основной запрос", en: "what is asked for"))
      partners = DraftField(
        list, "с кем", "with",
        Text(ru: "наставник или наставляемые", en: "the mentor or the mentees"))
      partnerOrganizations = DraftField(
        list, "организации с кем", "organizations with",
        Text(ru: "их место работы или учёбы", en: "where they work or learn"))
      start = DraftField(
        list, "начало", "start", Text(ru: "дата вхождения в программу", en: "the first day"))
      end = DraftField(
        list, "конец", "end", Text(ru: "дата завершения", en: "the last day"))
    }

    var all: [DraftField] {
      [
        number, name, position, organization, form, request, partners, partnerOrganizations, start,
        end,
      ]
    }

    static let person = People(Text(ru: "участник", en: "person"))
    static let mentor = People(Text(ru: "наставник", en: "mentor"))
    static let mentee = People(Text(ru: "наставляемый", en: "mentee"))
  }

  /// What a consent sheet says of its person.
  enum Consenter {
    static let name = DraftField("фио", "name", Text(ru: "ФИО", en: "the name"))
    static let position = DraftField(
      "должность", "position",
      Text(ru: "должность, класс или группа", en: "position, class or group"))
    static let organization = DraftField(
      "организация", "organization",
      Text(ru: "место работы или учёбы", en: "where the person works or learns"))
    static let subject = DraftField(
      "на что согласие", "consent to",
      Text(ru: "на что даётся согласие", en: "what the consent is to"))
    static let partners = DraftField(
      "с кем", "with", Text(ru: "наставник или наставляемые", en: "the mentor or the mentees"))
    static let representative = DraftField(
      "представитель", "representative",
      Text(
        ru: "строка подписи законного представителя, если человеку нет 18 лет",
        en: "a line for the legal representative to sign, below the age of 18"))

    static let all = [name, position, organization, subject, partners, representative]
  }
}

extension Text {
  fileprivate static let number = Text(ru: "номер по порядку", en: "the number in order")
}
