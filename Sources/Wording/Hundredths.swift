extension Text {
  /// Hundredths as people write them: 84,52 in Russian, 84.52 in English.
  public static func hundredths(_ count: Int) -> Text {
    let (whole, rest) = count.magnitude.quotientAndRemainder(dividingBy: 100)
    let sign = count < 0 ? "-" : ""
    let decimals = rest < 10 ? "0\(rest)" : "\(rest)"
    return Text(ru: "\(sign)\(whole),\(decimals)", en: "\(sign)\(whole).\(decimals)")
  }
}
