import AssignmentKernel
import MentoringModel
import Testing
import Wording

@testable import Matching

@Suite struct OnDemandTests {
  private func matcher(seed: UInt64) throws -> Matcher {
    let random = RandomBank(seed: seed, day: try #require(CalendarDate("2024-09-25")))
    return Matcher(programme: random.programme, bank: random.bank)
  }

  @Test(arguments: 0..<8)
  func `pairs scored when asked for are the pairs scored one by one`(block: UInt64) throws {
    for seed in block * 40..<(block + 1) * 40 {
      let matcher = try matcher(seed: seed)
      let listed = try matcher.makeProblem()
      let onDemand = try matcher.makeOnDemandProblem()
      #expect(try onDemand.problem.withAllArcs() == listed.assignment, "seed \(seed)")
      #expect(onDemand.profiles == listed.profiles && onDemand.seats == listed.seats)
      #expect(onDemand.tiers == listed.tiers)
      #expect(try listed.pairs == matcher.pairsOneByOne(), "seed \(seed)")
    }
  }

  @Test(arguments: 0..<8)
  func `the plan is the same either way`(block: UInt64) throws {
    for seed in block * 25..<(block + 1) * 25 {
      let matcher = try matcher(seed: seed)
      let listed = try matcher.makeProblem()
      let solution = try HungarianSolver().solve(listed.assignment)
      let plan = matcher.plan(
        for: solution, verification: Verifier.verify(solution, of: listed.assignment), of: listed)

      let matching = try matcher.makeOnDemandProblem()
      let answer = try HungarianSolver().solve(
        matching.problem, options: OnDemandOptions(candidateCount: 1, listLength: 2))
      let other = matcher.plan(
        for: answer.solution, verification: Verifier.verify(answer, of: matching.problem),
        of: matching.matching(over: answer.candidates))
      #expect(other == plan, "seed \(seed)")
      #expect(other.isProvedOptimal, "seed \(seed)")
    }
  }

  @Test(arguments: 0..<8)
  func `who is forbidden by which rule is told as by asking rule after rule`(
    block: UInt64
  ) throws {
    for seed in block * 25..<(block + 1) * 25 {
      for roster in try matcher(seed: seed).rosters {
        let scorer = RosterScorer(roster, firstColumn: 0)
        for profile in roster.profiles {
          var expected: [String: [Int32]] = [:]
          for (place, mentor) in roster.mentors.enumerated() {
            if let veto = roster.veto(on: mentor, for: profile) {
              expected[veto.code, default: []].append(Int32(place))
            }
          }
          let found = scorer.forbidden(for: profile)
          #expect(
            Dictionary(uniqueKeysWithValues: found.map { ($0.code, $0.mentors) }) == expected,
            "seed \(seed)")
        }
      }
    }
  }

  @Test(arguments: 0..<4)
  func `rules and criteria with a quicker way agree with asking pair by pair`(
    block: UInt64
  ) throws {
    for seed in block * 25..<(block + 1) * 25 {
      for roster in try matcher(seed: seed).rosters where !roster.mentors.isEmpty {
        let table = MentorTable(roster.mentors, in: roster.setting)
        let places = table.nobody.places + roster.mentors.indices.map { Int32($0) }
        for profile in roster.profiles {
          for member in profile.members {
            for criterion in criteria {
              let slow = OneByOneCriterion(inner: criterion)
              #expect(
                criterion.values(for: member, of: profile, beside: places, in: table)
                  == slow.values(for: member, of: profile, beside: places, in: table),
                "seed \(seed), \(criterion.id)")
            }
            for veto in pairVetoes {
              var (fast, slow) = (MentorSet(allOf: table.count), MentorSet(allOf: table.count))
              veto.strike(&fast, for: member, of: profile, in: table)
              OneByOneVeto(inner: veto).strike(&slow, for: member, of: profile, in: table)
              #expect(fast == slow, "seed \(seed), \(veto.code)")
            }
          }
        }
      }
    }
  }
}

extension Matcher {
  /// Form, mentor, mentees and fit of every pair that no rule forbids, asked pair by pair.
  fileprivate func pairsOneByOne() -> [[String]] {
    rosters.flatMap { roster in
      roster.profiles.flatMap { profile in
        roster.mentors.filter { roster.allows($0, for: profile) }.map { mentor in
          let fit = roster.scoring.total(of: mentor, for: profile, in: roster.setting)
          return [roster.setting.form.id.rawValue, mentor.mentor.id.rawValue, "\(fit)"]
            + profile.members.map(\.mentee.id.rawValue)
        }
      }
    }
  }
}

extension MatchingProblem {
  fileprivate var pairs: [[String]] {
    get throws {
      let fit = try #require(tiers.firstIndex(of: .fit))
      return (0..<assignment.arcs.count).map { arc in
        let seat = seats[assignment.arcs.column(ofArc: arc)]
        let profile = profiles[assignment.arcs.row(ofArc: arc)]
        return [seat.form.rawValue, seat.mentor.rawValue, "\(assignment.tiers[fit][arc])"]
          + profile.members.map(\.rawValue)
      }
    }
  }
}

/// A criterion that is asked pair by pair.
private struct OneByOneCriterion: Criterion {
  let inner: any Criterion

  var id: CriterionID { inner.id }

  func value(_ encounter: Encounter) -> Int { inner.value(encounter) }

  func reason(_ encounter: Encounter) -> Text { inner.reason(encounter) }
}

/// A rule that is asked pair by pair.
private struct OneByOneVeto: PairVeto {
  let inner: any PairVeto

  var code: String { inner.code }

  func forbids(_ encounter: Encounter) -> Bool { inner.forbids(encounter) }

  func objection(to encounter: Encounter) -> Objection { inner.objection(to: encounter) }
}
