import CXlsxwriter

extension CellStyle {
  /// Sets the library's format as this style is.
  func apply(to format: UnsafeMutablePointer<lxw_format>) {
    if numberFormat != NumberFormat.general { format_set_num_format(format, numberFormat) }
    if let fontName, fontName.utf8.count < 128 { format_set_font_name(format, fontName) }
    if let fontSize { format_set_font_size(format, fontSize) }
    if isBold { format_set_bold(format) }
    if isItalic { format_set_italic(format) }
    if let fontColor { format_set_font_color(format, fontColor) }
    if let fill {
      format_set_pattern(format, UInt8(LXW_PATTERN_SOLID.rawValue))
      format_set_fg_color(format, fill)
    }
    if hasBorder { format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue)) }
    if wraps { format_set_text_wrap(format) }
    switch horizontal {
    case .left: format_set_align(format, UInt8(LXW_ALIGN_LEFT.rawValue))
    case .center: format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
    case .right: format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue))
    case nil: break
    }
    switch vertical {
    case .top: format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    case .center: format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
    case .bottom: format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_BOTTOM.rawValue))
    case nil: break
    }
  }
}
