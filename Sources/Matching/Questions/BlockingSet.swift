import AssignmentKernel
import MentoringModel
public import Wording

/// The smallest set of places that keeps a request without a mentor: all taken, by requests that
/// have no place elsewhere.
public struct BlockingSet: Sendable, Hashable {
  /// Whose places they are, in the order of the banks.
  public var owners: [SeatLimit]
  /// How many there are.
  public var places: Int
  /// The requests that can have no other place, with those that hold one of these.
  public var requests: [ProfileKey]
  /// How many of the places a curator's fixed pairs hold.
  public var fixedPlaces: Int

  /// «на 1 место у наставника M-07 претендуют 3 заявки».
  ///
  /// - Parameter name: What a person or an organization is called.
  /// - Returns: The sentence in both languages.
  public func text(naming name: (SeatLimit) -> String) -> Text {
    let (place, request) = (Noun.place.counted(places), Noun.request.counted(requests.count))
    let owners = Text.owners(owners, name)
    let fixed = fixedPlaces == 0 ? Text(same: "") : Text.fixed(fixedPlaces)
    let russian = Noun.competing.russianForm(after: requests.count)
    let english = requests.count == 1 ? Noun.competing.singular : Noun.competing.plural
    return Text(
      ru: "на \(place.ru) у \(owners.ru) \(russian) \(request.ru)",
      en: "\(request.en) \(english) for \(place.en) of \(owners.en)") + fixed
  }
}

extension SolvedMatching {
  /// The places that keep unmatched rows without a mentor, by row; none where a goal above coverage or
  /// a limit of the mentee does.
  func blockingSets(of rows: [Int]) -> [Int: BlockingSet] {
    let (sets, ofRow) = shortageSearch.shortages(of: rows)
    let fixedRows = fixedArcs.map(problem.assignment.arcs.row(ofArc:))
    let blocking = sets.map { shortage -> BlockingSet? in
      guard !shortage.places.isEmpty else { return nil }
      let rows = Set(shortage.rows)
      return BlockingSet(
        owners: owners(of: shortage.places), places: shortage.capacity,
        requests: shortage.rows.map { ProfileKey(problem.profiles[$0]) },
        fixedPlaces: fixedRows.count(where: rows.contains))
    }
    return Dictionary(
      zip(rows, ofRow).compactMap { row, index in
        index.flatMap { blocking[$0] }.map { (row, $0) }
      }, uniquingKeysWith: { first, _ in first })
  }

  /// Where others may move to, and which places are full; fixed pairs stay, and so do groups that
  /// opened.
  var shortageSearch: ShortageSearch {
    let seats = problem.seats
    let held =
      problem.groups == nil
      ? []
      : problem.pairs(among: solution.arcs).filter {
        seats[problem.assignment.arcs.column(ofArc: $0)].topic != nil
      }
    return ShortageSearch(
      problem.people, plan: problem.pairs(among: solution.arcs),
      fixed: Set(fixedArcs).union(held))
  }

  /// The chosen arcs of pairs that a curator fixed.
  private var fixedArcs: [Int] { solution.arcs.filter { weight($0, in: .pins) ?? 0 > 0 } }

  /// Whom the places belong to, each once.
  private func owners(of places: [Place]) -> [SeatLimit] {
    var owners: [SeatLimit] = []
    for place in places {
      switch place {
      case .column(let column): owners.append(.mentor(problem.seats[column].mentor))
      case .columnGroup(let group): owners.append(problem.limits[group])
      case .row, .rowGroup: continue
      }
    }
    var seen: Set<SeatLimit> = []
    return owners.filter { seen.insert($0).inserted }
  }
}

extension Noun {
  fileprivate static let competing = Noun(
    one: "претендует", few: "претендуют", many: "претендуют", singular: "competes",
    plural: "compete")
  fileprivate static let ofMentor = Noun(
    one: "наставника", few: "наставников", many: "наставников", singular: "mentor",
    plural: "mentors")
  fileprivate static let ofOrganization = Noun(
    one: "организации", few: "организаций", many: "организаций", singular: "organization",
    plural: "organizations")
  fileprivate static let fixedPlace = Noun(
    one: "место держит закреплённая пара", few: "места держат закреплённые пары",
    many: "мест держат закреплённые пары", singular: "place is held by a fixed pair",
    plural: "places are held by fixed pairs")
}

extension Text {
  private static let mostNames = 5

  fileprivate static func fixed(_ count: Int) -> Text {
    let places = Noun.fixedPlace.counted(count)
    return Text(ru: " (\(places.ru))", en: " (\(places.en))")
  }

  /// «наставника X», «3 наставников (X, Y, Z) и организации Ш».
  fileprivate static func owners(_ owners: [SeatLimit], _ name: (SeatLimit) -> String) -> Text {
    let mentors = owners.filter { if case .mentor = $0 { true } else { false } }
    let others = owners.filter { if case .organization = $0 { true } else { false } }
    let parts = [(mentors, Noun.ofMentor), (others, Noun.ofOrganization)].compactMap {
      (owners, noun) -> Text? in
      guard let first = owners.first else { return nil }
      guard owners.count > 1 else {
        return Text(ru: "\(noun.one) \(name(first))", en: "\(noun.singular) \(name(first))")
      }
      let more = owners.count > mostNames ? ", …" : ""
      let names = owners.prefix(mostNames).map(name).joined(separator: ", ") + more
      let count = noun.counted(owners.count)
      return Text(ru: "\(count.ru) (\(names))", en: "\(count.en) (\(names))")
    }
    return Text(
      ru: parts.map(\.ru).joined(separator: " и "), en: parts.map(\.en).joined(separator: " and "))
  }
}
