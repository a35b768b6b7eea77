import Foundation

/// Reads `multipart/form-data` (RFC 7578).
enum MultipartForm {
  /// More parts than these no form of ours has.
  private static let mostParts = 64
  private static let longestHeader = 4096

  /// The boundary that a content type names.
  static func boundary(of contentType: String) -> String? {
    guard contentType.lowercased().hasPrefix("multipart/form-data"),
      let mark = contentType.range(of: "boundary=", options: .caseInsensitive)
    else { return nil }
    let rest = contentType[mark.upperBound...]
    let word =
      rest.first == "\"" ? rest.dropFirst().prefix { $0 != "\"" } : rest.prefix { $0 != ";" }
    let boundary = word.trimmingCharacters(in: .whitespaces)
    return (1...70).contains(boundary.utf8.count) ? boundary : nil
  }

  /// The form, or nil where the body is none.
  ///
  /// - Complexity: O(*n*) for *n* bytes.
  static func read(_ body: Data, boundary: String) -> PostedForm? {
    let delimiter = Data("--\(boundary)".utf8)
    guard let first = body.range(of: delimiter), first.lowerBound == body.startIndex else {
      return nil
    }
    var form = PostedForm()
    var start = first.upperBound
    for _ in 0..<mostParts {
      if body[start...].starts(with: Data("--".utf8)) { return form }
      guard body[start...].starts(with: Data("\r\n".utf8)),
        let next = body.range(of: Data("\r\n".utf8) + delimiter, in: start..<body.endIndex)
      else { return nil }
      guard add(body[(start + 2)..<next.lowerBound], to: &form) else { return nil }
      start = next.upperBound
    }
    return nil
  }

  private static func add(_ part: Data, to form: inout PostedForm) -> Bool {
    guard
      let end = part.range(
        of: Data("\r\n\r\n".utf8),
        in: part.startIndex..<min(part.endIndex, part.startIndex + longestHeader))
    else { return false }
    let header = String(decoding: part[..<end.lowerBound], as: UTF8.self)
    let lines = header.split(separator: "\r\n")
    guard
      let disposition = lines.first(where: {
        $0.lowercased().hasPrefix("content-disposition:")
      }), let name = parameter("name", of: disposition)
    else { return false }
    let contents = part[end.upperBound...]
    if let file = parameter("filename", of: disposition) {
      // A field for files that was left blank comes as a file without a name.
      if !file.isEmpty || !contents.isEmpty {
        form.files.append(.init(name: baseName(file), bytes: Data(contents)))
      }
    } else {
      form.fields.append((name, String(decoding: contents, as: UTF8.self)))
    }
    return true
  }

  private static func parameter(_ name: String, of line: Substring) -> String? {
    guard let mark = line.range(of: "; \(name)=\"") else { return nil }
    let value = line[mark.upperBound...].prefix { $0 != "\"" }
    return String(value).replacing("%22", with: "\"").replacing("%0D%0A", with: " ")
  }

  /// The last part of a path, whichever system it came from.
  private static func baseName(_ path: String) -> String {
    path.split(whereSeparator: { "/\\".contains($0) }).last.map(String.init) ?? ""
  }
}
