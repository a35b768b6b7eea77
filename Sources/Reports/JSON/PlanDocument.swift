import AssignmentKernel
import Matching
import MentoringModel
import Wording

/// `plan.json`, version `nastavnik.plan/1`: what a plan proposes and why.
///
/// Other programs read it: members may be added, but none renamed, removed or given another
/// meaning without a new version.
public enum PlanDocument {
  /// The version of the format.
  public static let format = "nastavnik.plan/1"

  /// The document.
  public static func value(of subject: ReportSubject) -> JSONValue {
    let plan = subject.plan
    return [
      "format": .string(format),
      "programme": .string(plan.programme),
      "title": JSONValue(subject.programme.title),
      "status": .string(plan.status.rawValue),
      "provedOptimal": .bool(plan.isProvedOptimal),
      "tiers": JSONValue(plan.tiers.map(tier)),
      "forms": JSONValue(plan.forms.map { form($0, subject) }),
      "coverage": JSONValue(plan.coverage.map { coverage($0, subject) }),
      "reserve": people(plan.reserve, subject),
    ]
  }

  private static func tier(_ result: TierResult) -> JSONValue {
    [
      "tier": .string(result.tier.rawValue), "value": JSONValue(result.value),
      "bound": .orNull(result.bound),
    ]
  }

  private static func form(_ form: FormPlan, _ subject: ReportSubject) -> JSONValue {
    [
      "form": .string(form.form.rawValue),
      "title": JSONValue(subject.title(of: form.form)),
      "mentors": JSONValue(form.mentorCount),
      "places": JSONValue(form.placeCount),
      "meanFit": JSONValue(form.meanFit),
      "matches": JSONValue(form.matches.map { match($0, subject) }),
      "unmatched": JSONValue(form.unmatched.map { unmatched($0, subject) }),
    ]
  }

  private static func match(_ match: ProposedMatch, _ subject: ReportSubject) -> JSONValue {
    let members: JSONValue = [
      "id": .string(match.id),
      "mentor": person(match.mentor, subject),
      "mentees": people(match.mentees, subject),
      "group": JSONValue(match.group),
      "fit": JSONValue(match.score.total),
      "pinned": .bool(match.isPinned),
      "parts": JSONValue(match.score.parts.map(part)),
      "remarks": JSONValue(match.remarks.map(remark)),
    ]
    return match.opened.map { members.adding("opened", opened($0, subject)) } ?? members
  }

  private static func opened(_ group: OpenedGroup, _ subject: ReportSubject) -> JSONValue {
    [
      "topic": .string(group.topic.rawValue),
      "title": JSONValue(group.title),
      "number": JSONValue(group.number),
      "asked": JSONValue(group.asked),
      "eligible": JSONValue(group.eligible),
      "reason": JSONValue(group.reason),
      "members": JSONValue(
        group.members.map { member in
          [
            "mentee": person(member.mentee, subject),
            "fit": JSONValue(member.score.total),
            "pinned": .bool(member.isPinned),
            "parts": JSONValue(member.score.parts.map(part)),
          ]
        }),
    ]
  }

  static func part(_ part: ScorePart) -> JSONValue {
    [
      "criterion": .string(part.criterion.rawValue),
      "earned": JSONValue(part.earned),
      "possible": JSONValue(part.possible),
      "reason": JSONValue(part.reason),
    ]
  }

  private static func remark(_ remark: Remark) -> JSONValue {
    [
      "code": .string(remark.code), "person": .string(remark.person.rawValue),
      "text": JSONValue(remark.text),
    ]
  }

  private static func unmatched(
    _ profile: UnmatchedProfile, _ subject: ReportSubject
  ) -> JSONValue {
    [
      "mentees": people(profile.mentees, subject),
      "group": JSONValue(profile.group),
      "code": .string(profile.code),
      "reason": JSONValue(profile.reason),
      "advice": JSONValue(profile.advice),
      "nearest": profile.nearest.map { nearest($0, subject) } ?? .null,
    ]
  }

  private static func nearest(_ nearest: NearestMentor, _ subject: ReportSubject) -> JSONValue {
    [
      "mentor": person(nearest.mentor, subject),
      "fit": JSONValue(nearest.fit),
      "obstacle": JSONValue(nearest.obstacle),
    ]
  }

  private static func coverage(_ result: CoverageResult, _ subject: ReportSubject) -> JSONValue {
    [
      "target": .string(result.target.id),
      "title": JSONValue(result.target.title),
      "percent": JSONValue(result.target.percent),
      "total": JSONValue(result.total),
      "covered": JSONValue(result.covered),
      "reached": .bool(result.isReached),
      "organizations": JSONValue(
        result.organizations.map { organization in
          [
            "id": JSONValue(organization.organization?.rawValue),
            "name": JSONValue(organization.organization.map(subject.name(of:))),
            "total": JSONValue(organization.total),
            "covered": JSONValue(organization.covered),
          ]
        }),
    ]
  }

  private static func people(_ people: [PersonID], _ subject: ReportSubject) -> JSONValue {
    JSONValue(people.map { person($0, subject) })
  }

  private static func person(_ person: PersonID, _ subject: ReportSubject) -> JSONValue {
    ["id": .string(person.rawValue), "name": .string(subject.name(of: person))]
  }
}
