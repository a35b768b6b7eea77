import Foundation
import MentoringModel
import Wording

/// The bytes of a small file as UTF-8, whatever the program that saved it made of them; see
/// ``EncodingProbe``.
struct DecodedText {
  /// The text, without a byte order mark.
  var bytes: [UInt8] = []
  /// What had to be done to read it.
  var flaws: [Flaw]

  /// Decodes the contents of a file.
  init(_ raw: Data) {
    let raw = Array(raw)
    var probe = EncodingProbe()
    raw.withUnsafeBufferPointer { probe.take($0) }
    flaws = probe.encoding.flaws
    var decoder = TextDecoder(probe.encoding)
    raw.withUnsafeBufferPointer { decoder.decode($0, isLast: true, into: &bytes) }
  }
}

extension Flaw {
  static let codePage1251 = Flaw(
    .note, code: "codePage1251",
    Text(
      ru: "Файл сохранён в кодировке Windows-1251; он прочитан.",
      en: "The file is saved in code page Windows-1251; it was read."),
    advice: Text(
      ru: "Проверьте, что имена читаются; лучше сохранять как «CSV UTF-8».",
      en: "Check that the names read well; better save it as “CSV UTF-8”."))

  static let damagedText = Flaw(
    .warning, code: "damagedText",
    Text(
      ru: "В файле есть повреждённые символы; вместо них стоит «\u{FFFD}».",
      en: "The file has damaged characters; “\u{FFFD}” stands in their place."),
    advice: Text(
      ru: "Откройте файл, исправьте эти места и сохраните как «CSV UTF-8».",
      en: "Open the file, mend these places and save it as “CSV UTF-8”."))
}
