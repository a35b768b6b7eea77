import Foundation
import MentoringModel
import Registry
import Reports
import Wording

/// What a registry holds, as JSON.
enum RegistryDocuments {
  static func value(of report: ImportReport) -> JSONValue {
    [
      "format": "nastavnik.import/1", "revision": JSONValue(report.revision),
      "unchanged": .bool(report.isUnchanged),
      "tables": JSONValue(
        report.tables.map { rows in
          [
            "table": .string(rows.table), "added": JSONValue(rows.added),
            "changed": JSONValue(rows.changed), "gone": JSONValue(rows.gone),
            "kept": JSONValue(rows.kept),
          ]
        }),
      "returned": ids(report.returned),
    ]
  }

  static func value(of status: RegistryStatus) -> JSONValue {
    [
      "format": "nastavnik.registry-status/1", "programme": .string(status.programme),
      "revision": JSONValue(status.revision),
      "imported": status.lastImport.map(value) ?? .null,
      "rows": counts(status.rows), "formerRows": JSONValue(status.formerRows),
      "withdrawn": JSONValue(status.withdrawn), "purged": JSONValue(status.purged),
      "latestRun": status.lastRun.map(value) ?? .null, "pairs": counts(status.pairs),
      "sound": .bool(status.isSound),
      "auditBrokenAt": status.brokenSeal.map { JSONValue($0) } ?? .null,
      "bytes": JSONValue(status.bytes),
      "heldBy": status.holder.map { holder in
        [
          "host": .string(holder.host), "process": JSONValue(holder.process),
          "command": .string(holder.command), "since": .string(holder.since),
        ]
      } ?? .null,
    ]
  }

  static func value(of people: [RegisteredPerson]) -> JSONValue {
    [
      "format": "nastavnik.people/1",
      "people": JSONValue(
        people.map { person in
          [
            "id": .string(person.id.rawValue), "name": .string(person.name),
            "pseudonym": .string(person.pseudonym),
            "in": JSONValue(person.sides.map(JSONValue.string)),
            "organization": JSONValue(person.organization?.rawValue),
            "state": .string(person.state.rawValue), "versions": JSONValue(person.versions),
          ]
        }),
    ]
  }

  static func value(of pairs: [PairStanding]) -> JSONValue {
    ["format": "nastavnik.pairs/1", "pairs": JSONValue(pairs.map(value))]
  }

  static func value(of report: DecisionReport) -> JSONValue {
    [
      "format": "nastavnik.decided/1", "decided": JSONValue(report.decided.map(value)),
      "unchanged": JSONValue(report.unchanged.map(value)),
    ]
  }

  static func value(of report: WithdrawalReport) -> JSONValue {
    [
      "format": "nastavnik.withdrawal/1", "person": .string(report.person.rawValue),
      "otherIDs": ids(report.otherIDs), "unchanged": .bool(report.isUnchanged),
      "fallen": JSONValue(report.fallen.map(value)),
    ]
  }

  static func value(of report: PurgeReport) -> JSONValue {
    [
      "format": "nastavnik.purge/1", "pseudonym": .string(report.pseudonym),
      "otherPseudonyms": JSONValue(report.otherPseudonyms.map(JSONValue.string)),
      "versions": JSONValue(report.versions), "documents": JSONValue(report.documents),
      "nameRemains": .bool(report.nameRemains),
      "backups": JSONValue(report.copies.map(JSONValue.string)),
      "backupsLeft": JSONValue(report.copiesLeft.map(JSONValue.string)),
    ]
  }

  static func value(of decision: RecordedDecision) -> JSONValue {
    [
      "format": "nastavnik.decision/1", "id": JSONValue(decision.id),
      "kind": .string(decision.kind.rawValue), "form": JSONValue(decision.form?.rawValue),
      "mentor": JSONValue(decision.mentor?.rawValue), "people": ids(decision.people),
      "made": value(of: decision.made), "undone": decision.undone.map(value) ?? .null,
    ]
  }

  /// An act that was undone whole.
  static func value(ofAct decisions: [RecordedDecision]) -> JSONValue {
    ["format": "nastavnik.undoing/1", "decisions": JSONValue(decisions.map { value(of: $0) })]
  }

  static func history(_ entries: [AuditEntry], versions: [PersonVersion]?) -> JSONValue {
    let document: JSONValue = [
      "format": "nastavnik.history/1",
      "entries": JSONValue(
        entries.map { entry in
          [
            "id": JSONValue(entry.id), "act": value(of: entry.act),
            "action": .string(entry.action.rawValue),
            "revision": number(entry.revision), "run": number(entry.run),
            "decision": number(entry.decision), "form": JSONValue(entry.form?.rawValue),
            "people": ids(entry.people), "counts": counts(entry.counts),
          ]
        }),
    ]
    guard let versions else { return document }
    return document.adding(
      "versions",
      JSONValue(
        versions.map { version in
          [
            "table": .string(version.table), "since": JSONValue(version.since),
            "at": .string(version.sinceTime), "until": number(version.until),
            "profile": .string(version.profile),
          ]
        }))
  }

  private static func value(of pair: PairStanding) -> JSONValue {
    let act: RecordedDecision.Act? =
      switch pair.state {
      case .proposed: nil
      case .approved(let act), .rejected(let act): act
      }
    return [
      "form": JSONValue(pair.form?.rawValue), "match": JSONValue(pair.match),
      "mentor": .string(pair.mentor.rawValue), "mentees": ids(pair.mentees),
      "group": JSONValue(pair.group), "fit": number(pair.fit), "pinned": .bool(pair.isPinned),
      "state": .string(pair.stateName), "decided": act.map(value) ?? .null,
      "withdrawn": ids(pair.withdrawn), "run": number(pair.run),
    ]
  }

  private static func value(of run: RecordedRun) -> JSONValue {
    [
      "run": JSONValue(run.id), "act": value(of: run.act), "revision": JSONValue(run.revision),
      "version": .string(run.version), "solver": .string(run.solver),
      "status": .string(run.status), "provedOptimal": .bool(run.isProved),
      "forms": JSONValue(run.forms.map { .string($0.rawValue) }),
      "pairs": JSONValue(run.proposals),
    ]
  }

  private static func value(of act: RecordedDecision.Act) -> JSONValue {
    ["by": .string(act.by), "at": .string(act.at)]
  }

  private static func ids(_ people: [PersonID]) -> JSONValue {
    JSONValue(people.map { .string($0.rawValue) })
  }

  private static func number(_ number: Int?) -> JSONValue { number.map { JSONValue($0) } ?? .null }

  private static func counts(_ counts: [String: Int]) -> JSONValue {
    .object(counts.sorted { $0.key < $1.key }.map { .init($0.key, JSONValue($0.value)) })
  }
}
