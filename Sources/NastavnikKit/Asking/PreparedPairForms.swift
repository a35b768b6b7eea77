import BankIO
import Matching
import MentoringModel
import Wording

/// A folder that was read, with the problem of the forms that make pairs.
///
/// Questions about a plan are answered of pairs alone: forms that make groups are left out, and a
/// finding says so.
struct PreparedPairForms {
  let folder: LoadedFolder
  let programme: Programme
  let matcher: Matcher
  let problem: MatchingProblem
  /// What was found in the files and in their making sense together.
  let findings: [Finding]

  init(_ request: MatchRequest) throws(RunFailure) {
    try self.init(request, folder: try LoadedFolder.usable(at: request.folder))
  }

  init(_ request: MatchRequest, folder: LoadedFolder) throws(RunFailure) {
    var (request, remark) = (request, Finding?.none)
    if let programme = folder.programme {
      let pairs = try PairForms(of: programme, among: request)
      (request.forms, remark) = (pairs.forms.map(\.rawValue), pairs.remark)
    }
    let prepared = try PreparedMatching(request, folder: folder, listedLimit: .max)
    guard case .listed(let problem) = prepared.pairs else { throw .makesGroups }
    self.folder = folder
    self.problem = problem
    programme = prepared.programme
    matcher = prepared.matcher
    findings = prepared.findings + (remark.map { [$0] } ?? [])
  }
}

/// The forms of a run that make pairs only, with a remark on the others.
struct PairForms {
  let forms: [FormID]
  let remark: Finding?

  init(of programme: Programme, among request: MatchRequest) throws(RunFailure) {
    let asked = try request.formIDs(of: programme) ?? programme.forms.map(\.id)
    let groups = programme.forms.filter { asked.contains($0.id) && $0.groups != nil }
    let left = Set(groups.map(\.id))
    forms = asked.filter { !left.contains($0) }
    remark = groups.isEmpty ? nil : .leftOut(groups)
  }
}

extension Finding {
  fileprivate static func leftOut(_ forms: [MentoringForm]) -> Finding {
    let titles = forms.map(\.title).joined(separator: ", ")
    return Finding(
      .note, code: "groupFormLeftOut", at: SourceLocation(file: "programme.yaml"),
      value: forms.map(\.id.rawValue).joined(separator: ", "),
      Text(
        ru: "эти формы собирают группы и здесь не участвуют: ",
        en: "these forms make groups and take no part here: ") + titles,
      advice: Text(
        ru: "Ответы — о плане остальных форм; группы показывает match.",
        en: "The answers are about the plan of the other forms; match shows the groups."))
  }
}
