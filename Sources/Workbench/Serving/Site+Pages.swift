import AssignmentKernel
import BankIO
import Foundation
import HTTPTypes
import Hummingbird
import Matching
import MentoringModel
import NIOCore
import NastavnikKit
import Orders
import Reports
import Wording

extension Site {
  func addPages(to router: Router<PageContext>) {
    router.get("/banks") { request, context in try await banks(request, context) }
    router.get("/matching") { request, context -> Response in
      let page = try await page(.matching, request, context)
      guard let plan = page.state.plan else { return WaitingPage(page: page).response() }
      let query = PageQuery(request.uri.query)
      return try await workspace.make {
        try MatchingPage(page: page, plan: plan, query: query).response()
      }
    }
    router.get("/why") { request, context in try await why(request, context) }
    router.get("/people") { request, context in try await people(request, context) }
    router.get("/decisions") { request, context -> Response in
      let page = try await page(.decisions, request, context)
      guard let folder = page.state.folder, let names = folder.names else {
        return WaitingPage(page: page).response()
      }
      let (query, decisions) = (PageQuery(request.uri.query), workspace.decisions)
      return try await workspace.make {
        DecisionsPage(
          page: page, folder: folder, names: names, history: try decisions.history(),
          place: decisions.place, query: query
        ).response()
      }
    }
    router.get("/orders") { request, context -> Response in
      let page = try await page(.orders, request, context)
      guard let plan = page.state.plan else { return WaitingPage(page: page).response() }
      let query = PageQuery(request.uri.query)
      return try await workspace.make {
        OrdersPage(page: page, batch: plan.result.orderBatch, query: query).response()
      }
    }
    router.get("/what-if") { request, context in try await whatIf(request, context) }
    router.get("/what-if/variant") { request, context in try await variant(request, context) }
    router.get("/events") { request, context in try events(context) }
  }

  /// A page with the state as it is once short work is done.
  func page(
    _ kind: PageKind, _ request: Request, _ context: PageContext
  ) async throws -> Page {
    guard let visitor = context.visitor else { throw Refusal.notAdmitted }
    let state = await workspace.settled()
    let query = request.uri.query.map { "?" + $0 } ?? ""
    return Page(
      kind: kind, visitor: visitor, state: state, address: kind.path + query,
      frame: desk.places == nil ? .folderThatStays : .folder)
  }

  private func banks(_ request: Request, _ context: PageContext) async throws -> Response {
    let page = try await page(.banks, request, context)
    if page.state.isNew {
      return StartPage(
        page: page, folder: workspace.path, choosesFolders: desk.places != nil
      ).response()
    }
    guard let folder = page.state.folder else { return WaitingPage(page: page).response() }
    let query = PageQuery(request.uri.query)
    let study = page.state.plan == nil ? nil : await workspace.helpfulChanges()
    return try await workspace.make {
      try BanksPage(
        page: page, folder: folder, plan: page.state.plan, study: study, query: query
      ).response()
    }
  }

  private func why(_ request: Request, _ context: PageContext) async throws -> Response {
    let page = try await page(.why, request, context)
    guard let plan = page.state.plan else { return WaitingPage(page: page).response() }
    guard let solved = plan.solved else { throw Refusal(plan.refusal) }
    let query = PageQuery(request.uri.query)
    let (bank, names) = (plan.result.bank, plan.result.subject.names)
    let mentee = PeopleChoice(.mentee, of: bank, names).found(query["mentee"])
    let mentor = PeopleChoice(.mentor, of: bank, names).found(query["mentor"])
    let topic = mentee == .nothing && mentor == .nothing ? query["topic"] : nil
    let study = mentee == .nothing && topic == nil ? await workspace.helpfulChanges() : nil
    return try await workspace.ask { limits in
      let asked = solved.asked(within: limits)
      let answer: WhyPage.Answer =
        switch (mentee, mentor) {
        case (.one(let mentee), .one(let mentor)):
          .pair(asked.answers(about: mentee, with: mentor))
        case (.one(let mentee), .nothing): .mentee(asked.answers(about: mentee))
        case (.nothing, .nothing):
          if let topic {
            .topic(try asked.groups(about: CompetencyID(rawValue: topic)))
          } else {
            .nothing(study)
          }
        default: .unclear
        }
      return WhyPage(
        page: page, plan: plan, topics: asked.groupTopics, query: query, answer: answer
      ).response()
    }
  }

