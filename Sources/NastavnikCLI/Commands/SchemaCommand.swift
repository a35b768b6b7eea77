import ArgumentParser
import Reports
import Wording

/// `nastavnik schema`: the JSON Schemas of the formats that other programs read.
struct SchemaCommand: NastavnikCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "schema",
      abstract: Text(
        ru: "Показать JSON Schema формата.", en: "Show the JSON Schema of a format."
      ).help)
  }

  @Argument(
    help: ArgumentHelp(
      ru: "Формат: \(Self.names). Без него — список форматов.",
      en: "The format: \(Self.names). Without it, the list of formats."))
  var name: String?

  @OptionGroup var common: CommonOptions

  var json: Bool { common.json }

  private static var names: String { JSONSchemas.names.joined(separator: ", ") }

  func run(in session: Session) throws -> ExitStatus {
    guard let name else {
      session.print(
        json
          ? JSONValue(JSONSchemas.names.map { .string($0) }).document
          : JSONSchemas.names.joined(separator: "\n") + "\n")
      return .done
    }
    guard let schema = JSONSchemas.schema(named: name) else {
      throw ValidationError(
        Text(
          ru: "Формата «\(name)» нет. Есть: \(Self.names).",
          en: "There is no format “\(name)”, but \(Self.names)."
        ).help)
    }
    session.print(schema)
    return .done
  }
}
