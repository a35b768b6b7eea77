import Matching
import MentoringModel
import Wording

/// The charts of a plan: load of mentors, distribution of fit, coverage by organization.
struct PlanCharts {
  private static let (mostOrganizations, mostMentees) = (20, 10)

  let report: PlanReport

  /// The charts that have something to show.
  var all: [BarChart] {
    ([fit, load, coverage] + report.plan.coverage.enumerated().map(target)).filter {
      !$0.bars.isEmpty
    }
  }

  /// How many mentees have which fit, in steps of ten percent.
  private var fit: BarChart {
    var counts = [Int](repeating: 0, count: 10)
    for membership in Membership.all(in: report.plan.matches) {
      counts[min(9, max(0, membership.score.total / 1000))] += 1
    }
    let used = counts.indices.filter { counts[$0] > 0 }
    let shown = used.isEmpty ? 0..<0 : used[0]..<used[used.count - 1] + 1
    return .counts(
      "chart-fit", Text(ru: "Насколько подходят друг другу", en: "How well they fit"),
      shown.map {
        (
          Text(ru: "\($0 * 10)–\($0 * 10 + 10) %", en: "\($0 * 10)–\($0 * 10 + 10)%"),
          counts[$0]
        )
      }, of: .mentee)
  }

  /// How many mentors take how many mentees.
  private var load: BarChart {
    var counts: [Int] = []
    for load in report.balance.loads {
      let taken = min(load.taken, Self.mostMentees)
      if counts.count <= taken {
        counts += Array(repeating: 0, count: taken + 1 - counts.count)
      }
      counts[taken] += 1
    }
    return .counts(
      "chart-load", Text(ru: "Сколько мест занято у наставников", en: "Places taken of mentors"),
      counts.enumerated().map { taken, count in
        let isLast = taken == Self.mostMentees
        let places = Noun.place.counted(taken)
        return (
          isLast
            ? Text(ru: "от \(taken) мест", en: "\(taken) places or more")
            : places, count
        )
      }, of: .mentor)
  }

  /// What share of those who ask in each organization finds a mentor, smallest first.
  private var coverage: BarChart {
    chart(
      "chart-coverage",
      Text(ru: "Получили наставника из тех, кто просит", en: "Have a mentor of those who ask"),
      report.balance.organizations.map { ($0.organization, $0.matched, $0.asking) })
  }

  /// How far a target is reached in each organization, smallest share first.
  private func target(_ index: Int, _ result: CoverageResult) -> BarChart {
    var chart = chart(
      "chart-target-\(index + 1)", result.target.title,
      result.organizations.map { ($0.organization, $0.covered, $0.total) })
    chart.mark = min(100, max(0, result.target.percent)) * BarChart.whole / 100
    let target = Text(
      ru: "Черта — цель \(result.target.percent) %.",
      en: "The line is the target of \(result.target.percent)%.")
    chart.note = chart.note.map { target + Text(same: " ") + $0 } ?? target
    return chart
  }

  private func chart(
    _ id: String, _ title: Text, _ counts: [(home: OrganizationID?, part: Int, whole: Int)]
  ) -> BarChart {
    let some = counts.filter { $0.whole > 0 }
    let order = some.indices.sorted { left, right in
      let (a, b) = (some[left], some[right])
      return (a.part * b.whole, b.whole, left) < (b.part * a.whole, a.whole, right)
    }
    let shown = order.prefix(Self.mostOrganizations).map { some[$0] }
    let rest = some.count - shown.count
    return BarChart(
      id: id, title: title,
      bars: shown.map { home, part, whole in
        .init(
          label: report.subject.title(of: home), length: part * BarChart.whole / whole,
          value: .counts(part, of: whole))
      },
      note: rest > 0 ? .more(rest) : nil)
  }
}

extension Text {
  /// A part of a whole, and its share.
  static func counts(_ part: Int, of whole: Int) -> Text {
    let share = whole == 0 ? Text(same: "—") : Text.percent(Text.hundredths(part, of: whole))
    return Text(ru: "\(part) из \(whole) (\(share.ru))", en: "\(part) of \(whole) (\(share.en))")
  }

  fileprivate static func more(_ count: Int) -> Text {
    let organization = Noun(
      one: "организация", few: "организации", many: "организаций",
      singular: "more organization", plural: "more organizations")
    let counted = organization.counted(count)
    return Text(
      ru: "Показаны те, где доля меньше всего; ещё \(counted.ru) — в таблице.",
      en: "Shown are those with the smallest shares; \(counted.en) in the table.")
  }
}
