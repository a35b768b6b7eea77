import Foundation
import MentoringModel
import Wording

/// The bytes of a file as UTF-8, whatever the program that saved it made of them.
///
/// UTF-8 with and without a byte order mark and UTF-16 with one are read as they are. What is not
/// UTF-8 is taken for code page 1251, unless most of its letters are sound UTF-8: then the file is
/// damaged, and only the damaged places are replaced.
struct DecodedText {
  /// The text, without a byte order mark.
  var bytes: [UInt8]
  /// What had to be done to read it.
  var flaws: [Flaw] = []

  /// Decodes the contents of a file.
  init(_ raw: Data) {
    if raw.starts(with: [0xEF, 0xBB, 0xBF]) {
      bytes = Array(raw.dropFirst(3))
    } else if raw.starts(with: [0xFF, 0xFE]) {
      bytes = Self.utf16(raw.dropFirst(2), littleEndian: true)
      return
    } else if raw.starts(with: [0xFE, 0xFF]) {
      bytes = Self.utf16(raw.dropFirst(2), littleEndian: false)
      return
    } else {
      bytes = Array(raw)
    }
    guard String(bytes: bytes, encoding: .utf8) == nil else { return }
    if Self.isDamaged(bytes) {
      bytes = Array(String(decoding: bytes, as: UTF8.self).utf8)
      flaws.append(.damagedText)
    } else {
      bytes = CyrillicCodePage.utf8(bytes)
      flaws.append(.codePage1251)
    }
  }

  private static func utf16(_ raw: Data, littleEndian: Bool) -> [UInt8] {
    let bytes = Array(raw)
    let units = stride(from: 0, to: bytes.count - bytes.count % 2, by: 2).map { index in
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return littleEndian ? second << 8 | first : first << 8 | second
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  /// Whether sound two-byte letters outnumber the bytes that fit nowhere.
  private static func isDamaged(_ bytes: [UInt8]) -> Bool {
    var (sound, broken, index) = (0, 0, 0)
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      guard byte >= 0x80 else { continue }
      if byte == 0xD0 || byte == 0xD1, index < bytes.count, (0x80...0xBF).contains(bytes[index]) {
        sound += 1
        index += 1
      } else {
        broken += 1
      }
    }
    return sound > broken
  }
}

extension Flaw {
  fileprivate static let codePage1251 = Flaw(
    .note, code: "codePage1251",
    Text(
      ru: "Файл сохранён в кодировке Windows-1251; он прочитан.",
      en: "The file is saved in code page Windows-1251; it was read."),
    advice: Text(
      ru: "Проверьте, что имена читаются; лучше сохранять как «CSV UTF-8».",
      en: "Check that the names read well; better save it as “CSV UTF-8”."))

  fileprivate static let damagedText = Flaw(
    .warning, code: "damagedText",
    Text(
      ru: "В файле есть повреждённые символы; вместо них стоит «\u{FFFD}».",
      en: "The file has damaged characters; “\u{FFFD}” stands in their place."),
    advice: Text(
      ru: "Откройте файл, исправьте эти места и сохраните как «CSV UTF-8».",
      en: "Open the file, mend these places and save it as “CSV UTF-8”."))
}
