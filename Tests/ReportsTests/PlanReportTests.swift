import AssignmentKernel
import Foundation
import Matching
import MentoringModel
import Testing
import Wording

@testable import Reports

@Suite struct PlanReportTests {
  private let solver = Text(ru: "hungarian (выбран пользователем)", en: "hungarian (as asked)")

  @Test func `a curator reads pairs, reasons, the unmatched, totals and the proof`() throws {
    let text = PlanTables.rendered(try SmallPlan.subject(), solver: solver, in: .ru, width: 100)
    #expect(
      text == """
        учитель – учитель

        Наставник      Наставляемые                      Подходит на  Почему
        ─────────────  ────────────────────────────────  ───────────  ─────────────────────────────────────
        Анна Рябинина  Вера Осинина                          55,05 %  закреплено куратором; ФГОС (4); химия
        Борис Клёнов   Проект: Глеб Тополев, Дина Ивина      25,00 %  проект; ! нужно обучить

        Без наставника: 1 заявка

        Наставляемые  Причина           Что поможет      Ближайший наставник
        ────────────  ────────────────  ───────────────  ───────────────────────────────────
        Вера Осинина  все места заняты  Добавьте место.  Анна Рябинина, 61,20 %: мест 1 из 1

        Итого: 1 пара, 1 группа, без наставника — 1 заявка, среднее соответствие 40,02 %.
        Цели (достигнуто / возможно): закреплённые пары 1 / 1, сумма соответствий 80,05 / 80,05.
        До 35: 5 из 7 (71,43 %), цель 70 % достигнута.
        — Школа 2: 1 из 3 (33,33 %)
        В резерве: 1 наставник.
        Решатель: hungarian (выбран пользователем).
        Доказательство: оптимально, разрыв 0, проверено.

        """)
  }

  @Test func `the fits from the worst upwards are one goal, told once and without numbers`() throws
  {
    let plan = SmallPlan.withLeximin
    let subject = ReportSubject(
      plan: plan, programme: try SmallPlan.programme(), bank: SmallPlan.bank)
    let russian = PlanTables.rendered(subject, solver: solver, in: .ru, width: 200)
    #expect(
      russian.contains(
        "Цели (достигнуто / возможно): закреплённые пары 1 / 1, пары от худшей к лучшей, сумма "
          + "соответствий 80,05 / 80,05."))
    let english = PlanTables.rendered(subject, solver: solver, in: .en, width: 200)
    #expect(english.ranges(of: "pairs from the worst upwards").count == 1)
    #expect(!english.contains("-12") && !english.contains("-7"))
    let report = try SmallReport.report(of: plan)
    let page = PlanPage.html(of: report, in: .ru)
    #expect(page.ranges(of: "пары от худшей к лучшей").count == 2)
    #expect(page.contains("2. пары от худшей к лучшей") && page.contains("3. сумма"))
  }

  @Test func `the same in English on a narrow terminal`() throws {
    let text = PlanTables.rendered(try SmallPlan.subject(), solver: solver, in: .en, width: 60)
    #expect(
      text == """
        teacher–teacher

        Mentor         Mentees               Fit  Why
        ─────────────  ─────────────────  ──────  ──────────────────
        Анна Рябинина  Вера Осинина       55.05%  fixed by the
                                                  curator; FGOS (4);
                                                  chemistry
        Борис Клёнов   Проект: Глеб       25.00%  project; ! to be
                       Тополев, Дина              trained
                       Ивина

        Without a mentor: 1 request

        Mentees       Reason          What would      Nearest mentor
                                      help
        ────────────  ──────────────  ──────────────  ──────────────
        Вера Осинина  all places are  Add a place.    Анна Рябинина,
                      taken                           61.20%: 1 of 1
                                                      places

        Total: 1 pair, 1 group, without a mentor: 1 request, mean
        fit 40.02%.
        Goals (reached / possible): fixed pairs 1 / 1, total fit
        80.05 / 80.05.
        Under 35: 5 of 7 (71.43%), target 70% reached.
        — Школа 2: 1 of 3 (33.33%)
        In reserve: 1 mentor.
        Solver: hungarian (as asked).
        Proof: optimal, gap 0, verified.

        """)
  }

  @Test func `a plan that was stopped tells its gap`() throws {
    var plan = SmallPlan.plan
    plan.status = .feasible
    plan.tiers[1].bound = 9000
    #expect(!plan.isProvedOptimal)
    #expect(Text.proof(of: plan).en == "Proof: feasible, gap at most 995 (total fit), verified.")
    plan.tiers[0].bound = nil
    plan.tiers[1].bound = nil
    #expect(Text.proof(of: plan).en == "Proof: feasible, bound unknown, verified.")
  }

  @Test func `plan json keeps its members`() throws {
    let golden = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "Golden/plan.json")
    let document = PlanDocument.value(of: try SmallPlan.subject()).document
    #expect(try document == String(contentsOf: golden, encoding: .utf8))
  }

  @Test func `findings stand with place, value and what to do`() {
    let finding = Finding(
      .error, code: "duplicateID", at: SourceLocation(file: "mentors.csv", row: 14, column: "Код"),
      value: "M-07", Text(ru: "дважды", en: "M-07 appears twice"),
      advice: Text(ru: "уберите строку", en: "remove one row"))
    let text = FindingsTable.rendered([finding], in: .en, width: 100)
    #expect(
      text == """
        Severity  Where           Column  Value  What                What to do
        ────────  ──────────────  ──────  ─────  ──────────────────  ──────────────
        error     mentors.csv:14  Код     M-07   M-07 appears twice  remove one row

        1 error, 0 warnings.

        """)
    #expect(FindingsTable.rendered([], in: .en, width: 100).isEmpty)
  }
}
