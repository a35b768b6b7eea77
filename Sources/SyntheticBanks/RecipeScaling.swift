extension Recipe {
  /// The recipe with as many rows of mentees and mentors as stated, cohorts in proportion.
  ///
  /// Series of organizations, the roster and the decisions grow or shrink with the whole; nil
  /// keeps a side as the recipe has it.
  public func scaled(mentees: Int?, mentors: Int?) -> Recipe {
    precondition(
      (mentees ?? 0) >= 0 && (mentors ?? 0) >= 0, "A bank cannot have fewer than no people.")
    var recipe = self
    let before = total(self.mentees) + total(self.mentors)
    recipe.mentees = Self.scaled(self.mentees, to: mentees)
    recipe.mentors = Self.scaled(self.mentors, to: mentors)
    let after = total(recipe.mentees) + total(recipe.mentors)
    guard before > 0, after != before else { return recipe }
    func grown(_ number: Int) -> Int { (number * after + before / 2) / before }
    for index in series.indices { recipe.series[index].count = max(1, grown(series[index].count)) }
    for index in roster.indices { recipe.roster[index].count = grown(roster[index].count) }
    recipe.pins = grown(pins)
    recipe.bans = grown(bans)
    return recipe
  }

  private func total(_ cohorts: [Cohort]) -> Int { cohorts.reduce(0) { $0 + $1.count } }

  /// Largest remainders; of equal ones, the cohort that stands first.
  private static func scaled(_ cohorts: [Cohort], to wanted: Int?) -> [Cohort] {
    let sum = cohorts.reduce(0) { $0 + $1.count }
    guard let wanted, sum > 0 else { return cohorts }
    var result = cohorts
    for index in cohorts.indices { result[index].count = cohorts[index].count * wanted / sum }
    let missing = wanted - result.reduce(0) { $0 + $1.count }
    let byRemainder = cohorts.indices.sorted {
      let (left, right) = (cohorts[$0].count * wanted % sum, cohorts[$1].count * wanted % sum)
      return left == right ? $0 < $1 : left > right
    }
    for index in byRemainder.prefix(missing) { result[index].count += 1 }
    return result
  }
}
