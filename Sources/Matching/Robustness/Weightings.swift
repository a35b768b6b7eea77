public import MentoringModel

/// Where weights stand: each place can be changed by itself.
public enum WeightingScope: Sendable, Hashable {
  /// The weights of the programme, for every form that has none of its own.
  case programme
  /// The weights of one form.
  case form(FormID)
}

extension Programme {
  /// The places whose weights count for some of the forms.
  ///
  /// - Parameter forms: The forms that are matched, or nil for all.
  /// - Returns: The programme's place first, then the forms' in their order.
  func weightingScopes(of forms: Set<FormID>?) -> [WeightingScope] {
    let matched = self.forms.filter { forms?.contains($0.id) ?? true }
    return (matched.contains { $0.weights == nil } ? [.programme] : [])
      + matched.filter { $0.weights != nil }.map { .form($0.id) }
  }

  /// The weights of a place.
  func weights(in scope: WeightingScope) -> CriterionWeights {
    switch scope {
    case .programme: weights
    case .form(let id): form(id)?.weights ?? weights
    }
  }

  /// The programme with other weights in some places.
  func reweighed(_ weights: [WeightingScope: CriterionWeights]) -> Programme {
    var programme = self
    if let own = weights[.programme] { programme.weights = own }
    for index in programme.forms.indices {
      if let own = weights[.form(programme.forms[index].id)] {
        programme.forms[index].weights = own
      }
    }
    return programme
  }
}

extension CriterionWeights {
  /// The weights with a share of so many points for one criterion and the others in the proportions
  /// that they have; nil where no other counts and the share is not all.
  public func giving(_ points: Int, to criterion: CriterionID) -> CriterionWeights? {
    let others = Self.total - self[criterion]
    guard others > 0 || points == Self.total else { return nil }
    var raw = self.points.mapValues {
      Double($0) * Double(Self.total - points) / Double(max(1, others))
    }
    raw[criterion] = Double(points)
    return CriterionWeights(raw)
  }

  /// The weights with each multiplied or divided by a number from 1 to `factor`.
  ///
  /// The numbers come from a hash of seed, draw and criterion, so that a criterion is doubted alike
  /// in all forms.
  func doubted(by factor: Int, seed: UInt64, draw: Int) -> CriterionWeights {
    var raw: [CriterionID: Double] = [:]
    for (criterion, points) in self.points {
      var hash = StableHash()
      hash.combine("\(seed) \(draw) \(criterion.rawValue)")
      let doubt = Double(1000 + Int(hash.value >> 1) % (1000 * (factor - 1) + 1))
      raw[criterion] =
        hash.value & 1 == 0 ? Double(points) * doubt / 1000 : Double(points) * 1000 / doubt
    }
    return CriterionWeights(raw) ?? self
  }
}
