import Matching
import MentoringModel
import Wording

extension PlanReport {
  /// A pair or group of a form in a row, to be read.
  func matches(of form: FormPlan) -> ReportTable {
    ReportTable(form.matches, MatchColumns(subject: subject, mostReasons: 3).all)
  }

  /// The mentees of a form with their mentors, to be worked on.
  func memberships(of form: FormPlan) -> ReportTable {
    ReportTable(
      Membership.all(in: form.matches),
      memberships.workbook(criteria, hasGroups: form.matches.contains(where: \.isGroup)))
  }

  /// The mentees of all forms with their mentors, for other programs.
  var pairs: ReportTable { ReportTable(Membership.all(in: plan.matches), memberships.file) }

  /// The groups of all forms.
  var groups: ReportTable {
    ReportTable(
      plan.matches.filter(\.isGroup), MatchColumns(subject: subject).groups(people))
  }

  /// The requests of a form without a mentor, to be read.
  func unmatched(of form: FormPlan) -> ReportTable {
    ReportTable(form.unmatched, UnmatchedColumns(subject: subject).all)
  }

  /// The mentees of all forms without a mentor, to be worked on.
  var unmatched: ReportTable {
    ReportTable(
      UnmatchedMember.all(in: plan.unmatched), UnmatchedColumns(subject: subject).members(people))
  }

  /// What is asked for: all of it, or what is short alone.
  func demands(shortAlone: Bool) -> ReportTable {
    ReportTable(
      shortAlone ? balance.demands.filter(\.isShort) : balance.demands, columns.demands)
  }

  /// Coverage by organization.
  var organizations: ReportTable {
    ReportTable(balance.organizations, columns.organizations(plan.coverage))
  }

  /// The load of mentors.
  var loads: ReportTable {
    ReportTable(balance.loads, columns.loads(plan.forms.map(\.form)))
  }

  /// The settings, the proof and the inputs.
  var settings: ReportTable { ReportTable(SettingRow.all(of: self), SettingRow.columns) }

  /// Every setting by its name in the manifest.
  var effectiveSettings: ReportTable {
    ReportTable(
      ManifestDocument.value(of: manifest).leaves.filter { !$0.value.isEmpty },
      [
        ReportColumn(Text(ru: "Что", en: "What")) { .name($0.path) },
        ReportColumn(Text(ru: "Значение", en: "Value")) { .name($0.value) },
      ])
  }

  private var memberships: MembershipColumns {
    MembershipColumns(subject: subject, people: people)
  }

  private var columns: BalanceColumns { BalanceColumns(subject: subject) }
}
