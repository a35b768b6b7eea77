import MentoringModel
import Wording

/// Reads `weights`, of the programme or of a form.
enum WeightReader {
  /// The weights; nil where the key is absent or not to be used.
  static func read(_ map: YAMLMap) -> CriterionWeights? {
    guard let weights = map.map("weights") else { return nil }
    var (raw, isSound) = ([CriterionID: Double](), true)
    for key in weights.keys {
      guard let text = weights.string(key) else {
        isSound = isSound && !weights.has(key)
        continue
      }
      guard let criterion = CriterionID(rawValue: key) else {
        weights.add(.unknownWord(key, known: CriterionID.allCases.map(\.rawValue)), at: key)
        isSound = false
        continue
      }
      guard let number = Double(text), number.isFinite, (0...1_000_000).contains(number) else {
        weights.add(.badWeight(text), at: key)
        isSound = false
        continue
      }
      raw[criterion] = number
    }
    guard isSound else { return nil }
    if let points = CriterionWeights(raw) { return points }
    map.add(.noWeight, at: "weights")
    return nil
  }
}

extension Flaw {
  fileprivate static func badWeight(_ text: String) -> Flaw {
    Flaw(
      .error, code: "badWeight", value: text,
      Text(
        ru: "Вес «\(quoted(text))» — не число от 0 до 1 000 000; веса не учтены.",
        en: "The weight “\(quoted(text))” is not from 0 to 1,000,000; the weights are not used."),
      advice: Text(
        ru: "Исправьте его; пока действуют обычные веса.",
        en: "Mend it; until then the usual weights hold."))
  }

  fileprivate static let noWeight = Flaw(
    .error, code: "noWeight",
    Text(ru: "Все веса равны нулю; они не учтены.", en: "All weights are zero; they are not used."),
    advice: Text(
      ru: "Дайте вес хотя бы одному критерию или удалите ключ.",
      en: "Give a weight to one criterion at least, or remove the key."))
}
