public import Foundation
public import Matching
import MentoringModel

/// Reads the pairs and the members of groups of a `plan.json` back.
public enum PlanReader {
  /// The pairs, or nil where the text is no plan of version `nastavnik.plan/1`.
  public static func pairs(in data: Data) -> [OldPair]? {
    guard let outline = try? JSONDecoder().decode(PlanOutline.self, from: data),
      outline.format == PlanDocument.format
    else { return nil }
    return outline.forms.flatMap { form in
      form.matches.flatMap { match in
        match.opened.map { opened in
          opened.members.map { member in
            OldPair(
              ProfileKey(form: form.form, mentees: [member.mentee.id]), mentor: match.mentor.id,
              topic: opened.topic, isPinned: member.pinned)
          }
        } ?? [
          OldPair(
            ProfileKey(
              form: form.form, mentees: match.mentees.map(\.id), group: match.group),
            mentor: match.mentor.id, isPinned: match.pinned)
        ]
      }
    }
  }
}

/// What a plan says of its pairs; other members are read past.
private struct PlanOutline: Decodable {
  struct Form: Decodable {
    var form: FormID
    var matches: [Match]
  }

  struct Match: Decodable {
    var mentor: Member
    var mentees: [Member]
    var group: String?
    var pinned: Bool
    var opened: Opened?
  }

  struct Opened: Decodable {
    var topic: CompetencyID
    var members: [GroupMember]
  }

  struct GroupMember: Decodable {
    var mentee: Member
    var pinned: Bool
  }

  struct Member: Decodable {
    var id: PersonID
  }

  var format: String
  var forms: [Form]
}
