import NastavnikKit
import Synchronization

/// The folder that all windows work in; another one can be opened in its place.
final class Desk: Sendable {
  private struct State {
    var workspace: Workspace
    var isOpen: Bool
  }

  /// What a request works in from its beginning to its end, whatever is opened meanwhile.
  @TaskLocal static var asked: Workspace?

  /// Tells windows of changes, in whichever folder.
  let events: EventHub
  /// Where folders are looked for, or nil where the folder must stay.
  let places: ProgrammePlaces?

  private let state: Mutex<State>
  private let workspace: @Sendable (String, EventHub) -> Workspace

  /// Works in one folder.
  ///
  /// - Parameters:
  ///   - workspace: The folder.
  ///   - places: Where others are looked for, or nil where this one must stay.
  init(_ workspace: Workspace, places: ProgrammePlaces? = nil) {
    events = workspace.events
    self.places = places
    state = Mutex(State(workspace: workspace, isOpen: true))
    self.workspace = { Workspace($0, decisions: FolderLedger(of: $0), events: $1) }
  }

  /// Works in the folder of settings, or in none until one is chosen.
  init(_ settings: WorkbenchSettings) {
    let events = EventHub()
    self.events = events
    places =
      settings.choosesFolders
      ? ProgrammePlaces(home: settings.home, recent: RecentFolders(settings.recentFolders)) : nil
    let workspace = { @Sendable (path: String, events: EventHub) in
      Workspace(
        path, decisions: settings.decisions(in: path), timeLimit: settings.timeLimit,
        events: events)
    }
    state = Mutex(
      State(workspace: workspace(settings.folder ?? "", events), isOpen: settings.folder != nil))
    self.workspace = workspace
  }

  /// The folder that is open now, or that of the request that is being answered.
  var current: Workspace { Self.asked ?? state.withLock(\.workspace) }

  /// Whether a folder was chosen.
  var isOpen: Bool { state.withLock(\.isOpen) }

  /// Begins to work in the folder that was chosen beforehand.
  func start() async {
    guard isOpen else { return }
    await current.start()
    remember(current.path)
  }

  /// Opens a folder in place of the one that is open; what goes on there is given up.
  ///
  /// - Returns: Whether it is another one than before.
  func open(_ path: String) async -> Bool {
    let next = workspace(path, events)
    let last: Workspace? = state.withLock { state in
      guard !state.isOpen || state.workspace.path != path else { return nil }
      defer { state = State(workspace: next, isOpen: true) }
      return state.workspace
    }
    remember(path)
    guard let last else { return false }
    await next.start(after: await last.retire())
    return true
  }

  /// Keeps a folder among the recent ones, once it has a programme.
  func remember(_ path: String) {
    guard let places, ProgrammePlaces.hasProgramme(path) else { return }
    places.recent.add(path)
  }
}
