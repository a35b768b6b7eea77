import MentoringModel
import Reports
import Wording

extension Session {
  /// The errors among findings, and where to see the rest.
  func noteErrors(among findings: [Finding], folder: String?) {
    let errors = findings.filter { $0.severity >= .error }
    note(FindingsTable.rendered(errors, in: languages.messages, width: width))
    let rest = findings.count - errors.count
    if rest > 0, let folder { note(Text.rest(rest, folder: folder)) }
  }
}

extension Text {
  fileprivate static func rest(_ count: Int, folder: String) -> Text {
    let counted = Noun.remark.counted(count)
    return Text(
      ru: "И ещё \(counted.ru): nastavnik check \(folder)",
      en: "And \(counted.en) more: nastavnik check \(folder)")
  }
}
