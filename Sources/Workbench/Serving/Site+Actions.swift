import BankIO
import Foundation
import HTTPTypes
import Hummingbird
import Matching
import MentoringModel
import NastavnikKit
import Registry
import Reports
import SyntheticBanks
import Wording

extension Site {
  func addActions(to router: Router<PageContext>) {
    router.post("/choices") { _, context -> Response in
      if let visitor = context.visitor {
        access.choose(
          context.form["language"].flatMap { Language(rawValue: $0) },
          context.form["theme"].flatMap { Theme(rawValue: $0) }, for: visitor.id)
      }
      return .moved(to: Self.back(context.form))
    }
    router.post("/run") { _, context -> Response in
      let seconds = context.form["seconds"].flatMap { Int($0) }
      guard seconds.map({ (1...MatchingPage.mostSeconds).contains($0) }) ?? true else {
        throw Refusal.badForm
      }
      await workspace.start(searching: seconds.map { Double($0) })
      return .moved(to: Self.back(context.form))
    }
    router.post("/cancel") { _, context -> Response in
      await workspace.cancel()
      return .moved(to: Self.back(context.form))
    }
    router.post("/start") { _, context in try await start(context.form) }
    router.post("/banks/upload") { _, context in try await upload(context.form) }
    router.post("/decisions") { _, context in try await decide(context.form) }
    router.post("/decisions/undo") { _, context -> Response in
      guard let number = context.form["number"].flatMap({ Int($0) }) else { throw Refusal.badForm }
      let decisions = workspace.decisions
      try await workspace.make { try decisions.undo(number) }
      await workspace.start()
      return .moved(to: SitePath.decisions)
    }
    router.post("/studies/end") { _, context -> Response in
      await workspace.endStudies()
      return .moved(to: Self.back(context.form))
    }
    router.post("/what-if/keep") { _, context in try await keep(context.form) }
    router.post("/what-if/remove") { _, context -> Response in
      let (name, shelf) = (context.form["name"] ?? "", workspace.scenarios)
      try await workspace.make { try shelf.remove(name) }
      return .moved(to: SitePath.whatIf)
    }
  }

  /// Where a form wants to go back to: only to pages of ours.
  static func back(_ form: PostedForm) -> String {
    let address = form["back"] ?? SitePath.banks
    let isOurs = (PageKind.allCases.map(\.path) + [SitePath.folders]).contains {
      address == $0 || address.hasPrefix($0 + "?")
    }
    return isOurs && !address.contains(where: \.isNewline) ? address : SitePath.banks
  }

  private func start(_ form: PostedForm) async throws -> Response {
    guard let template = form["template"].flatMap(ProgrammeTemplate.init(rawValue:)) else {
      throw Refusal.badForm
    }
    let path = workspace.path
    try await workspace.make {
      try OutputFolder(path: path, overwrites: false).write([
        Artefact("programme.yaml", bytes: template.programmeFile)
      ])
    }
    desk.remember(path)
    await workspace.start()
    return .moved(to: SitePath.banks)
  }

  private func upload(_ form: PostedForm) async throws -> Response {
    guard !form.files.isEmpty else {
      throw Refusal(
        status: .unprocessableContent,
        title: Text(ru: "Файл не выбран", en: "No file was chosen"),
        advice: Text(ru: "Выберите файл и повторите.", en: "Choose a file and try again."))
    }
    let kind = form["kind"].flatMap { TableKind(rawValue: $0) }
    let path = workspace.path
    let (names, hasReplaced) = try await workspace.make {
      let uploads = try form.files.map { file in
        guard let upload = TableUpload(file.bytes, named: file.name, as: kind) else {
          throw Refusal.noTable(file.name)
        }
        return upload
      }
      guard Set(uploads.map(\.kind)).count == uploads.count else { throw Refusal.sameTableTwice }
      let replaced = try uploads.map { try $0.write(into: path) }
      return (uploads.map(\.name), replaced.contains(true))
    }
    await workspace.start()
    let fields: [(String, String?)] = [
      ("loaded", names.joined(separator: ", ")), ("replaced", hasReplaced ? "1" : nil),
    ]
    return .moved(to: SitePath.address(SitePath.banks, fields))
  }

  private func decide(_ form: PostedForm) async throws -> Response {
    let state = await workspace.settled()
    guard let folder = state.folder else { throw Refusal.badForm }
    if let value = form["takeBack"] { return try await takeBack(value, form) }
    let bank = folder.folder.bank
    if let question = question(form, folder) { return .moved(to: question) }
    let wishes = try wishes(form, folder, state.plan)
    let (mentors, mentees) = (Set(bank.mentors.map(\.id)), Set(bank.mentees.map(\.id)))
    for wish in wishes where wish.kind != nil {
      guard mentors.contains(wish.mentor) else { throw Refusal.unknown(wish.mentor.rawValue) }
      for mentee in wish.mentees where !mentees.contains(mentee) {
        throw Refusal.unknown(mentee.rawValue)
      }
      guard folder.folder.programme?.form(wish.form) != nil else {
        throw Refusal.unknown(wish.form.rawValue)
      }
    }
    let (decisions, curator) = (workspace.decisions, curator)
    try await workspace.make { try decisions.decide(wishes, by: curator) }
    await workspace.start()
    let mark = state.plan.flatMap { Self.mark(of: wishes, in: $0) } ?? ""
    return .moved(to: Self.back(form) + mark)
  }

