import Foundation
import HTTPTypes
import Hummingbird
import NastavnikKit
import SyntheticBanks
import Wording

/// Answers within one folder, and leads to the choice of one where none is open.
struct DeskGuard: RouterMiddleware {
  let desk: Desk

  func handle(
    _ request: Request, context: PageContext,
    next: NextResponder
  ) async throws -> Response {
    let path = request.uri.path
    let needsFolder =
      PageKind.allCases.contains { path == $0.path || path.hasPrefix($0.path + "/") }
      || [SitePath.run, SitePath.cancel, SitePath.start, SitePath.events].contains(path)
    guard desk.isOpen || !needsFolder else {
      guard request.method == .get, path != SitePath.events else { throw Refusal.noFolderChosen }
      return .moved(to: SitePath.folders)
    }
    return try await Desk.$asked.withValue(desk.current) { try await next(request, context) }
  }
}

extension Site {
  func addFolders(to router: Router<PageContext>) {
    router.get("/folders") { request, context -> Response in
      let query = PageQuery(request.uri.query)
      return try await folders(context, .init(at: query["at"]))
    }
    router.post("/folders/open") { _, context -> Response in
      let typed = context.form["path"] ?? ""
      return try await chosen(context, .init(at: typed, path: typed)) { places in
        guard let path = places.meant(by: typed), ProgrammePlaces.isFolder(path) else {
          throw Refusal.noFolder(typed)
        }
        guard FileManager.default.isReadableFile(atPath: path) else {
          throw Refusal.closedFolder(path)
        }
        return path
      }
    }
    router.post("/folders/new") { _, context -> Response in
      let form = context.form
      let (name, place) = (form["name"] ?? "", form["place"] ?? "")
      guard let template = form["template"].flatMap(ProgrammeTemplate.init(rawValue:)) else {
        throw Refusal.badForm
      }
      let typed = FoldersPage.Typed(name: name, place: place, template: template)
      return try await chosen(context, typed) { places in
        guard let parent = places.meant(by: place) else { throw Refusal.noFolder(place) }
        return try NewProgramme(template: template).make(named: name, in: parent)
      }
    }
    router.post("/folders/example") { _, context -> Response in
      guard let template = context.form["template"].flatMap(ProgrammeTemplate.init(rawValue:)),
        ProgrammeTemplate.examples.contains(template)
      else { throw Refusal.badForm }
      return try await chosen(context, .init()) { places in
        try NewProgramme(template: template).makeExample(in: places.documents)
      }
    }
  }

  /// Opens the folder that somebody chose; of what does not go, the page tells.
  private func chosen(
    _ context: PageContext, _ typed: FoldersPage.Typed,
    _ choice: @escaping @Sendable (ProgrammePlaces) throws -> String
  ) async throws -> Response {
    guard let places = desk.places else { throw Refusal.folderStays }
    do {
      let path = try await workspace.make { try choice(places) }
      // Pages of the folder before must not decide in this one.
      if await desk.open(path) { access.renewFormKeys() }
      return .moved(to: SitePath.banks)
    } catch let refusal as Refusal {
      return try await folders(context, typed, refusal)
    } catch let failure as RunFailure {
      return try await folders(context, typed, Refusal(failure))
    }
  }

  private func folders(
    _ context: PageContext, _ typed: FoldersPage.Typed, _ problem: Refusal? = nil
  ) async throws -> Response {
    guard let places = desk.places else { throw Refusal.folderStays }
    guard let visitor = context.visitor else { throw Refusal.notAdmitted }
    let isOpen = desk.isOpen
    let page = Page(
      kind: .banks, visitor: visitor, state: isOpen ? await workspace.current() : WorkspaceState(),
      address: SitePath.address(SitePath.folders, [("at", typed.at)]),
      frame: isOpen ? .outsideOfFolder : .withoutFolder)
    return try await workspace.make {
      FoldersPage(page: page, places: places, typed: typed, problem: problem).response()
    }
  }
}

extension Refusal {
  /// Other computers see the pages: folders of this one are not theirs to choose.
  static let folderStays = Refusal(
    status: .forbidden,
    title: Text(ru: "Папку здесь выбрать нельзя", en: "No folder can be chosen here"),
    advice: Text(
      ru: "Страницу видят другие компьютеры, поэтому её папку задают при запуске: nastavnik serve "
        + "ПАПКА.",
      en: "Other computers see the page, so its folder is given when it is started: nastavnik "
        + "serve FOLDER."))

  static let noFolderChosen = Refusal.conflict(
    Text(ru: "Папка ещё не выбрана", en: "No folder was chosen yet"),
    Text(
      ru: "Ничего не изменено. Вернитесь на первую страницу и выберите программу.",
      en: "Nothing was changed. Go to the first page and choose a programme."))
}
