import Matching
import MentoringModel
import Wording

/// Two plans side by side: what each goal reaches, and who moves.
struct DifferenceTables: TerminalReport {
  let names: ReportNames
  let page: TerminalPage

  /// Goal, plan as it is, other plan, change; and below, the moves.
  func rendered(_ difference: PlanDifference, other: Text) -> String {
    let goals = goals(difference, other: other)
    return difference.moves.isEmpty
      ? goals : goals + "\n" + moves(difference.moves, other: other)
  }

  private func goals(_ difference: PlanDifference, other: Text) -> String {
    var table = TextTable([
      .init(Text.goal[language]), .init(Text.planAsIs[language], .right),
      .init(other[language], .right), .init(Text.change[language], .right),
    ])
    for goal in difference.goals where goal.goal != .tieBreak {
      table.add([
        goal.goal.title[language], goal.beforeText[language], goal.afterText[language],
        goal.changeText[language],
      ])
    }
    return table.rendered(width: width)
  }

  /// Who moves, in the order of the chain.
  func moves(_ moves: [PlanMove], from plan: Text = .planAsIs, other: Text) -> String {
    var table = TextTable([
      .init(Text.mentees[language], .elastic), .init(plan[language], .elastic),
      .init(other[language], .elastic),
    ])
    for move in moves {
      table.add([
        names.names(of: move.mentees, group: move.group), partner(move.before),
        partner(move.after),
      ])
    }
    return table.rendered(width: width)
  }

  private func partner(_ partner: PlanMove.Partner?) -> String {
    guard let partner else { return Text.noMentor[language] }
    let pin = partner.isPinned ? ", " + Text.pinned[language] : ""
    let topic = partner.topic.map { ", " + names.quoted($0)[language] } ?? ""
    // A pair that is no longer in the banks has no fit.
    let fit = partner.fit > 0 ? ", " + Text.percent(partner.fit)[language] : ""
    return names.name(of: partner.mentor) + topic + fit + pin
  }
}

extension Text {
  static let planAsIs = Text(ru: "План", en: "The plan")
  static let mentees = Text(ru: "Наставляемые", en: "Mentees")
  static let mentorHeading = Text(ru: "Наставник", en: "Mentor")
  static let fit = Text(ru: "Подходит на", en: "Fit")
  static let change = Text(ru: "Разница", en: "Change")
  fileprivate static let goal = Text(ru: "Цель", en: "Goal")
  fileprivate static let noMentor = Text(ru: "без наставника", en: "no mentor")
  fileprivate static let pinned = Text(ru: "закреплено", en: "fixed")
}
