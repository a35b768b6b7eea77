import MentoringModel
import Wording

/// What is the matter with a piece of text, before anybody says where it stands.
struct Flaw: Hashable, Sendable, Error {
  /// How grave it is.
  var severity: Finding.Severity
  /// The stable code.
  var code: String
  /// The text as the user wrote it.
  var value: String?
  /// What is the matter.
  var message: Text
  /// What to do.
  var advice: Text

  init(
    _ severity: Finding.Severity, code: String, value: String? = nil, _ message: Text, advice: Text
  ) {
    self.severity = severity
    self.code = code
    self.value = value
    self.message = message
    self.advice = advice
  }

  /// The finding at a place.
  func finding(at location: SourceLocation) -> Finding {
    Finding(
      severity, code: code, at: location, value: value.map { quoted($0) }, message, advice: advice)
  }
}

/// A user's text as a message quotes it: on one line, and not longer than a line.
func quoted(_ text: String) -> String {
  let head = text.prefix(61)
  let line = String(head.map { $0.isNewline ? " " : $0 })
  return head.count > 60 ? line.prefix(60) + "…" : line
}
