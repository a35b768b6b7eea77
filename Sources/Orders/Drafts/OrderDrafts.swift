import WordDocuments

/// Makes the documents of a batch: an order for each form, the lists, the missing consent sheets.
public struct OrderDrafts: Sendable {
  /// A document by its name.
  public struct Document: Sendable, Hashable {
    /// The name of the file.
    public var name: String
    /// The bytes.
    public var bytes: [UInt8]
  }

  private let templates: [DraftKind: DraftTemplate]

  /// Creates a maker with the curator's own templates; the built-in ones stand in for the rest.
  ///
  /// - Throws: ``DraftError``.
  public init(_ own: [DraftTemplate] = []) throws(DraftError) {
    var templates: [DraftKind: DraftTemplate] = [:]
    for template in own { templates[template.kind] = template }
    for kind in DraftKind.allCases where templates[kind] == nil {
      templates[kind] = try DraftTemplate.builtIn(kind)
    }
    self.templates = templates
  }

  /// The built-in templates under the names by which a curator's own are looked for.
  ///
  /// - Throws: ``DraftError/noMemory``.
  public static func builtInTemplates() throws(DraftError) -> [Document] {
    var documents: [Document] = []
    for kind in DraftKind.allCases {
      guard let bytes = BuiltInTemplates.draft(of: kind).document else { throw .noMemory }
      documents.append(Document(name: kind.templateName, bytes: bytes))
    }
    return documents
  }

  /// The documents: only those that have something to say.
  ///
  /// - Throws: ``DraftError/noMemory``.
  /// - Complexity: O(*p*) time and space for *p* people in the batch.
  public func documents(for batch: OrderBatch) throws(DraftError) -> [Document] {
    var (documents, names): ([Document], Set<String>) = ([], [])
    for form in batch.forms where !form.ready.isEmpty {
      let name = Self.fileName("order-\(form.form)", taken: &names)
      documents.append(
        try document(name, templates[.order]?.template.filled(DraftValues.order(batch, form))))
    }
    if batch.forms.contains(where: { !$0.ready.isEmpty }) {
      documents.append(
        try document(
          "mentors.docx", templates[.mentors]?.template.filled(DraftValues.mentors(batch))))
      documents.append(
        try document(
          "mentees.docx", templates[.mentees]?.template.filled(DraftValues.mentees(batch))))
    }
    let sheets = DraftValues.consents(batch)
    if !sheets.isEmpty {
      documents.append(
        try document("consents.docx", templates[.consents]?.template.filled(pages: sheets)))
    }
    return documents
  }

  private func document(_ name: String, _ bytes: [UInt8]?) throws(DraftError) -> Document {
    guard let bytes else { throw .noMemory }
    return Document(name: name, bytes: bytes)
  }

  /// A name that stays within its folder, whatever the batch calls its forms.
  private static func fileName(_ stem: String, taken: inout Set<String>) -> String {
    let sound = String(stem.map { $0.isLetter || $0.isNumber || "-_".contains($0) ? $0 : "_" })
    var (name, number) = ("\(sound).docx", 1)
    while !taken.insert(name.lowercased()).inserted {
      number += 1
      name = "\(sound)-\(number).docx"
    }
    return name
  }
}