  /// People whom what is typed may mean, as suggestions of a field.
  private func people(_ request: Request, _ context: PageContext) async throws -> Response {
    let page = try await page(.why, request, context)
    let query = PageQuery(request.uri.query)
    guard let side = query["side"].flatMap(PeopleChoice.Side.init(rawValue:)),
      let folder = page.state.folder, let names = folder.names
    else { throw Refusal.noPage }
    return try await workspace.make {
      let people = PeopleChoice(side, of: folder.folder.bank, names)
      let found = people.matching(query["q"] ?? "").prefix(PeopleChoice.most)
      return page.part("people", ["options": found.map { people.text($0) }])
    }
  }

  private func whatIf(_ request: Request, _ context: PageContext) async throws -> Response {
    let page = try await page(.whatIf, request, context)
    guard let plan = page.state.plan else { return WaitingPage(page: page).response() }
    guard let base = page.state.base else { throw Refusal(plan.refusal) }
    let query = PageQuery(request.uri.query)
    let drafts = workspace.scenarios.all()
    let outcomes = await workspace.outcomes(of: drafts)
    let front = FrontPart(
      words: page.words, key: page.visitor.formKey, chosen: FrontPart.goals(of: query),
      answer: await front(of: FrontPart.goals(of: query)), base: base)
    return try await workspace.ask { limits in
      let form = WhatIfForm(plan.result.subject.programme)
      let variant = Self.variant(page, plan, base, form, query, limits)
      return WhatIfPage(
        page: page, form: form, query: query, variant: variant,
        shelf: drafts.map { ($0, outcomes[$0]) }, front: front
      ).response()
    }
  }

  private func front(of goals: [ParetoGoal]) async -> FrontPart.Answer {
    guard !goals.isEmpty else { return .none }
    guard (2...3).contains(goals.count), Set(goals).count == goals.count else { return .wrongCount }
    return await workspace.front(of: goals).map { .found($0) } ?? .awaited
  }

  private func variant(_ request: Request, _ context: PageContext) async throws -> Response {
    let page = try await page(.whatIf, request, context)
    guard let plan = page.state.plan, let base = page.state.base else {
      throw Refusal(page.state.plan?.refusal ?? .unproved)
    }
    let query = PageQuery(request.uri.query)
    // A slider that moves on asks anew: what was asked before it nobody waits for any more.
    let stop = await workspace.newestQuestion(of: page.visitor.id)
    let isQuick = query["quick"] != nil
    return try await workspace.ask(within: isQuick ? Self.quick : Self.patience, until: stop) {
      limits in
      let form = WhatIfForm(plan.result.subject.programme)
      let variant = Self.variant(page, plan, base, form, query, isQuick: isQuick, limits)
      return page.part("variant", variant.fields)
    }
  }

  /// How long a slider is followed before the best plan so far is shown, and how long its proof is
  /// waited for.
  private static let (quick, patience): (Duration, Duration) = (.milliseconds(60), .seconds(10))

  private static func variant(
    _ page: Page, _ plan: StandingPlan, _ base: StandingVariant, _ form: WhatIfForm,
    _ query: PageQuery, isQuick: Bool = false, _ limits: SolveLimits
  ) -> VariantFields {
    let draft = form.draft(named: "variant") { query[$0] }
    var (variant, problems): (StandingVariant?, [Text]) = (base, [])
    if !draft.settings.isEmpty {
      do throws(RunFailure) {
        let result = try plan.variant(draft, against: base, needingProof: false, limits: limits)
        variant = result.variant
        problems = result.findings.map { $0.message + Text(same: " ") + $0.advice }
      } catch .unproved {
        (variant, problems) = (nil, isQuick ? [] : [Refusal.variantTooLong.advice])
      } catch {
        (variant, problems) = (nil, [error.text])
      }
    }
    return VariantFields(
      words: page.words, names: plan.result.subject.names, base: base, variant: variant,
      problems: problems, isBase: draft.settings.isEmpty, isQuick: isQuick)
  }

  private func events(_ context: PageContext) throws -> Response {
    guard let visitor = context.visitor else { throw Refusal.notAdmitted }
    let words = Words(language: visitor.language)
    let stream = EventStream.lines(of: desk.events.events(), in: words)
    return Response(
      status: .ok,
      headers: [.contentType: "text/event-stream; charset=utf-8", .cacheControl: "no-store"],
      body: ResponseBody(asyncSequence: stream))
  }
}