  /// The page that asks who is meant, where what was typed means several people or nobody.
  private func question(_ form: PostedForm, _ folder: StandingFolder) -> String? {
    guard form["kind"] != nil, let names = folder.names else { return nil }
    let isUnclear = PeopleChoice.Side.allCases.contains { side in
      guard let typed = form[side.rawValue] else { return false }
      let found = PeopleChoice(side, of: folder.folder.bank, names).found(typed)
      if case .several = found { return true }
      return false
    }
    let fields = ["form", "mentor", "mentee"].map { ($0, form[$0]) }
    return isUnclear ? SitePath.address(SitePath.decisions, fields) : nil
  }

  private func takeBack(_ value: String, _ form: PostedForm) async throws -> Response {
    guard let button = FormButton(value: value) else { throw Refusal.badForm }
    let (decisions, curator) = (workspace.decisions, curator)
    try await workspace.make {
      try decisions.takeBack(button.kind, of: button.form, by: curator)
    }
    await workspace.start()
    return .moved(to: Self.back(form))
  }

  /// Where the pair or the group stands that was decided about, so that a long list is not left.
  private static func mark(of wishes: [PairWish], in plan: StandingPlan) -> String? {
    guard wishes.count == 1, let wish = wishes.first else { return nil }
    return plan.result.subject.plan.matches.first {
      $0.form == wish.form && $0.mentor == wish.mentor && $0.mentees == wish.mentees
    }.map { "#" + MatchRows.mark(of: $0) }
  }

  private func wishes(
    _ form: PostedForm, _ folder: StandingFolder, _ plan: StandingPlan?
  ) throws -> [PairWish] {
    if let value = form["decide"] {
      guard let button = DecisionButton(value: value) else { throw Refusal.badForm }
      return [button.wish]
    }
    if let id = form["approveForm"] ?? form["reopenForm"] {
      guard let part = plan?.result.subject.plan.forms.first(where: { $0.form.rawValue == id })
      else { throw Refusal.unknown(id) }
      let standings = DecisionStandings(folder.decisions, folder.folder.bank.formDecisions)
      let approves = form["approveForm"] != nil
      return part.matches.filter {
        approves ? !standings.isDecided($0) : standings.kind(of: $0) == .approve
      }.map { match in
        PairWish(
          form: match.form, mentor: match.mentor, mentees: match.mentees,
          kind: approves ? .approve : nil, seen: standings.kinds(of: match))
      }
    }
    guard let kind = form["kind"].flatMap({ Decision.Kind(rawValue: $0) }),
      let formID = form["form"], let mentor = form["mentor"], let mentee = form["mentee"]
    else { throw Refusal.badForm }
    guard let names = folder.names else { throw Refusal.badForm }
    let bank = folder.folder.bank
    guard case .one(let mentorID) = PeopleChoice(.mentor, of: bank, names).found(mentor),
      case .one(let menteeID) = PeopleChoice(.mentee, of: bank, names).found(mentee)
    else { throw Refusal.badForm }
    let id = FormID(rawValue: formID)
    return [
      PairWish(
        form: id, mentor: mentorID, mentees: [menteeID], kind: kind,
        seen: [folder.decisions.standing(mentorID, menteeID, in: id)])
    ]
  }

  private func keep(_ form: PostedForm) async throws -> Response {
    let name = (form["name"] ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
    guard !name.isEmpty, name.count <= 80 else {
      throw Refusal(
        status: .unprocessableContent,
        title: Text(ru: "У варианта нет названия", en: "The variant has no name"),
        advice: Text(
          ru: "Назовите вариант (не длиннее 80 знаков) и сохраните ещё раз.",
          en: "Name the variant (at most 80 signs) and keep it again."))
    }
    let state = await workspace.settled()
    guard let programme = state.folder?.folder.programme else { throw Refusal.badForm }
    let draft = WhatIfForm(programme).draft(named: name) { form[$0] }
    let shelf = workspace.scenarios
    try await workspace.make { try shelf.keep(draft) }
    return .moved(
      to: SitePath.address(
        SitePath.whatIf,
        form.fields.filter { !["key", "name"].contains($0.name) }.map { ($0.name, $0.value) }
          + [("name", name)]))
  }
}

extension Refusal {
  fileprivate static func noTable(_ name: String) -> Refusal {
    Refusal(
      status: .unsupportedMediaType,
      title: Text(ru: "Не понять, что за таблица: «\(name)»", en: "“\(name)” is no known table"),
      advice: Text(
        ru: "Нужна книга Excel (.xlsx) или CSV с заголовками столбцов. Если это она, выберите "
          + "таблицу из списка рядом с файлом. Ничего не изменено.",
        en: "An Excel workbook (.xlsx) or CSV with headings is needed. If it is one, choose the "
          + "table from the list beside the file. Nothing was changed."))
  }

  fileprivate static let sameTableTwice = Refusal(
    status: .unprocessableContent,
    title: Text(ru: "Одна таблица в двух файлах", en: "The same table in two files"),
    advice: Text(
      ru: "Загрузите один из них. Ничего не изменено.",
      en: "Load one of them. Nothing was changed."))
}
