import MentoringModel
import Wording

extension MentoringForm {
  /// Everything the form goes by.
  var names: [String] { [id.rawValue, title.ru, title.en] + aliases }
}

extension Programme {
  /// The form that goes by `name`: an id, a title or an alias, whatever the case of its letters.
  func formID(named name: String) throws(RunFailure) -> FormID {
    let key = folded(name)
    if let form = forms.first(where: { $0.id.rawValue == name }) { return form.id }
    if let form = forms.first(where: { $0.names.contains { folded($0) == key } }) { return form.id }
    throw .unknownForm(name, suggestion: nearMiss(of: name, among: forms.flatMap(\.names)))
  }
}
