import BankIO
import HTTPTypes
import Hummingbird
import MentoringModel
import NIOCore
import NastavnikKit
import Wording

/// The pages that the navigation leads to.
enum PageKind: String, Sendable, CaseIterable {
  case banks
  case matching
  case whatIf
  case why
  case decisions
  case orders

  var path: String {
    switch self {
    case .banks: SitePath.banks
    case .matching: SitePath.matching
    case .whatIf: SitePath.whatIf
    case .why: SitePath.why
    case .decisions: SitePath.decisions
    case .orders: SitePath.orders
    }
  }

  var title: Text {
    switch self {
    case .banks: Text(ru: "Базы", en: "Banks")
    case .matching: Text(ru: "Подбор", en: "Matching")
    case .whatIf: Text(ru: "Что если", en: "What if")
    case .why: Text(ru: "Почему", en: "Why")
    case .decisions: Text(ru: "Решения", en: "Decisions")
    case .orders: Text(ru: "Приказы", en: "Orders")
    }
  }
}

/// One page, in the frame that all of them have.
struct Page {
  /// Where it stands in the navigation.
  let kind: PageKind
  /// Who looks at it.
  let visitor: Visitor
  /// What it shows.
  let state: WorkspaceState
  /// Its address with the query, to come back to after a choice.
  let address: String
  /// What stands around it.
  var frame = Frame.folder

  /// What stands around a page.
  enum Frame: Sendable {
    /// The folder that is open, with its pages and the way to other folders.
    case folder
    /// The same where no other folder can be chosen.
    case folderThatStays
    /// The choice of a folder, while one is open.
    case outsideOfFolder
    /// The choice of a folder, before one is open.
    case withoutFolder
  }

  var words: Words { Words(language: visitor.language) }

  /// The page with what a template makes of values.
  func response(
    _ template: String, _ fields: Fields, status: HTTPResponse.Status = .ok
  ) -> Response {
    // The key stands where forms look for it, in the frame and in the content.
    let content = Templates.render(template, fields.with(["key": visitor.formKey]))
    return Self.html(Templates.render("layout", surroundings.with(["content": content])), status)
  }

  private var isInside: Bool { [.folder, .folderThatStays].contains(frame) }

  private var surroundings: Fields {
    let programme = state.folder?.folder.programme
    return [
      "language": visitor.language.rawValue, "theme": visitor.theme.rawValue,
      "stamp": Assets.stamp,
      "pageTitle": isInside ? words(kind.title) : words("Программы", "Programmes"),
      "follows": isInside, "isOpen": frame != .withoutFolder, "revision": state.revision,
      "studied": state.studied,
      "otherFolders": frame == .folder ? words("Другая программа", "Another programme") : "",
      "programme": frame == .withoutFolder
        ? words("Рабочее место куратора", "The curator's workbench")
        : programme.map { words($0.shownTitle) } ?? words("Новая программа", "New programme"),
      "institution": programme?.institution ?? "", "key": visitor.formKey, "back": address,
      "skip": words("К содержанию", "Skip to content"),
      "product": words("Наставник", "Nastavnik"),
      "navigationLabel": words("Разделы", "Sections"),
      "pages": PageKind.allCases.map { page -> Fields in
        ["path": page.path, "title": words(page.title), "isCurrent": isInside && page == kind]
      },
      "otherLanguage": visitor.language == .ru ? "en" : "ru",
      "otherLanguageTitle": visitor.language == .ru ? "English" : "Русский",
      "themeLabel": words("Цвета", "Colours"),
      "themes": Theme.allCases.map { theme -> Fields in
        [
          "value": theme.rawValue, "title": words(theme.title),
          "isCurrent": theme == visitor.theme,
        ]
      },
      "isBusy": isInside && state.job != nil, "busy": state.job.map { words($0.text) } ?? "",
      "trouble": state.plan == nil || !isInside
        ? "" : state.failure.map { words($0.pageText) } ?? "",
      "again": words("Подобрать заново", "Match again"),
      "cancel": words("Прервать", "Cancel"),
      "changed": words(
        "Данные изменились в другом окне или в файле.", "The data changed elsewhere."),
      "reload": words("Обновить страницу", "Load the page again"),
      "offline": words(
        "Связь с программой потеряна: возможно, она закрыта.",
        "The connection is lost: the program may have been closed."),
    ]
  }

  /// A whole HTML document as an answer.
  static func html(_ text: String, _ status: HTTPResponse.Status = .ok) -> Response {
    Response(
      status: status, headers: [.contentType: "text/html; charset=utf-8"],
      body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }

  /// A part of a page as an answer.
  func part(_ template: String, _ fields: Fields) -> Response {
    Self.html(Templates.render(template, fields.with(["key": visitor.formKey])))
  }
}

extension Programme {
  /// The title, or the id where the file gives none.
  var shownTitle: Text { title.ru.isEmpty && title.en.isEmpty ? Text(same: id) : title }
}

extension Theme {
  fileprivate var title: Text {
    switch self {
    case .auto: Text(ru: "как в системе", en: "as the system")
    case .light: Text(ru: "светлые", en: "light")
    case .dark: Text(ru: "тёмные", en: "dark")
    }
  }
}

/// The page of a request that was refused.
struct RefusalPage {
  private let refusal: Refusal
  private let words: Words
  private let theme: Theme

  init(_ refusal: Refusal, _ language: Language, _ theme: Theme) {
    self.refusal = refusal
    self.theme = theme
    words = Words(language: language)
  }

  var response: Response {
    var response = Page.html(
      Templates.render(
        "refusal",
        [
          "language": words.language.rawValue, "theme": theme.rawValue, "stamp": Assets.stamp,
          "title": words(refusal.title), "advice": words(refusal.advice),
          "status": refusal.status.code, "home": words("К базам", "To the banks"),
          "product": words("Наставник", "Nastavnik"),
          "isStranger": refusal.status == .unauthorized,
        ]), refusal.status)
    if refusal.closes { response.headers[.connection] = "close" }
    if let seconds = refusal.retryAfter { response.headers[.retryAfter] = "\(seconds)" }
    return response
  }
}
