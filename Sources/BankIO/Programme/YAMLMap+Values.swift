import MentoringModel
import Wording
import Yams

extension YAMLMap {
  /// A string, or nil with a finding where the value is none.
  func string(_ key: String) -> String? {
    guard let node = node(key) else { return nil }
    guard let text = node.scalar?.string else {
      add(.wrongType(Text(ru: "строка", en: "a string")), at: key)
      return nil
    }
    return text.trimmed
  }

  /// A whole number within a range.
  func integer(_ key: String, in range: ClosedRange<Int>) -> Int? {
    guard let text = string(key) else { return nil }
    guard let number = Int(text), range.contains(number) else {
      add(.noNumber(text, range), at: key)
      return nil
    }
    return number
  }

  /// True or false.
  func flag(_ key: String) -> Bool? {
    guard let text = string(key) else { return nil }
    guard let flag = FlagCell.flag(in: text) else {
      add(.noSwitch(text), at: key)
      return nil
    }
    return flag
  }

  /// A day.
  func date(_ key: String) -> CalendarDate? {
    guard let text = string(key) else { return nil }
    if let date = CalendarDate(text) { return date }
    add(.noDay(text), at: key)
    return nil
  }

  /// A text in two languages, or one for both.
  func text(_ key: String) -> Text? {
    guard let node = node(key) else { return nil }
    guard node.mapping != nil else { return string(key).map { Text(same: $0) } }
    guard let map = map(key) else { return nil }
    defer { map.finish() }
    return map.bilingual()
  }

  /// The wordings `ru` and `en` of this mapping; one stands for both where the other is absent.
  func bilingual() -> Text? {
    switch (string("ru"), string("en")) {
    case (let ru?, let en?): return Text(ru: ru, en: en)
    case (let one?, nil), (nil, let one?):
      add(.oneLanguage(one))
      return Text(same: one)
    case (nil, nil): return nil
    }
  }

  /// A list of strings; one string is a list of one.
  func strings(_ key: String) -> [String] {
    guard let node = node(key) else { return [] }
    if let scalar = node.scalar { return [scalar.string.trimmed] }
    guard let sequence = node.sequence else {
      add(.wrongType(Text(ru: "список", en: "a list")), at: key)
      return []
    }
    return sequence.enumerated().compactMap { index, item in
      if let text = item.scalar?.string.trimmed { return text }
      add(.wrongType(Text(ru: "строка", en: "a string")), at: key, index: index)
      return nil
    }
  }

  /// A list of lists of strings with their numbers; one flat list is a list of one.
  func lists(_ key: String) -> [(index: Int, words: [String])] {
    guard let sequence = node(key)?.sequence else {
      return has(key) ? [(0, strings(key))] : []
    }
    guard sequence.contains(where: { $0.sequence != nil }) else { return [(0, strings(key))] }
    return sequence.enumerated().compactMap { index, item in
      guard let words = item.sequence?.map({ $0.scalar?.string.trimmed }),
        words.allSatisfy({ $0 != nil })
      else {
        add(.wrongType(Text(ru: "список строк", en: "a list of strings")), at: key, index: index)
        return nil
      }
      return (index, words.compactMap(\.self))
    }
  }

  /// One of a few words.
  func word<Value: RawRepresentable<String> & CaseIterable>(
    _ key: String, of type: Value.Type
  ) -> Value? {
    guard let text = string(key) else { return nil }
    if let value = Value(rawValue: text) { return value }
    add(.unknownWord(text, known: Value.allCases.map(\.rawValue)), at: key)
    return nil
  }

  /// A mapping.
  func map(_ key: String) -> YAMLMap? {
    guard let node = node(key) else { return nil }
    guard let mapping = node.mapping else {
      add(.wrongType(Text(ru: "набор «ключ: значение»", en: "a mapping")), at: key)
      return nil
    }
    return YAMLMap(mapping, path: path.isEmpty ? key : "\(path).\(key)", notes: notes)
  }

  /// A list of mappings, each with its `id` or its number in the path.
  func maps(_ key: String) -> [YAMLMap] {
    guard let node = node(key) else { return [] }
    guard let sequence = node.sequence else {
      add(.wrongType(Text(ru: "список", en: "a list")), at: key)
      return []
    }
    return sequence.enumerated().compactMap { index, item in
      guard let mapping = item.mapping else {
        add(.wrongType(Text(ru: "набор «ключ: значение»", en: "a mapping")), at: key, index: index)
        return nil
      }
      let name = mapping["id"]?.scalar?.string ?? "\(index + 1)"
      let place = "\(key).\(quoted(name))"
      return YAMLMap(mapping, path: path.isEmpty ? place : "\(path).\(place)", notes: notes)
    }
  }

  /// A key that must be there; without it nothing comes of the whole.
  func require<Value>(_ value: Value?, _ key: String) -> Value? {
    if value == nil, !has(key) { add(.missingKey(key)) }
    return value
  }
}
