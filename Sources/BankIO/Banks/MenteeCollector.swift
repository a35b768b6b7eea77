import MentoringModel

/// Puts the rows of the bank of mentees together: one mentee for each id, one profile for each
/// form, and one for all who share a form and a group.
struct MenteeCollector {
  /// The mentees in the order of their first rows.
  private(set) var mentees: [Mentee] = []
  /// The profiles in the order of their first rows.
  private(set) var profiles: [RequestProfile] = []
  /// What the rows contradict each other in.
  var findings: [Finding] { log.findings }

  /// Where each mentee asks in each form.
  private(set) var places = RequestPlaces()

  private var log = FindingLog()
  private var profileByGroup: [Key: Int] = [:]

  private struct Key: Hashable {
    var form: FormID
    var name: String
  }

  /// Takes in a row, or reports it as a second one of its mentee and form.
  mutating func add(_ row: MenteeRow) -> Bool {
    let source = row.mentee.person.source
    let own = RequestRow(person: row.mentee.id, form: row.form)
    if let first = places[own] {
      log.append(
        Flaw.duplicateProfile(row.mentee.id, row.form, first: first).finding(at: source))
      return false
    }
    addMentee(row.mentee)
    places.note(own, at: source)
    addProfile(row, source)
    return true
  }

  private mutating func addProfile(_ row: MenteeRow, _ source: SourceLocation) {
    guard let group = row.group else {
      profiles.append(
        RequestProfile(
          members: [row.mentee.id], form: row.form, requests: row.requests, source: source))
      return
    }
    let key = Key(form: row.form, name: folded(group))
    guard let index = profileByGroup[key] else {
      profileByGroup[key] = profiles.count
      profiles.append(
        RequestProfile(
          members: [row.mentee.id], form: row.form, group: group, requests: row.requests,
          source: source))
      return
    }
    profiles[index].members.append(row.mentee.id)
    for request in row.requests { profiles[index].requests.merge(request) }
  }

  private mutating func addMentee(_ mentee: Mentee) {
    guard let index = places.index(of: mentee.id) else {
      mentees.append(mentee)
      return
    }
    let columns = mentees[index].columnsThatDiffer(from: mentee)
    guard !columns.isEmpty else { return }
    let first = mentees[index].person
    mentees[index].person.dataConsent.withdraw(as: mentee.person.dataConsent)
    if mentees[index].person.dataConsent != first.dataConsent {
      log.append(Flaw.withdrawnElsewhere(mentee.id, mentee.person.source).finding(at: first.source))
    }
    log.append(
      Flaw.differingRows(mentee.id, columns, first: first.source)
        .finding(at: mentee.person.source))
  }
}
