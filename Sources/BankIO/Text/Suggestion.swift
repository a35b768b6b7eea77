import Wording

/// The tail of an advice that names the nearest known word, or nothing.
func suggestion(_ nearest: String?) -> Text {
  guard let nearest else { return Text(same: "") }
  return Text(ru: " Возможно, имелось в виду «\(nearest)».", en: " Perhaps “\(nearest)” was meant.")
}
