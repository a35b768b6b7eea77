/// The query of an address.
struct PageQuery: Sendable {
  private let form: PostedForm

  /// - Parameter query: What stands behind the question mark.
  init(_ query: String?) { form = PostedForm(encoded: query ?? "") }

  /// The value of a field; nil where it is absent or blank.
  subscript(name: String) -> String? { form[name].flatMap { $0.isEmpty ? nil : $0 } }

  /// All values of a field that are not blank.
  func all(_ name: String) -> [String] { form.all(name).filter { !$0.isEmpty } }

  /// All fields.
  var fields: [(name: String, value: String)] { form.fields }
}
